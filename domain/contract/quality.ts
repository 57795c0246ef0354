import { z } from 'zod'
import { CONCERN_CODES } from '../planning/concerns.ts'
import { DIFFERENCE_MARKS, DIFFERENCE_SUBJECTS } from '../planning/national-difference.ts'
import { ROLES } from '../model/role.ts'
import { method } from './method.ts'
import { civilDate, id, nothing, personRef, scope } from './schemas.ts'

export const concern = z.strictObject({
  code: z.enum(CONCERN_CODES),
  title: z.string(),
  /** What stands against what. */
  says: z.string(),
  /** What to check, and where. */
  check: z.string(),
})

/** What somebody found a difference to be, of the two values as they stood then. */
export const differenceMark = z.strictObject({
  mark: z.enum(DIFFERENCE_MARKS),
  note: z.string(),
  by: z.string(),
  at: z.string(),
  /** False once either value has moved since: the question is open again. */
  stands: z.boolean(),
})

export const difference = z.strictObject({
  subject: z.enum(DIFFERENCE_SUBJECTS),
  /** As shown: a date in words, or who is responsible. */
  national: z.string(),
  ours: z.string(),
  /** The same for comparing: an ISO date, or `pom` or `com`; null for none. */
  nationalValue: z.string().nullable(),
  oursValue: z.string().nullable(),
  /** The day the national list speaks of. */
  asAt: civilDate.nullable(),
  likelyCause: z.string(),
  marked: differenceMark.nullable(),
})

export const quality = {
  'quality.list': method({
    input: z.strictObject({ scope, code: z.enum(CONCERN_CODES).nullable() }),
    output: z.strictObject({
      /** How many people have anything to check. */
      people: z.number().int(),
      total: z.number().int(),
      checks: z.array(
        z.strictObject({ code: z.enum(CONCERN_CODES), title: z.string(), count: z.number().int() }),
      ),
      rows: z.array(z.strictObject({ ...personRef, ...concern.shape, pom: z.string().nullable() })),
    }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about:
      'Contradictory, doubtful and missing facts, kind by kind, with what to check. None of them stops a plan.',
  }),
  'differences.list': method({
    input: z.strictObject({ scope }),
    output: z.strictObject({
      rows: z.array(z.strictObject({ ...personRef, pom: z.string().nullable(), difference })),
      /** Cases the national list says something of, the same as ours. */
      agreeing: z.number().int(),
      /** Cases no national list has been read for. */
      unknown: z.number().int(),
    }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about:
      'Where the national record and ours give another handover date or another responsible officer, with the likely cause.',
  }),
  'differences.mark': method({
    input: z.strictObject({
      personId: id,
      subject: z.enum(DIFFERENCE_SUBJECTS),
      /** Null takes the mark back. */
      mark: z.enum(DIFFERENCE_MARKS).nullable(),
      note: z.string().max(500),
      /** The two values as they were shown: refused where either has moved since. */
      nationalValue: z.string().max(20).nullable(),
      oursValue: z.string().max(20).nullable(),
    }),
    output: nothing,
    roles: ['head_of_omu', 'pom', 'case_administrator'],
    personal: true,
    audit: 'explained a difference from the national record',
    changes: ['decisions'],
    about: 'Marks a difference: the national record to be corrected, ours to be corrected, or both right.',
  }),
}
