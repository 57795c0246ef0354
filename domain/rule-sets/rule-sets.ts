import { RULE_SET_IDS, type RuleSetId } from '../model/rule-set-id.ts'
import { day1In2021 } from './day-1-2021.ts'
import { enhanced75 } from './enhanced-7-5.ts'
import { national2023 } from './national-2023.ts'
import { preRelease5 } from './pre-release-5.ts'
import type { RuleSet } from './rule-set.ts'

/** The rule sets the product ships. All are in use somewhere; an establishment says which, region by region. */
export const RULE_SETS: Readonly<Record<RuleSetId, RuleSet>> = {
  'national-2023': national2023,
  'day-1-2021': day1In2021,
  'enhanced-7-5': enhanced75,
  'pre-release-5': preRelease5,
}

/** The name as one of the shipped rule sets, or null. */
export function ruleSetIdOf(name: unknown): RuleSetId | null {
  return RULE_SET_IDS.find((id) => id === name) ?? null
}
