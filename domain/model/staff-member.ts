import type { CivilDate } from '../dates/civil-date.ts'

export const STAFF_KINDS = ['prison', 'probation'] as const
/** A prison officer POM, or a probation officer one. */
export type StaffKind = (typeof STAFF_KINDS)[number]

export const STAFF_STATUSES = ['active', 'unavailable', 'left'] as const
/** `unavailable` keeps the cases and takes no new ones. */
export type StaffStatus = (typeof STAFF_STATUSES)[number]

/** Away from `from` to `to`, both included; `coverId` sees the cases as covering on those days, and no longer. */
export interface Absence {
  from: CivilDate
  to: CivilDate
  reason: string
  /** Another member of staff; null while nobody covers. */
  coverId: string | null
}

/** Somebody who holds cases here: a POM. */
export interface StaffMember {
  /** As extracts write it, by which cases are theirs. */
  name: string
  kind: StaffKind
  status: StaffStatus
  /** Half days worked, Monday morning first: ten of them. */
  halfDays: boolean[]
  email: string
  absences: Absence[]
}
