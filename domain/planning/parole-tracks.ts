import type { CivilDate } from '../dates/civil-date.ts'
import { findDatedItem } from '../dated-work/dated-items.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { LocalItem } from '../model/local-item.ts'
import type { Anchor, ScheduleEntry } from '../model/plan.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'
import { isRecalled } from './case-work.ts'
import type { PlanForSchedule } from './case-in-hand.ts'
import { scheduleCase } from './schedule-case.ts'

/** The same work counted from two releases, one of which will happen. */
export interface ParoleTracks {
  /** Counted from the PED: provisional, nobody has directed that release. */
  ifReleasedAtParole: { release: Anchor; entries: ScheduleEntry[] }
  /** Counted from the earlier of CRD and ARD: what `scheduleCase` itself holds. */
  automaticRelease: { release: Anchor; entries: ScheduleEntry[] }
}

/**
 * The work counted from release of a determinate case that may be paroled, on both tracks. Null where there is one release
 * to count from: no PED, no automatic date, a recall, or a release that is confirmed, approved or on curfew.
 * Arguments as for `scheduleCase`.
 */
export function paroleTracks(
  facts: CaseFacts,
  plan: PlanForSchedule,
  rules: RuleSetId,
  today: CivilDate,
  local: readonly LocalItem[] = [],
): ParoleTracks | null {
  if (!mayBeParoled(facts, plan)) return null
  const both = scheduleCase(facts, plan, rules, today, local).filter(isFromRelease)
  // Without the automatic dates the release that is left to count from is the PED.
  const onlyParole: CaseFacts = { ...facts, conditional_release_date: null, automatic_release_date: null }
  const parole = scheduleCase(onlyParole, plan, rules, today, local).filter(isFromRelease)
  const automatic = both[0]?.anchor ?? null
  const paroled = parole[0]?.anchor ?? null
  if (automatic === null || paroled === null) return null
  return {
    ifReleasedAtParole: { release: paroled, entries: parole },
    automaticRelease: { release: automatic, entries: both },
  }
}

function mayBeParoled(facts: CaseFacts, plan: PlanForSchedule): boolean {
  return (
    plan.in_scope &&
    facts.is_indeterminate !== true &&
    Boolean(facts.parole_eligibility_date) &&
    Boolean(facts.conditional_release_date || facts.automatic_release_date) &&
    !facts.confirmed_release_date &&
    !facts.home_detention_curfew_actual_date &&
    !facts.approved_parole_date &&
    !isRecalled(facts)
  )
}

/** The mandated meetings choose their release by a rule of their own, and stand on neither track. */
function isFromRelease({ id, due }: ScheduleEntry): boolean {
  const item = findDatedItem(id)
  return due !== null && item !== null && item.anchor === 'release_date' && !item.mandated
}
