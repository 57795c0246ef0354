import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { Clock } from './context.ts'

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The civil date in England and Wales at a moment, whatever time zone the computer is set to. */
export function londonDate(moment: Date): CivilDate {
  const parts = Object.fromEntries(london.formatToParts(moment).map(({ type, value }) => [type, value]))
  return `${parts['year']}-${parts['month']}-${parts['day']}` as CivilDate
}

export const systemClock = (): Clock => ({
  now: () => new Date(),
  today: () => londonDate(new Date()),
})

/** The day given by `fixed` while it gives one (a sample establishment is open), and the clock's own otherwise. */
export const clockWithFixedDay = (clock: Clock, fixed: () => CivilDate | null): Clock => ({
  now: () => clock.now(),
  today: () => fixed() ?? clock.today(),
})
