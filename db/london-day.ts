import type { CivilDate } from '../domain/dates/civil-date.ts'
import type { Instant } from './types.ts'

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The civil date in England and Wales at a moment, whatever time zone the computer is set to. */
export function dayInLondon(moment: Date): CivilDate {
  const parts = new Map(london.formatToParts(moment).map((part) => [part.type, part.value]))
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}` as CivilDate
}

/** The moment the next day begins in London: an hour before UTC midnight while summer time runs. */
export function endOfDayInLondon(day: CivilDate): Instant {
  const midnight = Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000
  const hourBefore = new Date(midnight - 60 * 60 * 1000)
  return (dayInLondon(hourBefore) > day ? hourBefore : new Date(midnight)).toISOString()
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The time of day on the wall clocks of England and Wales, `14:30`. */
export const timeInLondon = (moment: Date): string => clock.format(moment)
