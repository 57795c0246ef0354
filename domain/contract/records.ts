import { z } from 'zod'
import { ROLES } from '../model/role.ts'
import { RECALL_TYPES } from '../sentences/recall.ts'
import { SENTENCE_STATUSES, TERM_KINDS } from '../sentences/sentence.ts'
import { method } from './method.ts'
import { civilDate, id, nothing } from './schemas.ts'

const count = z.number().int().min(0).max(9999)
const term = z.strictObject({
  kind: z.enum(TERM_KINDS),
  years: count,
  months: count,
  weeks: count,
  days: count,
})

const sentence = {
  offence: z.string().max(200),
  startedOn: civilDate,
  indeterminate: z.boolean(),
  terms: z.array(term).max(TERM_KINDS.length),
  /** What another sentence is recorded under. */
  consecutiveTo: id.nullable(),
  court: z.string().max(100),
  status: z.enum(SENTENCE_STATUSES),
  note: z.string().max(1000),
}

const recall = {
  type: z.enum(RECALL_TYPES),
  recalledOn: civilDate,
  returnedOn: civilDate.nullable(),
  releasedAgainOn: civilDate.nullable(),
  reason: z.string().max(1000),
}

/** What it is recorded under, the record that stands, and who made it. */
const standing = { subject: id, recordId: id, by: z.string(), at: z.string(), words: z.string() }

/** `subject` null records another one; `seen` is the record the form was opened on, null for a new one. */
const written = { personId: id, subject: id.nullable(), seen: id.nullable() }

const writers = ['head_of_omu', 'pom', 'case_administrator'] as const

export const records = {
  'records.show': method({
    input: z.strictObject({ personId: id }),
    output: z.strictObject({
      sentences: z.array(z.strictObject({ ...sentence, ...standing })),
      recalls: z.array(z.strictObject({ ...recall, ...standing })),
      /** Security categories, newest first, each with the day it was first said and by which source. */
      categories: z.array(
        z.strictObject({ value: z.string(), from: civilDate, source: z.string(), now: z.boolean() }),
      ),
      /** Arrivals, departures and absences confirmed here, newest first. */
      movements: z.array(
        z.strictObject({
          id,
          words: z.string(),
          on: civilDate,
          note: z.string(),
          by: z.string(),
          at: z.string(),
        }),
      ),
    }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about:
      'Sentences and recalls recorded here, the security categories there were, and movements, of one person.',
  }),
  'records.saveSentence': method({
    input: z.strictObject({ ...written, ...sentence }),
    output: nothing,
    roles: writers,
    personal: true,
    audit: 'recorded a sentence',
    changes: ['decisions'],
    about:
      'Records a sentence with its terms, or changes the record. No date of the case is worked out from it.',
  }),
  'records.saveRecall': method({
    input: z.strictObject({ ...written, ...recall }),
    output: nothing,
    roles: writers,
    personal: true,
    audit: 'recorded a recall',
    changes: ['decisions'],
    about: 'Records a recall, or changes the record. No plan is moved by it.',
  }),
  'records.takeBack': method({
    input: z.strictObject({ personId: id, kind: z.enum(['sentence', 'recall']), subject: id, seen: id }),
    output: nothing,
    roles: writers,
    personal: true,
    audit: 'took a sentence or recall back',
    changes: ['decisions'],
    about: 'Takes a wrong record of a sentence or recall back; it stays in the timeline.',
  }),
}
