import { addMonths } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { EarlyAllocationAssessment } from './assessment.ts'

/** An assessment can be sent when any date release is counted from is this many months away or nearer. */
export const WINDOW_MONTHS = 18
/** The OASys risk assessment it rests on may be this many months old, less a day. */
export const OASYS_MONTHS = 3

/** TED, PED, THD, ARD and CRD: the dates that open the window. */
function datesOf(facts: CaseFacts): CivilDate[] {
  return [
    facts.tariff_expiry_date,
    facts.parole_eligibility_date,
    facts.target_hearing_date,
    facts.automatic_release_date,
    facts.conditional_release_date,
  ].filter((date): date is CivilDate => date !== null && date !== undefined)
}

/** The first day an assessment stands; null where no date is known to count from. */
export function windowOpensOn(facts: CaseFacts): CivilDate | null {
  const [first] = datesOf(facts).sort()
  return first === undefined ? null : addMonths(first, -WINDOW_MONTHS)
}

/** Whether an assessment made on `today` stands: any of the dates is 18 months away or nearer, past ones too. */
export function isInWindow(facts: CaseFacts, today: CivilDate): boolean {
  const opens = windowOpensOn(facts)
  return opens !== null && opens <= today
}

/** Why a date cannot be the one of the OASys risk assessment; null where it can. */
export function oasysDateMistake(date: CivilDate, today: CivilDate): string | null {
  if (date > today) return 'The OASys risk assessment must not be dated in the future'
  return date <= addMonths(today, -OASYS_MONTHS)
    ? 'The OASys risk assessment must be from the last 3 months'
    : null
}

/** An assessment of this sentence: one from before it belongs to an earlier one, and says nothing now. */
const isOfSentence = ({ assessedOn }: EarlyAllocationAssessment, start: CivilDate | null | undefined) =>
  !start || assessedOn >= start

/** Whether an assessment makes the case one of early allocation: eligible, or discretionary and accepted, inside the window. */
export const grants = ({ outcome, insideWindow, community }: EarlyAllocationAssessment): boolean =>
  insideWindow && (outcome === 'eligible' || (outcome === 'discretionary' && community?.accepted === true))

/** A discretionary assessment the community has still to decide: the one time a decision can be recorded. */
export const awaitsDecision = ({ outcome, insideWindow, community }: EarlyAllocationAssessment): boolean =>
  outcome === 'discretionary' && insideWindow && community === null

/**
 * What the assessments of a case say of early allocation, oldest first: the latest of this sentence inside the window
 * decides; null where there is none, and the record stands.
 */
export function isEarlyAllocation(
  assessments: readonly EarlyAllocationAssessment[],
  start: CivilDate | null | undefined,
): boolean | null {
  const last = assessments.findLast((each) => each.insideWindow && isOfSentence(each, start))
  return last === undefined ? null : grants(last)
}

/** The facts with early allocation as assessed here. An assessment made here beats the flag a list brought. */
export function withEarlyAllocation(
  facts: CaseFacts,
  assessments: readonly EarlyAllocationAssessment[],
): CaseFacts {
  if (assessments.length === 0) return facts
  const decided = isEarlyAllocation(assessments, facts.sentence_start_date)
  return decided === null ? facts : { ...facts, is_early_allocation: decided }
}

export const EARLY_ALLOCATION_STATES = [
  'none',
  'granted',
  'awaiting_decision',
  'refused',
  'not_eligible',
  'too_early',
  'redo',
] as const
export type EarlyAllocationState = (typeof EARLY_ALLOCATION_STATES)[number]

/**
 * Where a case stands: `too_early` was found eligible, or for the community, before the window and has to wait; `redo` the
 * window has opened since and it has to be done again.
 */
export function earlyAllocationState(
  assessments: readonly EarlyAllocationAssessment[],
  facts: CaseFacts,
  today: CivilDate,
): EarlyAllocationState {
  const ours = assessments.filter((each) => isOfSentence(each, facts.sentence_start_date))
  const last = ours.at(-1)
  if (last === undefined) return 'none'
  if (last.outcome === 'not_eligible') return 'not_eligible'
  const standing = ours.findLast(({ insideWindow }) => insideWindow)
  if (standing === undefined) return isInWindow(facts, today) ? 'redo' : 'too_early'
  if (awaitsDecision(standing)) return 'awaiting_decision'
  if (grants(standing)) return 'granted'
  return standing.outcome === 'not_eligible' ? 'not_eligible' : 'refused'
}
