import { Link } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Section } from '../../components/layout/section.tsx'

/** Nobody leaves with anything still theirs: what is left to do, or the button once nothing is. */
export function Leaving({
  shown,
  onLeft,
}: {
  shown: OutputOf<'staff.show'>
  onLeft: (words: string) => void
}) {
  const { row, before } = shown
  const command = useCommand('staff.save')
  if (row.status === 'left') return null

  async function leave() {
    const { staffId, seq, name, kind, halfDays, email } = row
    const done = await command.run({ staffId, seq, name, kind, halfDays, email, status: 'left' })
    if (done !== undefined) onLeft(`${name} is recorded as left.`)
  }

  return (
    <Section title="Leaving">
      {command.error !== null && <ErrorSummary errors={[{ message: command.error.message }]} />}
      {before.length > 0 ? (
        <>
          <p>Before {row.name} can be recorded as left:</p>
          <ul className="govuk-list govuk-list--bullet">
            {before.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {shown.cases.length > 0 && (
            <p>
              <Link to={`/allocation/hand-over?from=${row.staffId}`}>Hand over all {shown.cases.length}</Link>
            </p>
          )}
        </>
      ) : (
        <>
          <p>No case, co-working role or cover is still theirs.</p>
          <Button kind="secondary" onPress={() => void leave()}>
            {command.running ? 'Saving…' : 'Record as left'}
          </Button>
        </>
      )}
    </Section>
  )
}
