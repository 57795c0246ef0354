import { Link } from 'react-router'
import type { WorkRow } from '../../../domain/contract/dated-work.ts'
import { Tags } from '../../components/govuk/tag.tsx'
import { mayBeHeldAfter } from '../../../domain/model/handover-task.ts'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showDate, showTableDate } from '../../components/text/show-date.ts'
import { casePath, type CaseFile } from '../case/case-file.ts'
import { ChangeRecord, EveryRecord, WhatIsRecorded } from '../case/what-is-recorded.tsx'

/** A meeting the case asks for or once asked for, with what was recorded of it. */
export interface Meeting extends WorkRow {
  task: string
}

export const bookId = (task: string) => `book-${task}`
/** Neither held nor given up: one that fell through is booked again while it may still be held. */
export const mayBeBooked = ({ doneOn, notDone }: Meeting): boolean =>
  doneOn === null && (notDone === null || mayBeHeldAfter(notDone.reason))

const isGone = ({ presence }: CaseFile) => presence?.state === 'left'

/** Nothing is recorded for the dead; of somebody who left only what was booked before they did, or is recorded already. */
function mayRecord({ presence }: CaseFile, row: Meeting): boolean {
  if (presence?.state !== 'left') return true
  if (presence.died) return false
  return (
    row.doneOn !== null || row.notDone !== null || (row.booking !== null && row.booking.on <= presence.on)
  )
}

/** Meetings with their day and window, what is recorded of each, and what can be done about it. */
export function MeetingTable(props: {
  title: string
  meetings: readonly Meeting[]
  file: CaseFile
  mayWrite: boolean
  /** These are booked and recorded here. */
  book?: true
}) {
  const { title, meetings, file, mayWrite, book } = props
  const hasWindow = meetings.some(({ windowFrom, windowTo }) => windowFrom !== null && windowTo !== null)
  return (
    <ScrollPane label={title}>
      <table className="desk-casetable desk-checklist">
        <caption className="govuk-visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">Meeting</th>
            <th scope="col">Day</th>
            {hasWindow && <th scope="col">Window</th>}
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
                <Day row={row} gone={isGone(file)} />
              </td>
              {hasWindow && (
                <td>
                  {row.windowFrom !== null && row.windowTo !== null
                    ? `${showDate(row.windowFrom)} to ${showDate(row.windowTo)}`
                    : ''}
                </td>
              )}
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
                  {book !== undefined && mayBeBooked(row) && !isGone(file) && (
                    <Link id={bookId(row.task)} to={`?book=${row.task}`}>
                      {row.booking !== null
                        ? 'Move or call off'
                        : row.notDone === null
                          ? 'Book'
                          : 'Book again'}
                      <span className="govuk-visually-hidden">: {row.title}</span>
                    </Link>
                  )}{' '}
                  {mayRecord(file, row) && (
                    <ChangeRecord row={row} at={book === undefined ? casePath(file.personId, 'tasks') : ''} />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPane>
  )
}

/** The day it is booked for comes before the day it is due; a booking that is off the window since the dates moved says so. */
function Day({ row, gone }: { row: Meeting; gone: boolean }) {
  const { due, relative, latestWorkingDay, booking, doneOn, notDone, windowFrom, windowTo } = row
  const happened = doneOn ?? notDone?.on ?? null
  const outside =
    booking !== null &&
    ((windowFrom !== null && booking.on < windowFrom) || (windowTo !== null && booking.on > windowTo))
  if (happened !== null)
    return (
      <>
        {showTableDate(happened)}
        {due !== null && <span className="desk-second">Due {showTableDate(due)}</span>}
      </>
    )
  return (
    <>
      {booking !== null && (
        <>
          <strong>{showTableDate(booking.on)}</strong>
          {outside && !gone && <span className="desk-second">Outside the window by now</span>}
        </>
      )}
      {booking === null && (due === null ? 'Set a date' : showTableDate(due))}
      {booking !== null && due !== null && <span className="desk-second">Due {showTableDate(due)}</span>}
      {relative !== '' && !gone && <span className="desk-second">{relative}</span>}
      {latestWorkingDay !== null && !gone && (
        <span className="desk-second">Last working day {showTableDate(latestWorkingDay)}</span>
      )}
    </>
  )
}

/** A mandated meeting has a state of its own; other work says where it stands. */
function tagsOf(file: CaseFile, row: Meeting) {
  return file.dates.find(({ key }) => key === row.task)?.tags ?? row.tags
}
