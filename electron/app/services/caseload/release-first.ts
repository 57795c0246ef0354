import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { CaseFacts } from '../../../../domain/model/case-facts.ts'
import type { Plan } from '../../../../domain/model/plan.ts'
import { releasesBeforeHandover } from '../../../../domain/planning/flags.ts'

export interface ReleaseFirst {
  date: CivilDate
  /** `HDC eligibility`, `Confirmed release`… */
  what: string
  /** Days from today; 0 once the day has come. */
  daysLeft: number
}

/**
 * 18 months. A handover is agreed earlier in the months before it, and no source has one agreed years ahead: a day of 2029 in front
 * of a COM overdue since last week hides what can be done today.
 */
const HEADS_WITHIN_DAYS = 548

/** Whether it is near enough to head every list; a farther one is flagged and tagged all the same. */
export const headsLists = ({ daysLeft }: ReleaseFirst): boolean => daysLeft <= HEADS_WITHIN_DAYS

/** The first release that may come before, or on, the handover date; null where none does. */
export function releaseFirstOf(facts: CaseFacts, plan: Plan | null, today: CivilDate): ReleaseFirst | null {
  if (plan === null || !plan.flags.includes('release_before_handover')) return null
  const [date] = releasesBeforeHandover(facts, plan, today)
  if (date === undefined) return null
  const named: [CivilDate | null | undefined, string][] = [
    [facts.confirmed_release_date, 'Confirmed release'],
    [facts.home_detention_curfew_actual_date, 'HDC release'],
    [facts.approved_parole_date, 'Approved parole release'],
    [facts.home_detention_curfew_eligibility_date, 'HDC eligibility'],
    [facts.early_removal_scheme_eligibility_date, 'Early removal'],
  ]
  return {
    date,
    what: named.find(([known]) => known === date)?.[1] ?? 'Release',
    daysLeft: Math.max(0, daysBetween(today, date)),
  }
}
