/** The rule sets the product ships. Each is dated, sourced data in `domain/rule-sets`. */
export const RULE_SET_IDS = ['national-2023', 'day-1-2021', 'enhanced-7-5', 'pre-release-5'] as const
export type RuleSetId = (typeof RULE_SET_IDS)[number]
