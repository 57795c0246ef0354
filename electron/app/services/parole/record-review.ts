import { saveDecision } from '../../../../db/repositories/decisions.ts'
import { newId } from '../../../../db/uuid.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import { isCivilDate, type CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { MilestoneOffsets, ParoleReview } from '../../../../domain/parole/parole-review.ts'
import type { Desk, Session } from '../../context.ts'
import { caseOf, refuseField } from '../decisions/case-of.ts'
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

function checkReview({ hearing, status, outcome, outcomeOn, reviewType }: Input, today: CivilDate): void {
  if (reviewType === '') refuseField('reviewType', 'Say what kind of review it is')
  if (hearing !== null && !isCivilDate(hearing))
    refuseField('hearing', 'This must be a real date, like 27 3 2026')
  if (outcome === null) {
    if (outcomeOn !== null) refuseField('outcome', 'Say what was decided on that day')
    return
  }
  if (status !== 'completed') refuseField('status', 'A review with an outcome is completed')
  if (outcomeOn === null) refuseField('outcomeOn', 'Say when the outcome was received')
  if (!isCivilDate(outcomeOn)) refuseField('outcomeOn', 'This must be a real date, like 27 3 2026')
  if (outcomeOn > today) refuseField('outcomeOn', 'The outcome must have been received today or in the past')
}

export async function saveReview(desk: Desk, session: Session, input: Input): Promise<void> {
  checkReview(input, desk.clock.today())
  const { personId, reviewId, ...typed } = input
  if (reviewId === null) {
    caseOf(desk, session, personId)
    await save(desk, session, personId, newId(desk.clock.now().getTime()), { ...typed, milestones: {} })
    return
  }
  const { record, review } = reviewOf(desk, session, personId, reviewId)
  await save(desk, session, personId, record.subject, { ...typed, milestones: review.milestones })
}

export async function saveStep(
  desk: Desk,
  session: Session,
  { personId, reviewId, milestone, due, doneOn }: ParsedInputOf<'parole.saveStep'>,
): Promise<void> {
  const { record, review } = reviewOf(desk, session, personId, reviewId)
  for (const [field, date] of Object.entries({ due, doneOn }))
    if (date !== null && !isCivilDate(date)) refuseField(field, 'This must be a real date, like 27 3 2026')
  if (doneOn !== null && doneOn > desk.clock.today())
    refuseField('doneOn', 'The day it was done must be today or in the past')
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
