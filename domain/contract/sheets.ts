import { z } from 'zod'
import { ROLES } from '../model/role.ts'
import { SHEET_KINDS, SHEET_LAYOUTS } from '../sheets/sheet.ts'
import { method } from './method.ts'
import { civilDate, id, scope } from './schemas.ts'

const row = z.strictObject({
  personId: id.nullable(),
  when: z.string(),
  name: z.string(),
  number: z.string(),
  mark: z.string(),
  text: z.string(),
  was: z.string(),
  now: z.string(),
  second: z.string(),
  aside: z.string(),
  days: z.number().int().nullable(),
  boxes: z.array(z.string()),
})

const part = z.strictObject({
  key: z.string(),
  layout: z.enum(SHEET_LAYOUTS),
  title: z.string(),
  note: z.string(),
  says: z.string(),
  rows: z.array(row),
  empty: z.string(),
  more: z.string(),
})

const input = z.strictObject({ kind: z.enum(SHEET_KINDS), scope })

export const sheets = {
  'sheets.show': method({
    input,
    output: z.strictObject({
      kind: z.enum(SHEET_KINDS),
      today: civilDate,
      title: z.string(),
      lead: z.string(),
      establishment: z.string(),
      blocks: z.array(z.array(part)),
      noteLines: z.number().int(),
      sign: z.string(),
      foot: z.string(),
    }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about:
      'The morning sheet or the Friday close, cut to one A4 page. Own cases come with those covered for a colleague.',
  }),
  'sheets.save': method({
    input,
    output: z.strictObject({ saved: z.boolean(), file: z.string().nullable() }),
    roles: ['head_of_omu', 'pom', 'case_administrator', 'pre_release_team'],
    personal: true,
    audit: 'saved a morning sheet or a Friday close',
    changes: [],
    about: 'Saves the morning sheet or the Friday close as a PDF of one A4 page.',
  }),
}
