import { addDays, addMonths } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { Milestone, MilestoneOffsets, ParoleReview } from './parole-review.ts'

/** Parole is approaching when a tariff, eligibility or hearing date is ahead and at most this many months away. */
export const APPROACHING_MONTHS = 10
/** After a hearing without an outcome, ask for it or for the next hearing from this many days on. */
export const ASK_AFTER_DAYS = 42

export type NextParole = { type: 'TED' | 'PED' | 'THD'; date: CivilDate }

/** The first of tariff, eligibility and hearing that is ahead and within 10 months; null where none is. */
export function approachingParole(
  facts: Pick<CaseFacts, 'tariff_expiry_date' | 'parole_eligibility_date' | 'target_hearing_date'>,
  today: CivilDate,
): NextParole | null {
  const last = addMonths(today, APPROACHING_MONTHS)
  const known: [NextParole['type'], CivilDate | null | undefined][] = [
    ['TED', facts.tariff_expiry_date],
    ['PED', facts.parole_eligibility_date],
    ['THD', facts.target_hearing_date],
  ]
  let next: NextParole | null = null
  for (const [type, date] of known) {
    if (!date || date <= today || date > last) continue
    if (next === null || date < next.date) next = { type, date }
  }
  return next
}

/** Reviews of this sentence: those heard, or to be heard, on or after its start; one without a hearing date counts. */
export function reviewsOfSentence<R extends Pick<ParoleReview, 'hearing'>>(
  reviews: readonly R[],
  start: CivilDate | null | undefined,
): R[] {
  return reviews.filter(({ hearing }) => hearing === null || !start || hearing >= start)
}

/** The latest hearing of any review of this sentence, completed or not; null where none has a date. */
export function targetHearing(
  reviews: readonly Pick<ParoleReview, 'hearing'>[],
  start: CivilDate | null | undefined,
): CivilDate | null {
  const dates = reviewsOfSentence(reviews, start)
    .map(({ hearing }) => hearing)
    .filter((date) => date !== null)
  return dates.sort().at(-1) ?? null
}

/** A review that was decided. A deferral or an adjournment decides nothing. */
export const isDecided = ({ status, outcome }: Pick<ParoleReview, 'status' | 'outcome'>): boolean =>
  status === 'completed' && outcome !== null && outcome !== 'deferred' && outcome !== 'adjourned'

const dayOf = ({ outcomeOn, hearing }: Pick<ParoleReview, 'outcomeOn' | 'hearing'>) =>
  outcomeOn ?? hearing ?? ''

/** The review of this sentence decided last; null where none was. Of two on one day the later recorded. */
export function lastDecided<R extends Pick<ParoleReview, 'status' | 'outcome' | 'outcomeOn' | 'hearing'>>(
  reviews: readonly R[],
  start: CivilDate | null | undefined,
): R | null {
  let last: R | null = null
  for (const review of reviewsOfSentence(reviews, start))
    if (isDecided(review) && (last === null || dayOf(review) >= dayOf(last))) last = review
  return last
}

/** The facts with what reviews recorded here say of hearing and outcome. */
export function withParole(facts: CaseFacts, reviews: readonly ParoleReview[]): CaseFacts {
  const start = facts.sentence_start_date
  const live = reviews.filter(({ status }) => status !== 'withdrawn')
  if (live.length === 0) return facts
  const typed = targetHearing(live, start)
  const listed = facts.target_hearing_date ?? null
  const hearing = typed === null || (listed !== null && listed > typed) ? listed : typed
  const decided = lastDecided(live, start)
  return {
    ...facts,
    target_hearing_date: hearing,
    parole_outcome_release:
      decided === null ? (facts.parole_outcome_release ?? null) : decided.outcome === 'release',
  }
}

/** When a step is due: the day typed, else the establishment's own offset from the hearing, else none. */
export function milestoneDue(
  review: ParoleReview,
  milestone: Milestone,
  offsets: MilestoneOffsets,
): { due: CivilDate | null; own: boolean } {
  const typed = review.milestones[milestone]?.due ?? null
  if (typed !== null) return { due: typed, own: false }
  if (milestone === 'hearing') return { due: review.hearing, own: false }
  const offset = offsets[milestone]
  if (offset === undefined || review.hearing === null) return { due: null, own: false }
  return { due: addDays(review.hearing, offset), own: true }
}

/** Whether to ask what came of a hearing: it is six weeks past and nothing was decided (from design only, low confidence). */
export function asksForOutcome(
  { status, hearing }: Pick<ParoleReview, 'status' | 'hearing'>,
  today: CivilDate,
): boolean {
  return status === 'open' && hearing !== null && addDays(hearing, ASK_AFTER_DAYS) <= today
}
