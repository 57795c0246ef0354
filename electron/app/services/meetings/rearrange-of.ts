import { absenceOn } from '../../../../domain/allocation/absences.ts'
import { weekdayOf } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Booking } from '../../../../domain/meetings/booking.ts'
import { rearrangesOf, type BookedDay, type Rearrange } from '../../../../domain/meetings/rearrange.ts'
import type { ScheduleEntry } from '../../../../domain/model/plan.ts'
import { MOVEMENT_WORDS } from '../../../../domain/model/movement.ts'
import { plainAttendee, plainStaffName, staffNameOf } from '../../../../domain/model/staff-name.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { Roster } from '../allocation/roster.ts'
import { isRecorded, type CaseTask, type TaskRecords } from '../caseload/tasks.ts'
import { isPresent, type PlannedCase } from '../planning/planned-case.ts'

/** What the roster, the movements and the dates say by now of the day a meeting is booked for. */
function bookedDay(
  { person, presence }: PlannedCase,
  { entry, due }: { entry: ScheduleEntry | null; due: CivilDate | null },
  { on, attendees }: Pick<Booking, 'on' | 'attendees'>,
  roster: Roster,
): BookedDay {
  const pom = staffNameOf(person.record.pom_name)
  const body = pom === null ? undefined : roster.byName.get(plainStaffName(pom))?.body
  const absence = body === undefined ? null : absenceOn(body, on)
  const morning = (weekdayOf(on) - 1) * 2
  const isOff =
    body !== undefined &&
    weekdayOf(on) <= 5 &&
    body.halfDays[morning] !== true &&
    body.halfDays[morning + 1] !== true
  const cover = absence?.coverId == null ? null : (roster.byId.get(absence.coverId)?.body.name ?? null)
  const isHeldByCover = attendees.some(
    (who) =>
      who.endsWith('(covering POM)') || (cover !== null && plainAttendee(who) === plainStaffName(cover)),
  )
  const { state, movement } = presence
  const isPlanned = entry?.provisional === true
  return {
    away: absence === null || pom === null || isHeldByCover ? null : { name: pom, until: absence.to },
    off: isOff && !isHeldByCover ? pom : null,
    notHere:
      state === 'away' && movement !== null
        ? `${MOVEMENT_WORDS[movement.kind]} since ${formatDate(movement.on)}`
        : null,
    windowFrom: isPlanned ? null : (entry?.window_from ?? null),
    windowTo: isPlanned ? null : (entry?.window_to ?? due),
  }
}

/**
 * Everything that speaks against a booking as things stand, what was known when it was made left in: whoever books writes down
 * what was accepted with a reason.
 */
export const againstBooking = (
  planned: PlannedCase,
  meeting: { entry: ScheduleEntry | null; due: CivilDate | null },
  booking: Pick<Booking, 'on' | 'attendees'>,
  roster: Roster,
): Rearrange[] => rearrangesOf(booking, bookedDay(planned, meeting, booking, roster))

/** A meeting booked for today or a day ahead that cannot stay so, or not without somebody's word. */
export interface ToRearrange {
  task: CaseTask['task']
  /** Why, and what to do: the end of a sentence. */
  says: string
}

/** The bookings of one case that something has come between, but for what was accepted with a reason when they were made. */
export function toRearrange(
  planned: PlannedCase,
  tasks: readonly CaseTask[],
  records: TaskRecords | undefined,
  roster: Roster,
  today: CivilDate,
): ToRearrange[] {
  if (!isPresent(planned)) return []
  return tasks.flatMap((meeting) => {
    const { task, booking } = meeting
    if (booking === null || booking.on < today || isRecorded(meeting)) return []
    const accepted = records?.get(task)?.body?.accepted ?? []
    const says = againstBooking(planned, meeting, booking, roster)
      .filter(({ key }) => !accepted.includes(key))
      .map((each) => each.says)
    return says.length === 0 ? [] : [{ task, says: says.join('; ') }]
  })
}
