import { weekdayOf } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import { formatDate } from '../text/dates.ts'
import type { Booking } from './booking.ts'

/** What is known by now of the day a meeting is booked for. */
export interface BookedDay {
  /** The POM by name, and until when they are away on that day; null while at work. */
  away: { name: string; until: CivilDate } | null
  /** The POM by name, where that weekday is none of theirs; null otherwise. */
  off: string | null
  /** `In hospital since 3 November 2026`; null for who is here. */
  notHere: string | null
  /** Null where there is no window, or where its days are only planned with. */
  windowFrom: CivilDate | null
  windowTo: CivilDate | null
}

/** A reason to move a booking, or to leave it and say why. */
export interface Rearrange {
  /** What it is and the day it rests on, `pom_away 2026-12-04`: who books in spite of it accepts this and no more. */
  key: string
  /** `Amy Thornber is away until 4 December 2026: move it or let the cover hold it`, as the end of a sentence. */
  says: string
}

const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays']

const small = (words: string): string => `${words.charAt(0).toLowerCase()}${words.slice(1)}`

/** Everything that has come between a booking and its day; empty where it may stay as it is. */
export function rearrangesOf({ on }: Pick<Booking, 'on'>, day: BookedDay): Rearrange[] {
  const { away, off, notHere, windowFrom, windowTo } = day
  const found: Rearrange[] = []
  if (away !== null)
    found.push({
      key: `pom_away ${away.until}`,
      says: `${away.name} is away until ${formatDate(away.until)}: move it or let the cover hold it`,
    })
  else if (off !== null)
    found.push({
      key: `pom_off ${weekdayOf(on)}`,
      says: `${off} does not work on ${WEEKDAYS[weekdayOf(on) - 1]}: move it or let the cover hold it`,
    })
  if (notHere !== null)
    found.push({
      key: `person_away ${notHere}`,
      says: `the person is away (${small(notHere)}): hold it there, or move it`,
    })
  if (windowFrom !== null && on < windowFrom)
    found.push({
      key: `outside_window ${windowFrom}`,
      says: `the window opens on ${formatDate(windowFrom)}: move it, or say why it stays`,
    })
  else if (windowTo !== null && on > windowTo)
    found.push({
      key: `outside_window ${windowTo}`,
      says: `the last day of the window is ${formatDate(windowTo)}: move it, or say why it stays`,
    })
  return found
}

/** Whether a booking is over: its day has passed, or its end today. `now` is the time of day, `14:30`. */
export const isOver = ({ on, to }: Pick<Booking, 'on' | 'to'>, today: CivilDate, now: string): boolean =>
  on < today || (on === today && to <= now)
