import type { CivilDate } from '../dates/civil-date.ts'

export const PACK_SCHEMA_VERSION = 1
export const MARKING = 'OFFICIAL-SENSITIVE'

/** One fact, carried once. `value` is as printed; null is a gap. */
export interface PackValue {
  /** Neutral and stable: the same fact keeps its key whichever form it is printed for. */
  key: string
  label: string
  /** The heading it stands under within its section, such as a need area. */
  group: string | null
  value: string | null
  source: string | null
  as_of: CivilDate | null
  /** Who ticked or retyped it, and when. Null until somebody has. */
  confirmed_by: string | null
  confirmed_at: string | null
  oasys_ref: string | null
  san_ref: string | null
  psfr_ref: string | null
}

export interface PackTable {
  title: string
  headings: string[]
  rows: string[][]
}

export interface PackSection {
  /** The section's number in the pack: `0` to `20`. */
  key: string
  title: string
  oasys_refs: string[]
  san_refs: string[]
  values: PackValue[]
  table: PackTable | null
}

/** Something the pack should say and cannot: it keeps the pack a draft. */
export interface PackGap {
  section: string
  key: string
  message: string
}

export const PACK_TYPES = ['first handover', 'custody summary'] as const
export type PackType = (typeof PACK_TYPES)[number]

/** The whole content of one version of one pack: what is hashed. It holds no time of export and no hash. */
export interface Pack {
  schema_version: typeof PACK_SCHEMA_VERSION
  pack_id: string | null
  version: number
  type: PackType
  status: 'draft' | 'ready'
  marking: typeof MARKING
  title: string
  built_on: CivilDate
  built_by: string
  case: { prison_number: string | null; crn: string | null; name: string; establishment: string }
  sections: PackSection[]
  gaps: PackGap[]
  /** True things to know before relying on the rest: old sources, dates that moved since the last OASys. */
  warnings: PackGap[]
  /** Sections of a full pack that do not exist yet. */
  missing_sections: string[]
  /** Values known and asked for, over the whole pack. */
  completeness: { known: number; asked: number }
}

/** What a section's composer gives back. */
export interface ComposedSection {
  section: PackSection
  gaps: PackGap[]
}
