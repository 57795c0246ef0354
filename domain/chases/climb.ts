import { addDays, daysBetween } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import type { Chase } from './chase.ts'
import { rungDay, rungReached, type Rung } from './ladder.ts'
import type { Owed } from './owed.ts'

/** A message as recorded, with the due day it was about. */
export type SentChase = Pick<Chase, 'about' | 'rung' | 'sentOn' | 'answeredOn' | 'answer'> & {
  due: CivilDate
}

/** Where one thing owed stands on the ladder. */
export interface Climb {
  /** Days since the due day; null where no day is known. */
  days: number | null
  /** The highest step reached; null below the first. */
  reached: Rung | null
  /** The latest message about it, of this due day; null where nobody was asked. */
  last: SentChase | null
  /** Whether a message is due today: a step is reached and nothing was sent at it or above it. */
  isDue: boolean
  /** The step a message is due at next, and the day it is reached; null once the last has been sent. */
  next: { rung: Rung; on: CivilDate } | null
}

/** A short sentence with no COM is asked about again after so many days, as the national service does. */
export const SHORT_SENTENCE_EVERY_DAYS = 2

/**
 * Where a thing owed stands, by the messages recorded. Only those of the same due day count. An answer changes nothing: what is
 * answered is no longer owed, and an answer that names nobody leaves it owed. Where a step was missed the highest reached is due,
 * never two at once. `everyDays` asks again at the step reached, so many days after the last message.
 */
export function climbOf(
  { about, due }: Pick<Owed, 'about' | 'due'>,
  chases: readonly SentChase[],
  ladder: readonly Rung[],
  today: CivilDate,
  everyDays: number | null = null,
): Climb {
  if (due === null) return { days: null, reached: null, last: null, isDue: false, next: null }
  const days = daysBetween(due, today)
  const reached = rungReached(ladder, days)
  let last: SentChase | null = null
  let highest = 0
  for (const chase of chases) {
    if (chase.about !== about || chase.due !== due) continue
    highest = Math.max(highest, chase.rung)
    if (
      last === null ||
      chase.sentOn > last.sentOn ||
      (chase.sentOn === last.sentOn && chase.rung > last.rung)
    )
      last = chase
  }
  const again = last === null || everyDays === null ? null : addDays(last.sentOn, everyDays)
  const isDue = reached !== null && (reached.days > highest || (again !== null && again <= today))
  if (isDue) {
    const on = reached.days > highest || again === null ? rungDay(due, reached) : again
    return { days, reached, last, isDue, next: { rung: reached, on } }
  }
  const ahead = ladder.find((rung) => rung.days > highest && rungDay(due, rung) > today)
  const climb = ahead === undefined ? null : { rung: ahead, on: rungDay(due, ahead) }
  const repeat = again === null || reached === null ? null : { rung: reached, on: again }
  const next = climb !== null && repeat !== null ? (repeat.on < climb.on ? repeat : climb) : (climb ?? repeat)
  return { days, reached, last, isDue, next }
}
