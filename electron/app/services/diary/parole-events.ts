import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { milestoneDue } from '../../../../domain/parole/parole.ts'
import {
  MILESTONE_WORDS,
  MILESTONES,
  OUTCOME_WORDS,
  type Milestone,
  type MilestoneOffsets,
} from '../../../../domain/parole/parole-review.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { midSentence } from '../../../../domain/text/status-tags.ts'
import type { UnitCase } from '../caseload/unit-view.ts'
import { listedReportDue, listedReview, recordedReviews, type RecordedReview } from '../parole/reviews-of.ts'
import { plainEvent, type DatedEvent } from './events.ts'

/** A hearing is the review's own day, and an outcome is what somebody received: neither is a step with a day to keep. */
const STEPS = MILESTONES.filter(
  (milestone): milestone is Exclude<Milestone, 'hearing' | 'outcome'> =>
    milestone !== 'hearing' && milestone !== 'outcome',
)

const parole = (event: Pick<DatedEvent, 'key' | 'date' | 'title'> & Partial<DatedEvent>): DatedEvent =>
  plainEvent({ kind: 'parole', ...event })

/**
 * The parole dates of a case: tariff expiry and eligibility, the hearing, and the steps of open reviews that are not done.
 * `taken` are days the calendar shows already as the earliest release that could be directed.
 */
export function paroleEventsOf(
  { planned }: Pick<UnitCase, 'planned'>,
  offsets: MilestoneOffsets,
  today: CivilDate,
  taken: CivilDate | null,
): DatedEvent[] {
  const { facts, plan, decisions, person } = planned
  if (plan === null || !plan.in_scope) return []
  const events: DatedEvent[] = []
  const reviews = recordedReviews(decisions).filter(({ review }) => review.status !== 'withdrawn')
  const days = [
    ['parole-ted', 'Tariff expiry (TED)', facts.tariff_expiry_date],
    ['parole-ped', 'Parole eligibility (PED)', facts.parole_eligibility_date],
  ] as const
  for (const [key, title, date] of days) if (date && date !== taken) events.push(parole({ key, date, title }))
  const heard = new Set<CivilDate>()
  for (const each of reviews) {
    const { hearing } = each.review
    if (hearing !== null) heard.add(hearing)
    events.push(...eventsOfReview(each, offsets, today, taken))
  }
  const target = facts.target_hearing_date ?? null
  if (target !== null && target !== taken && !heard.has(target))
    events.push(parole({ key: 'parole-thd', date: target, title: 'Parole hearing (target date)' }))
  events.push(...listedReport(reviews, person.record, today))
  return events
}

function eventsOfReview(
  { record, review }: RecordedReview,
  offsets: MilestoneOffsets,
  today: CivilDate,
  taken: CivilDate | null,
): DatedEvent[] {
  const events: DatedEvent[] = []
  const { hearing, outcome, reviewType } = review
  if (hearing !== null && hearing !== taken)
    events.push(
      parole({
        key: `parole-hearing-${record.id}`,
        date: hearing,
        title: `Parole hearing: ${midSentence(reviewType)}`,
        tags: outcome === null ? [] : [{ text: OUTCOME_WORDS[outcome], tone: 'fact' }],
      }),
    )
  if (review.status !== 'open') return events
  for (const milestone of STEPS) {
    const { due } = milestoneDue(review, milestone, offsets)
    const doneOn = review.milestones[milestone]?.doneOn ?? null
    if (due === null || doneOn !== null) continue
    events.push(step(`parole-${milestone}-${record.id}`, milestone, due, hearing, today))
  }
  return events
}

function step(
  key: string,
  milestone: Milestone,
  due: CivilDate,
  hearing: CivilDate | null,
  today: CivilDate,
): DatedEvent {
  const of = hearing === null ? '' : ` for the hearing of ${formatDate(hearing)}`
  return parole({
    key,
    date: due,
    title: `${MILESTONE_WORDS[milestone]} due${of}`,
    tags: due < today ? [{ text: 'Late', tone: 'late' }] : [],
  })
}

/** A list does not say whether a report was written: one long past is no longer work, as on the parole page. */
function listedReport(
  reviews: readonly RecordedReview[],
  record: UnitCase['planned']['person']['record'],
  today: CivilDate,
): DatedEvent[] {
  const listed = listedReview(record)
  const due = record.custody_report_due ?? null
  if (due === null || due < today) return []
  const own = reviews.find(({ review }) => listedReportDue(review, record) !== null)
  // A review recorded here says itself when its report is due and whether it is done.
  if (own !== undefined && (own.review.milestones.custody_report ?? null) !== null) return []
  return [step('parole-listed-report', 'custody_report', due, listed?.hearing ?? null, today)]
}
