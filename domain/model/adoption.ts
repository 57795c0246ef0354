import type { CivilDate } from '../dates/civil-date.ts'
import type { RuleSetId } from './rule-set-id.ts'

/**
 * From `from`, cases whose home probation region is `region` are planned under `ruleSet`. `region` null is the
 * establishment's own choice, used where the home region is unknown or has adopted nothing.
 */
export interface Adoption {
  region: string | null
  ruleSet: RuleSetId
  from: CivilDate
}
