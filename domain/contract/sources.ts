import { z } from 'zod'
import { ROLES } from '../model/role.ts'
import { STALE_LIMITS } from '../model/stale-limit.ts'
import { method } from './method.ts'
import { civilDate, nothing } from './schemas.ts'

export const sources = {
  'sources.show': method({
    input: nothing,
    output: z.strictObject({
      today: civilDate,
      people: z.number().int(),
      /** Past this many days a source is called stale; who said so, null while nobody did. */
      limit: z.number().int(),
      limitBy: z.string().nullable(),
      sources: z.array(
        z.strictObject({
          source: z.string(),
          /** The newest day its lists speak of; null where none is in. */
          newest: civilDate.nullable(),
          days: z.number().int().nullable(),
          stale: z.boolean(),
          importedAt: z.string().nullable(),
          by: z.string().nullable(),
          /** What stands in doubt while it is old. */
          doubt: z.string(),
          /** People its lists ever held, of those here. */
          held: z.number().int(),
          fields: z.array(
            z.strictObject({
              field: z.string(),
              label: z.string(),
              /** People here without a value, whoever would say it. */
              missing: z.number().int(),
              /** The newest and the oldest day the values that are known speak of. */
              newest: civilDate.nullable(),
              oldest: civilDate.nullable(),
            }),
          ),
        }),
      ),
    }),
    roles: ROLES,
    personal: false,
    audit: null,
    changes: [],
    about:
      'Each source: how old its newest list is, what is still missing for how many people, and how old what is known is.',
  }),
  'sources.setLimit': method({
    input: z.strictObject({ days: z.number().int().min(STALE_LIMITS.least).max(STALE_LIMITS.most) }),
    output: nothing,
    roles: ['head_of_omu'],
    personal: false,
    audit: 'changed when a source is stale',
    changes: ['session'],
    about: 'After how many days a source is called stale here.',
  }),
}
