import type { CivilDate } from '../dates/civil-date.ts'
import type { Confidence, Sense } from '../model/plan.ts'
import type { ConditionId } from './condition.ts'

export const ITEM_KINDS = ['review', 'referral', 'meeting', 'assessment', 'document'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

/**
 * What an item is counted from. `release_date` is the release as `domain/planning/release-anchor.ts` finds it;
 * `next_release_or_review` the earliest of TED, PED, THD, ARD and CRD after today, `next_review` of TED, PED and THD;
 * `handover_or_sentence_start` the handover date, or the sentence start of a short sentence.
 */
export const ITEM_ANCHORS = [
  'release_date',
  'handover_date',
  'handover_start',
  'handover_or_sentence_start',
  'next_release_or_review',
  'next_review',
  'reception',
  'sentence_start',
  'last_oasys',
  'PED',
  'TED',
  'THD',
  'HDCED',
] as const
export type ItemAnchor = (typeof ITEM_ANCHORS)[number]

/**
 * How far from its anchor an item is due: months first (clamped to the end of a shorter month), then weeks and days.
 * `workingDays` stands alone: counted over working days of England and Wales, the anchor day not counted.
 */
export interface ItemOffset {
  months: number
  weeks: number
  days: number
  workingDays: number
  direction: 'before' | 'after'
}

/** Work with a day of its own, as a source gives it: what is due, counted from what, for whom, and on whose word. */
export interface DatedItem {
  id: string
  name: string
  kind: ItemKind
  anchor: ItemAnchor
  /** Only what it was filed under where `offsetUnknown`: then no source gives a day and none is worked out. */
  offset: ItemOffset
  offsetUnknown: boolean
  /** All must hold. Empty: always. */
  when: readonly ConditionId[]
  /** Done for people outside OMiC too: work on reception and resettlement. */
  outsideOmic: boolean
  /** What the facts cannot say and is taken as met. */
  assumes: readonly string[]
  /** It is assumed only where this holds; null: always. */
  assumesWhen: ConditionId | null
  owner: string
  attendees: readonly string[]
  /** Null for what is never work of a case: handover points, and the variant of the handover meeting. */
  sense: Sense | null
  confidence: Confidence
  basis: readonly string[]
  source: string
  notes: readonly string[]
  effectiveFrom: CivilDate | null
  /** A day, or a month where no day is known (`2026-08`). */
  effectiveTo: string | null
  /** When and where a handover point applies, in words. */
  effective: string | null
  /** The label its source files it under: where it comes from, never a condition. */
  provenance: string
  mandated: boolean
  namedInFoundingDocuments: boolean
  onByDefault: boolean
  /** Why it is not there by itself; null for an item that is. */
  offReason: string | null
  /** The rule sets again, as data to show beside them. */
  isHandoverPoint: boolean
  /** Only where the application itself saw what sets it off. */
  appOnly: boolean
  repeats: {
    every: ItemOffset
    /** From the last time it was done (which is its anchor), or again and again from its anchor. */
    from: 'last_done' | 'anchor'
  } | null
  /** What must be done first: ids of items, or words. */
  prerequisites: readonly string[]
}

export const STANDINGS = [
  'generated',
  'switched_off',
  'ended',
  'app_only',
  'variant',
  'handover_point',
] as const
export type Standing = (typeof STANDINGS)[number]

/**
 * Whether an item is ever work of a case: by itself; only where an establishment switches it on; not any more; only
 * where the application saw what sets it off; never.
 */
export function standingOf(item: DatedItem): Standing {
  if (item.isHandoverPoint) return 'handover_point'
  if (item.sense === null) return 'variant'
  if (item.appOnly) return 'app_only'
  if (item.effectiveTo !== null) return 'ended'
  return item.onByDefault ? 'generated' : 'switched_off'
}

/** Whether a region or an establishment can give it an offset, an owner, or switch it on or off. */
export function canBeLocal(item: DatedItem): boolean {
  const standing = standingOf(item)
  return standing === 'generated' || standing === 'switched_off'
}
