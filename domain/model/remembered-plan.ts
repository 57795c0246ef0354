import type { CivilDate } from '../dates/civil-date.ts'
import type { Flag, HandoverType, Reason, ReleaseType, Responsibility } from './plan.ts'
import type { RuleSetId } from './rule-set-id.ts'

/** A mandated meeting as it stood in a remembered plan. */
export interface RememberedMeeting {
  id: string
  due: CivilDate | null
  from: CivilDate | null
  to: CivilDate | null
}

/**
 * What is kept of a plan so that its changing can be told: no day it was made on, so that a plan that stays the same on
 * another day is the same text. Null throughout where the case could not be planned.
 */
export interface RememberedPlan {
  rules: RuleSetId
  /** The adoption that chose the rules: whose it is (null the establishment's own), and since when. */
  region: string | null
  since: CivilDate
  /** By the rules alone, and with an override taken into account. */
  calculated: Responsibility | null
  responsibility: Responsibility | null
  reason: Reason | null
  start: CivilDate | null
  handover: CivilDate | null
  release: { type: ReleaseType; date: CivilDate } | null
  kind: HandoverType | null
  flags: readonly Flag[]
  meetings: readonly RememberedMeeting[]
  com: string | null
}

/** What happened to a plan. Worst first: the order of lists and tags. */
export const PLAN_CHANGES = [
  'release_first',
  'moved_back',
  'newly_past',
  'meeting_outside',
  'newly_short',
  'date_moved',
  'date_gone',
  'date_came',
  'no_longer_short',
  'rules_changed',
  'responsibility',
  'new_in_window',
  'com_changed',
  'other',
] as const
export type PlanChange = (typeof PLAN_CHANGES)[number]

/** What made it change. */
export type ChangeCause =
  | {
      kind: 'fact'
      field: string
      was: string | number | boolean | null
      now: string | number | boolean | null
      source: string
      asAt: CivilDate | null
      by: string
      at: string
    }
  | { kind: 'decision'; title: string; by: string; at: string }
  | {
      kind: 'adoption'
      rules: RuleSetId
      region: string | null
      from: CivilDate
      /** Who told us, and the document; null where it was recorded without. */
      toldBy: string | null
      document: string | null
    }
  | { kind: 'local_items' }
  | { kind: 'edition' }
  | { kind: 'day' }

/** A former plan, the one that took its place, and why. */
export interface FormerPlan {
  was: RememberedPlan
  now: RememberedPlan
  kinds: readonly PlanChange[]
  causes: readonly ChangeCause[]
}
