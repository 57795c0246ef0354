import { addDays, weekdayOf } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import { timeInWords } from '../meetings/booking.ts'
import { formatDate } from '../text/dates.ts'

/**
 * Whether the clocks of England and Wales go forward or back on a day: at 1am Greenwich Mean Time on the last Sunday of March
 * and of October. Source: the Summer Time Act 1972 as amended in 2002.
 */
export function clockChangeOn(day: CivilDate): 'forward' | 'back' | null {
  const [month, date] = [day.slice(5, 7), Number(day.slice(8))]
  if (date < 25 || weekdayOf(day) !== 7) return null
  return month === '03' ? 'forward' : month === '10' ? 'back' : null
}

/** What is odd about a time of day, in a sentence: an hour that is left out, or one that comes twice; null for any other. */
export function oddTime(day: CivilDate, time: string): string | null {
  const change = clockChangeOn(day)
  if (change === null || time < '01:00' || time >= '02:00') return null
  return change === 'forward'
    ? `There is no ${timeInWords(time)} on ${formatDate(day)}: the clocks go forward from 1am to 2am. Diaries will show an hour later.`
    : `${timeInWords(time)} comes twice on ${formatDate(day)}, when the clocks go back. Diaries will take the first.`
}

const HOUR = 60
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * HOUR + Number(time.slice(3))
const two = (number: number): string => String(number).padStart(2, '0')

/** Minutes of universal time since the day began, negative in the day before. */
function universalMinutes(change: 'forward' | 'back', minutes: number): number {
  const isSummer = change === 'forward' ? minutes >= 2 * HOUR : minutes < 2 * HOUR
  return isSummer ? minutes - HOUR : minutes
}

function momentOf(on: CivilDate, minutes: number): string {
  const day = minutes < 0 ? addDays(on, -1) : on
  const within = minutes < 0 ? minutes + 24 * HOUR : minutes
  return `${day}T${two(Math.floor(within / HOUR))}:${two(within % HOUR)}`
}

/**
 * Beginning and end in universal time, `2026-10-25T00:30`, where either falls into an hour that is missing or comes twice:
 * programs read such a time of the wall clock differently. Null for any other meeting. An hour that comes twice is its first,
 * one that is missing lies an hour later (RFC 5545, 3.3.5), and then the end moves with the beginning.
 */
export function universalTimes(
  on: CivilDate,
  from: string,
  to: string,
): { start: string; end: string } | null {
  const change = clockChangeOn(on)
  if (change === null || (oddTime(on, from) === null && oddTime(on, to) === null)) return null
  const start = universalMinutes(change, minutesOf(from))
  const end = universalMinutes(change, minutesOf(to))
  const moved = end > start ? end : start + minutesOf(to) - minutesOf(from)
  return { start: momentOf(on, start), end: momentOf(on, moved) }
}
