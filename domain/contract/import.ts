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

const chosen = z.strictObject({
  /** Stands for the file; no path crosses the bridge. */
  token: id,
  name: z.string(),
  bytes: z.number().int(),
})

/** How one file was matched. */
const matched = z.strictObject({
  token: id,
  /** Heading → field, or null to leave the column out. Absent headings keep the match `import.inspect` gave. */
  mapping: z.record(z.string(), z.string().nullable()),
  /** Headings whose blank cells clear what is held; in any other column a blank says nothing. */
  clears: z.array(z.string().max(200)).max(500).default([]),
  /** The kind of list: the id of a known one, null for another. Left out where the headings say. */
  kind: z.string().max(60).nullable().optional(),
  dateOrder: z.enum(['day_first', 'month_first']).nullable(),
  asAt: civilDate.nullable(),
})

/** A refusal, and the place of its file among those of the run. */
const refusedOf = refusal.extend({ file: z.number().int() })

const counts = {
  rows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  absent: z.number().int(),
  refusedTotal: z.number().int(),
}

export const imports = {
  'import.choose': method({
    input: z.strictObject({
      /** Beside those chosen already; otherwise they are forgotten. */
      beside: z.boolean().default(false),
    }),
    output: z.strictObject({
      /** Empty when the user chose nothing. */
      files: z.array(chosen),
    }),
    roles: administrators,
    personal: false,
    audit: null,
    changes: [],
    about: 'Asks for CSV or XLSX files, one or several.',
  }),
  'import.paste': method({
    input: z.strictObject({ text: z.string().min(1).max(4_000_000) }),
    output: z.strictObject({ file: chosen }),
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
          /** The kind of list it was said to be: the id of a known one, null for another; left out where its headings said. */
          kind: z.string().nullable().optional(),
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
      /** Kinds of list it may be said to be. */
      kinds: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      /** Fields a column may be matched to. */
      fields: z.array(
        z.strictObject({
          field: z.string(),
          label: z.string(),
          /** Whether a blank may be told to clear it. */
          mayClear: z.boolean(),
        }),
      ),
    }),
    roles: administrators,
    personal: true,
    audit: null,
    changes: [],
    about: 'Reads a chosen file’s headings and first rows and matches its columns.',
  }),
  'import.preview': method({
    input: z.strictObject({
      files: z.array(matched).min(1).max(10),
      /** Rows of no number that somebody says are about a person. */
      same: z
        .array(z.strictObject({ token: id, row: z.number().int(), prisonNumber: z.string().max(20) }))
        .max(10_000)
        .default([]),
    }),
    output: z.strictObject({
      previewId: id,
      /** In the order they were given. */
      files: z.array(
        z.strictObject({
          token: id,
          name: z.string(),
          /** The kind of list, where its headings are known. */
          kind: z.string().nullable(),
          asAt: civilDate,
          ...counts,
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
          /** The newest day of its kind already in, where this list is older. */
          olderThan: civilDate.nullable(),
          /** When a file of the same bytes was imported, and whether that still stands. */
          sameFile: z.string().nullable(),
        }),
      ),
      /** People, each counted once. */
      created: z.number().int(),
      updated: z.number().int(),
      newlyPastHandover: z.number().int(),
      releaseBeforeHandover: z.number().int(),
      /** What blank cells take away, by field. */
      cleared: z.array(z.strictObject({ label: z.string(), count: z.number().int() })),
      /** At most 200 of each; the counts are whole. Worst effect first. */
      groups: z.array(
        z.strictObject({
          key: z.enum(['dates_moved', 'new', 'com_changed', 'left', 'other']),
          title: z.string(),
          count: z.number().int(),
          rows: z.array(
            z.strictObject({
              /** Null where no row speaks of the person: they are in none. */
              row: z.number().int().nullable(),
              file: z.number().int(),
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
      /** What a list says otherwise than what was typed here: kept as typed unless taken. `key` names it in `import.confirm`. */
      asked: z.array(
        z.strictObject({
          key: z.string(),
          file: z.number().int(),
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
      /** Rows no number places, with those of the same surname and date of birth: left out unless said to be one of them. */
      perhaps: z.array(
        z.strictObject({
          file: z.number().int(),
          token: id,
          row: z.number().int(),
          name: z.string(),
          born: z.string(),
          /** Whom it was said to be. */
          said: z.string().nullable(),
          candidates: z.array(
            z.strictObject({ name: z.string(), prisonNumber: z.string(), crn: z.string().nullable() }),
          ),
        }),
      ),
      refusedTotal: z.number().int(),
      refused: z.array(refusedOf),
    }),
    roles: administrators,
    personal: true,
    audit: null,
    changes: [],
    about:
      'What files would change together, before anything is written. The prison’s own list is compared first, and the others meet its people.',
  }),
  'import.confirm': method({
    input: z.strictObject({
      previewId: id,
      /** Keys of `asked` whose value of the list takes the place of what was typed here. */
      take: z.array(z.string().max(200)).max(10_000).default([]),
    }),
    output: z.strictObject({
      /** In the order they were given. */
      files: z.array(z.strictObject({ importId: id, name: z.string(), ...counts })),
      newlyPastHandover: z.number().int(),
      refusedTotal: z.number().int(),
      refused: z.array(refusedOf),
    }),
    roles: administrators,
    personal: true,
    audit: 'imported an extract',
    changes: ['caseload', 'imports', 'session'],
    about: 'Writes previewed files in one transaction. Refuses if the caseload changed since the preview.',
  }),
  'import.discard': method({
    input: z.strictObject({ token: id }),
    output: nothing,
    roles: administrators,
    personal: false,
    audit: null,
    changes: [],
    about: 'Forgets a chosen file and its preview, and stops reading it.',
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
  'import.newFiles': method({
    input: nothing,
    output: z.strictObject({
      /** The folder's own name, without where it is; null where none is watched. */
      folder: z.string().nullable(),
      /** Why its files cannot be seen now. */
      problem: z.string().nullable(),
      files: z.array(
        z.strictObject({ key: z.string(), name: z.string(), bytes: z.number().int(), at: z.string() }),
      ),
    }),
    roles: administrators,
    personal: false,
    audit: null,
    changes: [],
    about: 'Lists in the folder extracts are saved in, of the last two weeks, that are not in yet.',
  }),
  'import.watchFolder': method({
    input: nothing,
    output: z.strictObject({ folder: z.string().nullable() }),
    roles: administrators,
    personal: false,
    audit: 'chose the folder of extracts',
    changes: ['imports'],
    about: 'Asks for the folder extracts are saved in; null when the user turned away.',
  }),
  'import.stopWatching': method({
    input: nothing,
    output: nothing,
    roles: administrators,
    personal: false,
    audit: 'stopped watching the folder of extracts',
    changes: ['imports'],
    about: 'Suggests no files any more.',
  }),
  'import.passOver': method({
    input: z.strictObject({ key: z.string().max(400) }),
    output: nothing,
    roles: administrators,
    personal: false,
    audit: 'passed a newer extract over',
    changes: ['imports'],
    about: 'Suggests this file no more, until it is saved again.',
  }),
  'import.takeNewFiles': method({
    input: z.strictObject({ keys: z.array(z.string().max(400)).min(1).max(10) }),
    output: z.strictObject({ files: z.array(chosen) }),
    roles: administrators,
    personal: false,
    audit: null,
    changes: [],
    about: 'Chooses files of that folder, as `import.choose` does.',
  }),
}
