import { listTasks, tasksOf } from '../../../../db/repositories/tasks.ts'
import type { OutputOf, ParsedInputOf } from '../../../../domain/contract/index.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { nextSequence, OFF, toldOf } from '../../../../domain/invitations/sequence.ts'
import { namesAny } from '../../../../domain/model/staff-name.ts'
import type { Desk, Session } from '../../context.ts'
import { invitationIcs, type MeetingEvent } from '../../documents/invitation-ics.ts'
import { pomsIn } from '../caseload/caseload-handlers.ts'
import { unitOf, type UnitCase } from '../caseload/unit-view.ts'
import { refuseWhereExportsAreOff } from '../pack/record-export.ts'
import { addressBook } from './addresses.ts'
import { eventOf, factsOf } from './compose.ts'
import { givenOut, writeGivenOut } from './invitation-settings.ts'
import { standingOf, type MeetingStanding, type Telling } from './meeting-standing.ts'

type Input = ParsedInputOf<'invitations.saveAll'>

interface Filed {
  one: UnitCase
  standing: MeetingStanding
  telling: Telling
}

/** What a diary is told: the booking that stands, or that what was given out is off; null where it needs to be told nothing. */
function filingOf(standing: MeetingStanding, today: CivilDate): Telling | null {
  const { booking, changes, given, isHeld } = standing
  if (booking !== null) {
    const told = toldOf(booking)
    return { kind: 'request', told, booking, sequence: nextSequence(told, changes, given) }
  }
  if (given === null || isHeld || given.booking.on < today) return null
  return {
    kind: 'cancellation',
    told: OFF,
    booking: given.booking,
    sequence: nextSequence(OFF, changes, given),
  }
}

/** Every meeting a diary is to be told of, soonest first; of somebody who left, that it is off. */
function filedOf(desk: Desk, session: Session, { scope, pom }: Input): Filed[] {
  const { store } = session
  const { byId, today } = unitOf(desk.planning, store, desk.clock.today())
  const poms = pomsIn(scope, session, today)
  const isAsked = poms === null ? () => true : namesAny(poms)
  const isOfPom = pom === null ? () => true : namesAny([pom])
  const filed: Filed[] = []
  for (const { personId, task, doneOn } of listTasks(store.read)) {
    // A meeting held says nothing to a diary, and most were.
    if (doneOn !== null) continue
    const one = byId.get(personId)
    const name = one?.planned.person.record.pom_name
    if (one === undefined || !task.startsWith('mt-') || !isAsked(name) || !isOfPom(name)) continue
    const standing = standingOf(store.read, one, task, today, tasksOf(store.read, personId))
    const telling = filingOf(standing, today)
    if (telling !== null) filed.push({ one, standing, telling })
  }
  const at = ({ telling: { booking }, one }: Filed) => `${booking.on} ${booking.from} ${one.personId}`
  return filed.sort((a, b) => (at(a) < at(b) ? -1 : 1))
}

function eventsOf(session: Session, filed: readonly Filed[], names: boolean): MeetingEvent[] {
  return filed.map(({ one, standing, telling }) => {
    const own = names ? addressBook(session.store, one)(session.user.name) : null
    const organizer = own === null ? null : { name: session.user.name, email: own.email }
    const facts = factsOf(session, one, standing.title, telling, names)
    return eventOf(one, standing.task, telling, facts, { organizer, attendees: [] })
  })
}

/**
 * Saves one calendar file of the booked meetings of these cases, and of those called off since they were given out; keeps what
 * each was given out with. Throws `not_allowed` where exports are off.
 */
export async function saveBooked(
  desk: Desk,
  session: Session,
  input: Input,
): Promise<OutputOf<'invitations.saveAll'>> {
  refuseWhereExportsAreOff(desk.host.policy)
  const { store, user } = session
  const filed = filedOf(desk, session, input)
  const days = filed.map(({ telling: { booking } }) => booking.on)
  const off = filed.filter(({ telling }) => telling.kind === 'cancellation').length
  const counts = { booked: filed.length - off, off, first: days[0] ?? null, last: days.at(-1) ?? null }
  if (filed.length === 0) return { saved: false, file: null, ...counts }
  const ics = invitationIcs(eventsOf(session, filed, input.names), {
    method: 'PUBLISH',
    now: desk.clock.now(),
  })
  const file = await desk.host.dialogs.saveFile(new TextEncoder().encode(ics), {
    name: `booked-meetings-${desk.clock.today()}.ics`,
    kind: { name: 'Calendar', extensions: ['ics'] },
  })
  if (file !== null) {
    const at = desk.clock.now().toISOString()
    await store.write((db) => {
      for (const { one, standing, telling } of filed) {
        const { sequence, told, booking } = telling
        const before = givenOut(db, one.personId, standing.task)
        if (before !== null && before.sequence >= sequence) continue
        const what = { sequence, told, booking, sent: before?.sent ?? null }
        writeGivenOut({ db, actor: { userId: user.id }, at }, one.personId, standing.task, what)
      }
    })
  }
  return { saved: file !== null, file, ...counts }
}
