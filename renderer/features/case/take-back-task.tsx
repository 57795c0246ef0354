import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { WarningText } from '../../components/govuk/notices.tsx'
import { showDate } from '../../components/text/show-date.ts'
import type { CaseFile, Recordable } from './case-file.ts'
import { useFocusedHeading, type TaskId } from './record-task.tsx'

/** Taking a wrong record back: said plainly before it happens. The former record stays in the timeline. */
export function TakeBackTask(props: {
  file: CaseFile
  task: Recordable
  onDone: () => void
  onCancel: () => void
}) {
  const { file, task, onDone, onCancel } = props
  const record = useCommand('case.recordTask')
  const heading = useFocusedHeading()
  async function takeBack() {
    const done = await record.run({
      personId: file.personId,
      task: task.task as TaskId,
      doneOn: null,
      note: '',
      seen: task.seq,
    })
    if (done !== undefined) onDone()
  }
  return (
    <div className="desk-case desk-form">
      {record.error && <ErrorSummary errors={[{ message: record.error.message }]} />}
      <h2 className="desk-form__title" ref={heading} tabIndex={-1} data-keeps-focus>
        {task.title}: take back the record
      </h2>
      <WarningText>
        {task.notDone === null
          ? `It will no longer count as done${task.doneOn === null ? '' : ` on ${showDate(task.doneOn)}`}, and may become overdue.`
          : 'The reason why it was not done will no longer stand, and it may become overdue.'}
      </WarningText>
      <p>The record stays in the timeline, with who took it back and when.</p>
      <div className="desk-actions">
        <Button kind="warning" onPress={() => void takeBack()}>
          Take back
        </Button>
        <button type="button" className="desk-link-button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </div>
  )
}
