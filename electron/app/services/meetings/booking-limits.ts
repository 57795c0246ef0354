import { absenceOn } from '../../../../domain/allocation/absences.ts'
import { addDays, weekdayOf } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { BookingLimits } from '../../../../domain/meetings/booking.ts'
import { MOVEMENT_WORDS } from '../../../../domain/model/movement.ts'
import { plainStaffName, staffNameOf } from '../../../../domain/model/staff-name.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { Store } from '../../../../db/types.ts'
import { rosterOf } from '../allocation/roster.ts'
import type { CaseTask } from '../caseload/tasks.ts'
import type { Unit, UnitCase } from '../caseload/unit-view.ts'
import { expectedRelease } from '../diary/events.ts'

/** Meetings booked for a day that hold the POM or one of those asked to attend, those of one case and task left out. */
function otherMeetings(
  unit: Unit,
  { personId, planned, name }: UnitCase,
  { task, on, attendees }: { task: string; on: CivilDate; attendees: readonly string[] },
): BookingLimits['others'] {
  const pom = staffNameOf(planned.person.record.pom_name)
  const plain = pom === null ? null : plainStaffName(pom)
  const asked = new Set(attendees.filter((who) => who !== name))
  const others: { who: string; name: string; from: string; to: string }[] = []
  for (const one of unit.cases) {
    for (const { task: other, booking, doneOn, notDone } of one.tasks) {
      if (booking?.on !== on || doneOn !== null || notDone !== null) continue
      if (one.personId === personId && other === task) continue
      const isSamePom = plain !== null && plainStaffName(one.planned.person.record.pom_name ?? '') === plain
      const shared = booking.attendees.find((who) => asked.has(who))
      const who = isSamePom ? 'The POM' : shared
      if (who !== undefined) others.push({ who, name: one.name, from: booking.from, to: booking.to })
    }
  }
  return others
}

/**
 * The day nobody is here any more to meet. A day that has passed while the person is still here, a tariff for one, ends nothing,
 * nor does a day release could first be directed on.
 */
function releaseAhead({ planned: { facts, plan } }: UnitCase, today: CivilDate): CivilDate | null {
  const release = plan === null ? null : expectedRelease(facts, plan)
  return release === null || release.provisional || release.date < today ? null : release.date
}

/** The day somebody left for good or died; null for who is here or away for a while. */
export const leftOn = ({ planned: { presence } }: UnitCase): CivilDate | null =>
  presence.state === 'left' ? (presence.movement?.on ?? null) : null

function notHereOf({ planned: { presence } }: UnitCase): string | null {
  if (presence.state !== 'away' || presence.movement === null) return null
  const { kind, on } = presence.movement
  return `${MOVEMENT_WORDS[kind]} since ${formatDate(on)}`
}

/** What a booking of one meeting on a day is held against. */
export function bookingLimitsOf(
  store: Store,
  unit: Unit,
  one: UnitCase,
  meeting: CaseTask,
  on: CivilDate,
  attendees: readonly string[] = [],
): BookingLimits {
  const { facts, person } = one.planned
  const pom = staffNameOf(person.record.pom_name)
  const record = pom === null ? undefined : rosterOf(store).byName.get(plainStaffName(pom))
  const absence = record === undefined ? null : absenceOn(record.body, on)
  return {
    today: unit.today,
    sentenced: facts.sentence_start_date ?? null,
    release: releaseAhead(one, unit.today),
    windowFrom: meeting.entry?.window_from ?? null,
    windowTo: meeting.entry?.window_to ?? meeting.due,
    left: leftOn(one),
    notHere: notHereOf(one),
    away: absence === null || pom === null ? null : { name: pom, until: absence.to },
    others: otherMeetings(unit, one, { task: meeting.task, on, attendees }),
  }
}

/** Whether the POM of a case works on a day: neither away nor on a day off. Anybody not on the record works every day. */
export function pomAtWork(store: Store, { planned }: UnitCase): (day: CivilDate) => boolean {
  const pom = staffNameOf(planned.person.record.pom_name)
  const record = pom === null ? undefined : rosterOf(store).byName.get(plainStaffName(pom))
  if (record === undefined) return () => true
  const { body } = record
  return (day) => {
    if (absenceOn(body, day) !== null) return false
    const morning = (weekdayOf(day) - 1) * 2
    return body.halfDays[morning] === true || body.halfDays[morning + 1] === true
  }
}

/** How many meetings the POM of a case has on each day from today on. */
export function pomMeetings(unit: Unit, one: UnitCase, task: string): (day: CivilDate) => number {
  const known = new Map<CivilDate, number>()
  return (day) => {
    if (day < unit.today || day > addDays(unit.today, 400)) return 0
    let count = known.get(day)
    if (count === undefined)
      known.set(day, (count = otherMeetings(unit, one, { task, on: day, attendees: [] }).length))
    return count
  }
}
