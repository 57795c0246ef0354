import type { Store } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { approachingParole, milestoneDue } from '../../../../domain/parole/parole.ts'
import {
  MILESTONES,
  MILESTONE_WORDS,
  type MilestoneOffsets,
  type ParoleReview,
} from '../../../../domain/parole/parole-review.ts'
import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import { proofSource } from '../../../../domain/planning/prepare-items.ts'
import { formatDate, relativeDays } from '../../../../domain/text/dates.ts'
import type { PlannedCase } from '../planning/planned-case.ts'
import { readTimetable } from './offsets.ts'
import {
  isSameReview,
  listedReportDue,
  listedReview,
  outcomeInWords,
  recordedReviews,
  type RecordedReview,
} from './reviews-of.ts'

type Shown = OutputOf<'parole.show'>
type Review = Shown['reviews'][number]
type Step = Review['steps'][number]

const STATUS_WORDS = { open: 'Open', completed: 'Completed', withdrawn: 'Withdrawn' } as const

function stepsOf(
  review: ParoleReview,
  record: PersonRecord,
  offsets: MilestoneOffsets,
  today: CivilDate,
): Step[] {
  return MILESTONES.map((milestone) => {
    const { due: ours, own } = milestoneDue(review, milestone, offsets)
    const due = ours ?? (milestone === 'custody_report' ? listedReportDue(review, record) : null)
    const doneOn = review.milestones[milestone]?.doneOn ?? null
    return { milestone, title: MILESTONE_WORDS[milestone], due, own, doneOn, ...stateOf(due, doneOn, today) }
  })
}

function stateOf(
  due: CivilDate | null,
  doneOn: CivilDate | null,
  today: CivilDate,
): Pick<Step, 'state' | 'tone'> {
  if (doneOn !== null) return { state: `Done ${formatDate(doneOn)}`, tone: 'done' }
  if (due === null) return { state: 'No day given', tone: 'unknown' }
  return due < today
    ? { state: `Late, due ${formatDate(due)}`, tone: 'late' }
    : { state: `Due ${formatDate(due)}, ${relativeDays(due, today)}`, tone: 'planned' }
}

function reviewShown(
  { record, review }: RecordedReview,
  person: PersonRecord,
  offsets: MilestoneOffsets,
  today: CivilDate,
): Review {
  return {
    id: record.id,
    reviewType: review.reviewType,
    hearing: review.hearing,
    status: STATUS_WORDS[review.status],
    isOpen: review.status === 'open',
    outcome: review.outcome,
    outcomeWords: outcomeInWords(review),
    outcomeOn: review.outcomeOn,
    writer: review.writer,
    countersigner: review.countersigner,
    note: review.note,
    steps: stepsOf(review, person, offsets, today),
    by: record.byName,
    at: record.at,
  }
}

function listedShown({ person, decisions }: PlannedCase, today: CivilDate): Review[] {
  const { record } = person
  const listed = listedReview(record)
  if (listed === null) return []
  // One recorded here for the same hearing is the same review, and knows more.
  const isRecorded = recordedReviews(decisions).some(
    ({ review }) => review.status !== 'withdrawn' && isSameReview(review, listed),
  )
  if (isRecorded) return []
  const report = record.custody_report_due ?? null
  return [
    {
      id: null,
      reviewType: listed.reviewType,
      hearing: listed.hearing,
      status: listed.status,
      isOpen: listed.isOpen,
      outcome: null,
      outcomeWords: listed.outcome === '' ? 'No outcome recorded' : listed.outcome,
      outcomeOn: null,
      writer: '',
      countersigner: '',
      note: '',
      steps:
        report === null
          ? []
          : [
              {
                milestone: 'custody_report',
                title: MILESTONE_WORDS.custody_report,
                due: report,
                own: false,
                doneOn: null,
                ...stateOf(report, null, today),
              },
            ],
      by: 'The list',
      at: null,
    },
  ]
}

/** Newest hearing first; one without a date is still to come. */
const byHearing = (a: Review, b: Review) => {
  const [one, other] = [a.hearing ?? '9999', b.hearing ?? '9999']
  return one < other ? 1 : one > other ? -1 : 0
}

export function paroleShown(store: Store, planned: PlannedCase, today: CivilDate): Shown {
  const timetable = readTimetable(store.read)
  const offsets = timetable?.offsets ?? {}
  return {
    next: approachingParole(planned.facts, today),
    reviews: [
      ...recordedReviews(planned.decisions).map((each) =>
        reviewShown(each, planned.person.record, offsets, today),
      ),
      ...listedShown(planned, today),
    ].sort(byHearing),
    offsets: MILESTONES.flatMap((milestone) => {
      const days = offsets[milestone]
      return days === undefined ? [] : [{ milestone, days }]
    }),
    offsetsProof: timetable === null ? null : `${timetable.proof.toldBy}, ${proofSource(timetable.proof)}`,
  }
}
