import type { CivilDate } from './civil-date.ts'
import { addMonthsPacked, dayNumberPacked, pack, packDayNumber, unpack } from './packed-date.ts'

// Everything here agrees with Temporal.PlainDate (overflow: constrain); the tests prove it. Results may leave
// 1900–2199 by some ten years, as a handover from the first days of 1900 does; further out is a RangeError.

/** The day `days` after `date`; negative counts back. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return unpack(packDayNumber(dayNumberPacked(pack(date)) + days))
}

/** The day `months` after `date` (negative counts back), clamped to the last day of a shorter month. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  return unpack(addMonthsPacked(pack(date), months))
}

/** Days from `from` to `to`; negative where `to` comes first. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumberPacked(pack(to)) - dayNumberPacked(pack(from))
}

/** Days since 1970-01-01. */
export function dayNumber(date: CivilDate): number {
  return dayNumberPacked(pack(date))
}

export function fromDayNumber(day: number): CivilDate {
  return unpack(packDayNumber(day))
}

/** 1 Monday to 7 Sunday, as Temporal counts. */
export function weekdayOf(date: CivilDate): number {
  return weekdayOfDayNumber(dayNumber(date))
}

export function weekdayOfDayNumber(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** Whole years from `birth` to `on`. Somebody born on 29 February is a year older on 1 March of a common year. */
export function ageOn(birth: CivilDate, on: CivilDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}

/** The day somebody turns 18. Born on 29 February, it is 1 March of a common year. */
export function eighteenthBirthday(birth: CivilDate): CivilDate {
  const year = Number(birth.slice(0, 4)) + 18
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return (birth.endsWith('-02-29') && !isLeap ? `${year}-03-01` : `${year}${birth.slice(4)}`) as CivilDate
}
