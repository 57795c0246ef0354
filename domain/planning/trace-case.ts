import type { CivilDate } from '../dates/civil-date.ts'
import { unpack } from '../dates/packed-date.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { PlanDates, ReleaseType } from '../model/plan.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'
import type { RuleRow } from '../rule-sets/rule-set.ts'
import { work } from './case-work.ts'
import { planDates } from './plan-dates.ts'
import { isProblem, type PlanProblem } from './plan-problem.ts'

/** A plan's dates with what they were worked out from: for explaining them. */
export interface CaseTrace {
  dates: PlanDates
  /** The row that decided; null outside OMiC. */
  row: RuleRow | null
  /** Before any move to the sentence start; null where the row gives no dates. */
  counted: {
    from: { type: ReleaseType | 'HDCED' | 'HDCAD'; date: CivilDate }
    start: CivilDate
    handover: CivilDate
  } | null
}

export function traceCase(facts: CaseFacts, rules: RuleSetId, today: CivilDate): CaseTrace | PlanProblem {
  const dates = planDates(facts, rules, today)
  if (isProblem(dates)) return dates
  const from = {
    type: work.baseType,
    date: dates.handover_date === null ? dates.handover_date : unpack(work.base),
  }
  return {
    dates,
    row: work.row,
    counted:
      from.date === null
        ? null
        : {
            from: { type: from.type, date: from.date },
            start: unpack(work.start),
            handover: unpack(work.handover),
          },
  }
}
