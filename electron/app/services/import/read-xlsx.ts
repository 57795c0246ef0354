import { readSheet } from 'read-excel-file/universal'
import { fileRefused, type Line } from './extract.ts'
import { keepsItsWord, measureZip } from './measure-zip.ts'

const MOST_UNPACKED = 300 * 1024 * 1024
// Sheets of text pack 5 to 40 times. A bomb packs 1,000 times.
const MOST_RATIO = 200

/** The first sheet of a workbook as lines of text. Dates become ISO dates, numbers keep their digits. */
export async function readXlsx(bytes: Buffer): Promise<Line[]> {
  guard(bytes)
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
  return rows.map((row) => ({ cells: trimmed(row.map(cellText)) }))
}

function guard(bytes: Buffer): void {
  const zip = measureZip(bytes)
  if (zip === null || !zip.names.some((name) => /^xl\/workbook\.xml$/i.test(name.replaceAll('\\', '/')))) {
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
}

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
