import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { usePageActions } from '../../actions/page-actions.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { Outcome } from '../../components/govuk/outcome.tsx'
import { Section } from '../../components/layout/section.tsx'
import { useWayBack } from '../../components/layout/way-back.ts'
import type { CaseFile, PartProps } from '../case/case-file.ts'
import { HolidaysNote } from '../case/holidays-note.tsx'
import { changeId } from '../case/what-is-recorded.tsx'
import { InvitationForm } from '../invitation/invitation-form.tsx'
import { InvitationOffers } from '../invitation/invitation-offers.tsx'
import { inviteId, KIND_TITLES } from '../invitation/invitation-words.ts'
import { BookForm } from './book-form.tsx'
import { CaseNotes } from './case-notes.tsx'
import { ContactForm } from './contact-form.tsx'
import { Contacts, contactId } from './contacts.tsx'
import { TakeBackTask } from '../case/take-back-task.tsx'
import { bookId, mayBeBooked, MeetingTable, type Meeting } from './meeting-table.tsx'
import { NextSteps } from './next-steps.tsx'
import { RecordMeeting } from './record-meeting.tsx'

/** In the order they are held. */
const MANDATED = ['mt-handover', 'mt-prerelease-2', 'mt-prerelease-1m'] as const

export type MeetingLog = OutputOf<'meetings.log'>

/** The meetings and contacts of this case: to book, booked and recorded; what was agreed, and the case notes of it. */
export function Meetings({ file }: PartProps) {
  const mayWrite = useHasRole('head_of_omu', 'pom', 'case_administrator')
  const [search, setSearch] = useSearchParams()
  const [outcome, setOutcome] = useState('')
  const goBackTo = useWayBack()
  const { data: log } = useQuery('meetings.log', { personId: file.personId })
  const meetings = meetingsOf(file)
  const mandated = MANDATED.flatMap((task) => meetings.find((meeting) => meeting.task === task) ?? [])
  const others = meetings.filter(({ task }) => !MANDATED.some((mandated) => mandated === task))
  const close = (backTo: string) => (words: string) => {
    goBackTo(backTo)
    setOutcome(words)
    setSearch({}, { replace: true })
  }
  const offers = mayWrite ? (log?.invitations ?? []) : []
  usePageActions(
    offers.map(({ task, title, kind }) => ({
      id: inviteId(task),
      label: `Send the ${KIND_TITLES[kind]}: ${title}`,
      run: () => setSearch({ invite: task }),
    })),
  )
  const chosen = (name: string) =>
    mayWrite ? mandated.find((meeting) => meeting.task === search.get(name)) : undefined
  const booking = chosen('book')
  const recording = chosen('record')
  const contact = mayWrite ? search.get('contact') : null
  if (booking !== undefined && mayBeBooked(booking) && file.presence?.state !== 'left') {
    const done = close(bookId(booking.task))
    return (
      <BookForm
        key={booking.task}
        file={file}
        meeting={booking}
        on={search.get('on')}
        onDone={done}
        onCancel={() => done('')}
      />
    )
  }
  if (recording !== undefined && file.presence?.died !== true) {
    const done = close(changeId(recording.task))
    return (
      <RecordMeeting
        key={recording.task}
        file={file}
        meeting={recording}
        onDone={done}
        onCancel={() => done('')}
      />
    )
  }
  const takingBack = chosen('back')
  if (takingBack !== undefined) {
    const done = close(changeId(takingBack.task))
    return (
      <TakeBackTask
        key={takingBack.task}
        file={file}
        task={takingBack}
        onDone={() => done(`${takingBack.title}: the record was taken back.`)}
        onCancel={() => done('')}
      />
    )
  }
  const inviting = mayWrite ? MANDATED.find((task) => task === search.get('invite')) : undefined
  if (inviting !== undefined) {
    const done = close(inviteId(inviting))
    return (
      <InvitationForm key={inviting} file={file} task={inviting} onDone={done} onCancel={() => done('')} />
    )
  }
  if (contact !== null && log !== undefined) {
    const known = log.contacts.find(({ subject }) => subject === contact) ?? null
    const done = close(contactId(known?.subject ?? 'new'))
    return <ContactForm key={contact} file={file} contact={known} onDone={done} onCancel={() => done('')} />
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
        <InvitationOffers offers={offers} />
        {mandated.some(
          (meeting) => mayBeBooked(meeting) && meeting.due === null && meeting.booking === null,
        ) && (
          <p className="desk-second">
            No source gives a day for one of these: book it for a day agreed with the COM. An establishment
            may set a day of its own for everybody under{' '}
            <Link to="/rules/item/mt-prerelease-2">Second pre-release meeting</Link>.
          </p>
        )}
      </Section>
      {log !== undefined && (
        <>
          <NextSteps file={file} steps={log.steps} mayWrite={mayWrite} />
          <Contacts file={file} contacts={log.contacts} mayWrite={mayWrite} onDone={setOutcome} />
          <CaseNotes file={file} notes={log.notes} mayWrite={mayWrite} />
        </>
      )}
      {others.length > 0 && (
        <Section title="Other meetings and contacts on the list of work">
          <MeetingTable
            title="Other meetings and contacts on the list of work"
            meetings={others}
            file={file}
            mayWrite={mayWrite}
          />
        </Section>
      )}
    </div>
  )
}

const meetingsOf = (file: CaseFile): Meeting[] =>
  file.work.groups
    .flatMap(({ rows }) => rows)
    .filter(
      (row): row is Meeting =>
        row.task !== null && (row.task.startsWith('mt-') || row.task === 'com_contact'),
    )

function heldNote(meetings: readonly Meeting[]): string {
  const held = meetings.filter(({ doneOn }) => doneOn !== null).length
  return meetings.length === 0 ? '' : `${held} of ${meetings.length} held`
}
