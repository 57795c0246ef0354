import { addDays, daysBetween } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import type { Chase } from './chase.ts'
import { FIRST_ASKED_AT_MOST, rungDay, rungReached, type Rung } from './ladder.ts'
import type { Owed } from './owed.ts'

/** A message as recorded, with the due day it was about. */
export type SentChase = Pick<Chase, 'about' | 'rung' | 'sentOn' | 'answeredOn' | 'answer' | 'promisedOn'> & {
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
 * Where a thing owed stands, by the messages recorded. Only those of the same due day count. An answer that names nobody leaves it
 * owed, but nothing is due on the day it came, nor before a day promised with it. Where a step was missed the highest reached is due,
 * never two at once; the first message goes to the second step at most, and a step already past when the last one was sent comes as
 * many days after it as the ladder has between them. `everyDays` asks again at the step reached, so many days after the last message.
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
  const soFar = sentSoFar(chases.filter((chase) => chase.about === about && chase.due === due))
  const { last, highest } = soFar
  const held = heldUntil(last)
  const later = (day: CivilDate) => (held !== null && held > day ? held : day)
  const stepsAsked = ladder.filter((rung) => rung.days <= highest)
  const left = ladder.filter((rung) => rung.days > highest)
  const open = last === null ? left.slice(0, FIRST_ASKED_AT_MOST) : left
  const ownDays = stepDays(due, open, soFar)
  const stepsLeft = open.map((rung, at) => ({ rung, on: later(ownDays[at] as CivilDate) }))
  const climb = stepsLeft.findLast(({ on }) => on <= today)
  const reached = climb?.rung ?? rungReached(stepsAsked, days)
  if (climb !== undefined) return { days, reached, last, isDue: true, next: climb }
  const ahead = stepsLeft[0] ?? null
  const repeat =
    last === null || everyDays === null || reached === null
      ? null
      : { rung: reached, on: later(addDays(last.sentOn, everyDays)) }
  if (repeat !== null && repeat.on <= today) return { days, reached, last, isDue: true, next: repeat }
  const next = ahead !== null && repeat !== null ? (repeat.on < ahead.on ? repeat : ahead) : (ahead ?? repeat)
  return { days, reached, last, isDue: false, next }
}

/** The latest message of one due day, and the highest step any was sent at; 0 for none. */
interface SentSoFar {
  last: SentChase | null
  highest: number
}

function sentSoFar(chases: readonly SentChase[]): SentSoFar {
  let last: SentChase | null = null
  let highest = 0
  for (const chase of chases) {
    highest = Math.max(highest, chase.rung)
    if (
      last === null ||
      chase.sentOn > last.sentOn ||
      (chase.sentOn === last.sentOn && chase.rung > last.rung)
    )
      last = chase
  }
  return { last, highest }
}

/** The first day anything may be due after an answer: the day after it, or the day promised with it. */
function heldUntil(last: SentChase | null): CivilDate | null {
  if (last === null || last.answeredOn === null) return null
  const after = addDays(last.answeredOn, 1)
  const promised = last.promisedOn ?? after
  return promised > after ? promised : after
}

/** The days the steps above those sent are due: their own, or as far apart as the ladder has them where the first has passed. */
function stepDays(due: CivilDate, left: readonly Rung[], { last, highest }: SentSoFar): CivilDate[] {
  const [first] = left
  if (first === undefined || last === null || rungDay(due, first) > last.sentOn)
    return left.map((rung) => rungDay(due, rung))
  return left.map((rung) => addDays(last.sentOn, rung.days - highest))
}
