import type { StaffKind } from '../model/staff-member.ts'

/** A case to be given to somebody. */
export interface CaseToShare {
  key: string
  /** Null where nothing is recommended, or for a co-working POM. */
  recommended: StaffKind | null
  /** Who works on the case already and so cannot have this role of it too. */
  notTo: readonly string[]
}

/** Somebody to share cases among. */
export interface Sharer {
  staffId: string
  kind: StaffKind
  /** Half days worked a week: who works less gets less. */
  halfDays: number
  /** Cases held now. */
  cases: number
}

/** Cases for each half day worked, were one more given. Somebody who works no days comes last. */
const loadWithOneMore = (cases: number, halfDays: number) =>
  halfDays === 0 ? Number.POSITIVE_INFINITY : (cases + 1) / halfDays

/**
 * A proposal, case by case in the order given: somebody of the recommended kind where one is among those chosen, then whoever has
 * the fewest cases for the days they work, then the first named. Null where nobody chosen may have it.
 */
export function shareCases(
  cases: readonly CaseToShare[],
  sharers: readonly Sharer[],
): Map<string, string | null> {
  const held = new Map(sharers.map(({ staffId, cases: now }) => [staffId, now]))
  const shared = new Map<string, string | null>()
  for (const { key, recommended, notTo } of cases) {
    const may = sharers.filter(({ staffId }) => !notTo.includes(staffId))
    const ofKind = may.filter(({ kind }) => kind === recommended)
    let best: { staffId: string; load: number } | null = null
    for (const { staffId, halfDays } of ofKind.length > 0 ? ofKind : may) {
      const load = loadWithOneMore(held.get(staffId) ?? 0, halfDays)
      if (best === null || load < best.load) best = { staffId, load }
    }
    shared.set(key, best?.staffId ?? null)
    if (best !== null) held.set(best.staffId, (held.get(best.staffId) ?? 0) + 1)
  }
  return shared
}
