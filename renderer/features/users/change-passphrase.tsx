import { useState, type FormEvent } from 'react'
import { SHORTEST_PASSPHRASE } from '../../../domain/model/passphrase.ts'
import { useCommand } from '../../api/use-command.ts'
import { PassphraseInput } from '../../components/form/inputs.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary, type FieldError } from '../../components/govuk/error-summary.tsx'
import { Page, PageHeading } from '../../components/layout/page.tsx'
import { checkPassphrasePair } from './passphrase-rules.ts'

type Mistakes = Partial<Record<'current' | 'first' | 'second', string>>

/** A new passphrase for whoever is signed in, after the one they have now. */
export function ChangePassphrase({ onFinish }: { onFinish: (words: string) => void }) {
  const [form, setForm] = useState({ current: '', first: '', second: '' })
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const change = useCommand('users.changePassphrase')

  async function submit(event: FormEvent) {
    event.preventDefault()
    change.clear()
    const found: Mistakes = checkPassphrasePair(form, 'a new passphrase')
    if (form.current === '') found.current = 'Enter your passphrase as it is now'
    setMistakes(found)
    if (Object.keys(found).length > 0) return
    const done = await change.run({ current: form.current, next: form.first })
    if (done) onFinish('Your passphrase was changed. Use the new one from now on.')
  }

  const wrong = change.error?.code === 'wrong_passphrase' ? change.error.message : undefined
  const shown: Mistakes = wrong === undefined ? mistakes : { ...mistakes, current: wrong }
  const errors: FieldError[] = (['current', 'first', 'second'] as const).flatMap((field) =>
    shown[field] === undefined ? [] : [{ message: shown[field], field: `passphrase-${field}` }],
  )
  if (change.error && wrong === undefined) errors.push({ message: change.error.message })
  return (
    <Page name="users-passphrase" title="Change my passphrase" heading={null} mistaken={errors.length > 0}>
      <form className="desk-form" onSubmit={(event) => void submit(event)} noValidate>
        <ErrorSummary errors={errors} />
        <PageHeading>Change my passphrase</PageHeading>
        <PassphraseInput
          id="passphrase-current"
          label="Passphrase now"
          value={form.current}
          onChange={(event) => setForm({ ...form, current: event.target.value })}
          error={shown.current}
        />
        <PassphraseInput
          id="passphrase-first"
          label="New passphrase"
          hint={`${SHORTEST_PASSPHRASE} characters or more`}
          value={form.first}
          onChange={(event) => setForm({ ...form, first: event.target.value })}
          error={shown.first}
          autoComplete="new-password"
        />
        <PassphraseInput
          id="passphrase-second"
          label="New passphrase again"
          value={form.second}
          onChange={(event) => setForm({ ...form, second: event.target.value })}
          error={shown.second}
          autoComplete="new-password"
        />
        <div className="desk-actions">
          <Button type="submit">{change.running ? 'Changing…' : 'Change passphrase'}</Button>
          <button type="button" className="desk-link-button" onClick={() => onFinish('')}>
            Cancel
          </button>
        </div>
      </form>
    </Page>
  )
}
