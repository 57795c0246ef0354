import type { CivilDate } from '../dates/civil-date.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { HandoverType, Plan, PlanDates } from '../model/plan.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'
import { flagsOf } from './flags.ts'
import { planDates } from './plan-dates.ts'
import { isProblem, type PlanProblem } from './plan-problem.ts'

/** The whole plan of a case on `today`: dates, responsibility, kind of handover and flags. `facts` must be checked. */
export function planCase(facts: CaseFacts, rules: RuleSetId, today: CivilDate): Plan | PlanProblem {
  const dates = planDates(facts, rules, today)
  if (isProblem(dates)) return dates
  return {
    rules,
    today,
    in_scope: dates.in_scope,
    responsibility: dates.responsibility,
    reason: dates.reason,
    handover_start_date: dates.handover_start_date,
    handover_date: dates.handover_date,
    earliest_release: dates.earliest_release,
    handover_type: handoverTypeOf(facts, dates),
    flags: flagsOf(facts, dates, rules, today),
  }
}

/** Unknown resourcing is planned as enhanced: the fuller handover, as the national service does. */
function handoverTypeOf(facts: CaseFacts, dates: PlanDates): HandoverType {
  if (dates.reason === 'determinate_short') return 'none'
  if (!dates.in_scope) return 'unknown'
  return facts.enhanced_resourcing === false ? 'standard' : 'enhanced'
}
