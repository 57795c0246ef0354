import { z } from 'zod'
import { EARLY_ALLOCATION_STATES } from '../early-allocation/early-allocation.ts'
import {
  AUTOMATIC_NAMES,
  DISCRETIONARY_NAMES,
  OUTCOMES,
  type AutomaticQuestion,
  type DiscretionaryQuestion,
} from '../early-allocation/assessment.ts'
import { OVERRIDE_REASONS, OVERRIDE_TO } from '../model/responsibility-override.ts'
import { method } from './method.ts'
import { civilDate, id, nothing, responsibility, shortText } from './schemas.ts'

const MAY_DECIDE = ['head_of_omu', 'pom', 'case_administrator'] as const

const override = z.strictObject({
  id,
  to: z.enum(OVERRIDE_TO),
  reason: z.enum(OVERRIDE_REASONS),
  note: z.string(),
  agreedByPrison: z.string(),
  agreedByProbation: z.string(),
  agreedOn: civilDate,
  document: z.string().nullable(),
  from: civilDate,
  until: civilDate,
  ended: z.strictObject({ on: civilDate, because: z.string() }).nullable(),
  by: z.string(),
  at: z.string(),
  state: z.enum(['in_force', 'coming', 'over']),
  /** `until 27 March 2026`, `ended by itself on …`: what a person wants to know of it. */
  says: z.string(),
})

const automatic = z.strictObject(
  Object.fromEntries(AUTOMATIC_NAMES.map((name) => [name, z.boolean()])) as Record<
    AutomaticQuestion,
    z.ZodBoolean
  >,
)
const discretionary = z.strictObject(
  Object.fromEntries(DISCRETIONARY_NAMES.map((name) => [name, z.boolean()])) as Record<
    DiscretionaryQuestion,
    z.ZodBoolean
  >,
)

const assessment = z.strictObject({
  id,
  assessedOn: civilDate,
  oasysDate: civilDate,
  automatic,
  discretionary: discretionary.nullable(),
  releaseWithin24Months: z.boolean().nullable(),
  otherReason: z.string(),
  outcome: z.enum(OUTCOMES),
  insideWindow: z.boolean(),
  community: z.strictObject({ accepted: z.boolean(), decidedOn: civilDate, by: z.string() }).nullable(),
  /** True only of a discretionary one the community has still to decide. */
  awaitsDecision: z.boolean(),
  by: z.string(),
  at: z.string(),
})

export const decisions = {
  'decisions.show': method({
    input: z.strictObject({ personId: id }),
    output: z.strictObject({
      /** As the rules alone say, and as it is with an override. Null where nobody is: outside OMiC, or no plan. */
      calculated: responsibility.nullable(),
      effective: responsibility.nullable(),
      /** Newest first. */
      overrides: z.array(override),
      earlyAllocation: z.strictObject({
        state: z.enum(EARLY_ALLOCATION_STATES),
        /** What that means and what to do, in a sentence. */
        says: z.string(),
        windowOpens: civilDate.nullable(),
        isOpen: z.boolean(),
        /** Newest first. */
        assessments: z.array(assessment),
      }),
    }),
    roles: [...MAY_DECIDE, 'pre_release_team', 'read_only'],
    personal: true,
    audit: 'looked at the decisions of a case',
    changes: [],
    about:
      'Who was made responsible by override, and the early allocation assessments, with who, when and why.',
  }),
  'responsibility.override': method({
    input: z.strictObject({
      personId: id,
      to: z.enum(OVERRIDE_TO),
      reason: z.enum(OVERRIDE_REASONS),
      note: z.string().trim().max(1000),
      agreedByPrison: shortText,
      agreedByProbation: shortText,
      agreedOn: civilDate,
      document: z.string().trim().max(200).nullable(),
      from: civilDate,
      until: civilDate,
    }),
    output: nothing,
    roles: ['head_of_omu'],
    personal: true,
    audit: 'overrode responsibility for a case',
    changes: ['decisions'],
    about:
      'Makes the prison or the community responsible from a day until a day, as both agreed. No date moves.',
  }),
  'responsibility.end': method({
    input: z.strictObject({ personId: id, overrideId: id, on: civilDate, because: shortText }),
    output: nothing,
    roles: ['head_of_omu'],
    personal: true,
    audit: 'ended an override of responsibility',
    changes: ['decisions'],
    about: 'Ends an override before its time, from a day on, with the reason.',
  }),
  'assessment.save': method({
    input: z.strictObject({
      personId: id,
      oasysDate: civilDate,
      automatic,
      discretionary: discretionary.nullable(),
      releaseWithin24Months: z.boolean().nullable(),
      otherReason: z.string().trim().max(1000),
    }),
    output: z.strictObject({ outcome: z.enum(OUTCOMES), insideWindow: z.boolean() }),
    roles: MAY_DECIDE,
    personal: true,
    audit: 'assessed a case for early allocation',
    changes: ['decisions'],
    about:
      'Saves an early allocation assessment. Inside the window an eligible one moves handover to 15 months before release.',
  }),
  'assessment.recordDecision': method({
    input: z.strictObject({
      personId: id,
      assessmentId: id,
      accepted: z.boolean(),
      decidedOn: civilDate,
      by: shortText,
    }),
    output: nothing,
    roles: MAY_DECIDE,
    personal: true,
    audit: 'recorded the community’s decision on early allocation',
    changes: ['decisions'],
    about: 'Records what the community decided of a discretionary assessment.',
  }),
  'assessment.export': method({
    input: z.strictObject({ personId: id, assessmentId: id }),
    output: z.strictObject({ saved: z.boolean(), file: z.string().nullable() }),
    roles: MAY_DECIDE,
    personal: true,
    audit: 'exported an early allocation assessment',
    changes: [],
    about: 'Saves one assessment as a PDF.',
  }),
}
