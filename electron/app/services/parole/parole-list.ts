import type { Store } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { approachingParole, asksForOutcome, milestoneDue } from '../../../../domain/parole/parole.ts'
import { formatDate, relativeDays } from '../../../../domain/text/dates.ts'
import { RELEASE_TYPE_TEXT } from '../../../../domain/text/reasons.ts'
import type { Tag } from '../../../../domain/contract/schemas.ts'
import { byWorry, type UnitCase } from '../caseload/unit-view.ts'
import { readTimetable } from './offsets.ts'
import { isSameReview, listedReportDue, listedReview, recordedReviews } from './reviews-of.ts'

type List = OutputOf<'parole.list'>
type Row = List['approaching'][number]

function rowOf(one: UnitCase, what: string, date: CivilDate | null, who: string, tags: Tag[]): Row {
  const { personId, name, prisonNumber, planned } = one
  return { personId, name, prisonNumber, pom: planned.person.record.pom_name ?? null, what, date, who, tags }
}

function approachingOf(one: UnitCase, today: CivilDate): Row[] {
  const next = one.planned.plan?.in_scope === true ? approachingParole(one.planned.facts, today) : null
  if (next === null) return []
  const com = one.com.name === null ? 'No COM named' : `${one.com.name} (COM)`
  return [
    rowOf(one, RELEASE_TYPE_TEXT[next.type], next.date, com, [
      { text: relativeDays(next.date, today), tone: 'fact' },
    ]),
  ]
}

const people = (writer: string, countersigner: string) =>
  [
    writer === '' ? 'Writer not named' : `${writer} writes`,
    countersigner === '' ? 'countersigner not named' : `${countersigner} countersigns`,
  ].join(', ')

function reportsOf(one: UnitCase, offsets: Parameters<typeof milestoneDue>[2], today: CivilDate): Row[] {
  const { record } = one.planned.person
  const reviews = recordedReviews(one.planned.decisions).filter(({ review }) => review.status !== 'withdrawn')
  const late = (due: CivilDate): Tag[] =>
    due < today ? [{ text: 'Late', tone: 'late' }] : [{ text: relativeDays(due, today), tone: 'fact' }]
  const recorded = reviews.flatMap(({ review }) => {
    const { due } = milestoneDue(review, 'custody_report', offsets)
    const wanted = due ?? listedReportDue(review, record)
    const done = review.milestones.custody_report?.doneOn ?? null
    return review.status !== 'open' || wanted === null || done !== null
      ? []
      : [
          rowOf(
            one,
            due === null ? 'Custody report, by the list' : 'Custody report',
            wanted,
            people(review.writer, review.countersigner),
            late(wanted),
          ),
        ]
  })
  const listed = listedReview(record)
  const isRecorded = listed !== null && reviews.some(({ review }) => isSameReview(review, listed))
  const due = record.custody_report_due ?? null
  // A list does not say whether a report was written: one long past is no longer work.
  return isRecorded || due === null || due < today
    ? recorded
    : [...recorded, rowOf(one, 'Custody report, by the list', due, people('', ''), late(due))]
}

function outcomesOf(one: UnitCase, today: CivilDate): Row[] {
  const { planned } = one
  const asked = recordedReviews(planned.decisions)
    .filter(({ review }) => asksForOutcome(review, today))
    .map(({ review }) =>
      rowOf(
        one,
        `Outcome of the hearing of ${formatDate(review.hearing as CivilDate)}`,
        review.hearing,
        review.writer,
        [{ text: 'Outcome not recorded', tone: 'unknown' }],
      ),
    )
  if (asked.length > 0) return asked
  const { facts, plan } = planned
  const hearing = facts.target_hearing_date ?? null
  const isUnknown = (facts.parole_outcome_release ?? null) === null
  if (plan?.flags.includes('parole_outcome_unknown') === true) {
    const ped = facts.parole_eligibility_date ?? null
    return [rowOf(one, 'Outcome after the PED', ped, '', [{ text: 'Awaiting outcome', tone: 'unknown' }])]
  }
  if (plan?.in_scope === true && hearing !== null && hearing < today && isUnknown)
    return [
      rowOf(one, `Outcome of the hearing of ${formatDate(hearing)}`, hearing, '', [
        { text: 'Outcome not recorded', tone: 'unknown' },
      ]),
    ]
  return []
}

const byDate = (a: Row, b: Row) =>
  (a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : 0

/** Whose parole is near, which custody reports are due, and which outcomes nobody has recorded; each by date. */
export function paroleListOf(store: Store, cases: readonly UnitCase[], today: CivilDate): List {
  const offsets = readTimetable(store.read)?.offsets ?? {}
  const sorted = [...cases].sort(byWorry)
  return {
    today,
    approaching: sorted.flatMap((one) => approachingOf(one, today)).sort(byDate),
    reports: sorted.flatMap((one) => reportsOf(one, offsets, today)).sort(byDate),
    outcomes: sorted.flatMap((one) => outcomesOf(one, today)).sort(byDate),
  }
}
