import { DeskError } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import { RULE_SETS } from '../../../../domain/rule-sets/rule-sets.ts'
import type { Desk, Handlers, Session } from '../../context.ts'
import { scopedCases } from '../caseload/caseload-handlers.ts'
import { unitOf } from '../caseload/unit-view.ts'
import { refuseWhereExportsAreOff } from '../pack/record-export.ts'
import { compareUnit, otherThan, type UnitComparison } from './compare-unit.ts'
import { comparisonPage, sideNames } from './comparison-page.ts'
import { comparisonPeople } from './comparison-people.ts'
import { asAtWords } from '../session/source-ages.ts'
import { comparisonSheet } from './comparison-sheet.ts'
import { whatIfOf } from './what-if.ts'

type CompareMethods = 'compare.show' | 'compare.people' | 'compare.export' | 'case.whatIf'

/** Both sides of the cases asked for, and which B that is. */
function comparisonOf(desk: Desk, session: Session, { a, b, scope = 'unit' }: ParsedInputOf<'compare.show'>) {
  const { unit, cases } = scopedCases(desk, session, scope)
  const other = b ?? otherThan(a === 'in_force' ? unit.usualRules : a)
  const all = compareUnit(unit, a, other)
  const comparisons = cases.map(({ personId }) => all.get(personId) as UnitComparison)
  return { unit, comparisons, b: other }
}

const KINDS = {
  csv: { name: 'Comma-separated values', extensions: ['csv'] },
  xlsx: { name: 'Excel workbook', extensions: ['xlsx'] },
} as const

export function compareHandlers(desk: Desk): Pick<Handlers, CompareMethods> {
  return {
    'compare.show': async (input, { session }) => {
      const { unit, comparisons, b } = comparisonOf(desk, session, input)
      return comparisonPage(comparisons, { a: input.a, b, usual: unit.usualRules }, unit.today)
    },
    'compare.people': async ({ list, page, ...sides }, { session }) => {
      const { unit, comparisons, b } = comparisonOf(desk, session, sides)
      return comparisonPeople(comparisons, { a: sides.a, b, list, page }, unit.today)
    },
    'compare.export': async ({ list, format, ...sides }, { session }) => {
      refuseWhereExportsAreOff(desk.host.policy)
      const { unit, comparisons, b } = comparisonOf(desk, session, sides)
      const names = { a: sideNames(sides.a, comparisons, unit.usualRules).short, b: RULE_SETS[b].shortName }
      const asAt = asAtWords(desk.planning, session.store, unit.today)
      const { bytes, rows } = await comparisonSheet(comparisons, { list, format, names, b, asAt }, unit.today)
      const file = await desk.host.dialogs.saveFile(bytes, {
        name: `compare-${sides.a.replaceAll('_', '-')}-with-${b}-${unit.today}.${format}`,
        kind: { name: KINDS[format].name, extensions: [...KINDS[format].extensions] },
      })
      return { saved: file !== null, rows, file }
    },
    'case.whatIf': async ({ personId, change }, { session }) => {
      const unit = unitOf(desk.planning, session.store, desk.clock.today())
      const one = unit.byId.get(personId)
      if (one === undefined) throw new DeskError('not_found', 'This person is not in the store.')
      return whatIfOf(one, change, unit.today)
    },
  }
}
