import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Line, MatchedColumn } from './extract.ts'
import { matchHead, nameOf, openExtract, orderOf, sourceOf } from './check-extract.ts'
import type { ListSource } from './read-table.ts'
import type { SettledOrder } from './settle-date-order.ts'
import { statedAsAt } from './stated-as-at.ts'

const SAMPLES = 3

export interface InspectedExtract {
  name: string
  sha256: string
  format: string
  encoding: string
  rows: number
  source: { id: string; name: string } | null
  asAt: CivilDate | null
  dateOrder: SettledOrder
  columns: (MatchedColumn & { samples: string[] })[]
}

/** Reads a file's headings and matches its columns, without checking its rows. Throws `file_refused`. */
export async function inspectExtract(from: ListSource, today: CivilDate): Promise<InspectedExtract> {
  const { opening, lines } = await openExtract(from)
  const head = matchHead(lines, {}, 'ask', { anyHeadings: 'text' in from })
  const source = sourceOf(null, head.headings)
  const name = nameOf(from)
  return {
    name,
    sha256: opening.sha256,
    format: opening.format,
    encoding: opening.encoding,
    rows: head.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).length,
    source: source === null ? null : { id: source.id, name: source.name },
    asAt: statedAsAt(name, head.headings, head.rows, today),
    dateOrder: orderOf(head, { dateOrder: null, sourceId: null }),
    columns: head.columns.map((column) =>
      Object.assign(column, { samples: samplesOf(head.rows, column.index) }),
    ),
  }
}

function samplesOf(rows: readonly Line[], index: number): string[] {
  const samples = new Set<string>()
  for (const { cells } of rows) {
    const cell = cells[index]?.trim().slice(0, 60) ?? ''
    if (cell !== '') samples.add(cell)
    if (samples.size === SAMPLES) break
  }
  return [...samples]
}
