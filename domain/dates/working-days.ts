import { BANK_HOLIDAYS, HOLIDAYS_FROM_YEAR, HOLIDAYS_TO_YEAR } from './bank-holidays.ts'
import type { CivilDate } from './civil-date.ts'
import { dayNumber, weekdayOfDayNumber } from './arithmetic.ts'
import {
  dayNumberPacked,
  FIRST_PACKED,
  pack,
  packDayNumber,
  PACKED_DATES,
  subtractDaysPacked,
  unpack,
  type PackedDate,
} from './packed-date.ts'

// Working days of England and Wales. Outside the years of the bundled list only weekends are known, and each answer
// that depends on the list says whether it could be consulted.

const HOLIDAYS = new Set(BANK_HOLIDAYS.map(([date]) => dayNumber(date)))
const FIRST_KNOWN = pack(`${HOLIDAYS_FROM_YEAR}-01-01`)
const LAST_KNOWN = pack(`${HOLIDAYS_TO_YEAR}-12-31`)

/** The last working day on or before each packed date, worked out as it is asked for; 0 until then. */
const LATEST = new Int32Array(PACKED_DATES)

/** True where the bundled list of bank holidays covers the year of `date`. */
export function holidaysKnown(date: CivilDate): boolean {
  return holidaysKnownPacked(pack(date))
}

export function holidaysKnownPacked(date: PackedDate): boolean {
  return date >= FIRST_KNOWN && date <= LAST_KNOWN
}

export function isWorkingDay(date: CivilDate): boolean {
  return isWorkingDayNumber(dayNumber(date))
}

function isWorkingDayNumber(day: number): boolean {
  return weekdayOfDayNumber(day) < 6 && !HOLIDAYS.has(day)
}

/** Whether a day is a bank holiday of the bundled list. */
export function isHolidayNumber(day: number): boolean {
  return HOLIDAYS.has(day)
}

/** The last working day on or before `date`. `holidaysKnown` speaks of `date` itself. */
export function latestWorkingDay(date: CivilDate): { date: CivilDate; holidaysKnown: boolean } {
  const packed = pack(date)
  return { date: unpack(latestWorkingDayPacked(packed)), holidaysKnown: holidaysKnownPacked(packed) }
}

export function latestWorkingDayPacked(date: PackedDate): PackedDate {
  const known = LATEST[date - FIRST_PACKED]
  if (known === undefined) throw new RangeError('That day is outside the years this calendar covers')
  if (known !== 0) return known
  let day = dayNumberPacked(date)
  while (!isWorkingDayNumber(day)) day -= 1
  const latest = packDayNumber(day)
  LATEST[date - FIRST_PACKED] = latest
  return latest
}

/**
 * The day `days` working days after `date` (negative counts back). `date` itself is not counted; where it is not a
 * working day, counting starts from the working day before it.
 */
export function addWorkingDaysPacked(date: PackedDate, days: number): PackedDate {
  let reached = latestWorkingDayPacked(date)
  for (let left = days; left < 0; left += 1) reached = latestWorkingDayPacked(subtractDaysPacked(reached, 1))
  if (days <= 0) return reached
  let day = dayNumberPacked(reached)
  for (let left = days; left > 0; left -= 1)
    do day += 1
    while (!isWorkingDayNumber(day))
  return packDayNumber(day)
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
