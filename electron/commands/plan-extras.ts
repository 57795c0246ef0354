import type { CaseFacts } from '../../domain/model/case-facts.ts'
import type { Plan } from '../../domain/model/plan.ts'
import { explainCase } from '../../domain/planning/explain-case.ts'
import { scheduleCase } from '../../domain/planning/schedule-case.ts'

/** The working and the schedule of a plan, as asked for: `,"steps":[…],"schedule":[…]`. */
export function planExtras({
  explain,
  schedule,
}: {
  explain: boolean
  schedule: boolean
}): (facts: CaseFacts, plan: Plan) => string {
  return (facts, plan) => {
    const steps = explain ? `,"steps":${JSON.stringify(explainCase(facts, plan.rules, plan.today))}` : ''
    const entries = schedule
      ? `,"schedule":${JSON.stringify(scheduleCase(facts, plan, plan.rules, plan.today))}`
      : ''
    return steps + entries
  }
}
