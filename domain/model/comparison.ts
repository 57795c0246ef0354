import { RULE_SET_IDS } from './rule-set-id.ts'

/** The first side of a comparison. `in_force`: each case under the set its own region has adopted. */
export const COMPARED_SIDES = ['in_force', ...RULE_SET_IDS] as const
export type ComparedSide = (typeof COMPARED_SIDES)[number]

/** Who a comparison lists. Each is one of its counts, so that every number leads to its people. */
export const COMPARISON_LISTS = [
  'past_at_once',
  'moved',
  'earlier',
  'later',
  'same',
  'none',
  'gains',
  'loses',
  'newly_short',
  'no_longer_short',
  'meetings_late',
  'not_planned',
] as const
export type ComparisonList = (typeof COMPARISON_LISTS)[number]
