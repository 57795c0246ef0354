import { z } from 'zod'
import type { CivilDate } from '../dates/civil-date.ts'
import { RULE_SET_IDS } from '../model/rule-set-id.ts'
import { SHORTEST_PASSPHRASE } from '../model/passphrase.ts'
import { ROLES } from '../model/role.ts'
import { REASONS, RESPONSIBILITIES } from '../model/plan.ts'

/** Shape only; whether the day exists is checked where a date is entered. */
export const civilDate = z
  .string()
  .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  .transform((text) => text as CivilDate)
export const id = z.string().min(1).max(64)
export const role = z.enum(ROLES)
export const ruleSetId = z.enum(RULE_SET_IDS)
export const reason = z.enum(REASONS)
export const responsibility = z.enum(RESPONSIBILITIES)
export const passphrase = z.string().min(1).max(200)
/** One being chosen; `passphrase` is one being tried. */
export const newPassphrase = z.string().min(SHORTEST_PASSPHRASE).max(200)
export const shortText = z.string().trim().min(1).max(100)
export const nothing = z.strictObject({})

/** Whose cases: those allocated to the signed-in POM, those of POMs they cover for today, or everybody's. */
export const SCOPES = ['mine', 'covering', 'unit'] as const
export type Scope = (typeof SCOPES)[number]
export const scope = z.enum(SCOPES)

/**
 * A short label on a row. The text carries the meaning; the tone repeats it: late (late, or can harm if left), close
 * (within 14 days), changed, planned (window, booked), done, fact (plain outline), unknown (dashed: provisional or not known).
 */
export const tag = z.strictObject({
  text: z.string(),
  tone: z.enum(['late', 'close', 'changed', 'planned', 'done', 'fact', 'unknown']),
})

export const personRef = {
  personId: id,
  /** `Surname, Forename` */
  name: z.string(),
  prisonNumber: z.string(),
}

/** How old each source is: shown in the status bar of every page, and above every page once it is stale. */
export const asAt = z.strictObject({
  source: z.string(),
  date: civilDate,
  days: z.number().int(),
  stale: z.boolean(),
  /** What stands in doubt while it is stale: `COM names, risk…`. */
  doubt: z.string(),
})
export type Tag = z.infer<typeof tag>
