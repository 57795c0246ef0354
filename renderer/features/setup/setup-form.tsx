import { useState } from 'react'
import type { RuleSetId } from '../../../domain/model/rule-set-id.ts'
import { useCommand } from '../../api/use-command.ts'
import type { SessionStatus } from '../../api/use-session.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary, type FieldError } from '../../components/govuk/error-summary.tsx'
import { Radios } from '../../components/form/choices.tsx'
import { PassphraseInput, Select, TextInput } from '../../components/form/inputs.tsx'
import { newPassphraseErrors, PASSPHRASE_HINT } from './passphrase-rules.ts'

const EMPTY = { establishment: '', ruleSet: '', headOfOmu: '', passphrase: '', again: '' }
type Values = typeof EMPTY

/** Establishment, its rules (no default: a wrong one makes every date wrong), the head of OMU and a passphrase. */
export function SetupForm(props: { session: SessionStatus; onCreated: (recoveryKey: string) => void }) {
  const { session, onCreated } = props
  const [values, setValues] = useState(EMPTY)
  const [missing, setMissing] = useState<FieldError[]>([])
  const create = useCommand('setup.create')
  const set = (key: keyof Values) => (value: string) => setValues((was) => ({ ...was, [key]: value }))
  const submit = async () => {
    const lacks = whatIsMissing(values)
    setMissing(lacks)
    create.clear()
    if (lacks.length > 0) return
    const { establishment, headOfOmu, passphrase } = values
    const made = await create.run({
      establishment,
      ruleSet: values.ruleSet as RuleSetId,
      headOfOmu: headOfOmu.trim(),
      passphrase,
    })
    if (made) onCreated(made.recoveryKey)
  }
  const errors = missing.length > 0 ? missing : create.error ? [{ message: create.error.message }] : []
  const at = (field: keyof Values) => errors.find((error: FieldError) => error.field === field)?.message
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ErrorSummary errors={errors} />
      <p className="govuk-body">
        This makes an empty, encrypted store on this computer. You are its first head of OMU and can add other
        users afterwards.
      </p>
      <Select
        id="establishment"
        label="Establishment"
        error={at('establishment')}
        value={values.establishment}
        onChange={(event) => set('establishment')(event.target.value)}
        options={[['', 'Choose an establishment'], ...byPlace(session.prisons)]}
      />
      <Radios
        id="ruleSet"
        small
        label="Which rules does this establishment work under?"
        hint="Every handover date follows from this, and it cannot be changed here afterwards. If you are not sure, ask your regional lead before going on."
        error={at('ruleSet')}
        value={values.ruleSet}
        onChoose={set('ruleSet')}
        choices={session.ruleSets.map(({ id, name, summary, example }) => ({
          value: id,
          label: name,
          hint: `${summary} ${example}`,
        }))}
      />
      <TextInput
        id="headOfOmu"
        label="Your name"
        hint="As colleagues know it. It stands on the unlock page and beside what you record."
        error={at('headOfOmu')}
        className="govuk-input--width-20"
        autoComplete="name"
        maxLength={100}
        value={values.headOfOmu}
        onChange={(event) => set('headOfOmu')(event.target.value)}
      />
      <PassphraseInput
        id="passphrase"
        label="Passphrase"
        hint={PASSPHRASE_HINT}
        error={at('passphrase')}
        autoComplete="new-password"
        value={values.passphrase}
        onChange={(event) => set('passphrase')(event.target.value)}
      />
      <PassphraseInput
        id="again"
        label="Passphrase again"
        error={at('again')}
        autoComplete="new-password"
        value={values.again}
        onChange={(event) => set('again')(event.target.value)}
      />
      <div className="desk-actions">
        <Button type="submit">Make the store</Button>
        <output className="desk-second">{create.running ? 'Making the store…' : ''}</output>
      </div>
    </form>
  )
}

/** `HMP/YOI Askham Grange` as `Askham Grange (HMP/YOI)`, in order: a place is found by typing how it begins. */
function byPlace(prisons: SessionStatus['prisons']): (readonly [string, string])[] {
  return prisons
    .map(({ code, name }) => {
      const [, kind, place] = /^((?:HMP|YOI|FWI|IRC)(?:\/\w+)*) (.+)$/u.exec(name) ?? []
      return [code, kind === undefined ? name : `${place} (${kind})`] as const
    })
    .sort(([, a], [, b]) => a.localeCompare(b, 'en-GB'))
}

function whatIsMissing(values: Values): FieldError[] {
  return [
    ...(values.establishment === '' ? [{ field: 'establishment', message: 'Choose an establishment' }] : []),
    ...(values.ruleSet === ''
      ? [{ field: 'ruleSet', message: 'Choose the rules this establishment works under' }]
      : []),
    ...(values.headOfOmu.trim() === '' ? [{ field: 'headOfOmu', message: 'Enter your name' }] : []),
    ...newPassphraseErrors(values.passphrase, values.again),
  ]
}
