import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { ComparisonList } from '../../../../domain/model/comparison.ts'
import type { RuleSetId } from '../../../../domain/model/rule-set-id.ts'
import { toCsv, toXlsx, type SheetCell } from '../../documents/spreadsheet.ts'
import type { UnitComparison } from './compare-unit.ts'
import { peopleIn } from './comparison-lists.ts'
import { movesInWords, ruleInWords } from './comparison-people.ts'

interface SheetOf {
  list: ComparisonList
  format: 'csv' | 'xlsx'
  /** What the two date columns are called. */
  names: { a: string; b: string }
  b: RuleSetId
  /** How new each source is; in a workbook alone, on a sheet of its own. */
  asAt: string
}

/** One list as a file, in its own order. Dates stay in a form that sorts. */
export async function comparisonSheet(
  comparisons: readonly UnitComparison[],
  { list, format, names, b, asAt }: SheetOf,
  today: CivilDate,
): Promise<{ bytes: Uint8Array; rows: number }> {
  const columns = [
    { heading: 'Name', width: 26 },
    { heading: 'Prison number', width: 14 },
    { heading: 'POM', width: 20 },
    { heading: 'COM', width: 20 },
    { heading: 'Release', width: 12 },
    { heading: 'Release type', width: 12 },
    { heading: `Handover: ${names.a}`, width: 20 },
    { heading: `Handover: ${names.b}`, width: 20 },
    { heading: 'Days moved', width: 12 },
    { heading: 'What happens', width: 24 },
    { heading: `Rule: ${names.b}`, width: 34 },
    { heading: 'Past at once', width: 12 },
  ]
  const rows = peopleIn(comparisons, list).map((one) => cellsOf(one, b, today))
  const headings = columns.map(({ heading }) => heading)
  const bytes =
    format === 'csv' ? toCsv(headings, rows) : await toXlsx(columns, rows, 'Rule sets compared', asAt)
  return { bytes, rows: rows.length }
}

function cellsOf(comparison: UnitComparison, b: RuleSetId, today: CivilDate): SheetCell[] {
  const { one, compared } = comparison
  const release = (comparison.b.plan ?? comparison.a.plan)?.earliest_release ?? null
  return [
    one.name,
    one.prisonNumber,
    compared.pom,
    one.com.name,
    release?.date ?? null,
    release?.type ?? null,
    compared.from,
    compared.to,
    compared.days,
    movesInWords(comparison),
    ruleInWords(comparison, b, today),
    compared.pastAtOnce ? 'Yes' : 'No',
  ]
}
