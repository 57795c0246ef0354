import type { OutputOf, ParsedInputOf } from '../../../../domain/contract/index.ts'
import { describeResponsibility } from '../../../../domain/text/reasons.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { Desk, Session } from '../../context.ts'
import { toCsv, toXlsx, type SheetCell } from '../../documents/spreadsheet.ts'
import { refuseWhereExportsAreOff } from '../pack/record-export.ts'
import { sourceAges } from '../session/source-ages.ts'
import { wholeCaseload } from './caseload-list.ts'
import type { Unit, UnitCase } from './unit-view.ts'

const COLUMNS = [
  { heading: 'Name', width: 26 },
  { heading: 'Prison number', width: 14 },
  { heading: 'CRN', width: 12 },
  { heading: 'Location', width: 12 },
  { heading: 'Responsible', width: 26 },
  { heading: 'Reason', width: 40 },
  { heading: 'Tier', width: 8 },
  { heading: 'RoSH', width: 12 },
  { heading: 'Handover', width: 12 },
  { heading: 'Release', width: 12 },
  { heading: 'Release type', width: 12 },
  { heading: 'POM', width: 22 },
  { heading: 'COM', width: 22 },
  { heading: 'Region', width: 26 },
  { heading: 'Note', width: 40 },
] as const

const KINDS = {
  csv: { name: 'Comma-separated values', extensions: ['csv'] },
  xlsx: { name: 'Excel workbook', extensions: ['xlsx'] },
} as const

/** Saves what is found as a file: dates in a form that sorts, and a last row that says how old each source is. */
export async function exportCaseload(
  desk: Desk,
  session: Session,
  { unit, cases }: { unit: Unit; cases: readonly UnitCase[] },
  { format, ...asked }: ParsedInputOf<'caseload.export'>,
): Promise<OutputOf<'caseload.export'>> {
  refuseWhereExportsAreOff(desk.host.policy)
  const found = wholeCaseload(session.store, unit, cases, asked)
  const rows: SheetCell[][] = found.map((row) => [
    row.name,
    row.prisonNumber,
    row.crn,
    row.location,
    row.responsibility === null ? null : describeResponsibility(row.responsibility),
    row.reason,
    row.tier,
    row.rosh,
    row.handover,
    row.earliestRelease?.date ?? null,
    row.earliestRelease?.type ?? null,
    row.pom,
    row.com,
    row.region,
    row.note,
  ])
  rows.push([asAtWords(desk, session), ...COLUMNS.slice(1).map(() => null)])
  const headings = COLUMNS.map(({ heading }) => heading)
  const bytes = format === 'csv' ? toCsv(headings, rows) : await toXlsx([...COLUMNS], rows, 'Caseload')
  const file = await desk.host.dialogs.saveFile(bytes, {
    name: `caseload-${unit.today}.${format}`,
    kind: { name: KINDS[format].name, extensions: [...KINDS[format].extensions] },
  })
  return { saved: file !== null, rows: found.length, file }
}

/** `As at: NOMIS 22 November 2026; Delius 20 November 2026` */
function asAtWords(desk: Desk, { store }: Session): string {
  const ages = sourceAges(desk.planning, store, desk.clock.today())
  return `As at: ${ages.map(({ source, date }) => `${source} ${formatDate(date)}`).join('; ') || 'no list is in yet'}`
}
