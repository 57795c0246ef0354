import { weekdayOf } from '../dates/arithmetic.ts'
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
