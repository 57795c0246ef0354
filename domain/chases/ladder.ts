import type { CivilDate } from '../dates/civil-date.ts'
import { addDays } from '../dates/arithmetic.ts'

/** One step of the escalation ladder: so many days after the day an answer was due, whom to ask. */
export interface Rung {
  days: number
  /** Whom it goes to, as it is to be read: `Head of the LDU`. */
  who: string
  /** Who is sent a copy, as it is to be read; empty for nobody. */
  copy: string
}

export const LADDER_LIMITS = { rungs: 6, leastDays: 1, mostDays: 90, words: 80 } as const

/** An agreement with probation gives 48 hours to answer: nothing is asked sooner, whatever a ladder says. */
export const NEVER_BEFORE_DAYS = 2

/**
 * The ladder until an establishment says otherwise. Two days is the agreement with LDUs by which a COM is overdue, seven is when
 * the national service writes to the LDU, fourteen when it tells the POM that there is still no COM.
 */
export const USUAL_LADDER: readonly Rung[] = [
  { days: 2, who: 'COM’s team', copy: '' },
  { days: 7, who: 'Head of the LDU', copy: '' },
  { days: 14, who: 'Head of the LDU, again', copy: 'Regional lead' },
]

/** What is wrong with a ladder, by field (`rung-1-days`, the first is 1); empty where nothing is. */
export function ladderMistakes(ladder: readonly Rung[]): Record<string, string> {
  const { rungs, leastDays, mostDays, words } = LADDER_LIMITS
  const wrong: Record<string, string> = {}
  if (ladder.length === 0) wrong['rung-1-days'] = 'Enter at least one step'
  if (ladder.length > rungs) wrong[`rung-${rungs + 1}-days`] = `A ladder has at most ${rungs} steps`
  for (const [at, { days, who, copy }] of ladder.entries()) {
    const field = `rung-${at + 1}`
    const before = ladder[at - 1]?.days ?? 0
    if (!Number.isInteger(days) || days < leastDays || days > mostDays)
      wrong[`${field}-days`] = `Step ${at + 1}: enter a whole number of days from ${leastDays} to ${mostDays}`
    else if (at > 0 && days <= before)
      wrong[`${field}-days`] =
        `Step ${at + 1} must come after step ${at}: enter more than ${before} ${before === 1 ? 'day' : 'days'}`
    if (who.trim() === '') wrong[`${field}-who`] = `Step ${at + 1}: enter whom to ask`
    for (const [name, text] of [
      ['who', who],
      ['copy', copy],
    ] as const)
      if (text.trim().length > words)
        wrong[`${field}-${name}`] =
          `Step ${at + 1}: use ${words} characters or fewer for ${name === 'who' ? 'whom to ask' : 'whom to copy to'}, not ${text.trim().length}`
  }
  return wrong
}

/** After how many days a step is reached. */
export const reachedAfter = ({ days }: Rung): number => Math.max(days, NEVER_BEFORE_DAYS)

/**
 * A first message goes to the second step at most: whoever leads a place is not asked a second time, nor is a copy sent above
 * them, about somebody they never heard of.
 */
export const FIRST_ASKED_AT_MOST = 2

/** Whom a step asks, as it is to be read. Nobody is asked "again" the first time. */
export const whoAsked = ({ who }: Pick<Rung, 'who'>, isFirst: boolean): string =>
  isFirst ? who.replace(/,? again$/i, '') : who

/** Whom a step asks and who is sent a copy: `Head of the LDU, again, copy to Regional lead`. */
export function stepAsked(rung: Rung, isFirst: boolean): string {
  const who = whoAsked(rung, isFirst)
  return rung.copy === '' ? who : `${who}, copy to ${rung.copy}`
}

/** The highest step reached that many days after the due day; null below the first. */
export function rungReached(ladder: readonly Rung[], daysSince: number): Rung | null {
  return ladder.findLast((rung) => reachedAfter(rung) <= daysSince) ?? null
}

/** The day a step is reached by what was due on a day. */
export const rungDay = (due: CivilDate, rung: Rung): CivilDate => addDays(due, reachedAfter(rung))
