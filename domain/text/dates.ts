import { addMonths, daysBetween, weekdayOf } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function monthName(date: CivilDate): string {
  return MONTHS[Number(date.slice(5, 7)) - 1] ?? ''
}

/** `27 March 2026` */
export function formatDate(date: CivilDate): string {
  return `${Number(date.slice(8))} ${monthName(date)} ${date.slice(0, 4)}`
}

/** `27 Mar 2026` */
export function formatShortDate(date: CivilDate): string {
  return `${Number(date.slice(8))} ${monthName(date).slice(0, 3)} ${date.slice(0, 4)}`
}

/** `Mon 30 Nov 2026`: lists and tables always show the weekday. */
export function formatDayAndDate(date: CivilDate): string {
  return `${formatWeekday(date).slice(0, 3)} ${formatShortDate(date)}`
}

/** `Monday 30 November 2026` */
export function formatLongDate(date: CivilDate): string {
  return `${formatWeekday(date)} ${formatDate(date)}`
}

/** `Monday` */
export function formatWeekday(date: CivilDate): string {
  return WEEKDAYS[weekdayOf(date) - 1] ?? ''
}

/** `November 2026`; takes `2026-11` or any day of it. */
export function formatMonth(month: string): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`
}

/** Beyond two years nobody counts days. */
const DAYS_UP_TO = 730

/** `1 day`, `7 days`, `8 years`: a span of whole days, never negative, as a person would say it. */
export function spanInWords(days: number): string {
  if (days > DAYS_UP_TO) return `${Math.floor(days / 365.25)} years`
  return days === 1 ? '1 day' : `${days} days`
}

/** `today`, `in 7 days`, `7 days ago` */
export function relativeDays(date: CivilDate, today: CivilDate): string {
  const days = daysBetween(today, date)
  if (days === 0) return 'today'
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  return days > 0 ? `in ${count}` : `${count} ago`
}

/** `7 months 8 days`, `1 year 2 months`: from one day to a later one, months first. `0 days` for the same day. */
export function spanInMonths(from: CivilDate, to: CivilDate): string {
  const months = wholeMonths(from, to)
  const days = daysBetween(addMonths(from, months), to)
  const parts = [
    count(Math.floor(months / 12), 'year'),
    count(months % 12, 'month'),
    // Over a year nobody asks for the days.
    months >= 12 ? '' : count(days, 'day'),
  ].filter(Boolean)
  return parts.length === 0 ? '0 days' : parts.join(' ')
}

const count = (number: number, unit: string) =>
  number === 0 ? '' : `${number} ${unit}${number === 1 ? '' : 's'}`

function wholeMonths(from: CivilDate, to: CivilDate): number {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7))
  return addMonths(from, months) > to ? months - 1 : months
}
