import { z } from 'zod'
import { LETTER_KINDS } from '../letters/letter-case.ts'
import { LETTER_BLOCKS } from '../letters/letter-parts.ts'
import { MANDATED_MEETING_IDS } from '../model/plan.ts'
import { ROLES } from '../model/role.ts'
import { method } from './method.ts'
import { civilDate, id, nothing, personRef } from './schemas.ts'

/** What the person making the letter chose to say. */
const choices = {
  /** Meetings whose booked day is said. */
  withDay: z.array(z.enum(MANDATED_MEETING_IDS)).max(MANDATED_MEETING_IDS.length).default([]),
  /** Whether the confirmed release date is said. */
  release: z.boolean().default(false),
}

const letter = z.strictObject({
  kind: z.enum(LETTER_KINDS),
  title: z.string(),
  from: z.string(),
  to: z.string(),
  date: z.string(),
  blocks: z.array(
    z.strictObject({ kind: z.enum(LETTER_BLOCKS), text: z.string(), items: z.array(z.string()) }),
  ),
  signed: z.string(),
})

export const letters = {
  'letter.show': method({
    input: z.strictObject({ personId: id, ...choices }),
    output: z.strictObject({
      ...personRef,
      today: civilDate,
      /** Why there is no letter; null where there is one. */
      refused: z.string().nullable(),
      /** What to look at before it is given, each a sentence. */
      doubts: z.array(z.string()),
      /** The handover date the letter may say once it is confirmed; null where this kind of letter says none. */
      handover: civilDate.nullable(),
      /** `void`: the handover date is another since it was confirmed. */
      confirmation: z.enum(['not_needed', 'not_confirmed', 'confirmed', 'void']),
      /** What was confirmed, by whom and when, and when the letter was given; null where nothing was. */
      told: z
        .strictObject({
          /** Null for a letter given without a date, which nobody had to confirm. */
          handover: civilDate.nullable(),
          confirmedOn: civilDate.nullable(),
          by: z.string(),
          givenOn: civilDate.nullable(),
        })
        .nullable(),
      /** The record of it, to be sent back; null where none stands. */
      seen: id.nullable(),
      /** Booked meetings whose day may be said. */
      booked: z.array(z.strictObject({ task: z.enum(MANDATED_MEETING_IDS), words: z.string() })),
      /** The confirmed release date, which may be said; null where none is. */
      release: civilDate.nullable(),
      letter: letter.nullable(),
    }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about:
      'The letter that tells one person who will manage them and when, as it would read now, and what is in the way.',
  }),
  'letter.confirmDate': method({
    input: z.strictObject({
      personId: id,
      /** The handover date as seen; null takes the confirmation back. */
      handover: civilDate.nullable(),
      /** The record that stood when the page was shown. */
      seen: id.nullable(),
    }),
    output: nothing,
    roles: ['pom', 'head_of_omu'],
    personal: true,
    audit: 'confirmed a handover date for the letter to the person',
    changes: ['decisions'],
    about:
      'Confirms that the person may be told the handover date. Refused where the date or the record is another by now.',
  }),
  'letter.save': method({
    input: z.strictObject({
      personId: id,
      format: z.enum(['docx', 'pdf']),
      largePrint: z.boolean(),
      ...choices,
      /** The handover date as the preview said it; null where it said none. Refused where it is another by now. */
      handover: civilDate.nullable(),
    }),
    output: z.strictObject({ saved: z.boolean(), file: z.string().nullable() }),
    roles: ['head_of_omu', 'pom', 'case_administrator', 'pre_release_team'],
    personal: true,
    audit: 'saved the letter to the person',
    changes: [],
    about: 'Saves the letter as Word or PDF, in large print where asked.',
  }),
  'letter.given': method({
    input: z.strictObject({
      personId: id,
      /** Null takes the record back. */
      on: civilDate.nullable(),
      /** The handover date the letter said; null where it said none. Refused where it is another by now. */
      handover: civilDate.nullable(),
      seen: id.nullable(),
    }),
    output: nothing,
    roles: ['head_of_omu', 'pom', 'case_administrator', 'pre_release_team'],
    personal: true,
    audit: 'recorded that the letter was given to the person',
    changes: ['decisions'],
    about: 'Records the day the person was given the letter, with the confirmed date or without one.',
  }),
}
