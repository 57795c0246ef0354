import { z } from 'zod'
import { ALLOCATION_ROLES, OVERRIDDEN_WHYS } from '../allocation/allocation.ts'
import { STAFF_KINDS } from '../model/staff-member.ts'
import { CONFIDENCES } from '../model/plan.ts'
import { ROLES } from '../model/role.ts'
import { method } from './method.ts'
import { civilDate, id, nothing, personRef, shortText, tag } from './schemas.ts'
import { heldCase, pomToChoose } from './staff.ts'

/** Why somebody of another kind than the recommended is chosen; null where no reason is needed. */
const overridden = z
  .strictObject({ why: z.enum(OVERRIDDEN_WHYS), note: z.string().trim().max(300) })
  .nullable()
const caseInRole = { personId: id, role: z.enum(ALLOCATION_ROLES) }

const waitingRow = z.strictObject({
  ...personRef,
  location: z.string().nullable(),
  /** Arrival here, or the sentence where it came later. */
  since: civilDate.nullable(),
  /** Working days since then. */
  days: z.number().int().nullable(),
  tier: z.string().nullable(),
  rosh: z.string().nullable(),
  handover: civilDate.nullable(),
  standing: z.string(),
  recommended: z.enum(STAFF_KINDS).nullable(),
  /** Why that kind, in a sentence. */
  says: z.string(),
  /** Who had the case before, newest first. */
  former: z.array(z.string()),
  tags: z.array(tag),
})

export const allocation = {
  'allocation.list': method({
    /** `page` null: the first 500 as one page, for choosing among them. */
    input: z.strictObject({ page: z.number().int().min(1).nullable() }),
    output: z.strictObject({
      today: civilDate,
      total: z.number().int(),
      page: z.number().int(),
      pages: z.number().int(),
      /** Longest waiting first. */
      rows: z.array(waitingRow),
      /** People without a POM who ask for none: outside offender management in custody. */
      outside: z.number().int(),
      /** Names that stand as POM of cases although the person has left, or away with nobody covering. */
      attention: z.array(
        z.strictObject({ staffId: id, name: z.string(), total: z.number().int(), says: z.string() }),
      ),
      poms: z.array(pomToChoose),
    }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about: 'Cases without a POM, longest waiting first, with the kind of POM recommended.',
  }),
  'allocation.show': method({
    input: z.strictObject({ personId: id }),
    output: z.strictObject({
      ...personRef,
      today: civilDate,
      version: z.number().int(),
      pom: z.string().nullable(),
      coPom: z.string().nullable(),
      allocatedOn: civilDate.nullable(),
      standing: z.string(),
      tier: z.string().nullable(),
      rosh: z.string().nullable(),
      recommended: z.strictObject({
        kind: z.enum(STAFF_KINDS).nullable(),
        says: z.string(),
        source: z.string(),
        confidence: z.enum(CONFIDENCES),
      }),
      former: z.array(z.string()),
      /** Who may be chosen: of the recommended kind first, then fewest cases for the days worked. Those who left are not there. */
      poms: z.array(pomToChoose),
      /** What was decided of it here, newest first. */
      history: z.array(
        z.strictObject({
          id,
          at: z.string(),
          by: z.string(),
          title: z.string(),
          details: z.array(z.string()),
        }),
      ),
    }),
    roles: ROLES,
    personal: true,
    audit: 'looked at the allocation of a case',
    changes: [],
    about:
      'Who has a case, which kind of POM is recommended and why, and everybody to choose from with what they hold.',
  }),
  'allocation.save': method({
    input: z.strictObject({ personId: id, version: z.number().int(), staffId: id, overridden }),
    output: nothing,
    roles: ['head_of_omu'],
    personal: true,
    audit: 'allocated a case',
    changes: ['caseload', 'decisions'],
    about: 'Gives a case to a POM. A choice against the recommendation needs a reason.',
  }),
  'allocation.saveCoWorking': method({
    input: z.strictObject({
      personId: id,
      version: z.number().int(),
      /** Null: nobody works beside the POM any more. */
      staffId: id.nullable(),
      reason: shortText,
    }),
    output: nothing,
    roles: ['head_of_omu'],
    personal: true,
    audit: 'changed the co-working POM of a case',
    changes: ['caseload', 'decisions'],
    about: 'Names a second POM to work beside the first, or ends that, with the reason.',
  }),
  'allocation.propose': method({
    input: z.strictObject({
      /** Whose cases; null for cases that wait for a POM. */
      from: id.nullable(),
      cases: z.array(z.strictObject(caseInRole)).min(1).max(2000),
      to: z.array(id).min(1).max(50),
    }),
    output: z.strictObject({
      rows: z.array(z.strictObject({ ...heldCase.shape, to: id.nullable() })),
      poms: z.array(pomToChoose),
    }),
    roles: ['head_of_omu'],
    personal: true,
    audit: null,
    changes: [],
    about:
      'Shares cases among POMs by kind, days worked and cases held: a proposal to look through. Nothing is written.',
  }),
  'allocation.handOver': method({
    input: z.strictObject({
      from: id.nullable(),
      cases: z
        .array(
          z.strictObject({
            ...caseInRole,
            version: z.number().int(),
            /** Null ends a second POM's part; a case itself always needs somebody. */
            to: id.nullable(),
          }),
        )
        .min(1)
        .max(2000),
      /** Why the cases change hands; may be empty where they had nobody. */
      reason: z.string().trim().max(200),
      overridden,
    }),
    output: z.strictObject({ cases: z.number().int() }),
    roles: ['head_of_omu'],
    personal: true,
    audit: 'handed cases to other POMs',
    changes: ['caseload', 'decisions'],
    about:
      'Writes a checked proposal: all of it, or nothing where any of the cases changed meanwhile, naming them.',
  }),
}
