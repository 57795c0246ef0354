import { addDays } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { planDates } from '../../../../domain/planning/plan-dates.ts'
import { isProblem } from '../../../../domain/planning/plan-problem.ts'
import type { PlannedCase } from '../planning/planned-case.ts'
import { isPastTariff } from './lists.ts'

/**
 * The last day the COM was responsible, where a tariff passing gave the case back to the prison; else null. Nothing was
 * decided by anybody: the rules stop counting from a tariff once it has passed and count from the next hearing instead.
 */
export function movedBackOn(planned: PlannedCase, today: CivilDate): CivilDate | null {
  const { plan, facts } = planned
  const tariff = facts.tariff_expiry_date ?? null
  if (plan === null || tariff === null || !isPastTariff(facts, today)) return null
  // Decided by somebody, so not moved by the calculation alone.
  if (planned.override !== null) return null
  if (plan.responsibility !== 'pom' && plan.responsibility !== 'pom_with_com') return null
  const dayBefore = addDays(tariff, -1)
  const then = planDates(facts, planned.rules, dayBefore)
  return !isProblem(then) && then.responsibility === 'com' ? dayBefore : null
}
