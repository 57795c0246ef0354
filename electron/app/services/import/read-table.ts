import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileRefused, type Line, type Table } from './extract.ts'
import { decodeText } from './decode-text.ts'
import { readCsv, type Delimiter } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { columnLetter, isKnownHeading } from './match-headings.ts'

export const MOST_BYTES = 100 * 1024 * 1024
export const MOST_ROWS = 200_000

/** What a file dialog offers. */
export const LIST_FILES = [{ name: 'Lists of people', extensions: ['csv', 'xlsx', 'txt', 'tsv'] }]

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
const OLD_EXCEL = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const WORKBOOK_ENDINGS = new Set(['.xlsx', '.xlsm', '.xls', '.xlsb', '.ods'])

export interface ReadFile {
  table: Table
  bytes: number
  sha256: string
}

/** Where a list comes from: a file on a disk, or text pasted into the page, which is never written to one. */
export type ListSource = { path: string } | { text: string }

/** Reads a list into a grid of text, from wherever it comes. Throws `file_refused` for whatever cannot be a list. */
export const readList = (source: ListSource): Promise<ReadFile> =>
  'path' in source ? readTable(source.path) : Promise.resolve(readPasted(source.text))

/**
 * A table pasted from a screen or a message: cells parted by tabs as browsers and mail programs copy them, else as a file's
 * would be. One without a row of headings is given the letters of its columns, for the user to say what they are.
 */
function readPasted(text: string): ReadFile {
  if (text.trim() === '') throw fileRefused('empty_file', 'Nothing was pasted.')
  const body = text.replaceAll('\u00a0', ' ')
  const delimiter = body.includes('\t') ? '\t' : guessDelimiter(body)
  const lines = readCsv(body, delimiter).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (lines.length > MOST_ROWS)
    throw fileRefused(
      'too_large',
      `The pasted table has more than ${MOST_ROWS.toLocaleString('en-GB')} rows.`,
    )
  const isHeaded = lines
    .slice(0, LINES_LOOKED_AT)
    .some(({ cells }) => cells.filter(isKnownHeading).length > 1)
  if (!isHeaded) {
    const width = Math.max(...lines.map(({ cells }) => cells.length))
    lines.unshift({ cells: Array.from({ length: width }, (_, at) => `Column ${columnLetter(at)}`) })
  }
  return {
    table: { format: `Pasted, ${DELIMITER_NAMES[delimiter]}`, encoding: 'text', lines },
    bytes: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
  }
}

/**
 * Reads a file into a grid of text. Its size is looked at before anything else, so that a file over the cap costs
 * nothing. Throws `file_refused` for whatever cannot be a list.
 */
export async function readTable(path: string): Promise<ReadFile> {
  const bytes = await readCapped(path)
  if (bytes.length === 0) throw fileRefused('empty_file', 'This file is empty.')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const table = await tableOf(bytes, extname(path).toLowerCase())
  const last = table.lines.findLastIndex(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (last === -1) {
    throw fileRefused(
      'empty_file',
      table.format.startsWith('XLSX,')
        ? 'The first sheet of this workbook is empty, and only the first is read. Move the list to the front.'
        : 'This file is empty: nothing stands in any cell.',
    )
  }
  table.lines.length = last + 1
  if (last > MOST_ROWS)
    throw fileRefused(
      'too_large',
      `This file has more than ${MOST_ROWS.toLocaleString('en-GB')} rows. Export a smaller list.`,
    )
  return { table, bytes: bytes.length, sha256 }
}

async function readCapped(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size > MOST_BYTES) {
      throw fileRefused(
        'too_large',
        `This file is ${(size / 1024 / 1024).toFixed(1)} MB; the most is ${MOST_BYTES / 1024 / 1024} MB. Export a smaller list.`,
      )
    }
    return await file.readFile()
  } finally {
    await file.close()
  }
}

async function tableOf(bytes: Buffer, ending: string): Promise<Table> {
  const zipped = bytes.subarray(0, 4).equals(ZIP)
  if (WORKBOOK_ENDINGS.has(ending)) {
    if (bytes.subarray(0, 8).equals(OLD_EXCEL)) {
      throw fileRefused(
        'not_a_spreadsheet',
        'This is a workbook of an old kind, or one locked with a password. Save it as .xlsx without a password, or as CSV.',
      )
    }
    if (!zipped) {
      const kind = otherKind(bytes)
      throw fileRefused(
        'not_a_spreadsheet',
        kind === null
          ? `This file is named ${ending} but is not a workbook. If it is text, rename it to .csv.`
          : `This file is named ${ending} but is ${kind}. Open it in Excel and save it as .xlsx or CSV, or export the list again as one of them.`,
      )
    }
    return readXlsx(bytes)
  }
  if (zipped || bytes.subarray(0, 8).equals(OLD_EXCEL)) {
    throw fileRefused(
      'not_text',
      `This file is named ${ending === '' ? 'without an ending' : ending} but is a workbook or an archive. If it is a workbook, rename it to .xlsx.`,
    )
  }
  const kind = otherKind(bytes)
  if (kind !== null) {
    throw fileRefused(
      'not_text',
      `This file is ${kind}, not a list. Export the list again as CSV or as an Excel workbook (.xlsx).`,
    )
  }
  const { text, encoding } = decodeText(bytes)
  const hint = /^sep=([,;\t])\r?\n/i.exec(text)
  const body = hint === null ? text : text.slice(hint[0].length)
  const delimiter = hint === null ? guessDelimiter(body) : (hint[1] as Delimiter)
  const lines = readCsv(body, delimiter)
  if (hint !== null) lines.unshift({ cells: [] })
  return { format: `CSV, ${DELIMITER_NAMES[delimiter]}`, encoding, lines }
}

const OTHER_KINDS: [RegExp, string][] = [
  [/^%PDF-/, 'a PDF'],
  [/^\{\\rtf/, 'a Word document'],
  [/^<\?xml/i, 'an XML file'],
  // Some reporting tools write a web page and call it a workbook.
  [/^<(!doctype|html|head|body|table|meta)\b/i, 'a web page'],
  [/^MIME-Version:/i, 'a saved web page'],
]

/** What a file is that starts as no list does; null where it may be one. */
function otherKind(bytes: Buffer): string | null {
  const start = bytes
    .subarray(0, 200)
    .toString('latin1')
    .replace(/^(?:\u00ef\u00bb\u00bf)?\s*/, '')
  return OTHER_KINDS.find(([pattern]) => pattern.test(start))?.[1] ?? null
}

const DELIMITER_NAMES: Record<Delimiter, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' }
const DELIMITERS = Object.keys(DELIMITER_NAMES) as Delimiter[]

/** Titles may stand above the headings of a report: so many lines are looked through for them. */
const LINES_LOOKED_AT = 30

/** The separator that finds the most headings we know in one of the first lines, then the most cells in the first. */
function guessDelimiter(text: string): Delimiter {
  const start = text.search(/\S/)
  const opening = text.slice(Math.max(start, 0), Math.max(start, 0) + 20_000)
  const score = (delimiter: Delimiter) => {
    const lines: readonly Line[] = readCsv(opening, delimiter).slice(0, LINES_LOOKED_AT)
    const known = lines.map(({ cells }) => cells.filter(isKnownHeading).length)
    return Math.max(0, ...known) * 1000 + (lines[0]?.cells.length ?? 0)
  }
  return DELIMITERS.reduce((best, next) => (score(next) > score(best) ? next : best))
}
