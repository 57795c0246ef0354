import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary, type FieldError } from '../../components/govuk/error-summary.tsx'
import { PassphraseInput, TextInput } from '../../components/form/inputs.tsx'
import { newPassphraseErrors, PASSPHRASE_HINT } from '../setup/passphrase-rules.ts'
import { ChoosePerson, type Person } from './choose-person.tsx'

/** The printed key opens the store and gives one person a new passphrase. */
export function RecoverForm(props: { people: readonly Person[]; onOpen: () => void; onBack: () => void }) {
  const { people, onOpen, onBack } = props
  const [userId, setUserId] = useState('')
  const [recoveryKey, setKey] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [missing, setMissing] = useState<FieldError[]>([])
  const recover = useCommand('session.recover')
  const submit = async () => {
    const lacks = [
      ...(userId === '' ? [{ field: 'userId', message: 'Choose your name' }] : []),
      ...(recoveryKey.trim() === '' ? [{ field: 'recoveryKey', message: 'Enter the recovery key' }] : []),
      ...newPassphraseErrors(next, again),
    ]
    setMissing(lacks)
    recover.clear()
    if (lacks.length > 0) return
    const user = await recover.run({ userId, recoveryKey: recoveryKey.trim(), newPassphrase: next })
    if (user) onOpen()
  }
  const refused = recover.error
    ? [
        {
          message: recover.error.message,
          ...(recover.error.code === 'wrong_passphrase' ? { field: 'recoveryKey' } : {}),
        },
      ]
    : []
  const errors: FieldError[] = missing.length > 0 ? missing : refused
  const at = (field: string) => errors.find((error) => error.field === field)?.message
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ErrorSummary errors={errors} />
      <h2 className="desk-section__title">Use the recovery key</h2>
      <p className="govuk-body">
        It was printed when this desk was set up. It opens the store and gives you a new passphrase.
      </p>
      <ChoosePerson people={people} value={userId} error={at('userId')} onChoose={setUserId} />
      <TextInput
        id="recoveryKey"
        label="Recovery key"
        hint="Capitals, spaces and dashes do not matter"
        error={at('recoveryKey')}
        autoComplete="off"
        spellCheck={false}
        value={recoveryKey}
        onChange={(event) => setKey(event.target.value)}
      />
      <PassphraseInput
        id="passphrase"
        label="New passphrase"
        hint={PASSPHRASE_HINT}
        error={at('passphrase')}
        autoComplete="new-password"
        value={next}
        onChange={(event) => setNext(event.target.value)}
      />
      <PassphraseInput
        id="again"
        label="New passphrase again"
        error={at('again')}
        autoComplete="new-password"
        value={again}
        onChange={(event) => setAgain(event.target.value)}
      />
      <div className="desk-actions">
        <Button type="submit">Unlock and set the new passphrase</Button>
        <button type="button" className="desk-link-button" onClick={onBack}>
          Use a passphrase instead
        </button>
      </div>
    </form>
  )
}
