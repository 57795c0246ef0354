import { addDays } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Adoption } from '../../../../domain/model/adoption.ts'
import type { RuleSetId } from '../../../../domain/model/rule-set-id.ts'
import { RULE_SETS } from '../../../../domain/rule-sets/rule-sets.ts'

/**
 * The rule set an establishment says it works under when its store is made, with no date given: it stands from the day
 * the set first applied anywhere, or from `today` where nobody knows that day. It has to stand before any region of its
 * own adopts another: a case the COM already had under these rules then keeps them.
 */
export function firstAdoption(ruleSet: RuleSetId, today: CivilDate, regions: readonly Adoption[]): Adoption {
  const first = RULE_SETS[ruleSet].effectiveFrom ?? today
  const days = [first, today, ...regions.map(({ from }) => addDays(from, -1))]
  return { region: null, ruleSet, from: days.reduce((a, b) => (a < b ? a : b)) }
}
