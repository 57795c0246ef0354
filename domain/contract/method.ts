import type { z } from 'zod'
import type { Role } from '../model/role.ts'

/** What a write touches, so that open pages know what to ask for again. */
export const AREAS = [
  'session',
  'caseload',
  'tasks',
  'packs',
  'imports',
  'users',
  'decisions',
  'rules',
  'views',
] as const
export type Area = (typeof AREAS)[number]

export interface Method<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  input: I
  output: O
  /** Who may call it. `anyone` needs no unlocked store: unlocking itself, and first set-up. */
  roles: readonly Role[] | 'anyone'
  /** Whether the answer holds personal data: such calls are refused while locked and are audited. */
  personal: boolean
  /** The line written to the audit log, or null for calls that say nothing about a person and change nothing. */
  audit: string | null
  /** What a successful call changes; empty for a query. */
  changes: readonly Area[]
  /** One sentence for `electron/API.md`. */
  about: string
}

/** Keeps the exact schema types of an entry while checking that no field is left out. */
export const method = <I extends z.ZodType, O extends z.ZodType>(entry: Method<I, O>): Method<I, O> => entry
