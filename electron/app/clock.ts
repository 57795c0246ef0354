import { dayInLondon } from '../../db/london-day.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { Clock } from './context.ts'

export const systemClock = (): Clock => ({
  now: () => new Date(),
  today: () => dayInLondon(new Date()),
})

/** What is recorded in a sample comes after its own lists, which came in before this hour of its day. */
const SAMPLE_OPENS = '08:00:00.000Z'

/**
 * The day given by `fixed` while it gives one (a sample establishment is open), at the clock's own time of day, and the clock's
 * own day otherwise. What is recorded in a sample is then recorded on the day it shows.
 */
export const clockWithFixedDay = (clock: Clock, fixed: () => CivilDate | null): Clock => ({
  now: () => {
    const day = fixed()
    const now = clock.now()
    if (day === null) return now
    const time = now.toISOString().slice(11)
    return new Date(`${day}T${time < SAMPLE_OPENS ? SAMPLE_OPENS : time}`)
  },
  today: () => fixed() ?? clock.today(),
})
