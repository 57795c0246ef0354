import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useHasRole } from '../../api/use-session.ts'
import { Tag } from '../../components/govuk/tag.tsx'
import { NotificationBanner } from '../../components/govuk/notices.tsx'
import { Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showDate, showTableDate } from '../../components/text/show-date.ts'
import { Link } from 'react-router'
import type { CaseTask, PartProps } from './case-file.ts'
import { RecordTask } from './record-task.tsx'
import { doneWord } from './task-form.ts'
import { taskTag } from './task-tag.ts'
import { TakeBackTask } from './take-back-task.tsx'

/** Handover tasks and mandated meetings: where each stands, recorded as done, or taken back. */
export function Tasks({ file }: PartProps) {
  const [search, setSearch] = useSearchParams()
  const [outcome, setOutcome] = useState('')
  const mayWrite = useHasRole('head_of_omu', 'pom', 'case_administrator')
  const chosen = (name: string) => file.tasks.find((task) => task.task === search.get(name))
  const finish = (words: string) => {
    setOutcome(words)
    setSearch({}, { replace: true })
  }
  const recording = mayWrite ? chosen('record') : undefined
  const takingBack = mayWrite ? chosen('back') : undefined
  if (recording)
    return (
      <RecordTask
        key={recording.task}
        file={file}
        task={recording}
        onDone={(date) =>
          finish(`${recording.title}: recorded as ${doneWord(recording)} on ${showDate(date)}.`)
        }
        onCancel={() => finish('')}
      />
    )
  if (takingBack)
    return (
      <TakeBackTask
        key={takingBack.task}
        file={file}
        task={takingBack}
        onDone={() => finish(`${takingBack.title}: the record was taken back.`)}
        onCancel={() => finish('')}
      />
    )
  return (
    <div className="desk-case">
      {outcome !== '' && (
        <NotificationBanner>
          <p className="govuk-notification-banner__heading">{outcome}</p>
        </NotificationBanner>
      )}
      <Section title="Handover tasks and meetings">
        {file.tasks.length === 0 ? (
          <p>No handover tasks: this case has no handover from POM to COM.</p>
        ) : (
          <TaskTable tasks={file.tasks} mayWrite={mayWrite} />
        )}
        {file.tasks.some((task) => task.due === null && task.state === 'not_yet_started') && (
          <p className="desk-second desk-case__undated">
            No source gives a day for the second pre-release meeting. Agree one with the COM and put it in
            your own diary: this desk cannot hold a day still to come. Once it has been held, record it here.
          </p>
        )}
      </Section>
    </div>
  )
}

function TaskTable({ tasks, mayWrite }: { tasks: readonly CaseTask[]; mayWrite: boolean }) {
  return (
    <ScrollPane label="Handover tasks and meetings">
      <table className="desk-casetable">
        <caption className="govuk-visually-hidden">Handover tasks and meetings of this case</caption>
        <thead>
          <tr>
            <th scope="col">Task</th>
            <th scope="col">Due</th>
            <th scope="col">State</th>
            <th scope="col">Done</th>
            {mayWrite && (
              <th scope="col">
                <span className="govuk-visually-hidden">Change</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr key={task.task}>
              <th scope="row">{task.title}</th>
              <td>
                {task.due === null ? <span className="desk-quiet">no day set</span> : showTableDate(task.due)}
              </td>
              <td>
                <Tag {...taskTag(task)} />
              </td>
              <td>
                {task.doneOn !== null && showTableDate(task.doneOn)}
                {task.by !== null && <span className="desk-second">Recorded by {task.by}</span>}
                {task.note !== '' && <span className="desk-second desk-note">{task.note}</span>}
              </td>
              {mayWrite && (
                <td className="desk-casetable__action">
                  <Change task={task} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPane>
  )
}

function Change({ task }: { task: CaseTask }) {
  const done = task.doneOn !== null
  if (task.state === 'not_needed' && !done) return null
  return (
    <Link to={`?${done ? 'back' : 'record'}=${task.task}`}>
      {done ? 'Take back' : `Record as ${doneWord(task)}`}
      <span className="govuk-visually-hidden">: {task.title}</span>
    </Link>
  )
}
