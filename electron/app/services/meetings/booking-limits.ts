import { absenceOn } from '../../../../domain/allocation/absences.ts'
import { addDays, weekdayOf } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { BookingLimits } from '../../../../domain/meetings/booking.ts'
import { plainStaffName, staffNameOf } from '../../../../domain/model/staff-name.ts'
import type { Store } from '../../../../db/types.ts'
import { rosterOf } from '../allocation/roster.ts'
import type { CaseTask } from '../caseload/tasks.ts'
import type { Unit, UnitCase } from '../caseload/unit-view.ts'

/** The POM's meetings booked for a day, those of one case and task left out. */
function otherMeetings(
  unit: Unit,
  { personId, planned }: UnitCase,
  task: string,
  on: CivilDate,
): BookingLimits['others'] {
  const pom = staffNameOf(planned.person.record.pom_name)
  if (pom === null) return []
  const plain = plainStaffName(pom)
  return unit.cases
    .filter((one) => plainStaffName(one.planned.person.record.pom_name ?? '') === plain)
    .flatMap((one) =>
      one.tasks.flatMap(({ task: other, booking }) =>
        booking?.on === on && (one.personId !== personId || other !== task)
          ? [{ name: one.name, from: booking.from, to: booking.to }]
          : [],
      ),
    )
}

/** What a booking of one meeting on a day is held against. */
export function bookingLimitsOf(
  store: Store,
  unit: Unit,
  one: UnitCase,
  meeting: CaseTask,
  on: CivilDate,
): BookingLimits {
  const { facts, person } = one.planned
  const pom = staffNameOf(person.record.pom_name)
  const record = pom === null ? undefined : rosterOf(store).byName.get(plainStaffName(pom))
  const absence = record === undefined ? null : absenceOn(record.body, on)
  return {
    today: unit.today,
    sentenced: facts.sentence_start_date ?? null,
    release: person.record.confirmed_release_date ?? one.planned.plan?.earliest_release?.date ?? null,
    windowFrom: meeting.entry?.window_from ?? null,
    windowTo: meeting.entry?.window_to ?? meeting.due,
    away: absence === null || pom === null ? null : { name: pom, until: absence.to },
    others: otherMeetings(unit, one, meeting.task, on),
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
    if (count === undefined) known.set(day, (count = otherMeetings(unit, one, task, day).length))
    return count
  }
}
