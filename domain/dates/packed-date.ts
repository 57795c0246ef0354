import { daysInMonth, type CivilDate } from './civil-date.ts'

// The planner works on dates packed into one small integer, month × 32 + day, where month counts from year 0. Packed
// dates compare as dates do, months are added without a division, and writing one back is a table lookup. Nothing
// outside `domain` should meet one: everywhere else a date is its ISO string.

/** A packed date; 0 stands for "no date". */
export type PackedDate = number

// Wider than the dates accepted, so that every offset of every rule set from an accepted date stays inside.
const FIRST_YEAR = 1890
const LAST_YEAR = 2209
const FIRST_MONTH = FIRST_YEAR * 12
const MONTHS = (LAST_YEAR - FIRST_YEAR + 1) * 12
/** The first packed date there is; a table by packed date has `PACKED_DATES` places from it. */
export const FIRST_PACKED = FIRST_MONTH * 32
export const PACKED_DATES = MONTHS * 32

const MONTH_LENGTH = new Uint8Array(MONTHS)
/** Days from 1970-01-01 to the day before the first of each month. */
const MONTH_START = new Int32Array(MONTHS + 1)
const DAYS_FROM_FIRST_YEAR_TO_1970 = 29219
for (let month = 0, start = -DAYS_FROM_FIRST_YEAR_TO_1970 - 1; month < MONTHS; month += 1) {
  const length = daysInMonth(FIRST_YEAR + Math.floor(month / 12), (month % 12) + 1)
  MONTH_LENGTH[month] = length
  MONTH_START[month] = start
  start += length
  MONTH_START[month + 1] = start
}

// Filled as dates are met: a whole table would cost more at the start than most runs ever use.
const WRITTEN: string[] = Array.from<string>({ length: PACKED_DATES }).fill('')

/** Reads a valid ISO date. One sum: each digit's weight, less what the character codes of `0` add up to. */
export function pack(date: string): PackedDate {
  return (
    date.charCodeAt(0) * 384_000 +
    date.charCodeAt(1) * 38_400 +
    date.charCodeAt(2) * 3_840 +
    date.charCodeAt(3) * 384 +
    date.charCodeAt(5) * 320 +
    date.charCodeAt(6) * 32 +
    date.charCodeAt(8) * 10 +
    date.charCodeAt(9) -
    CODES_OF_ZERO
  )
}
const CODES_OF_ZERO = 48 * (384_000 + 38_400 + 3_840 + 384 + 320 + 32 + 10 + 1) + 32

/** Packed form of a date that may be unknown: 0 where it is. */
export function packKnown(date: string | null | undefined): PackedDate {
  return date === null || date === undefined ? 0 : pack(date)
}

export function unpack(packed: PackedDate): CivilDate {
  const written = WRITTEN[packed - FIRST_PACKED]
  if (written === undefined) throw new RangeError('That day is outside the years this calendar covers')
  return (written === '' ? write(packed) : written) as CivilDate
}

function write(packed: PackedDate): string {
  const month = packed >> 5
  const monthOfYear = (month % 12) + 1
  const day = packed & 31
  const text = `${Math.floor(month / 12)}-${monthOfYear < 10 ? '0' : ''}${monthOfYear}-${day < 10 ? '0' : ''}${day}`
  WRITTEN[packed - FIRST_PACKED] = text
  return text
}

/** Adds months (negative to take off), clamping to the last day of a shorter month. */
export function addMonthsPacked(packed: PackedDate, months: number): PackedDate {
  const month = (packed >> 5) + months
  const day = packed & 31
  const length = MONTH_LENGTH[month - FIRST_MONTH]
  if (length === undefined) throw new RangeError('That month is outside the years this calendar covers')
  return (month << 5) | (day < length ? day : length)
}

/** Takes off days. Meant for the weeks and months of the rules: it steps back a month at a time. */
export function subtractDaysPacked(packed: PackedDate, days: number): PackedDate {
  let month = packed >> 5
  let day = (packed & 31) - days
  while (day < 1) {
    month -= 1
    const length = MONTH_LENGTH[month - FIRST_MONTH]
    if (length === undefined) throw new RangeError('That day is outside the years this calendar covers')
    day += length
  }
  return (month << 5) | day
}

/** Adds days. */
export function addDaysPacked(packed: PackedDate, days: number): PackedDate {
  const sameMonth = (packed & 31) + days
  return sameMonth <= 28 && sameMonth > 0 ? packed + days : packDayNumber(dayNumberPacked(packed) + days)
}

/** Days from 1970-01-01 (day 0, a Thursday). */
export function dayNumberPacked(packed: PackedDate): number {
  const start = MONTH_START[(packed >> 5) - FIRST_MONTH]
  if (start === undefined) throw new RangeError('That day is outside the years this calendar covers')
  return start + (packed & 31)
}

export function packDayNumber(day: number): PackedDate {
  // A first guess from the mean length of a month is never more than one month out.
  let month = Math.floor((day + DAYS_FROM_FIRST_YEAR_TO_1970) / 30.436875)
  if (!(month >= 0 && month <= MONTHS))
    throw new RangeError('That day is outside the years this calendar covers')
  if (month === MONTHS || (MONTH_START[month] as number) >= day) month -= 1
  else if ((MONTH_START[month + 1] as number) < day) month += 1
  const length = MONTH_LENGTH[month]
  if (length === undefined) throw new RangeError('That day is outside the years this calendar covers')
  return ((month + FIRST_MONTH) << 5) | (day - (MONTH_START[month] as number))
}
