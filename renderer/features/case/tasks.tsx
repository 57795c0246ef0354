import { useState } from 'react'
import { isCivilDate, type CivilDate } from '../../../domain/dates/civil-date.ts'
import { useSearchParams } from 'react-router'
import { useHasRole } from '../../api/use-session.ts'
import { Details } from '../../components/govuk/notices.tsx'
import { Section } from '../../components/layout/section.tsx'
import { useWayBack } from '../../components/layout/way-back.ts'
import { showDate } from '../../components/text/show-date.ts'
import type { CaseFile, PartProps, Recordable } from './case-file.ts'
import { HolidaysNote } from './holidays-note.tsx'
import { Outcome } from '../../components/govuk/outcome.tsx'
import { RecordTask } from './record-task.tsx'
import { Checklist, onChecklist } from './checklist.tsx'
import { doneWord, type TaskAnswer } from './task-form.ts'
import { TakeBackTask } from './take-back-task.tsx'
import { changeId } from './what-is-recorded.tsx'
import { WorkTable } from './work-table.tsx'

/** Everything dated that this case asks for: where each stands, recorded as done, or taken back. */
export function Tasks({ file }: PartProps) {
  const [search, setSearch] = useSearchParams()
  const [outcome, setOutcome] = useState('')
  const goBackTo = useWayBack()
  const mayWrite = useHasRole('head_of_omu', 'pom', 'case_administrator')
  const chosen = (name: string) => recordableOf(file, search.get(name))
  const finish = (words: string) => {
    setOutcome(words)
    setSearch({}, { replace: true })
  }
  const cancel =
    ({ task }: Recordable) =>
    () => {
      goBackTo(changeId(task))
      finish('')
    }
  const recording = mayWrite ? chosen('record') : undefined
  const takingBack = mayWrite ? chosen('back') : undefined
  if (recording)
    return (
      <RecordTask
        key={recording.task}
        file={file}
        task={recording}
        on={dayIn(search.get('on'))}
        onDone={(answer) => finish(recordedWords(recording, answer))}
        onCancel={cancel(recording)}
      />
    )
  if (takingBack)
    return (
      <TakeBackTask
        key={takingBack.task}
        file={file}
        task={takingBack}
        onDone={() => finish(`${takingBack.title}: the record was taken back.`)}
        onCancel={cancel(takingBack)}
      />
    )
  return (
    <div className="desk-case">
      <Outcome words={outcome} />
      <HolidaysNote note={file.workHolidaysNote} />
      <Checklist file={file} mayWrite={mayWrite && file.presence?.died !== true} />
      <Groups file={file} mayWrite={mayWrite && file.presence?.died !== true} />
      <Unlisted file={file} />
    </div>
  )
}

const dayIn = (text: string | null): CivilDate | null => (isCivilDate(text) ? text : null)

function recordedWords(task: Recordable, { doneOn, notDone }: TaskAnswer): string {
  const word = doneWord(task)
  if (notDone !== null) return `${task.title}: recorded as not ${word}.`
  return `${task.title}: recorded as ${word}${doneOn === null ? '' : ` on ${showDate(doneOn)}`}.`
}

function recordableOf({ work, tasks }: CaseFile, task: string | null): Recordable | undefined {
  const line = tasks.find((known) => known.task === task)
  if (line !== undefined) return line
  for (const { rows } of work.groups)
    for (const row of rows) if (row.task !== null && row.task === task) return { ...row, task: row.task }
  return undefined
}

function Groups({ file, mayWrite }: PartProps & { mayWrite: boolean }) {
  const listed = onChecklist(file)
  const groups = file.work.groups
    .map((group) =>
      Object.assign({}, group, { rows: group.rows.filter(({ task }) => !listed.has(task ?? '')) }),
    )
    .filter(({ rows }) => rows.length > 0)
  if (groups.length === 0 && listed.size > 0) return null
  if (groups.length === 0)
    return (
      <Section title="Dated work">
        <p>
          {file.cannotPlan === null
            ? 'This case asks for no dated work.'
            : 'No dated work can be listed until the plan of this case can be made.'}
        </p>
      </Section>
    )
  return groups.map(({ group, title, about, rows }) => (
    <Section
      title={title}
      note={rows.length === 1 ? '1 piece of work' : `${rows.length} pieces of work`}
      key={group}
    >
      {about !== '' && <p className="desk-second desk-work__about">{about}</p>}
      <WorkTable title={title} rows={rows} mayWrite={mayWrite} />
    </Section>
  ))
}

/** What is not in the lists above, and why: nothing vanishes. */
function Unlisted({ file }: PartProps) {
  const { off, undated } = file.work
  return (
    <>
      {undated.length > 0 && (
        <Details summary={`Cannot be dated yet (${undated.length})`}>
          <UnlistedItems items={undated} />
        </Details>
      )}
      {off.length > 0 && (
        <Details summary={`Switched off here (${off.length})`}>
          <UnlistedItems items={off} />
        </Details>
      )}
    </>
  )
}

function UnlistedItems({ items }: { items: CaseFile['work']['off'] }) {
  return (
    <dl className="desk-fullsources">
      {items.map(({ id, title, why }) => (
        <div key={id}>
          <dt>{title}</dt>
          <dd>{why}</dd>
        </div>
      ))}
    </dl>
  )
}
