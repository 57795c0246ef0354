import { saveDecision } from '../../../../db/repositories/decisions.ts'
import { findPersonByNumber } from '../../../../db/repositories/people.ts'
import { saveTask, tasksOf } from '../../../../db/repositories/tasks.ts'
import { listUsers } from '../../../../db/repositories/users.ts'
import { newId } from '../../../../db/uuid.ts'
import { SAMPLE } from '../../../../db/synthetic/sample-settings.ts'
import type { Store, WriteDb } from '../../../../db/types.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Booking } from '../../../../domain/meetings/booking.ts'
import type { Contact } from '../../../../domain/meetings/contact.ts'
import type { HeldMeeting } from '../../../../domain/meetings/held.ts'

const day = (text: string) => text as CivilDate
const POM = 'Amy Thornber (POM)'

interface SampleBooking extends Booking {
  number: string
  task: string
  at: string
}

const BOOKED: readonly SampleBooking[] = [
  {
    number: 'A2093LV',
    task: 'mt-handover',
    at: '2026-11-17T11:20:00.000Z',
    on: day('2026-11-23'),
    from: '14:00',
    to: '14:35',
    mode: 'video',
    place: 'Video link room 1',
    attendees: [POM, 'Hannah Priestley (COM)', 'Whitlock, Terence', 'Luke Farnley (key worker)'],
  },
  {
    number: 'A1976XP',
    task: 'mt-handover',
    at: '2026-11-18T09:05:00.000Z',
    on: day('2026-11-26'),
    from: '11:00',
    to: '11:45',
    mode: 'in_person',
    place: 'Visits hall 2',
    attendees: ['Jonah Askey (POM)', 'Tomasz Wren (COM)', 'Lacey, Owen'],
  },
]

/** How the meeting whose day the story knows was held. */
const HELD: HeldMeeting = {
  from: '10:30',
  to: '11:05',
  mode: 'video',
  attended: [POM, 'Leon Grady (COM)', 'Stannard, Lee'],
  absent: [],
  covered: ['risk', 'address', 'unfinished_work'],
  nextSteps: [
    { what: 'Check the proposed address', owner: 'Leon Grady (COM)', by: day('2026-11-20') },
    { what: 'Send the last two progress reports', owner: POM, by: day('2026-12-04') },
  ],
  why: '',
}

const CONTACT: Contact = {
  on: day('2026-11-12'),
  mode: 'phone',
  with: 'Hannah Priestley (COM)',
  minutes: 15,
  about: 'Introduced the case before handover. Agreed a video meeting on the day responsibility passes.',
  nextSteps: [],
}

/** Meetings booked, one told in full, and a contact: what a POM's week looks like once they are recorded here. */
export async function recordSampleMeetings(store: Store): Promise<void> {
  const users = new Map(listUsers(store.read).map(({ id, name }) => [name, id]))
  const userId = users.get('Amy Thornber') ?? users.get(SAMPLE.headOfOmu) ?? ''
  await store.write((db) => {
    for (const { number, task, at, ...booking } of BOOKED) {
      const personId = findPersonByNumber(db, number)?.id
      if (personId === undefined || isRecorded(db, personId, task)) continue
      const body = { reference: '', notDone: null, booking }
      saveTask(db, { userId }, { at, personId, task, doneOn: null, note: '', body })
    }
    tellHeld(db, userId)
    recordContact(db, userId)
  })
}

const isRecorded = (db: WriteDb, personId: string, task: string): boolean =>
  tasksOf(db, personId).some((record) => record.task === task)

function tellHeld(db: WriteDb, userId: string): void {
  const personId = findPersonByNumber(db, 'A6610CE')?.id
  const known = personId === undefined ? [] : tasksOf(db, personId)
  const meeting = known.findLast(({ task }) => task === 'mt-handover')
  if (personId === undefined || meeting?.doneOn == null) return
  const body = { reference: meeting.body?.reference ?? '', notDone: null, held: HELD }
  saveTask(
    db,
    { userId },
    {
      at: '2026-11-20T08:40:00.000Z',
      personId,
      task: 'mt-handover',
      doneOn: meeting.doneOn,
      note: 'Lee wants to return to his trade. Responsibility passes on 27 November as planned.',
      body,
    },
  )
}

function recordContact(db: WriteDb, userId: string): void {
  const personId = findPersonByNumber(db, 'A2093LV')?.id
  if (personId === undefined) return
  const at = '2026-11-12T15:10:00.000Z'
  const subject = newId(Date.parse(at))
  saveDecision(db, { userId }, { at, personId, kind: 'contact', subject, body: CONTACT })
}
