import { saveDecision } from '../../../../db/repositories/decisions.ts'
import { newId } from '../../../../db/uuid.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../../../domain/contract/index.ts'
import { isCivilDate } from '../../../../domain/dates/civil-date.ts'
import {
  asksDiscretionary,
  outcomeOf,
  type EarlyAllocationAssessment,
} from '../../../../domain/early-allocation/assessment.ts'
import {
  awaitsDecision,
  isInWindow,
  oasysDateMistake,
} from '../../../../domain/early-allocation/early-allocation.ts'
import { isImmigration, isRecalled } from '../../../../domain/planning/case-work.ts'
import type { Desk, Session } from '../../context.ts'
import { caseOf, refuseField } from './case-of.ts'

type Input = ParsedInputOf<'assessment.save'>

/** Saves an assessment and what it comes to. Answers that were not needed are not kept. */
export async function assessEarlyAllocation(
  desk: Desk,
  session: Session,
  input: Input,
): Promise<OutputOf<'assessment.save'>> {
  const { personId, oasysDate, automatic, releaseWithin24Months, otherReason } = input
  const today = desk.clock.today()
  if (!isCivilDate(oasysDate)) refuseField('oasysDate', 'This must be a real date, like 27 3 2026')
  const mistake = oasysDateMistake(oasysDate, today)
  if (mistake !== null) refuseField('oasysDate', mistake)
  const { facts, plan } = caseOf(desk, session, personId)
  if (plan === null || !plan.in_scope || isRecalled(facts) || isImmigration(facts)) {
    throw new DeskError(
      'bad_input',
      'Early allocation is not for this case: there is no handover to bring forward.',
    )
  }
  const discretionary = asksDiscretionary(automatic) ? input.discretionary : null
  if (asksDiscretionary(automatic) && discretionary === null)
    refuseField('discretionary', 'Answer the five further questions: none of the first five is yes')
  const separated = discretionary?.extremism_separation === true
  if (separated && releaseWithin24Months === null)
    refuseField('releaseWithin24Months', 'Say whether release is due within 24 months')
  if (discretionary?.other_reason === true && otherReason === '')
    refuseField('otherReason', 'Say what the other reason is')
  const answers = {
    automatic,
    discretionary,
    releaseWithin24Months: separated ? releaseWithin24Months : null,
    otherReason: discretionary?.other_reason === true ? otherReason : '',
  }
  const body: EarlyAllocationAssessment = {
    ...answers,
    assessedOn: today,
    oasysDate,
    outcome: outcomeOf(answers),
    insideWindow: isInWindow(facts, today),
    community: null,
  }
  const now = desk.clock.now()
  await session.store.write((db) =>
    saveDecision(
      db,
      { userId: session.user.id },
      {
        at: now.toISOString(),
        personId,
        kind: 'early_allocation',
        subject: newId(now.getTime()),
        body,
      },
    ),
  )
  return { outcome: body.outcome, insideWindow: body.insideWindow }
}

/** Records what the community decided. Refused unless a discretionary assessment inside the window still waits for it. */
export async function recordCommunityDecision(
  desk: Desk,
  session: Session,
  input: ParsedInputOf<'assessment.recordDecision'>,
): Promise<void> {
  const { personId, assessmentId, accepted, decidedOn, by } = input
  const record = caseOf(desk, session, personId).decisions.find(
    ({ id, kind }) => id === assessmentId && kind === 'early_allocation',
  )
  const body = record?.body as EarlyAllocationAssessment | undefined
  if (record === undefined || body === undefined)
    throw new DeskError('not_found', 'This assessment is no longer on the record: look at the case again.')
  if (!awaitsDecision(body))
    throw new DeskError('conflict', 'This assessment does not wait for a decision of the community.')
  if (!isCivilDate(decidedOn)) refuseField('decidedOn', 'This must be a real date, like 27 3 2026')
  if (decidedOn > desk.clock.today())
    refuseField('decidedOn', 'The day it was decided must be today or in the past')
  if (decidedOn < body.assessedOn)
    refuseField('decidedOn', 'The day it was decided must be on or after the day of the assessment')
  await session.store.write((db) =>
    saveDecision(
      db,
      { userId: session.user.id },
      {
        at: desk.clock.now().toISOString(),
        personId,
        kind: 'early_allocation',
        subject: record.subject,
        body: { ...body, community: { accepted, decidedOn, by } },
      },
    ),
  )
}
