import type { CivilDate } from '../dates/civil-date.ts'

// The early allocation assessment as the national service asks it (Manage POM cases, early_allocation.rb at 7aeb43b9): five
// questions any of which decides it at once; where none does, five that ask the community to decide.

export const AUTOMATIC_QUESTIONS = {
  terrorism_act: 'Convicted under the Terrorism Act 2000?',
  high_profile: 'Identified as a high profile case?',
  serious_crime_prevention_order: 'Subject to a serious crime prevention order?',
  mappa_level_3: 'Likely to need MAPPA level 3 management?',
  cppc: 'Identified as a critical public protection case (CPPC)?',
} as const
export type AutomaticQuestion = keyof typeof AUTOMATIC_QUESTIONS

export const DISCRETIONARY_QUESTIONS = {
  extremism_separation: 'Held in an extremism separation centre?',
  very_high_risk: 'Presents a very high risk of serious harm?',
  mappa_level_2: 'Needs MAPPA level 2 management, with work that has to begin early?',
  terrorist_risk: 'Identified as a terrorist risk, on the advice of a specialist?',
  other_reason: 'Is there another reason for an early allocation?',
} as const
export type DiscretionaryQuestion = keyof typeof DISCRETIONARY_QUESTIONS

export const AUTOMATIC_NAMES = Object.keys(AUTOMATIC_QUESTIONS) as AutomaticQuestion[]
export const DISCRETIONARY_NAMES = Object.keys(DISCRETIONARY_QUESTIONS) as DiscretionaryQuestion[]

export const OUTCOMES = ['eligible', 'discretionary', 'not_eligible'] as const
export type EarlyAllocationOutcome = (typeof OUTCOMES)[number]

export const OUTCOME_WORDS: Readonly<Record<EarlyAllocationOutcome, string>> = {
  eligible: 'Eligible',
  discretionary: 'Discretionary: the community decides',
  not_eligible: 'Not eligible',
}

/** The answers. Discretionary ones are null where an automatic yes made them needless. */
export interface EarlyAllocationAnswers {
  automatic: Record<AutomaticQuestion, boolean>
  discretionary: Record<DiscretionaryQuestion, boolean> | null
  /** Asked of somebody in an extremism separation centre; null where it was not asked. */
  releaseWithin24Months: boolean | null
  /** The reason in words, where there is another one. */
  otherReason: string
}

/** One assessment, as it was saved. */
export interface EarlyAllocationAssessment extends EarlyAllocationAnswers {
  assessedOn: CivilDate
  oasysDate: CivilDate
  outcome: EarlyAllocationOutcome
  /** False where it was saved before the 18 months: it has to be done again inside them. */
  insideWindow: boolean
  /** What the community decided of a discretionary one; null while it has not. */
  community: { accepted: boolean; decidedOn: CivilDate; by: string } | null
}

const isAny = (answers: Record<string, boolean>) => Object.values(answers).some(Boolean)

/** Whether the discretionary questions are asked: where no automatic answer is yes. */
export const asksDiscretionary = (automatic: Record<AutomaticQuestion, boolean>): boolean => !isAny(automatic)

/**
 * What the answers come to. Being in an extremism separation centre counts only with release less than 24 months away;
 * with nothing else, and release further off, somebody is not eligible.
 */
export function outcomeOf({
  automatic,
  discretionary,
  releaseWithin24Months,
}: Pick<
  EarlyAllocationAnswers,
  'automatic' | 'discretionary' | 'releaseWithin24Months'
>): EarlyAllocationOutcome {
  if (isAny(automatic)) return 'eligible'
  if (discretionary === null) return 'not_eligible'
  const { extremism_separation: separated, ...others } = discretionary
  // Not asked is not "no": an assessment that does not say when release is does not rule the person out.
  if (isAny(others) || (separated && releaseWithin24Months !== false)) return 'discretionary'
  return 'not_eligible'
}
