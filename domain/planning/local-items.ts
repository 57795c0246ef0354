import type { CivilDate } from '../dates/civil-date.ts'
import type { LocalItem } from '../model/local-item.ts'

/**
 * The local ways of doing dated work in force on `today` for a case whose home region is `region`, one an item: the
 * region's own where it has one, else the establishment's; of each the latest by then. Of two from one day the later in
 * the list, being recorded later, stands.
 */
export function localItemsInForce(
  local: readonly LocalItem[],
  region: string | null,
  today: CivilDate,
): LocalItem[] {
  const standing = new Map<string, LocalItem>()
  for (const candidate of local) {
    if (candidate.from > today) continue
    if (candidate.region !== null && candidate.region !== region) continue
    const kept = standing.get(candidate.item)
    if (kept === undefined || outranks(candidate, kept)) standing.set(candidate.item, candidate)
  }
  return [...standing.values()]
}

function outranks(candidate: LocalItem, kept: LocalItem): boolean {
  if ((candidate.region === null) !== (kept.region === null)) return candidate.region !== null
  return candidate.from >= kept.from
}
