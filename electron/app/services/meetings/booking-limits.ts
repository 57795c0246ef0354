import { absenceOn } from '../../../../domain/allocation/absences.ts'
import { addDays, weekdayOf } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { BookingLimits } from '../../../../domain/meetings/booking.ts'
import { MOVEMENT_WORDS } from '../../../../domain/model/movement.ts'
import { plainAttendee, plainStaffName, staffNameOf } from '../../../../domain/model/staff-name.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { StaffRecord } from '../../../../db/repositories/staff.ts'
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
  const asked = new Map(attendees.filter((who) => who !== name).map((who) => [plainAttendee(who), who]))
  const others: { who: string; name: string; from: string; to: string }[] = []
  for (const one of unit.cases) {
    for (const { task: other, booking, doneOn, notDone } of one.tasks) {
      if (booking?.on !== on || doneOn !== null || notDone !== null) continue
      if (one.personId === personId && other === task) continue
      const isSamePom = plain !== null && plainStaffName(one.planned.person.record.pom_name ?? '') === plain
      const shared = booking.attendees
        .map((who) => asked.get(plainAttendee(who)))
        .find((who) => who !== undefined)
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

interface Asked {
  on: CivilDate
  attendees: readonly string[]
  now: string
}

/** What a booking of one meeting is held against. */
export function bookingLimitsOf(
  store: Store,
  unit: Unit,
  one: UnitCase,
  meeting: CaseTask,
  { on, attendees, now }: Asked,
): BookingLimits {
  const { facts } = one.planned
  return {
    today: unit.today,
    now,
    sentenced: facts.sentence_start_date ?? null,
    release: releaseAhead(one, unit.today),
    windowFrom: meeting.entry?.window_from ?? null,
    windowTo: meeting.entry?.window_to ?? meeting.due,
    left: leftOn(one),
    notHere: notHereOf(one),
    away: awayUncovered(store, one, on, attendees),
    others: otherMeetings(unit, one, { task: meeting.task, on, attendees }),
  }
}

/** The staff record of the POM of a case; undefined where the POM has none, or nobody has the case. */
function pomRecord(store: Store, { planned }: UnitCase): { name: string; record: StaffRecord } | undefined {
  const name = staffNameOf(planned.person.record.pom_name)
  const record = name === null ? undefined : rosterOf(store).byName.get(plainStaffName(name))
  return name === null || record === undefined ? undefined : { name, record }
}

/** Who covers for the POM of a case on a day; null where nobody does, or the POM is at work. */
export function coverOn(store: Store, one: UnitCase, day: CivilDate): StaffRecord | null {
  const pom = pomRecord(store, one)
  const absence = pom === undefined ? null : absenceOn(pom.record.body, day)
  return absence?.coverId == null ? null : (rosterOf(store).byId.get(absence.coverId) ?? null)
}

/** The POM away on that day, unless whoever covers is to attend. */
function awayUncovered(
  store: Store,
  one: UnitCase,
  on: CivilDate,
  attendees: readonly string[],
): BookingLimits['away'] {
  const pom = pomRecord(store, one)
  const absence = pom === undefined ? null : absenceOn(pom.record.body, on)
  if (absence === null || pom === undefined) return null
  const cover = coverOn(store, one, on)
  const isHeld =
    cover !== null && attendees.some((who) => plainAttendee(who) === plainStaffName(cover.body.name))
  return isHeld ? null : { name: pom.name, until: absence.to }
}

function worksOn({ body }: StaffRecord, day: CivilDate): boolean {
  if (absenceOn(body, day) !== null) return false
  const morning = (weekdayOf(day) - 1) * 2
  return body.halfDays[morning] === true || body.halfDays[morning + 1] === true
}

/** Whether somebody of the case works on a day: the POM, or whoever covers. Anybody not on the record works every day. */
export function pomAtWork(store: Store, one: UnitCase): (day: CivilDate) => boolean {
  const pom = pomRecord(store, one)
  if (pom === undefined) return () => true
  return (day) => {
    if (worksOn(pom.record, day)) return true
    const cover = coverOn(store, one, day)
    return cover !== null && worksOn(cover, day)
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
