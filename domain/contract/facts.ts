import { z } from 'zod'
import { PERSON_FIELD_NAMES } from '../model/person-record.ts'
import { method } from './method.ts'
import { civilDate, id, nothing } from './schemas.ts'

const editors = ['head_of_omu', 'case_administrator', 'pom'] as const
const readers = [...editors, 'pre_release_team', 'read_only'] as const
/** Everything recorded of a person but the number they are known by. */
export const CHANGEABLE_FIELDS = PERSON_FIELD_NAMES.filter((field) => field !== 'prison_number')
const field = z.enum(CHANGEABLE_FIELDS)

export const facts = {
  'facts.change': method({
    input: z.strictObject({
      personId: id,
      field,
      /** A date as `2027-03-27`, yes or no as `true` or `false`, a code as it is kept, other text as typed. Null: no value. */
      value: z.string().max(2000).nullable(),
      /** Needed for facts that dates and responsibility rest on. */
      reason: z.string().max(500),
      /** `version` of the case as it was shown to whoever typed this. */
      seen: z.number().int(),
    }),
    output: nothing,
    roles: editors,
    personal: true,
    audit: 'changed a fact',
    changes: ['caseload'],
    about:
      'Records one fact as typed here. Refuses if the fact has changed since it was shown, saying what it is now.',
  }),
  'facts.takeListed': method({
    input: z.strictObject({ personId: id, field }),
    output: nothing,
    roles: editors,
    personal: true,
    audit: 'took a fact from a list',
    changes: ['caseload'],
    about: 'Puts what the newest list says in the place of what was typed here and kept.',
  }),
  'facts.asKnown': method({
    input: z.strictObject({ personId: id, on: civilDate }),
    output: z.strictObject({
      on: civilDate,
      /** False where nobody had heard of the person yet: then everything else is empty. */
      known: z.boolean(),
      responsibilitySentence: z.string(),
      handover: civilDate.nullable(),
      earliestRelease: z.strictObject({ type: z.string(), date: civilDate }).nullable(),
      rules: z.string(),
      facts: z.array(
        z.strictObject({
          group: z.string(),
          field: z.string(),
          label: z.string(),
          value: z.string(),
          source: z.string(),
          asAt: civilDate.nullable(),
          /** Another value is known now. */
          differs: z.boolean(),
        }),
      ),
    }),
    roles: readers,
    personal: true,
    audit: 'looked at a case as it was known',
    changes: [],
    about: 'What was known of one person at the end of a day, and the plan it gave then.',
  }),
  'facts.unitAsKnown': method({
    input: z.strictObject({ on: civilDate, page: z.number().int().min(1) }),
    output: z.strictObject({
      on: civilDate,
      total: z.number().int(),
      page: z.number().int(),
      pages: z.number().int(),
      rows: z.array(
        z.strictObject({
          personId: id,
          name: z.string(),
          prisonNumber: z.string(),
          responsibility: z.string(),
          handover: civilDate.nullable(),
          /** What it is today, where it is another. */
          handoverNow: civilDate.nullable(),
          differs: z.boolean(),
          pom: z.string().nullable(),
          com: z.string().nullable(),
        }),
      ),
    }),
    roles: readers,
    personal: true,
    audit: 'looked at the unit as it was known',
    changes: [],
    about: 'The unit as it was known at the end of a day, by name, 50 to a page, with what is otherwise now.',
  }),
}
