import type { DecisionRecord } from '../../../../db/types.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import { isDecided } from '../../../../domain/parole/parole.ts'
import {
  OUTCOME_WORDS,
  type ParoleReview,
  type ReviewOutcome,
} from '../../../../domain/parole/parole-review.ts'
import { formatDate } from '../../../../domain/text/dates.ts'

/** A review recorded here, with its record. */
export interface RecordedReview {
  record: DecisionRecord
  review: ParoleReview
}

export const recordedReviews = (decisions: readonly DecisionRecord[]): RecordedReview[] =>
  decisions
    .filter(({ kind }) => kind === 'parole_review')
    .map((record) => ({ record, review: record.body as ParoleReview }))

/** What a list says of a review: the last one it knows. */
export interface ListedReview {
  reviewType: string
  status: string
  isOpen: boolean
  hearing: CivilDate | null
  outcome: string
}

/** The review an extract brought, or null where it brought none. */
export function listedReview(record: PersonRecord): ListedReview | null {
  const { review_type: type, review_status: status, parole_outcome: outcome, thd } = record
  if (!type && !status && !outcome && !thd) return null
  return {
    reviewType: type ?? 'Review',
    status: status ?? 'Status not given',
    isOpen: /^active\b/iu.test(status ?? ''),
    hearing: thd ?? null,
    outcome: outcome ?? '',
  }
}

/** Whether the list's review and one recorded here are about the same hearing, as far as both name one. */
export function isSameReview(review: Pick<ParoleReview, 'hearing'>, listed: ListedReview): boolean {
  return review.hearing === null || listed.hearing === null || review.hearing === listed.hearing
}

/** When the list wants the custody report of a review recorded here; null where it gives no day, or speaks of another. */
export function listedReportDue(
  review: Pick<ParoleReview, 'hearing'>,
  record: PersonRecord,
): CivilDate | null {
  const listed = listedReview(record)
  return listed !== null && isSameReview(review, listed) ? (record.custody_report_due ?? null) : null
}

/** What came of a review, in words. Where nothing is recorded it says so, and never that release was refused. */
export function outcomeInWords({ status, outcome }: Pick<ParoleReview, 'status' | 'outcome'>): string {
  if (outcome !== null) return OUTCOME_WORDS[outcome as ReviewOutcome]
  return status === 'open' ? 'No outcome yet' : 'No outcome recorded'
}

/** Each open review in a few words, a list's among them unless one recorded here is for the same hearing. */
export function openReviewsOf(decisions: readonly DecisionRecord[], record: PersonRecord): string[] {
  const open = recordedReviews(decisions)
    .map(({ review }) => review)
    .filter((review) => review.status === 'open' && !isDecided(review))
  const listed = listedReview(record)
  const isAnother =
    listed !== null &&
    listed.isOpen &&
    listed.hearing !== null &&
    open.length > 0 &&
    !open.some(({ hearing }) => hearing === null || hearing === listed.hearing)
  const words = (hearing: CivilDate | null) =>
    hearing === null ? 'no hearing date' : `hearing ${formatDate(hearing)}`
  return [
    ...open.map(({ reviewType, hearing }) => `${reviewType}, ${words(hearing)}`),
    ...(isAnother ? [`${listed.reviewType}, ${words(listed.hearing)}, by the list`] : []),
  ]
}
