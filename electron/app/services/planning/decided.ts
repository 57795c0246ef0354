import type { DecisionRecord } from '../../../../db/types.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { EarlyAllocationAssessment } from '../../../../domain/early-allocation/assessment.ts'
import {
  earlyAllocationState,
  withEarlyAllocation,
} from '../../../../domain/early-allocation/early-allocation.ts'
import type { CaseFacts } from '../../../../domain/model/case-facts.ts'
import type { Movement } from '../../../../domain/model/movement.ts'
import type { ResponsibilityOverride } from '../../../../domain/model/responsibility-override.ts'
import { withParole } from '../../../../domain/parole/parole.ts'
import type { ParoleReview } from '../../../../domain/parole/parole-review.ts'
import { isComing, overrideOn } from '../../../../domain/planning/override.ts'
import type { RecordedOverride } from './planned-case.ts'

// What people decided here, read from the records of it: the bodies were checked against their shapes as they were saved.

export const assessmentsIn = (decisions: readonly DecisionRecord[]): EarlyAllocationAssessment[] =>
  decisions
    .filter(({ kind }) => kind === 'early_allocation')
    .map(({ body }) => body as EarlyAllocationAssessment)

const reviewsIn = (decisions: readonly DecisionRecord[]): ParoleReview[] =>
  decisions.filter(({ kind }) => kind === 'parole_review').map(({ body }) => body as ParoleReview)

export const movementsIn = (decisions: readonly DecisionRecord[]): readonly Movement[] =>
  decisions.length === 0
    ? NO_MOVEMENTS
    : decisions.filter(({ kind }) => kind === 'movement').map(({ body }) => body as Movement)

const NO_MOVEMENTS: readonly Movement[] = []

export const overridesIn = (decisions: readonly DecisionRecord[]): RecordedOverride[] =>
  decisions
    .filter(({ kind }) => kind === 'responsibility')
    .map((record) => ({ record, body: record.body as ResponsibilityOverride }))

/** The override in force on `today`; null where there is none. */
export const overrideIn = (decisions: readonly DecisionRecord[], today: CivilDate): RecordedOverride | null =>
  decisions.length === 0 ? null : overrideOn(overridesIn(decisions), today)

/** The next override that has still to begin; null where none has. */
export function comingOverride(
  decisions: readonly DecisionRecord[],
  today: CivilDate,
): ResponsibilityOverride | null {
  let next: ResponsibilityOverride | null = null
  for (const { body } of decisions.length === 0 ? [] : overridesIn(decisions))
    if (isComing(body, today) && (next === null || body.from < next.from)) next = body
  return next
}

const NOTHING: readonly string[] = []

/**
 * Items of dated work that only a record kept here sets off: an early allocation assessment saved before it could be sent
 * has to be done again.
 */
export function seenIn(
  facts: CaseFacts,
  decisions: readonly DecisionRecord[],
  today: CivilDate,
): readonly string[] {
  if (decisions.length === 0) return NOTHING
  const state = earlyAllocationState(assessmentsIn(decisions), facts, today)
  return state === 'too_early' || state === 'redo' ? ['ea-redo'] : NOTHING
}

/** The facts as recorded, with what was decided here taken into account. */
export function decidedFacts(facts: CaseFacts, decisions: readonly DecisionRecord[]): CaseFacts {
  if (decisions.length === 0) return facts
  return withEarlyAllocation(withParole(facts, reviewsIn(decisions)), assessmentsIn(decisions))
}
