import { addDays } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import { isWorkingDay } from '../dates/working-days.ts'

export interface SuggestFrom {
  today: CivilDate
  windowFrom: CivilDate | null
  windowTo: CivilDate | null
  /** Whether the POM is at work on a day. */
  isAtWork(day: CivilDate): boolean
  /** How many meetings the POM has on a day. */
  meetingsOn(day: CivilDate): number
}

/** A meeting takes arranging: none is suggested for tomorrow. */
const NOTICE_DAYS = 2
/** Nobody looks further for a day. */
const FURTHEST_DAYS = 120

/**
 * Up to `count` working days inside the window, soonest first, on which the POM is at work and has no other meeting; where every
 * day has one, those with the fewest. Empty where the window is over or not known.
 */
export function suggestDays(
  { today, windowFrom, windowTo, isAtWork, meetingsOn }: SuggestFrom,
  count: number,
): CivilDate[] {
  if (windowTo === null) return []
  const first = addDays(today, NOTICE_DAYS)
  const from = windowFrom !== null && windowFrom > first ? windowFrom : first
  const days: { day: CivilDate; meetings: number }[] = []
  for (let ahead = 0; ahead <= FURTHEST_DAYS; ahead += 1) {
    const day = addDays(from, ahead)
    if (day > windowTo) break
    if (isWorkingDay(day) && isAtWork(day)) days.push({ day, meetings: meetingsOn(day) })
  }
  return days
    .toSorted((a, b) => a.meetings - b.meetings || (a.day < b.day ? -1 : 1))
    .slice(0, count)
    .map(({ day }) => day)
    .toSorted()
}
