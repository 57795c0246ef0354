import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { xmlText } from './xml-text.ts'

export type SheetCell = string | number | null

export interface SheetColumn {
  heading: string
  /** In characters. */
  width?: number
}

const forbiddenInSheetName = /[[\]:*?/\\]/g
const longestSheetName = 31
const defaultWidth = 18

/**
 * One sheet with a bold heading row that stays in view. Every string is written as text, so nothing in it is ever
 * taken for a formula; numbers stay numbers; null is an empty cell. `asAt`, where given, stands on a second sheet: how new
 * each source is, and no row of the list.
 */
export async function toXlsx(
  columns: readonly SheetColumn[],
  rows: readonly (readonly SheetCell[])[],
  sheetName: string,
  asAt?: string,
): Promise<Uint8Array> {
  const headings = columns.map(({ heading }) => ({
    value: heading,
    type: String,
    fontWeight: 'bold' as const,
    bottomBorderStyle: 'medium' as const,
    wrap: true,
  }))
  const body = rows.map((row) =>
    row.map((cell) => {
      if (cell === null) return null
      if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' as const }
      return { value: xmlText(cell), type: String, alignVertical: 'top' as const, wrap: true }
    }),
  )
  const data: SheetData = [headings, ...body]
  const list = {
    data,
    sheet: sheetName.replace(forbiddenInSheetName, ' ').slice(0, longestSheetName),
    columns: columns.map(({ width }) => ({ width: width ?? defaultWidth })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  }
  const font = { fontFamily: 'Arial', fontSize: 11 }
  const buffer = await writeXlsxFile(
    asAt === undefined ? [list] : [list, { data: asAtRows(asAt), sheet: 'As at', columns: [{ width: 60 }] }],
    font,
  ).toBuffer()
  return new Uint8Array(buffer)
}

/** A row for each source. */
const asAtRows = (asAt: string): SheetData =>
  ['As at', ...asAt.split('; ')].map((value) => [{ value: xmlText(value), type: String }])

/** A spreadsheet runs a text cell that begins with one of these as a formula; a leading quote mark stops it. */
const runsAsFormula = /^[=+\-@\t\r]/

function csvCell(cell: SheetCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = runsAsFormula.test(cell) ? `'${cell}` : cell
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** RFC 4180 with a byte-order mark, so that Excel reads it as UTF-8. */
export function toCsv(headings: readonly string[], rows: readonly (readonly SheetCell[])[]): Uint8Array {
  const lines = [headings, ...rows].map((row) => row.map(csvCell).join(','))
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`)
}
