import type { CivilDate } from '../dates/civil-date.ts'
import type { RuleSetId } from './rule-set-id.ts'

export const RESPONSIBILITIES = ['pom', 'pom_with_com', 'com'] as const
export type Responsibility = (typeof RESPONSIBILITIES)[number]

export const REASONS = [
  'outside_omic',
  'additional_isp',
  'recall_thd_over_12_months',
  'parole_mappa_2_3',
  'thd_over_12_months',
  'recall_case',
  'immigration_case',
  'release_date_unknown',
  'early_allocation',
  'indeterminate',
  'indeterminate_open',
  'determinate_short',
  'determinate_parole',
  'determinate',
  'nps_determinate',
  'crc_determinate',
] as const
export type Reason = (typeof REASONS)[number]

export const RELEASE_TYPES = ['CRD', 'ARD', 'PED', 'TED', 'THD'] as const
export type ReleaseType = (typeof RELEASE_TYPES)[number]

export const HANDOVER_TYPES = ['enhanced', 'standard', 'none', 'unknown'] as const
export type HandoverType = (typeof HANDOVER_TYPES)[number]

/** In the order they are listed in a plan. */
export const FLAGS = [
  'release_before_handover',
  'parole_outcome_unknown',
  'sentence_start_unknown',
  'assumed_adult',
  'assumed_sentenced',
  'risk_unknown',
  'short_sentence_service_unconfirmed',
  'handover_from_sentence_start',
  'hdc_check',
  'removal_possible',
  'restricted_patient',
  'release_date_contradiction',
  'under_18',
] as const
export type Flag = (typeof FLAGS)[number]

export interface EarliestRelease {
  type: ReleaseType
  date: CivilDate
}

/** Who is responsible, and the days that decide it: the part of a plan that is only dates. */
export interface PlanDates {
  in_scope: boolean
  responsibility: Responsibility | null
  reason: Reason
  handover_start_date: CivilDate | null
  handover_date: CivilDate | null
  earliest_release: EarliestRelease | null
}

export interface Plan extends PlanDates {
  rules: RuleSetId
  today: CivilDate
  handover_type: HandoverType
  flags: Flag[]
}

/** One line of the working: enough for a person to check the sum with a pencil. */
export interface Step {
  /** Which rule did this: `shared:scope`, `enhanced-7-5:8`, `meeting:mt-handover`… */
  rule: string
  /** Where the rule comes from, in words. */
  source: string
  /** The facts or earlier results it read, by name. */
  inputs: Record<string, string | number | boolean | null>
  /** What came out: a date, a word or a sentence. */
  result: string | boolean | null
}

export const SENSES = ['due', 'aim', 'opens', 'closes', 'reminder', 'note'] as const
export type Sense = (typeof SENSES)[number]
export const CONFIDENCES = ['high', 'medium', 'low'] as const
export type Confidence = (typeof CONFIDENCES)[number]

export const ANCHOR_TYPES = [
  'handover',
  'handover_start',
  'confirmed_release',
  'post_recall_release',
  'hdc_actual',
  'approved_parole',
  ...RELEASE_TYPES,
  'sentence_start',
  'reception',
  'last_oasys',
] as const
export type AnchorType = (typeof ANCHOR_TYPES)[number]

export const MANDATED_MEETING_IDS = ['mt-handover', 'mt-prerelease-2', 'mt-prerelease-1m'] as const
export type MandatedMeetingId = (typeof MANDATED_MEETING_IDS)[number]

export interface Anchor {
  type: AnchorType
  date: CivilDate
}

export interface ScheduleEntry {
  id: string
  kind: string
  due: CivilDate | null
  window_from: CivilDate | null
  window_to: CivilDate | null
  /** The last working day on or before `due`; null when `due` is. */
  latest_working_day: CivilDate | null
  /** False where `due` falls outside the years of the bundled bank-holiday list: only weekends are known there. */
  holidays_known: boolean
  sense: Sense
  /** Counted from a PED, TED or THD nobody has yet directed as a release: a planning date, never overdue. */
  provisional: boolean
  /** What it was counted from, or is filed under; null where that day is not known and `due` is null for it. */
  anchor: Anchor | null
  owner: string
  source: string
  confidence: Confidence
  /** What kind of source it rests on; `local` where a region or the establishment does it its own way. */
  basis: readonly string[]
  /** What the facts could not say and was taken as met. */
  assumes: readonly string[]
}

/** One of the three mandated meetings, which are always counted from something. */
export interface MeetingEntry extends ScheduleEntry {
  id: MandatedMeetingId
  anchor: Anchor
}
