import type { CivilDate } from '../dates/civil-date.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { AnchorType, PlanDates } from '../model/plan.ts'

/**
 * The release the meetings are counted from: confirmed, else approved on parole, else the earliest release for handover.
 * Null where none is known.
 */
export function meetingRelease(
  facts: CaseFacts,
  dates: Pick<PlanDates, 'earliest_release'>,
): { type: AnchorType; date: CivilDate } | null {
  if (facts.confirmed_release_date) return { type: 'confirmed_release', date: facts.confirmed_release_date }
  if (facts.approved_parole_date) return { type: 'approved_parole', date: facts.approved_parole_date }
  return dates.earliest_release
}

/** True of a PED, TED or THD: nobody has directed a release on it yet. */
export function isUndirected(type: AnchorType): boolean {
  return type === 'PED' || type === 'TED' || type === 'THD'
}
