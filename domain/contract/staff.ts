import { z } from 'zod'
import { STAFF_KINDS, STAFF_STATUSES } from '../model/staff-member.ts'
import { ALLOCATION_ROLES } from '../allocation/allocation.ts'
import { method } from './method.ts'
import { civilDate, id, nothing, personRef, shortText, tag } from './schemas.ts'

/** What somebody holds, counted over the whole unit. */
export const workload = z.strictObject({
  /** As POM: the prison is responsible, the POM supports the COM, and both with those that ask for neither. */
  responsible: z.number().int(),
  supporting: z.number().int(),
  total: z.number().int(),
  /** As second POM. */
  coWorking: z.number().int(),
  /** Of those held as POM, by the letter of the tier. */
  tiers: z.strictObject({
    a: z.number().int(),
    b: z.number().int(),
    c: z.number().int(),
    d: z.number().int(),
    /** E to G, or none known. */
    other: z.number().int(),
  }),
  /** In the next 28 days: handovers to the COM, and mandated meetings not yet held. */
  handovers: z.number().int(),
  meetings: z.number().int(),
  /** Allocated in the last 7 days. */
  recent: z.number().int(),
})

const member = {
  staffId: id,
  name: z.string(),
  kind: z.enum(STAFF_KINDS),
  status: z.enum(STAFF_STATUSES),
  /** `3.5 days a week` */
  pattern: z.string(),
}

/** Somebody to choose from, with what they hold. Why they are away is not said. */
export const pomToChoose = z.strictObject({
  ...member,
  workload,
  away: z.strictObject({ until: civilDate, cover: z.string().nullable() }).nullable(),
  tags: z.array(tag),
})

const absence = z.strictObject({
  from: civilDate,
  to: civilDate,
  reason: z.string(),
  coverId: id.nullable(),
  cover: z.string().nullable(),
  state: z.enum(['now', 'coming', 'over']),
  tags: z.array(tag),
})

const staffRow = z.strictObject({
  ...member,
  /** Of the record as read: what is saved on top of another is refused. */
  seq: z.number().int(),
  halfDays: z.array(z.boolean()).length(10),
  email: z.string(),
  workload,
  away: z.strictObject({ until: civilDate, cover: z.string().nullable() }).nullable(),
  /** In the order of their first days, those over too. */
  absences: z.array(absence),
  /** For whom they cover, today or later. */
  covers: z.array(z.strictObject({ name: z.string(), from: civilDate, to: civilDate })),
  tags: z.array(tag),
})

export const heldCase = z.strictObject({
  ...personRef,
  role: z.enum(ALLOCATION_ROLES),
  /** Of the person's record as read: a case changed since is not written over. */
  version: z.number().int(),
  /** `Responsible`, `Supporting`; empty where nobody is responsible. */
  standing: z.string(),
  tier: z.string().nullable(),
  rosh: z.string().nullable(),
  handover: civilDate.nullable(),
  recommended: z.enum(STAFF_KINDS).nullable(),
  says: z.string(),
})

export const staff = {
  'staff.list': method({
    input: nothing,
    output: z.strictObject({
      today: civilDate,
      /** Those at work first, then unavailable, then left; by name. */
      rows: z.array(staffRow),
      /** POMs whom cases name and nobody has a record of, most cases first. */
      unknown: z.array(
        z.strictObject({ name: z.string(), total: z.number().int(), coWorking: z.number().int() }),
      ),
    }),
    roles: ['head_of_omu', 'case_administrator'],
    personal: true,
    audit: null,
    changes: [],
    about:
      'Everybody who holds or held cases: kind, working pattern, absences with cover, and what they hold.',
  }),
  'staff.show': method({
    input: z.strictObject({ staffId: id }),
    output: z.strictObject({
      today: civilDate,
      row: staffRow,
      /** As POM first, then as second POM; by handover date, soonest first. */
      cases: z.array(heldCase),
      /** What has to be done before they can be recorded as left, one sentence each; empty where nothing has. */
      before: z.array(z.string()),
      /** Who else there is, to cover: by name, those who left not. */
      others: z.array(z.strictObject({ staffId: id, name: z.string() })),
    }),
    roles: ['head_of_omu', 'case_administrator'],
    personal: true,
    audit: 'looked at a member of staff',
    changes: [],
    about: 'One member of staff: the record, the absences, and every case held as POM or as second POM.',
  }),
  'staff.save': method({
    input: z.strictObject({
      /** Null adds somebody. */
      staffId: id.nullable(),
      /** The `seq` of the record as shown; null for somebody new. */
      seq: z.number().int().nullable(),
      name: shortText,
      kind: z.enum(STAFF_KINDS),
      status: z.enum(STAFF_STATUSES),
      halfDays: z.array(z.boolean()).length(10),
      email: z.string().trim().max(200),
    }),
    output: z.strictObject({ staffId: id }),
    roles: ['head_of_omu'],
    personal: true,
    audit: 'recorded a member of staff',
    changes: ['caseload'],
    about:
      'Adds or changes a member of staff. Nobody is recorded as left while a case or a cover is still theirs.',
  }),
  'staff.saveAbsence': method({
    input: z.strictObject({
      staffId: id,
      seq: z.number().int(),
      /** Which of the absences as shown is changed; null adds one. */
      place: z.number().int().min(0).nullable(),
      /** Null takes it away. */
      absence: z
        .strictObject({
          from: civilDate,
          to: civilDate,
          reason: z.string().trim().max(100),
          coverId: id.nullable(),
        })
        .nullable(),
    }),
    output: nothing,
    roles: ['head_of_omu'],
    personal: true,
    audit: 'recorded an absence and its cover',
    changes: ['caseload'],
    about:
      'Records, changes or takes away an absence. Cover holds on its days and ends by itself after the last.',
  }),
}
