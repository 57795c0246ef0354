import { z } from 'zod'
import { ITEM_KINDS, STANDINGS } from '../dated-work/dated-item.ts'
import { ROLES } from '../model/role.ts'
import { method } from './method.ts'
import { civilDate, nothing, personRef, ruleSetId, shortText, tag } from './schemas.ts'

const confidence = z.enum(['high', 'medium', 'low'])

/** Who told the establishment to work this way. Without a document it is on local instruction. */
const proof = z.strictObject({
  toldBy: shortText,
  body: shortText,
  document: z.string().trim().min(1).max(200).nullable(),
  documentDate: civilDate.nullable(),
})

const example = z.strictObject({
  title: z.string(),
  /** `15 July 2027 (CRD) − 7 months and 15 days`; empty where the row gives no date. */
  sum: z.string(),
  /** `30 November 2026`, or who is responsible. */
  result: z.string(),
})

const adoption = z.strictObject({
  /** Null is the establishment's own. */
  region: z.string().nullable(),
  ruleSet: ruleSetId,
  name: z.string(),
  from: civilDate,
  state: z.enum(['in_force', 'coming', 'past', 'replaced']),
  /** Who said so and in which document, in words; null where it was recorded without. */
  proof: z.string().nullable(),
  by: z.string(),
  at: z.string(),
})

const offset = z.strictObject({
  months: z.number().int().min(0).max(60),
  weeks: z.number().int().min(0).max(260),
  days: z.number().int().min(0).max(366),
  workingDays: z.number().int().min(0).max(60),
  direction: z.enum(['before', 'after']),
})

const item = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(ITEM_KINDS),
  standing: z.enum(STANDINGS),
  /** Whether it is generated here today, and why not where it is not. */
  on: z.boolean(),
  offReason: z.string(),
  /** `12 weeks before release`, as the source says. */
  when: z.string(),
  /** What has to hold, in words; empty: always. */
  conditions: z.array(z.string()),
  owner: z.string(),
  sense: z.string(),
  source: z.string(),
  confidence,
  notes: z.array(z.string()),
  canBeLocal: z.boolean(),
  /** How it is done here instead, newest first: whose, from when, what, and on whose word. */
  local: z.array(
    z.strictObject({
      region: z.string().nullable(),
      from: civilDate,
      says: z.string(),
      proof: z.string(),
      inForce: z.boolean(),
      by: z.string(),
      at: z.string(),
    }),
  ),
})

/** Where a plan would change: the person, was and now, and the worst of what would happen to it. */
const effectRow = z.strictObject({
  ...personRef,
  pom: z.string().nullable(),
  was: z.string(),
  now: z.string(),
  tags: z.array(tag),
})

const effect = z.strictObject({
  /** The place in the log it was worked out from: handed back when it is recorded. */
  revision: z.number().int(),
  /** The day it was worked out for. */
  on: civilDate,
  cases: z.number().int(),
  changed: z.number().int(),
  /** Each label stands after its count: `cases would have another handover date`. */
  counts: z.array(z.strictObject({ label: z.string(), count: z.number().int() })),
  /** The first hundred, worst first. */
  rows: z.array(effectRow),
})

const adopting = {
  region: z.string().min(1).max(60).nullable(),
  ruleSet: ruleSetId,
  from: civilDate,
}

const overriding = {
  item: z.string().min(1).max(60),
  region: z.string().min(1).max(60).nullable(),
  from: civilDate,
  /** Null: as the source says. All three null: back to what the source says. */
  on: z.boolean().nullable(),
  owner: shortText.nullable(),
  offset: offset.nullable(),
}

export const rules = {
  'rules.show': method({
    input: nothing,
    output: z.strictObject({
      today: civilDate,
      establishment: z.string(),
      regions: z.array(z.string()),
      adoptions: z.array(adoption),
      /** The establishment's own set was recorded with nobody named: say who told us. */
      needsProof: z.boolean(),
      ruleSets: z.array(
        z.strictObject({
          id: ruleSetId,
          name: z.string(),
          summary: z.string(),
          source: z.string(),
          effective: z.string(),
          confidence,
          start: z.string(),
          clamp: z.string(),
          /** Whose cases it plans today. */
          inForceFor: z.array(z.string()),
          example,
          rows: z.array(
            z.strictObject({
              number: z.number().int(),
              condition: z.string(),
              result: z.string(),
              reason: z.string(),
              example: example.nullable(),
            }),
          ),
        }),
      ),
      conflicts: z.array(
        z.strictObject({
          id: z.string(),
          topic: z.string(),
          says: z.array(z.strictObject({ source: z.string(), what: z.string(), appliesHere: z.boolean() })),
          here: z.string(),
        }),
      ),
      items: z.array(item),
    }),
    roles: ROLES,
    personal: false,
    audit: null,
    changes: [],
    about:
      'Every rule set and dated item with its source, who works under which from when, and where the sources disagree.',
  }),
  'rules.previewAdoption': method({
    input: z.strictObject(adopting),
    output: z.strictObject({
      ...effect.shape,
      /** Cases of the region that keep their former rules, because the COM already has them. */
      kept: z.number().int(),
    }),
    roles: ['head_of_omu'],
    personal: true,
    audit: 'looked at what an adoption would do',
    changes: [],
    about: 'What a rule set for a region from a day would do to the caseload. Nothing is saved.',
  }),
  'rules.adopt': method({
    input: z.strictObject({
      ...adopting,
      proof,
      /** Under the national rules: whether the two further meetings of the letter are kept. Null: not asked. */
      keepFurtherMeetings: z.boolean().nullable(),
      revision: z.number().int(),
    }),
    output: nothing,
    roles: ['head_of_omu'],
    personal: false,
    audit: 'adopted a rule set',
    changes: ['rules', 'caseload'],
    about: 'Records that a region, or the establishment, works under a rule set from a day, and who said so.',
  }),
  'rules.previewItem': method({
    input: z.strictObject(overriding),
    output: effect,
    roles: ['head_of_omu'],
    personal: true,
    audit: 'looked at what a local way of dated work would do',
    changes: [],
    about: 'What doing a dated item another way from a day would do to the caseload. Nothing is saved.',
  }),
  'rules.overrideItem': method({
    input: z.strictObject({ ...overriding, proof, revision: z.number().int() }),
    output: nothing,
    roles: ['head_of_omu'],
    personal: false,
    audit: 'changed how a dated item is done here',
    changes: ['rules', 'caseload'],
    about:
      'Records that a region, or the establishment, does a dated item its own way from a day, and who said so.',
  }),
}
