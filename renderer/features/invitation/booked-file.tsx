import { useState, type FormEvent } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useCommand } from '../../api/use-command.ts'
import { Radios } from '../../components/form/choices.tsx'
import { Select } from '../../components/form/inputs.tsx'
import { NO_MISTAKES, summaryOf } from '../../components/form/mistakes.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { NotificationBanner } from '../../components/govuk/notices.tsx'
import type { ScopeChoice } from '../../state/ui-store.ts'
import { useFocusedHeading } from '../case/record-task.tsx'

const WHOSE: Record<ScopeChoice, string> = {
  mine: 'your cases',
  covering: 'the cases you cover',
  unit: 'the whole unit',
}

/** One calendar file of every booked meeting, for a diary: whose, and whether anybody is named in it. */
export function BookedFile({
  scope,
  poms,
  onClose,
}: {
  scope: ScopeChoice
  /** POMs with a booked meeting in this scope. */
  poms: readonly string[]
  onClose: () => void
}) {
  const [pom, setPom] = useState('')
  const [names, setNames] = useState('no')
  const [saved, setSaved] = useState<OutputOf<'invitations.saveAll'> | null>(null)
  const command = useCommand('invitations.saveAll')
  const heading = useFocusedHeading()

  async function submit(event: FormEvent) {
    event.preventDefault()
    setSaved(null)
    const done = await command.run({ scope, pom: pom === '' ? null : pom, names: names === 'yes' })
    if (done !== undefined) setSaved(done)
  }

  return (
    <section className="desk-box" aria-labelledby="booked-file-title">
      <h2 className="desk-section__title" id="booked-file-title" ref={heading} tabIndex={-1}>
        Save booked meetings as a calendar file
      </h2>
      <ErrorSummary errors={summaryOf(NO_MISTAKES, (field) => `booked-${field}`, command.error)} />
      {saved?.saved === true && (
        <NotificationBanner>
          <p>
            {saved.booked} booked and {saved.off} called off, saved as {saved.file}.
          </p>
        </NotificationBanner>
      )}
      {saved?.saved === false && (
        <output>
          {saved.booked + saved.off === 0
            ? 'No meeting is booked, so there is nothing to save.'
            : 'Nothing was saved.'}
        </output>
      )}
      <p>
        The booked meetings of {WHOSE[scope]} at their times, for Outlook or another diary, and those called
        off since. Saving again later updates the same events.
      </p>
      <form onSubmit={(event) => void submit(event)} noValidate>
        {poms.length > 1 && (
          <Select
            id="booked-pom"
            label="Whose meetings?"
            value={pom}
            onChange={(event) => setPom(event.target.value)}
            options={[['', 'Every POM'], ...poms.map((name) => [name, name] as const)]}
          />
        )}
        <Radios
          id="booked-names"
          label="Names in the file"
          small
          value={names}
          onChoose={setNames}
          choices={[
            {
              value: 'no',
              label: 'No names',
              hint: 'The meeting, its time, how it is held and a case reference. Nobody is named, and no place.',
            },
            {
              value: 'yes',
              label: 'With names',
              hint: 'Also the person’s name and prison number, the place and who takes part. Only for a diary no wider than the unit.',
            },
          ]}
        />
        <div className="desk-actions">
          <Button type="submit" kind="secondary">
            {command.running ? 'Saving…' : 'Save calendar file'}
          </Button>
          <button type="button" className="desk-link-button" onClick={onClose}>
            Close
          </button>
        </div>
      </form>
    </section>
  )
}
