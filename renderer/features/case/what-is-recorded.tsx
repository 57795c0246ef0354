import { Link } from 'react-router'
import { showDate, showMoment, showTableDate } from '../../components/text/show-date.ts'
import type { CaseFile, Recordable } from './case-file.ts'
import { doneWord } from './task-form.ts'

type Row = Pick<Recordable, 'doneOn' | 'notDone' | 'booking' | 'held' | 'note' | 'reference' | 'by'> & {
  task: string | null
}

/** What a record says: when it was done or why it was not, by whom, its note and its document. */
export function WhatIsRecorded({ row }: { row: Row }) {
  const { doneOn, notDone, booking, held, by, note, reference } = row
  const word = doneWord({ task: row.task ?? '' })
  return (
    <>
      {booking !== null ? (
        <>
          Booked for {booking.words}
          <span className="desk-second">
            {[booking.place, booking.attendees.join(', ')].filter((words) => words !== '').join('. ')}
          </span>
        </>
      ) : notDone === null ? (
        <>
          {word === 'held' ? 'Held' : 'Done'}{' '}
          {doneOn !== null && <span className="desk-nowrap">{showTableDate(doneOn)}</span>}
          {held !== null && (
            <span className="desk-second">
              {held.words.charAt(0).toUpperCase()}
              {held.words.slice(1)}. Attended: {held.attended.join(', ')}.
              {held.absent.length > 0 && ` Did not attend: ${held.absent.join(', ')}.`}
              {held.why !== '' && ` Held so because: ${held.why}`}
            </span>
          )}
        </>
      ) : (
        <>
          <strong>Not {word}:</strong> {notDone.words}
          <span className="desk-second">As of {showDate(notDone.on)}</span>
        </>
      )}
      {by !== null && (
        <span className="desk-second">
          {booking === null ? 'Recorded' : 'Booked'} by {by}
        </span>
      )}
      {note !== '' && <span className="desk-second desk-note">{note}</span>}
      {reference !== '' && <span className="desk-second desk-note">Document: {reference}</span>}
    </>
  )
}

/** The id of the link that records a piece of work or changes the record. */
export const changeId = (task: string) => `work-${task}`

const MANDATED = /^mt-(handover|prerelease-2|prerelease-1m)$/

/** Recording it, or changing the record and taking it back. `at` is the page of the forms, where it is not this one. */
export function ChangeRecord({
  row,
  at = '',
}: {
  row: Pick<Recordable, 'task' | 'title' | 'doneOn' | 'notDone' | 'seq'>
  at?: string
}) {
  const { task, title } = row
  // A mandated meeting has a form of its own, beside the meetings.
  const record = MANDATED.test(task)
    ? { to: `../meetings?record=${task}`, relative: 'path' as const }
    : { to: `${at}?record=${task}` }
  const whose = <span className="govuk-visually-hidden">: {title}</span>
  // Ticked by a meeting or a contact: that is what would be changed.
  if (row.doneOn !== null && row.seq === null)
    return (
      <Link id={changeId(task)} to="../meetings" relative="path">
        See what it was recorded by{whose}
      </Link>
    )
  if (row.doneOn === null && row.notDone === null)
    return (
      <Link id={changeId(task)} {...record}>
        Record as {doneWord(row)}
        {whose}
      </Link>
    )
  return (
    <>
      <Link id={changeId(task)} {...record}>
        Change{whose}
      </Link>{' '}
      <Link to={`${at}?back=${task}`}>Take back{whose}</Link>
    </>
  )
}

/** Every record of one task, where there is more than the one that stands. */
export function EveryRecord({ records }: { records: CaseFile['taskRecords'][string] | undefined }) {
  if (records === undefined || records.length < 2) return null
  return (
    <details className="govuk-details desk-records">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Every record ({records.length})</span>
      </summary>
      <ul className="desk-latest">
        {records.map(({ at, by, says: [what = '', ...details] }) => (
          <li key={`${at} ${what}`}>
            {what.charAt(0).toUpperCase() + what.slice(1)}
            {details.map((words) => (
              <span className="desk-second" key={words}>
                {words}
              </span>
            ))}
            <span className="desk-second">
              {showMoment(at)}, {by}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
