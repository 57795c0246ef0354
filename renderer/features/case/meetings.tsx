import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { WorkRow } from '../../../domain/contract/dated-work.ts'
import { Tags } from '../../components/govuk/tag.tsx'
import { Outcome } from '../../components/govuk/outcome.tsx'
import { useWayBack } from '../../components/layout/way-back.ts'
import { Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showDate, showTableDate } from '../../components/text/show-date.ts'
import { useHasRole } from '../../api/use-session.ts'
import { BookForm } from './book-form.tsx'
import { casePath, type CaseFile, type PartProps } from './case-file.ts'
import { HolidaysNote } from './holidays-note.tsx'
import { ChangeRecord, EveryRecord, WhatIsRecorded } from './what-is-recorded.tsx'

/** A meeting the case asks for or once asked for, with what was recorded of it. */
interface Meeting extends WorkRow {
  task: string
}

/** In the order they are held. */
const MANDATED = ['mt-handover', 'mt-prerelease-2', 'mt-prerelease-1m']

const isOpen = ({ doneOn, notDone }: Meeting) => doneOn === null && notDone === null
const bookId = (task: string) => `book-${task}`

/** The meetings and contacts of this case: window, day, last working day, state, and what was recorded of each. */
export function Meetings({ file }: PartProps) {
  const mayWrite = useHasRole('head_of_omu', 'pom', 'case_administrator')
  const meetings = file.work.groups
    .flatMap(({ rows }) => rows)
    .filter(
      (row): row is Meeting =>
        row.task !== null && (row.task.startsWith('mt-') || row.task === 'com_contact'),
    )
  const [search, setSearch] = useSearchParams()
  const [outcome, setOutcome] = useState('')
  const goBackTo = useWayBack()
  const mandated = MANDATED.flatMap((task) => meetings.find((meeting) => meeting.task === task) ?? [])
  const others = meetings.filter(({ task }) => !MANDATED.includes(task))
  const booked = mayWrite
    ? mandated.find((meeting) => meeting.task === search.get('book') && isOpen(meeting))
    : undefined
  if (booked !== undefined) {
    const close = (words: string) => {
      goBackTo(bookId(booked.task))
      setOutcome(words)
      setSearch({}, { replace: true })
    }
    return (
      <BookForm key={booked.task} file={file} meeting={booked} onDone={close} onCancel={() => close('')} />
    )
  }
  return (
    <div className="desk-case">
      <Outcome words={outcome} />
      <HolidaysNote note={file.holidaysNote} />
      <Section title="Mandated meetings" note={heldNote(mandated)}>
        {mandated.length === 0 ? (
          <p>This case asks for no mandated meeting: it has no handover from POM to COM.</p>
        ) : (
          <MeetingTable title="Mandated meetings" meetings={mandated} file={file} mayWrite={mayWrite} book />
        )}
      </Section>
      {others.length > 0 && (
        <Section title="Other meetings and contacts">
          <MeetingTable
            title="Other meetings and contacts"
            meetings={others}
            file={file}
            mayWrite={mayWrite}
          />
        </Section>
      )}
    </div>
  )
}

function heldNote(meetings: readonly Meeting[]): string {
  const held = meetings.filter(({ doneOn }) => doneOn !== null).length
  return meetings.length === 0 ? '' : `${held} of ${meetings.length} held`
}

function MeetingTable(props: {
  title: string
  meetings: readonly Meeting[]
  file: CaseFile
  mayWrite: boolean
  /** These can be booked here. */
  book?: true
}) {
  const { title, meetings, file, mayWrite, book } = props
  return (
    <ScrollPane label={title}>
      <table className="desk-casetable desk-checklist">
        <caption className="govuk-visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">Meeting</th>
            <th scope="col">Day</th>
            <th scope="col">Window</th>
            <th scope="col">Recorded</th>
            {mayWrite && (
              <th scope="col">
                <span className="govuk-visually-hidden">Change</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {meetings.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.title} <Tags tags={tagsOf(file, row)} />
                <span className="desk-second">{row.owner}</span>
              </th>
              <td>
                {row.due === null ? 'Set a date' : showTableDate(row.due)}
                {row.relative !== '' && <span className="desk-second">{row.relative}</span>}
                {row.latestWorkingDay !== null && (
                  <span className="desk-second">Last working day {showTableDate(row.latestWorkingDay)}</span>
                )}
              </td>
              <td>
                {row.windowFrom !== null && row.windowTo !== null
                  ? `${showDate(row.windowFrom)} to ${showDate(row.windowTo)}`
                  : ''}
              </td>
              <td>
                {row.doneOn === null && row.notDone === null && row.booking === null ? (
                  <span className="desk-quiet">Nothing yet</span>
                ) : (
                  <WhatIsRecorded row={row} />
                )}
                <EveryRecord records={file.taskRecords[row.task]} />
              </td>
              {mayWrite && (
                <td className="desk-casetable__action">
                  {book !== undefined && isOpen(row) && (
                    <Link id={bookId(row.task)} to={`?book=${row.task}`}>
                      {row.booking === null ? 'Book' : 'Move or cancel'}
                      <span className="govuk-visually-hidden">: {row.title}</span>
                    </Link>
                  )}{' '}
                  <ChangeRecord row={row} at={casePath(file.personId, 'tasks')} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPane>
  )
}

/** A mandated meeting has a state of its own; other work says where it stands. */
function tagsOf(file: CaseFile, row: Meeting) {
  return file.dates.find(({ key }) => key === row.task)?.tags ?? row.tags
}
