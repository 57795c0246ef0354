import { BANK_HOLIDAYS, HOLIDAYS_FROM_YEAR, HOLIDAYS_TO_YEAR } from './bank-holidays.ts'
import type { CivilDate } from './civil-date.ts'
import { dayNumber, fromDayNumber, weekdayOfDayNumber } from './arithmetic.ts'

// Working days of England and Wales. Outside the years of the bundled list only weekends are known, and each answer
// that depends on the list says whether it could be consulted.

const HOLIDAYS = new Set(BANK_HOLIDAYS.map(([date]) => dayNumber(date)))
const FIRST_KNOWN = dayNumber(`${HOLIDAYS_FROM_YEAR}-01-01` as CivilDate)
const LAST_KNOWN = dayNumber(`${HOLIDAYS_TO_YEAR}-12-31` as CivilDate)

/** True where the bundled list of bank holidays covers the year of `date`. */
export function holidaysKnown(date: CivilDate): boolean {
  const day = dayNumber(date)
  return day >= FIRST_KNOWN && day <= LAST_KNOWN
}

export function isWorkingDay(date: CivilDate): boolean {
  return isWorkingDayNumber(dayNumber(date))
}

function isWorkingDayNumber(day: number): boolean {
  return weekdayOfDayNumber(day) < 6 && !HOLIDAYS.has(day)
}

/** The last working day on or before `date`. `holidaysKnown` speaks of `date` itself. */
export function latestWorkingDay(date: CivilDate): { date: CivilDate; holidaysKnown: boolean } {
  const start = dayNumber(date)
  let day = start
  while (!isWorkingDayNumber(day)) day -= 1
  return {
    date: day === start ? date : fromDayNumber(day),
    holidaysKnown: start >= FIRST_KNOWN && start <= LAST_KNOWN,
  }
}

/** Bank holidays from `from` to `to`, both included, in date order. */
export function holidaysBetween(from: CivilDate, to: CivilDate): { date: CivilDate; title: string }[] {
  return BANK_HOLIDAYS.filter(([date]) => date >= from && date <= to).map(([date, title]) => ({
    date,
    title,
  }))
}

/**
 * Working days after `from` up to and including `to`: from a Monday to the Monday after is 5. Negative where `to` comes
 * first.
 */
export function workingDaysBetween(from: CivilDate, to: CivilDate): number {
  const start = dayNumber(from)
  const end = dayNumber(to)
  // Subtracted, not negated: no working days backwards is 0, not -0.
  if (end < start) return 0 - workingDaysBetween(to, from)
  const weeks = Math.floor((end - start) / 7)
  let count = weeks * 5
  for (let day = start + weeks * 7 + 1; day <= end; day += 1) if (weekdayOfDayNumber(day) < 6) count += 1
  for (const day of HOLIDAYS) if (day > start && day <= end && weekdayOfDayNumber(day) < 6) count -= 1
  return count
}
