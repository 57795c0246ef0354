import type { CivilDate } from '../dates/civil-date.ts'
import { isCivilDate } from '../dates/civil-date.ts'
import type { Absence, StaffMember } from '../model/staff-member.ts'
import { formatDate } from '../text/dates.ts'

export type AbsenceState = 'now' | 'coming' | 'over'

export function absenceState({ from, to }: Absence, today: CivilDate): AbsenceState {
  if (today > to) return 'over'
  return today < from ? 'coming' : 'now'
}

/** The absence a member of staff is on; null while at work. After its last day it is over by itself. */
export function absenceOn({ absences }: StaffMember, day: CivilDate): Absence | null {
  return absences.find((absence) => absenceState(absence, day) === 'now') ?? null
}

const overlaps = (a: Absence, b: Absence) => a.from <= b.to && b.from <= a.to

/** What is wrong with an absence, and at which field; null where it will do. */
export interface AbsenceMistake {
  field: 'from' | 'to' | 'cover'
  message: string
}

/** Somebody who may cover, with the absences that would stop them. */
export interface Colleague {
  staffId: string
  member: StaffMember
}

/**
 * Holds an absence to what is known. `others` are the further absences of the same person; `mayBeOver` where one already
 * recorded is changed: an absence that ended early is over on a day that has passed.
 */
export function absenceMistake(
  absence: Absence,
  others: readonly Absence[],
  staffId: string | null,
  colleagues: readonly Colleague[],
  today: CivilDate,
  mayBeOver: boolean,
): AbsenceMistake | null {
  const { from, to, coverId } = absence
  if (!isCivilDate(from))
    return { field: 'from', message: 'The first day must be a real date, like 27 3 2026' }
  if (!isCivilDate(to)) return { field: 'to', message: 'The last day must be a real date, like 27 3 2026' }
  if (to < from) return { field: 'to', message: 'The last day must be the first day or after it' }
  if (to < today && !mayBeOver)
    return { field: 'to', message: 'The last day has passed: there is nothing left to cover' }
  const other = others.find((each) => overlaps(each, absence))
  if (other !== undefined)
    return {
      field: 'from',
      message: `Another absence runs from ${formatDate(other.from)} to ${formatDate(other.to)}: change that one, or choose other days`,
    }
  return coverId === null || to < today ? null : coverMistake(absence, coverId, staffId, colleagues)
}

function coverMistake(
  absence: Absence,
  coverId: string,
  staffId: string | null,
  colleagues: readonly Colleague[],
): AbsenceMistake | null {
  const refuse = (message: string): AbsenceMistake => ({ field: 'cover', message })
  if (coverId === staffId) return refuse('Nobody can cover for themselves: choose somebody else')
  const cover = colleagues.find((each) => each.staffId === coverId)?.member
  if (cover === undefined) return refuse('Choose somebody from the list')
  if (cover.status === 'left') return refuse(`${cover.name} has left: choose somebody else`)
  const away = cover.absences.find((each) => overlaps(each, absence))
  return away === undefined
    ? null
    : refuse(
        `${cover.name} is away from ${formatDate(away.from)} to ${formatDate(away.to)}: choose somebody else, or record the absence in parts`,
      )
}

/** `Full time`, `3.5 days a week`: ten half days, Monday morning first. */
export function workingPatternInWords(halfDays: readonly boolean[]): string {
  const worked = halfDays.filter(Boolean).length
  if (worked === 10) return 'Full time'
  if (worked === 0) return 'No days'
  return worked === 2 ? '1 day a week' : `${worked / 2} days a week`
}
