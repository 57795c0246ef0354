import { eighteenthBirthday } from '../dates/arithmetic.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { Plan } from '../model/plan.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'
import { planCase } from './plan-case.ts'
import { isProblem } from './plan-problem.ts'

/** A later birth date is mistyped, and what is counted from its 18th birthday would leave the calendar. */
const LATEST_BIRTH = '2180-12-31'

/**
 * The plan somebody under 18 will have on their 18th birthday, which is its `today` (rule-sets.md, flag `under_18`); null
 * where no birth date is known or a fact the rules need is missing.
 */
export function planAtEighteen(facts: CaseFacts, rules: RuleSetId): Plan | null {
  if (!facts.date_of_birth || facts.date_of_birth > LATEST_BIRTH) return null
  const plan = planCase(facts, rules, eighteenthBirthday(facts.date_of_birth))
  return isProblem(plan) ? null : plan
}
