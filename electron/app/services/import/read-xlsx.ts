import { readSheet } from 'read-excel-file/universal'
import { fileRefused, type Table } from './extract.ts'
import { keepsItsWord, measureZip, unpackPart, type ZipMeasure } from './measure-zip.ts'
import { columnLetter } from './match-headings.ts'

const MOST_UNPACKED = 300 * 1024 * 1024
// Sheets of text pack 5 to 40 times. A bomb packs 1,000 times.
const MOST_RATIO = 200

/** The first sheet of a workbook as lines of text. Dates become ISO dates, numbers keep their digits. */
export async function readXlsx(bytes: Buffer): Promise<Table> {
  const zip = guard(bytes)
  let rows: unknown[][]
  try {
    const copy = new Uint8Array(bytes).buffer
    rows = await readSheet<string>(copy, { parseNumber: (text) => text })
  } catch {
    throw fileRefused(
      'not_a_spreadsheet',
      'This workbook cannot be read. Open it in Excel, save it as .xlsx again, or save the sheet as CSV.',
    )
  }
  const sheets = sheetsOf(zip).length
  return {
    format: sheets > 1 ? `XLSX, first of ${sheets} sheets` : 'XLSX',
    encoding: 'workbook',
    from1904: /<workbookPr\b[^>]*\bdate1904="(?:1|true|on)"/i.test(partOf(bytes, zip, WORKBOOK)),
    lines: rows.map((row) => ({ cells: trimmed(row.map(cellText)) })),
  }
}

const WORKBOOK = /^xl[/\\]workbook\.xml$/i
const RELATIONS = /^xl[/\\]_rels[/\\]workbook\.xml\.rels$/i
const SHEET = /^xl[/\\]worksheets[/\\][^/\\]+\.xml$/i
const sheetsOf = ({ names }: ZipMeasure) => names.filter((name) => SHEET.test(name))

function guard(bytes: Buffer): ZipMeasure {
  const zip = measureZip(bytes)
  if (zip === null || !zip.names.some((name) => WORKBOOK.test(name))) {
    throw fileRefused(
      'not_a_spreadsheet',
      'This file is not an Excel workbook (.xlsx). If it opens in Excel, save it as .xlsx or CSV there.',
    )
  }
  if (zip.unpacked > MOST_UNPACKED || zip.largestRatio > MOST_RATIO) {
    throw fileRefused(
      'too_large',
      'This workbook unpacks to more than a list of people can hold. It was not opened.',
    )
  }
  if (!keepsItsWord(bytes, zip)) {
    throw fileRefused(
      'not_a_spreadsheet',
      'This workbook is not packed as it says, so it was not opened. Save it again in Excel.',
    )
  }
  const first = firstSheet(bytes, zip)
  for (const name of first === null ? sheetsOf(zip) : [first]) refuseFarCells(partOf(bytes, zip, name))
  return zip
}

/** The part that holds the sheet a workbook shows first; null where it does not say. Far cells of the others harm nobody. */
function firstSheet(bytes: Buffer, zip: ZipMeasure): string | null {
  const id = /<(?:\w+:)?sheet\s[^>]*?:id="([^"]+)"/.exec(partOf(bytes, zip, WORKBOOK))?.[1]
  const relation = partOf(bytes, zip, RELATIONS)
    .split(/(?=<(?:\w+:)?Relationship\s)/)
    .find((part) => id !== undefined && part.includes(`Id="${id}"`))
  const target = /Target="([^"]+)"/
    .exec(relation ?? '')?.[1]
    ?.split(/[/\\]/)
    .at(-1)
  return sheetsOf(zip).find((name) => target !== undefined && name.endsWith(`/${target}`)) ?? null
}

function partOf(bytes: Buffer, { names, parts }: ZipMeasure, wanted: string | RegExp): string {
  const part =
    parts[names.findIndex((name) => (typeof wanted === 'string' ? name === wanted : wanted.test(name)))]
  return part === undefined ? '' : unpackPart(bytes, part).toString('latin1')
}

/** Rows times columns: 200,000 people with 100 columns. */
const MOST_CELLS = 20_000_000
const MOST_COLUMNS = 16_384
const CELL = /<(?:\w+:)?c\s(?:[^>]*?\s)?r="([A-Za-z]+)(\d+)"/g

/**
 * A sheet is laid out as a rectangle as wide as its widest row and as long as its last, so one cell written far away would
 * fill the memory. Their addresses are looked at before that.
 */
function refuseFarCells(sheet: string): void {
  let column = 0
  let row = 0
  let previous = ''
  for (const [, letters = '', digits = ''] of sheet.matchAll(CELL)) {
    row = Math.max(row, Number(digits))
    if (letters === previous) continue
    previous = letters
    column = Math.max(column, letters.length > 3 ? MOST_COLUMNS + 1 : columnNumber(letters))
  }
  if (column > MOST_COLUMNS || column * row > MOST_CELLS) {
    throw fileRefused(
      'too_large',
      column > MOST_COLUMNS
        ? 'This workbook has cells further to the right than Excel has columns. Save it again in Excel.'
        : `This sheet reaches to column ${columnLetter(column - 1)} and row ${row.toLocaleString('en-GB')}, more than a list of people can hold. Delete what stands far from the list, or save the list as CSV.`,
    )
  }
}

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'not a date' : value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return String(value)
}

/** Sheets are padded to a rectangle: blanks at the end of a line are not cells. */
function trimmed(cells: string[]): string[] {
  let length = cells.length
  while (length > 0 && cells[length - 1] === '') length -= 1
  return cells.slice(0, length)
}
