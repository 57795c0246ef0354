import { z } from 'zod'
import { method } from './method.ts'
import { civilDate, id, nothing, tag } from './schemas.ts'

const administrators = ['head_of_omu', 'case_administrator'] as const

export const REFUSAL_CODES = [
  'missing_key',
  'bad_prison_number',
  'bad_date',
  'impossible_date',
  'ambiguous_date',
  'duplicate_person',
  'ragged_row',
  'too_long',
  'bad_value',
] as const
export const FILE_REFUSAL_CODES = [
  'empty_file',
  'no_headings',
  'duplicate_heading',
  'not_text',
  'not_a_spreadsheet',
  'too_large',
  'other_establishment',
  'encoding_unknown',
  'ambiguous_date',
] as const

/** The row a spreadsheet would show: the heading row is 1. */
export const refusal = z.strictObject({
  row: z.number().int(),
  column: z.string().nullable(),
  code: z.enum(REFUSAL_CODES),
  message: z.string(),
  value: z.string().nullable(),
})

export const imports = {
  'import.choose': method({
    input: nothing,
    output: z.strictObject({
      /** Null when the user chose nothing. The token stands for the file; no path crosses the bridge. */
      file: z.strictObject({ token: id, name: z.string(), bytes: z.number().int() }).nullable(),
    }),
    roles: administrators,
    personal: false,
    audit: null,
    changes: [],
    about: 'Asks for a CSV or XLSX file.',
  }),
  'import.paste': method({
    input: z.strictObject({ text: z.string().min(1).max(4_000_000) }),
    output: z.strictObject({
      file: z.strictObject({ token: id, name: z.string(), bytes: z.number().int() }),
    }),
    roles: administrators,
    personal: true,
    audit: null,
    changes: [],
    about:
      'Takes a table copied from a screen or a message: it goes the way of a chosen file, and is never written to a disk.',
  }),
  'import.inspect': method({
    input: z.strictObject({ token: id }),
    output: z.strictObject({
      name: z.string(),
      format: z.string(),
      encoding: z.string(),
      rows: z.number().int(),
      /** The known source whose headings fit best, if any. */
      source: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
      /** The day the file says it speaks of, if it does. */
      asAt: civilDate.nullable(),
      dateOrder: z.enum(['day_first', 'month_first', 'unambiguous', 'ask']),
      /** When the columns of a list of these headings were last matched by hand; they are as they were then. */
      remembered: z
        .strictObject({
          at: z.string(),
          by: z.string(),
          dateOrder: z.enum(['day_first', 'month_first']).nullable(),
        })
        .nullable(),
      columns: z.array(
        z.strictObject({
          heading: z.string(),
          field: z.string().nullable(),
          label: z.string().nullable(),
          samples: z.array(z.string()),
          warning: z.string().nullable(),
          /** Matched with the field of another column, and only asked where that one is blank. */
          yields: z.boolean(),
        }),
      ),
      /** Fields a column may be matched to. */
      fields: z.array(z.strictObject({ field: z.string(), label: z.string() })),
    }),
    roles: administrators,
    personal: true,
    audit: null,
    changes: [],
    about: 'Reads a chosen file’s headings and first rows and matches its columns.',
  }),
  'import.preview': method({
    input: z.strictObject({
      token: id,
      /** Heading → field, or null to leave the column out. Absent headings keep the match `import.inspect` gave. */
      mapping: z.record(z.string(), z.string().nullable()),
      dateOrder: z.enum(['day_first', 'month_first']).nullable(),
      asAt: civilDate.nullable(),
    }),
    output: z.strictObject({
      previewId: id,
      name: z.string(),
      asAt: civilDate,
      rows: z.number().int(),
      created: z.number().int(),
      updated: z.number().int(),
      unchanged: z.number().int(),
      absent: z.number().int(),
      newlyPastHandover: z.number().int(),
      releaseBeforeHandover: z.number().int(),
      unmappedColumns: z.array(z.string()),
      /** Columns most of whose cells cannot be what they were matched with. */
      doubtfulColumns: z.array(
        z.strictObject({
          heading: z.string(),
          label: z.string(),
          failed: z.number().int(),
          rows: z.number().int(),
        }),
      ),
      /** At most 200 of each; the counts above are whole. Worst effect first. */
      groups: z.array(
        z.strictObject({
          key: z.enum(['dates_moved', 'new', 'com_changed', 'other']),
          title: z.string(),
          count: z.number().int(),
          rows: z.array(
            z.strictObject({
              row: z.number().int(),
              name: z.string(),
              prisonNumber: z.string(),
              field: z.string(),
              was: z.string().nullable(),
              now: z.string().nullable(),
              effect: z.string(),
              tag: tag.nullable(),
            }),
          ),
        }),
      ),
      /** What the list says otherwise than what was typed here: kept as typed unless taken. `key` names it in `import.confirm`. */
      asked: z.array(
        z.strictObject({
          key: z.string(),
          row: z.number().int(),
          personId: id,
          name: z.string(),
          prisonNumber: z.string(),
          field: z.string(),
          ours: z.string(),
          by: z.string(),
          listed: z.string(),
        }),
      ),
      refusedTotal: z.number().int(),
      refused: z.array(refusal),
    }),
    roles: administrators,
    personal: true,
    audit: null,
    changes: [],
    about: 'What an import would change, before anything is written.',
  }),
  'import.confirm': method({
    input: z.strictObject({
      previewId: id,
      /** Keys of `asked` whose value of the list takes the place of what was typed here. */
      take: z.array(z.string().max(200)).max(10_000).default([]),
    }),
    output: z.strictObject({
      importId: id,
      name: z.string(),
      rows: z.number().int(),
      created: z.number().int(),
      updated: z.number().int(),
      unchanged: z.number().int(),
      absent: z.number().int(),
      newlyPastHandover: z.number().int(),
      refusedTotal: z.number().int(),
      refused: z.array(refusal),
    }),
    roles: administrators,
    personal: true,
    audit: 'imported an extract',
    changes: ['caseload', 'imports', 'session'],
    about: 'Writes a previewed import in one transaction. Refuses if the caseload changed since the preview.',
  }),
  'import.discard': method({
    input: z.strictObject({ token: id }),
    output: nothing,
    roles: administrators,
    personal: false,
    audit: null,
    changes: [],
    about: 'Forgets a chosen file and its preview.',
  }),
  'import.history': method({
    input: nothing,
    output: z.array(
      z.strictObject({
        importId: id,
        at: z.string(),
        by: z.string(),
        name: z.string(),
        source: z.string(),
        asAt: civilDate,
        rows: z.number().int(),
        created: z.number().int(),
        updated: z.number().int(),
        refused: z.number().int(),
        /** When it was taken back; null while it stands. */
        undoneAt: z.string().nullable(),
      }),
    ),
    roles: administrators,
    personal: false,
    audit: null,
    changes: [],
    about: 'Imports so far, newest first.',
  }),
}
