import { addDays, weekdayOf } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import { formatDayAndDate, formatLongDate, formatMonth, formatWeekday, spanInWords } from '../text/dates.ts'
import { dayInTag } from '../text/status-tags.ts'

/** Beyond two years a wait is said in years; up to it a column of days holds the number alone. */
const DAYS_UP_TO = 730

/** `Wed 25` in this week and the next, `Fri 20 Nov` in the rest of this year, `Fri 21 Nov 2025` outside it. */
export function dayOnSheet(day: CivilDate, today: CivilDate): string {
  const monday = addDays(today, 1 - weekdayOf(today))
  const weekday = formatWeekday(day).slice(0, 3)
  if (day >= monday && day <= addDays(monday, 13)) return `${weekday} ${Number(day.slice(8))}`
  if (day.slice(0, 4) === today.slice(0, 4)) return `${weekday} ${dayInTag(day)}`
  return formatDayAndDate(day)
}

/** `Saturday 21 to Monday 23 November 2026`; a month or year is said twice only where it is another. */
export function spanOnSheet(from: CivilDate, to: CivilDate): string {
  if (from === to) return formatLongDate(to)
  const month = from.slice(0, 7) === to.slice(0, 7) ? '' : ` ${formatMonth(from)}`
  const begins = from.slice(0, 4) === to.slice(0, 4) ? month.replace(/ \d{4}$/u, '') : month
  return `${formatWeekday(from)} ${Number(from.slice(8))}${begins} to ${formatLongDate(to)}`
}

/** What stands in a column headed `days`: `14`, or `15 years` where nobody counts days. */
export const daysOnSheet = (days: number): string => (days > DAYS_UP_TO ? spanInWords(days) : String(days))
