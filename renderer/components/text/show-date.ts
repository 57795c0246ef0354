import { daysBetween } from '../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import {
  formatDate,
  formatDayAndDate,
  formatLongDate,
  formatShortDate,
  spanInWords,
} from '../../../domain/text/dates.ts'

/** Civil dates as pages show them. The contract sends them as civil dates; strings are taken as such. */
const civil = (date: string) => date as CivilDate

/** `27 March 2026` */
export const showDate = (date: string): string => formatDate(civil(date))
/** `27 Mar 2026` */
export const showShortDate = (date: string): string => formatShortDate(civil(date))
/** `Mon 30 Nov 2026`: for tables, weekday always. */
export const showTableDate = (date: string): string => formatDayAndDate(civil(date))
/** `Monday 30 November 2026` */
export const showLongDate = (date: string): string => formatLongDate(civil(date))
/** `Monday 30 November`: where the year is plain. */
export const showDay = (date: string): string => showLongDate(date).slice(0, -5)
/** `30 Nov` */
export const showDayMonth = (date: string): string => showShortDate(date).slice(0, -5)
/** Whole days from one civil date to another; negative when `to` is earlier. */
export const daysFrom = (from: string, to: string): number => daysBetween(civil(from), civil(to))
/** `today`, `7 days`, `3 days ago`, `8 years ago`: for an *In* column. */
export function showIn(days: number): string {
  if (days === 0) return 'today'
  const words = spanInWords(Math.abs(days))
  return days < 0 ? `${words} ago` : words
}

const stamps = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
})

/** A moment (ISO 8601 with zone) as `20 Nov 2026, 5:31pm`, London time. */
export function showMoment(moment: string): string {
  const at = new Date(moment)
  if (Number.isNaN(at.getTime())) return moment
  const of = Object.fromEntries(stamps.formatToParts(at).map((part) => [part.type, part.value]))
  // en-GB writes midday as 0pm or 12pm by engine version; people read 12.
  const hour = of['hour'] === '0' ? '12' : of['hour']
  return `${of['day']} ${of['month']?.slice(0, 3)} ${of['year']}, ${hour}:${of['minute']}${of['dayPeriod']?.toLowerCase().replaceAll(/[^apm]/g, '')}`
}
