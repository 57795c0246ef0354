import { useState } from 'react'
import type { CallError } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import type { SessionStatus } from '../../api/use-session.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary, type FieldError } from '../../components/govuk/error-summary.tsx'
import { PassphraseInput } from '../../components/form/inputs.tsx'
import { ChoosePerson } from './choose-person.tsx'

/** A name and one passphrase. What was typed stays after an error; paste is allowed. */
export function UnlockForm(props: { session: SessionStatus; onOpen: () => void; onRecover: () => void }) {
  const { session, onOpen, onRecover } = props
  const only = session.people.length === 1 ? session.people[0]?.userId : undefined
  const [userId, setUserId] = useState(only ?? '')
  const [passphrase, setPassphrase] = useState('')
  const [missing, setMissing] = useState<FieldError[]>([])
  const unlock = useCommand('session.unlock')
  const submit = async () => {
    const lacks = whatIsMissing(userId, passphrase)
    setMissing(lacks)
    unlock.clear()
    if (lacks.length > 0) return
    const user = await unlock.run({ userId, passphrase })
    if (user) onOpen()
  }
  const errors = missing.length > 0 ? missing : fromCall(unlock.error)
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
      {session.sample && (
        <p className="desk-unlock__sample">
          <strong>Sample establishment.</strong> Everybody in it is made up. Every user’s passphrase is{' '}
          <code>{session.sample.passphrase}</code>
        </p>
      )}
      <ChoosePerson people={session.people} value={userId} error={at('userId')} onChoose={setUserId} />
      <PassphraseInput
        id="passphrase"
        label="Passphrase"
        error={at('passphrase')}
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      <div className="desk-actions">
        <Button type="submit" keys="Enter" className="desk-unlock__button">
          Unlock
        </Button>
        <output className="desk-second">{unlock.running ? 'Opening the store…' : ''}</output>
      </div>
      <p>
        <button type="button" className="desk-link-button" onClick={onRecover}>
          Use the recovery key
        </button>
      </p>
    </form>
  )
}

function whatIsMissing(userId: string, passphrase: string): FieldError[] {
  return [
    ...(userId === '' ? [{ field: 'userId', message: 'Choose your name' }] : []),
    ...(passphrase === '' ? [{ field: 'passphrase', message: 'Enter your passphrase' }] : []),
  ]
}

/** A wrong passphrase and a wait belong to the field; anything else is about the store. */
function fromCall(error: CallError | null): FieldError[] {
  if (!error) return []
  const aboutField = error.code === 'wrong_passphrase' || error.code === 'wait' || error.code === 'bad_input'
  return [aboutField ? { field: 'passphrase', message: error.message } : { message: error.message }]
}
