import { addDays } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import type { Adoption } from '../model/adoption.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import { planDates } from './plan-dates.ts'
import { isProblem } from './plan-problem.ts'

/**
 * The adoption that says which rules a case is planned under on `today`: the latest of its home region by then, or the
 * establishment's own where the region is unknown or has adopted nothing yet. A case the COM already had when its rules
 * changed keeps the rules it had: an adoption never takes responsibility back to the prison.
 *
 * Before the first adoption, the first stands. Throws where nothing was ever adopted that could apply.
 */
export function ruleSetFor(
  facts: CaseFacts,
  region: string | null,
  adoptions: readonly Adoption[],
  today: CivilDate,
): Adoption {
  const changes = changesFor(region, adoptions)
  let current = changes[0]
  if (current === undefined) throw new RangeError('No rule set has been adopted')
  for (const next of changes) {
    if (next === current) continue
    if (next.from > today) break
    if (next.ruleSet === current.ruleSet || !isWithCom(facts, current, addDays(next.from, -1))) current = next
  }
  return current
}

// A caseload is planned under one list of adoptions, which is never changed once made: what it means for a region is put
// in order once, not for each of its people.
const ordered = new WeakMap<readonly Adoption[], Map<string | null, readonly Adoption[]>>()

function changesFor(region: string | null, adoptions: readonly Adoption[]): readonly Adoption[] {
  let regions = ordered.get(adoptions)
  if (regions === undefined) ordered.set(adoptions, (regions = new Map()))
  let changes = regions.get(region)
  if (changes === undefined) {
    const own = sorted(adoptions.filter((adoption) => adoption.region === null))
    const ofRegion = region === null ? [] : sorted(adoptions.filter((adoption) => adoption.region === region))
    regions.set(region, (changes = changesOf(own, ofRegion)))
  }
  return changes
}

/** The establishment's own adoptions until the region's first, then the region's; by the day each came into force. */
function changesOf(own: Adoption[], ofRegion: Adoption[]): Adoption[] {
  const regionFrom = ofRegion[0]?.from
  return regionFrom === undefined ? own : [...own.filter(({ from }) => from < regionFrom), ...ofRegion]
}

/** In order of coming into force; of two on one day the later in the list, being recorded later, stands. */
function sorted(adoptions: Adoption[]): Adoption[] {
  const byDay = new Map(adoptions.map((adoption) => [adoption.from, adoption]))
  return [...byDay.values()].sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** Whether responsibility had passed by the end of `day`, under the rules in force then. */
function isWithCom(facts: CaseFacts, adoption: Adoption, day: CivilDate): boolean {
  if (facts.sentence_start_date && facts.sentence_start_date > day) return false
  const dates = planDates(facts, adoption.ruleSet, day)
  return !isProblem(dates) && dates.responsibility === 'com'
}
