import { useCommand } from '../../api/use-command.ts'
import { useHasRole } from '../../api/use-session.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Tag } from '../../components/govuk/tag.tsx'
import { Section } from '../../components/layout/section.tsx'
import { showDate } from '../../components/text/show-date.ts'
import type { LetterShown, StepProps } from './letter-page.tsx'

/** Whether the person may be told the date: confirmed, to be confirmed, or confirmed for a date that is no longer so. */
export function ConfirmDate({ shown, onDone }: StepProps) {
  const mayConfirm = useHasRole('pom', 'head_of_omu')
  const command = useCommand('letter.confirmDate')
  const { personId, handover, seen, confirmation } = shown
  async function confirm(date: LetterShown['handover']) {
    const done = await command.run({ personId, handover: date, seen })
    if (done !== undefined)
      onDone(
        date === null
          ? 'The confirmation was taken back: the letter says no date.'
          : `Confirmed: the letter says ${showDate(date)}.`,
      )
  }
  return (
    <Section title="The date">
      <ErrorSummary errors={command.error === null ? [] : [{ message: command.error.message }]} />
      <Standing shown={shown} />
      {mayConfirm && handover !== null && confirmation !== 'confirmed' && (
        <p>
          <Button onPress={() => void confirm(handover)}>
            {command.running ? 'Saving…' : `Confirm ${showDate(handover)}`}
          </Button>
        </p>
      )}
      {mayConfirm && confirmation === 'confirmed' && (
        <p>
          <Button kind="secondary" onPress={() => void confirm(null)}>
            {command.running ? 'Saving…' : 'Take the confirmation back'}
          </Button>
        </p>
      )}
      {!mayConfirm && handover !== null && confirmation !== 'confirmed' && (
        <p className="desk-second">A POM or the head of OMU confirms it.</p>
      )}
    </Section>
  )
}

function Standing({ shown: { handover, confirmation, told } }: { shown: LetterShown }) {
  if (handover === null || confirmation === 'not_needed') return <p>This letter says no handover date.</p>
  if (confirmation === 'confirmed' && told?.confirmedOn)
    return (
      <p>
        <Tag text="Confirmed" tone="done" /> {showDate(handover)}, confirmed by {told.by} on{' '}
        {showDate(told.confirmedOn)}. The letter says it.
      </p>
    )
  if (confirmation === 'void' && told?.handover && told.confirmedOn)
    return (
      <p>
        <Tag text="No longer so" tone="late" /> {showDate(told.handover)} was confirmed by {told.by} on{' '}
        {showDate(told.confirmedOn)}, and the handover date is now {showDate(handover)}. The letter says no
        date until this one is confirmed.
      </p>
    )
  return (
    <p>
      <Tag text="Not confirmed" tone="unknown" /> The handover date is {showDate(handover)}. The letter says
      no date until it is confirmed.
    </p>
  )
}
