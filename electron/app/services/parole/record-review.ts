import { saveDecision } from '../../../../db/repositories/decisions.ts'
import { newId } from '../../../../db/uuid.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { CaseFacts } from '../../../../domain/model/case-facts.ts'
import type { MilestoneOffsets, ParoleReview } from '../../../../domain/parole/parole-review.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { Desk, Session } from '../../context.ts'
import { caseOf, refuseField } from '../decisions/case-of.ts'
import { checkDay, checkPastDay } from './check-days.ts'
import { saveTimetable } from './offsets.ts'
import { recordedReviews, type RecordedReview } from './reviews-of.ts'

type Input = ParsedInputOf<'parole.saveReview'>

function reviewOf(desk: Desk, session: Session, personId: string, reviewId: string): RecordedReview {
  const found = recordedReviews(caseOf(desk, session, personId).decisions).find(
    ({ record }) => record.id === reviewId,
  )
  if (found === undefined)
    throw new DeskError(
      'not_found',
      'This review has changed, or is no longer on the record: look at the case again.',
    )
  return found
}

function save(
  desk: Desk,
  { store, user }: Session,
  personId: string,
  subject: string,
  body: ParoleReview | null,
) {
  return store.write((db) =>
    saveDecision(
      db,
      { userId: user.id },
      { at: desk.clock.now().toISOString(), personId, kind: 'parole_review', subject, body },
    ),
  )
}

function checkReview(
  { hearing, status, outcome, outcomeOn, reviewType }: Input,
  facts: CaseFacts,
  today: CivilDate,
): void {
  if (reviewType === '') refuseField('reviewType', 'Say what kind of review it is')
  checkDay({ field: 'hearing', name: 'The target hearing date', date: hearing }, facts)
  if (outcome === null) {
    if (outcomeOn !== null) refuseField('outcome', 'Say what was decided on that day')
    return
  }
  if (status !== 'completed') refuseField('status', 'A review with an outcome is completed')
  if (outcomeOn === null) refuseField('outcomeOn', 'Say when the outcome was received')
  checkPastDay(
    { field: 'outcomeOn', name: 'The day the outcome was received', date: outcomeOn },
    facts,
    today,
  )
}

/**
 * The steps of a review that is changed. The day its outcome was received stands in two places: the step that agreed with
 * the review goes with it, and one recorded on its own is not overruled unseen.
 */
function stepsWith(former: ParoleReview, outcomeOn: CivilDate | null): ParoleReview['milestones'] {
  const step = former.milestones.outcome
  if (step === undefined || step.doneOn === null || step.doneOn === outcomeOn) return former.milestones
  if (step.doneOn === former.outcomeOn)
    return { ...former.milestones, outcome: { ...step, doneOn: outcomeOn } }
  if (outcomeOn !== null)
    refuseField(
      'outcomeOn',
      `The step says the outcome was received on ${formatDate(step.doneOn)}, not ${formatDate(outcomeOn)}: put right whichever is wrong`,
    )
  return former.milestones
}

export async function saveReview(desk: Desk, session: Session, input: Input): Promise<void> {
  const { personId, reviewId, ...typed } = input
  checkReview(input, caseOf(desk, session, personId).facts, desk.clock.today())
  if (reviewId === null) {
    await save(desk, session, personId, newId(desk.clock.now().getTime()), { ...typed, milestones: {} })
    return
  }
  const { record, review } = reviewOf(desk, session, personId, reviewId)
  const milestones = stepsWith(review, typed.outcomeOn)
  await save(desk, session, personId, record.subject, { ...typed, milestones })
}

export async function saveStep(
  desk: Desk,
  session: Session,
  { personId, reviewId, milestone, due, doneOn }: ParsedInputOf<'parole.saveStep'>,
): Promise<void> {
  const { record, review } = reviewOf(desk, session, personId, reviewId)
  const { facts } = caseOf(desk, session, personId)
  checkDay({ field: 'due', name: 'The day it is due', date: due }, facts)
  checkPastDay({ field: 'doneOn', name: 'The day it was done', date: doneOn }, facts, desk.clock.today())
  if (milestone === 'outcome' && doneOn !== null && review.outcomeOn !== null && doneOn !== review.outcomeOn)
    refuseField(
      'doneOn',
      `The review says the outcome was received on ${formatDate(review.outcomeOn)}, not ${formatDate(doneOn)}: put right whichever is wrong`,
    )
  const milestones = { ...review.milestones, [milestone]: { due, doneOn } }
  await save(desk, session, personId, record.subject, { ...review, milestones })
}

export async function takeBackReview(
  desk: Desk,
  session: Session,
  { personId, reviewId }: ParsedInputOf<'parole.takeBack'>,
): Promise<void> {
  const { record } = reviewOf(desk, session, personId, reviewId)
  await save(desk, session, personId, record.subject, null)
}

export async function setOffsets(
  desk: Desk,
  { store, user }: Session,
  { offsets, toldBy, body, document }: ParsedInputOf<'parole.setOffsets'>,
): Promise<void> {
  const own: MilestoneOffsets = {}
  for (const { milestone, days } of offsets) own[milestone] = days
  const proof = { toldBy, body, document: document === '' ? null : document, documentDate: null }
  await store.write((db) =>
    saveTimetable(db, { userId: user.id }, desk.clock.now().toISOString(), { offsets: own, proof }),
  )
}
