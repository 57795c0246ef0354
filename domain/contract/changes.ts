import { z } from 'zod'
import { PLAN_CHANGES } from '../model/remembered-plan.ts'
import { ROLES } from '../model/role.ts'
import { method } from './method.ts'
import { civilDate, id, personRef, scope, tag } from './schemas.ts'

/** A plan that changed: what it was, what it is, and why. */
export const planChange = z.strictObject({
  ...personRef,
  id,
  /** The day it happened, and the moment it was noticed, by whose session. */
  happenedOn: civilDate,
  at: z.string(),
  by: z.string(),
  tags: z.array(tag),
  /** The handover date, or why there was none; where the date stayed, the sentence alone says it. */
  was: z.string(),
  now: z.string(),
  dateMoved: z.boolean(),
  sentence: z.string(),
  because: z.array(z.string()),
  pom: z.string().nullable(),
})

export const changes = {
  'changes.list': method({
    input: z.strictObject({ scope, kind: z.enum(PLAN_CHANGES).nullable() }),
    output: z.strictObject({
      since: civilDate,
      total: z.number().int(),
      kinds: z.array(
        z.strictObject({ kind: z.enum(PLAN_CHANGES), label: z.string(), count: z.number().int() }),
      ),
      rows: z.array(planChange),
    }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about:
      'Plans that changed in the last four weeks, worst first: what each was, what it is, and what changed it.',
  }),
}
