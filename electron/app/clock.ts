import { dayInLondon } from '../../db/london-day.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { Clock } from './context.ts'

export const systemClock = (): Clock => ({
  now: () => new Date(),
  today: () => dayInLondon(new Date()),
})

/** The day given by `fixed` while it gives one (a sample establishment is open), and the clock's own otherwise. */
export const clockWithFixedDay = (clock: Clock, fixed: () => CivilDate | null): Clock => ({
  now: () => clock.now(),
  today: () => fixed() ?? clock.today(),
})
