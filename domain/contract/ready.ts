import { z } from 'zod'
import { READY_ITEMS, READY_STATES } from '../model/ready-to-go.ts'
import { ROLES } from '../model/role.ts'
import { method } from './method.ts'
import { civilDate, id, nothing, personRef, scope } from './schemas.ts'

const item = z.strictObject({
  item: z.enum(READY_ITEMS),
  title: z.string(),
  state: z.enum([...READY_STATES, 'open']),
  words: z.string(),
  note: z.string(),
  /** Who answered and when; null where the facts do, or nobody has. */
  by: z.string().nullable(),
  at: z.string().nullable(),
  /** The facts answer it by themselves. */
  fromFacts: z.boolean(),
})

const person = z.strictObject({
  ...personRef,
  release: civilDate,
  /** `Release (CRD)` */
  releaseType: z.string(),
  days: z.number().int(),
  pom: z.string().nullable(),
  location: z.string().nullable(),
  items: z.array(item),
  /** How many are not yes and not not needed. */
  open: z.number().int(),
})

export const ready = {
  'ready.board': method({
    input: z.strictObject({ scope }),
    output: z.strictObject({ today: civilDate, until: civilDate, rows: z.array(person) }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about: 'Everybody released in the next four weeks, soonest first, with what is in place for each.',
  }),
  'ready.show': method({
    input: z.strictObject({ personId: id }),
    output: z.strictObject({ today: civilDate, person: person.nullable(), name: z.string() }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about: 'What is in place for one person; null where no release is near.',
  }),
  'ready.answer': method({
    input: z.strictObject({
      personId: id,
      answers: z
        .array(
          z.strictObject({
            item: z.enum(READY_ITEMS),
            /** Null takes the answer back. */
            state: z.enum(READY_STATES).nullable(),
            note: z.string().max(500),
          }),
        )
        .min(1)
        .max(READY_ITEMS.length),
    }),
    output: nothing,
    roles: ['head_of_omu', 'pom', 'case_administrator', 'pre_release_team'],
    personal: true,
    audit: 'answered what is ready for release',
    changes: ['decisions'],
    about: 'Answers items of one person, all or none; the former answers stay on the record.',
  }),
  'ready.print': method({
    input: z.strictObject({ scope }),
    output: z.strictObject({ saved: z.boolean(), file: z.string().nullable() }),
    roles: ['head_of_omu', 'pom', 'case_administrator', 'pre_release_team'],
    personal: true,
    audit: 'printed the ready-to-go board',
    changes: [],
    about: 'Saves the board as a PDF on A4 with lines to sign.',
  }),
  'ready.printPerson': method({
    input: z.strictObject({ personId: id }),
    output: z.strictObject({ saved: z.boolean(), file: z.string().nullable() }),
    roles: ['head_of_omu', 'pom', 'case_administrator', 'pre_release_team'],
    personal: true,
    audit: 'printed what is ready for one release',
    changes: [],
    about: 'Saves what is in place for one person as a PDF on A4 with lines to sign.',
  }),
}
