import { Link } from 'react-router'
import { addDays } from '../../../domain/dates/arithmetic.ts'
import { WINDOW_DAYS } from '../../../domain/text/status-tags.ts'
import { Tag } from '../../components/govuk/tag.tsx'
import { Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showDate, showTableDate } from '../../components/text/show-date.ts'
import { casePath, type CaseFile, type CaseTask, type PartProps } from './case-file.ts'
import { taskTag } from './task-tag.ts'
import { ChangeRecord, EveryRecord, WhatIsRecorded } from './what-is-recorded.tsx'

const isRecorded = ({ doneOn, notDone }: CaseTask) => doneOn !== null || notDone !== null

/** The tasks the checklist shows: its rows are not repeated in the lists below it. */
export const onChecklist = ({ tasks }: CaseFile): ReadonlySet<string> =>
  new Set(tasks.filter(({ state }) => state !== 'not_needed').map(({ task }) => task))

/**
 * What the handover itself asks for, line by line: the day, the person, the note, the document, or why it was not done. What was
 * recorded while the case asked for more stays below.
 */
export function Checklist({ file, mayWrite }: PartProps & { mayWrite: boolean }) {
  const lines = file.tasks.filter(({ state }) => state !== 'not_needed')
  const asked = lines.filter((task) => task.asked)
  const former = lines.filter((task) => !task.asked)
  const done = asked.filter(isRecorded).length
  const title = file.checklist === 'standard' ? 'Standard handover checklist' : 'Enhanced handover checklist'
  return (
    <>
      {asked.length > 0 && (
        <Section title={title} note={`${done} of ${asked.length} recorded`}>
          <Lines title={title} lines={asked} file={file} mayWrite={mayWrite} />
          {asked.some(
            (task) => task.task === 'mt-prerelease-2' && task.due === null && !isRecorded(task),
          ) && (
            <p className="desk-second desk-case__undated">
              No source gives a day for the second pre-release meeting. Agree one with the COM and book it
              under <Link to={casePath(file.personId, 'meetings')}>Meetings</Link>.
            </p>
          )}
        </Section>
      )}
      {former.length > 0 && (
        <Section title="Recorded before" note="the case asks for it no longer; what was recorded stays">
          <Lines title="Recorded before" lines={former} file={file} mayWrite={mayWrite} />
        </Section>
      )}
    </>
  )
}

function Lines({
  title,
  lines,
  file,
  mayWrite,
}: PartProps & { title: string; lines: readonly CaseTask[]; mayWrite: boolean }) {
  return (
    <ScrollPane label={title}>
      <table className="desk-casetable desk-checklist">
        <caption className="govuk-visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">By</th>
            <th scope="col">Recorded</th>
            {mayWrite && (
              <th scope="col">
                <span className="govuk-visually-hidden">Change</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((task) => (
            <tr key={task.task}>
              <th scope="row">
                {task.title} <Tag {...taskTag(task)} />
              </th>
              <td className="desk-nowrap">{task.due === null ? 'No day given' : showTableDate(task.due)}</td>
              <td>
                {isRecorded(task) || task.booking !== null ? (
                  <WhatIsRecorded row={task} />
                ) : (
                  <span className="desk-quiet">Nothing yet</span>
                )}
                <PackHint task={task} file={file} mayWrite={mayWrite} />
                <AssessmentHint task={task} file={file} mayWrite={mayWrite} />
                <EveryRecord records={file.taskRecords[task.task]} />
              </td>
              {mayWrite && (
                <td className="desk-casetable__action">
                  <ChangeRecord row={task} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPane>
  )
}

/** An assessment completed in the weeks before handover may be the review that is asked for: a person decides. */
function AssessmentHint({ task, file, mayWrite }: PartProps & { task: CaseTask; mayWrite: boolean }) {
  const completed = file.facts.find(({ field }) => field === 'oasys_date')?.raw
  if (task.task !== 'review_oasys' || isRecorded(task) || task.due === null || completed === undefined)
    return null
  if (completed < addDays(task.due, -WINDOW_DAYS)) return null
  return (
    <span className="desk-second">
      An OASys was completed on {showDate(completed)}.{' '}
      {mayWrite && <Link to={`?record=review_oasys&on=${completed}`}>Record it as reviewed that day</Link>}
    </span>
  )
}

/** A pack that was made is no report that was sent: it is said, and a person decides. */
function PackHint({ task, file, mayWrite }: PartProps & { task: CaseTask; mayWrite: boolean }) {
  if (task.task !== 'handover_report' || isRecorded(task) || file.packMadeOn === null) return null
  return (
    <span className="desk-second">
      A handover pack was made on {showDate(file.packMadeOn)}.{' '}
      {mayWrite && (
        <Link to={`?record=handover_report&on=${file.packMadeOn}`}>Record it as sent that day</Link>
      )}
    </span>
  )
}
