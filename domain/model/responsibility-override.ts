import type { CivilDate } from '../dates/civil-date.ts'

/** Who an override makes responsible: the prison or the community. The other supports. */
export const OVERRIDE_TO = ['pom', 'com'] as const
export type OverrideTo = (typeof OVERRIDE_TO)[number]

export const OVERRIDE_REASONS = [
  'little_left_to_serve',
  'community_asked',
  'recalled',
  'community_cannot_take',
  'prison_work_unfinished',
  'other',
] as const
export type OverrideReason = (typeof OVERRIDE_REASONS)[number]

export const OVERRIDE_REASON_WORDS: Readonly<Record<OverrideReason, string>> = {
  little_left_to_serve: 'too little left to serve for the usual handover',
  community_asked: 'the community team is to work with this person now',
  recalled: 'recalled to custody',
  community_cannot_take: 'the community cannot take the case yet',
  prison_work_unfinished: 'work in the prison has to be finished first',
  other: 'another reason',
}

/** A recorded decision about who is responsible, in place of what the rules say. It never changes a date. */
export interface ResponsibilityOverride {
  to: OverrideTo
  reason: OverrideReason
  note: string
  /** Who agreed it on each side. */
  agreedByPrison: string
  agreedByProbation: string
  agreedOn: CivilDate
  /** The document that says so; null where it was agreed by word of mouth. */
  document: string | null
  /** The first day it holds and the last. */
  from: CivilDate
  until: CivilDate
  /** The first day it no longer holds, where it was ended before its time; and why. */
  ended: { on: CivilDate; because: string } | null
}
