import { z } from 'zod'
import { MOVEMENT_KINDS } from '../model/movement.ts'
import { method } from './method.ts'
import { civilDate, id, nothing, personRef } from './schemas.ts'

const administrators = ['head_of_omu', 'case_administrator'] as const
const kind = z.enum(MOVEMENT_KINDS)

const asked = z.strictObject({
  ...personRef,
  /** Why they are asked about, in one sentence. */
  says: z.string(),
  suggested: kind,
  suggestedOn: civilDate,
  handover: civilDate.nullable(),
  pom: z.string().nullable(),
})

export const movements = {
  'movements.list': method({
    input: nothing,
    output: z.strictObject({
      today: civilDate,
      /** The newest custody list; null where none is in. */
      listAsAt: civilDate.nullable(),
      /** New in the newest list, not in the one before it. */
      arrived: z.array(asked),
      /** In an older custody list and not in the newest: never gone until somebody says so. */
      unaccounted: z.array(asked),
      /** Left, and in a list since. */
      returned: z.array(asked),
      /** Confirmed in the last 28 days, newest first. */
      recent: z.array(
        z.strictObject({
          ...personRef,
          movementId: id,
          words: z.string(),
          on: civilDate,
          at: z.string(),
          by: z.string(),
        }),
      ),
    }),
    roles: [...administrators, 'pom', 'pre_release_team', 'read_only'],
    personal: true,
    audit: null,
    changes: [],
    about:
      'Who came, who is missing from the newest custody list, and who is back: each to be confirmed by a person.',
  }),
  'movements.record': method({
    input: z.strictObject({
      entries: z
        .array(
          z.strictObject({
            personId: id,
            kind,
            on: civilDate,
            where: z.string().max(100),
            note: z.string().max(500),
          }),
        )
        .min(1)
        .max(500),
    }),
    output: z.strictObject({ recorded: z.number().int() }),
    roles: administrators,
    personal: true,
    audit: 'confirmed movements',
    changes: ['caseload', 'session'],
    about: 'Records movements somebody confirmed: all of them or none.',
  }),
  'movements.takeBack': method({
    input: z.strictObject({ personId: id, movementId: id, reason: z.string().min(1).max(500) }),
    output: nothing,
    roles: administrators,
    personal: true,
    audit: 'took a movement back',
    changes: ['caseload', 'session'],
    about: 'Takes back a movement recorded by mistake. It stays in the log.',
  }),
}
