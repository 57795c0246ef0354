import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { WarningText } from '../../components/govuk/notices.tsx'
import { showDate } from '../../components/text/show-date.ts'
import type { DecisionFormProps } from './decision-form.tsx'
import type { Review } from './parole.tsx'
import { useFocusedHeading } from './record-task.tsx'

/** Taking a review back: its hearing and outcome may decide the dates of the case, so it is said before it happens. */
export function TakeBackReview(props: DecisionFormProps & { review: Review }) {
  const { file, review, onDone, onCancel } = props
  const command = useCommand('parole.takeBack')
  const heading = useFocusedHeading()
  async function takeBack() {
    if (review.id === null) return
    const done = await command.run({ personId: file.personId, reviewId: review.id })
    if (done !== undefined) onDone('The review was taken back.')
  }
  const hearing = review.hearing === null ? 'no hearing date' : `hearing ${showDate(review.hearing)}`
  return (
    <div className="desk-case desk-form">
      {command.error && <ErrorSummary errors={[{ message: command.error.message }]} />}
      <h2 className="desk-form__title" ref={heading} tabIndex={-1} data-keeps-focus>
        {review.reviewType}, {hearing}: take back the review
      </h2>
      <p>
        {file.name}, {file.prisonNumber}.
      </p>
      <WarningText>
        Its hearing, its outcome and its steps will no longer count, and the dates of the case may move.
      </WarningText>
      <p>The record of it stays in the timeline, with who took it back and when.</p>
      <div className="desk-actions">
        <Button kind="warning" onPress={() => void takeBack()}>
          {command.running ? 'Taking back…' : 'Take back'}
        </Button>
        <button type="button" className="desk-link-button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </div>
  )
}
