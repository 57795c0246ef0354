import { useState } from 'react'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { WarningText } from '../../components/govuk/notices.tsx'
import { Checkboxes } from '../../components/form/choices.tsx'

/** Shown once. Nobody goes on without saying that it is put away: without it a lost passphrase is a lost store. */
export function RecoveryKey({ recoveryKey, onStored }: { recoveryKey: string; onStored: () => void }) {
  const [said, setSaid] = useState<string[]>([])
  const [error, setError] = useState('')
  const [copied, setCopied] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(recoveryKey)
      setCopied('Copied. Clear the clipboard when the key is put away.')
    } catch {
      setCopied('This window may not copy. Print the key or write it down.')
    }
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (said.includes('stored')) onStored()
        else setError('Say that the recovery key is put away')
      }}
    >
      {error && <ErrorSummary errors={[{ field: 'stored', message: error }]} />}
      <p className="govuk-body">
        This key opens the store when a passphrase is forgotten. It is shown once, now, and is kept nowhere
        else.
      </p>
      <p className="desk-recovery-key" aria-label="Recovery key">
        <code>{recoveryKey}</code>
      </p>
      <div className="desk-actions">
        <Button kind="secondary" onPress={() => window.print()}>
          Print this page
        </Button>
        <Button kind="secondary" onPress={() => void copy()}>
          Copy the key
        </Button>
        <output className="desk-second">{copied}</output>
      </div>
      <WarningText>
        Without this key and without a passphrase nobody can open this store again, and no backup of it.
      </WarningText>
      <Checkboxes
        id="stored"
        label="Before you go on"
        error={error === '' ? undefined : error}
        values={said}
        onChange={(values) => {
          setSaid(values)
          setError('')
        }}
        choices={[
          {
            value: 'stored',
            label: 'I have stored it',
            hint: 'On paper, in the unit’s safe or where your establishment keeps such things, not beside this computer.',
          },
        ]}
      />
      <div className="desk-actions">
        <Button type="submit">Go on to Handover Desk</Button>
      </div>
    </form>
  )
}
