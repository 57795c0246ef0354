/** Civil dates (`YYYY-MM-DD`) in words. Display only: no policy date is worked out here. */

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
] as const
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

const parts = (date: string) => [+date.slice(0, 4), +date.slice(5, 7), +date.slice(8, 10)] as const
const month = (date: string) => MONTHS[parts(date)[1] - 1] ?? ''
/** Days since 1970-01-01. Civil dates have no zone, so UTC arithmetic is exact. */
const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000
const weekday = (date: string) => DAYS[(((dayNumber(date) + 4) % 7) + 7) % 7] ?? ''

/** `27 March 2026` */
export const showDate = (date: string): string => `${parts(date)[2]} ${month(date)} ${parts(date)[0]}`
/** `27 Mar 2026` */
export const showShortDate = (date: string): string => `${parts(date)[2]} ${month(date).slice(0, 3)} ${parts(date)[0]}`
/** `Mon 30 Nov 2026`: for tables, weekday always. */
export const showTableDate = (date: string): string => `${weekday(date).slice(0, 3)} ${showShortDate(date)}`
/** `Monday 30 November 2026` */
export const showLongDate = (date: string): string => `${weekday(date)} ${showDate(date)}`
/** `Monday 30 November`: where the year is plain. */
export const showDay = (date: string): string => `${weekday(date)} ${parts(date)[2]} ${month(date)}`
/** `30 Nov` */
export const showDayMonth = (date: string): string => `${parts(date)[2]} ${month(date).slice(0, 3)}`
/** Whole days from one civil date to another; negative when `to` is earlier. */
export const daysFrom = (from: string, to: string): number => dayNumber(to) - dayNumber(from)
/** `today`, `in 7 days`, `3 days ago` */
export function showAway(days: number): string {
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${days} days` : `${-days} days ago`
}
/** `today`, `7 days`, `3 days ago`: for an *In* column. */
export function showIn(days: number): string {
  if (days === 0) return 'today'
  const size = Math.abs(days)
  return `${size} ${size === 1 ? 'day' : 'days'}${days < 0 ? ' ago' : ''}`
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
