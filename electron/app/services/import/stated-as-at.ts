import { isCivilDate, type CivilDate } from '../../../../domain/dates/civil-date.ts'
import { bareHeading } from './match-headings.ts'
import type { Line } from './extract.ts'
import { readDate } from './read-date.ts'

const HEADINGS = new Set([
  'asat',
  'extractdate',
  'dateofextract',
  'extractedon',
  'dateextracted',
  'reportdate',
  'rundate',
  'snapshotdate',
])

/**
 * The day a file says it speaks of: a column such as “Extract date” with one day throughout, else a date in the file's
 * name (`nomis_20261122.csv`, `list 2026-11-22.xlsx`). Null where it says none, or a day after `today`.
 */
export function statedAsAt(
  name: string,
  headings: readonly string[],
  lines: readonly Line[],
  today: CivilDate,
): CivilDate | null {
  const day = fromColumn(headings, lines) ?? fromName(name)
  return day !== null && day <= today ? day : null
}

function fromColumn(headings: readonly string[], lines: readonly Line[]): CivilDate | null {
  const column = headings.findIndex((heading) => HEADINGS.has(bareHeading(heading)))
  if (column === -1) return null
  const said = new Set(lines.map(({ cells }) => cells[column]?.trim() ?? '').filter((text) => text !== ''))
  const [only] = said
  if (said.size !== 1 || only === undefined) return null
  const day = readDate(only, { order: 'day_first', orderStated: false, pivot: 99 })
  // A day that could be read two ways states nothing.
  return typeof day === 'string' && day === readDate(only, { order: null, orderStated: false, pivot: 99 })
    ? day
    : null
}

function fromName(name: string): CivilDate | null {
  const parts = /(?:^|\D)(20\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?:\D|$)/.exec(name)
  const day = parts === null ? '' : `${parts[1]}-${parts[2]}-${parts[3]}`
  return isCivilDate(day) ? day : null
}
