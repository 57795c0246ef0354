import type { StaffKind } from '../model/staff-member.ts'

export const ALLOCATION_ROLES = ['pom', 'co_pom'] as const
/** The POM of a case, or a second one working beside them. Also the subject of the decision. */
export type AllocationRole = (typeof ALLOCATION_ROLES)[number]

export const ALLOCATION_ROLE_WORDS: Record<AllocationRole, string> = {
  pom: 'POM',
  co_pom: 'Co-working POM',
}

export const OVERRIDDEN_WHYS = ['not_suitable', 'none_available', 'worked_before', 'other'] as const
/** Why somebody of another kind than the recommended was chosen. */
export type OverriddenWhy = (typeof OVERRIDDEN_WHYS)[number]

export const OVERRIDDEN_WORDS: Record<OverriddenWhy, string> = {
  not_suitable: 'Assessed as not suitable for the recommended kind of POM',
  none_available: 'No POM of the recommended kind is available',
  worked_before: 'This POM has worked with them before',
  other: 'Another reason',
}

/** These say too little by themselves. */
const NEEDS_NOTE: ReadonlySet<OverriddenWhy> = new Set(['not_suitable', 'other'])

export interface Overridden {
  why: OverriddenWhy
  note: string
}

/** Whether a choice needs a reason: another kind than the recommended, or nothing could be recommended. */
export const needsReason = (recommended: StaffKind | null, chosen: StaffKind): boolean =>
  recommended !== chosen

/** What is wrong with a reason, and at which field; null where it will do. `overridden` null: none was given. */
export function reasonMistake(
  overridden: Overridden | null,
): { field: 'why' | 'note'; message: string } | null {
  if (overridden === null)
    return {
      field: 'why',
      message: 'Say why this POM is chosen: another kind is recommended, or none could be',
    }
  if (NEEDS_NOTE.has(overridden.why) && overridden.note.trim() === '')
    return { field: 'note', message: 'Give the reason in a few words' }
  return null
}

/** `No POM of the recommended kind is available: two are on leave` */
export function overriddenInWords({ why, note }: Overridden): string {
  const said = note.trim()
  if (why === 'other') return said
  return said === '' ? OVERRIDDEN_WORDS[why] : `${OVERRIDDEN_WORDS[why]}: ${said}`
}

/** Who was given a case: the body of a decision of kind `allocation`, whose subject is the role. */
export interface Allocation {
  role: AllocationRole
  /** As written into the case; null where a second POM no longer works beside the first. */
  pom: string | null
  staffId: string | null
  /** Null for a co-working POM, and where nothing could be recommended. */
  recommended: StaffKind | null
  /** The kind of POM chosen; null where nobody was. */
  chosen: StaffKind | null
  /** Who had it before. */
  former: string | null
  /** Why: the reason for another kind, for handing over, for a second POM. Empty where nobody had to give one. */
  reason: string
}
