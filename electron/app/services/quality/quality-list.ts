import type { OutputOf } from '../../../../domain/contract/index.ts'
import { CONCERN_CODES, CONCERN_TEXT, type ConcernCode } from '../../../../domain/planning/concerns.ts'
import { byWorry, type Unit, type UnitCase } from '../caseload/unit-view.ts'
import { concernsOfUnit } from './concerns-of-unit.ts'

type QualityList = OutputOf<'quality.list'>
type Row = QualityList['rows'][number]

function rowOf({ personId, name, prisonNumber, planned }: UnitCase, code: ConcernCode, says: string): Row {
  const { title, check } = CONCERN_TEXT[code]
  const pom = planned.person.record.pom_name ?? null
  return { personId, name, prisonNumber, code, title, says, check, pom }
}

/** What to check, kind by kind, worst first; the cases of one kind, or of all, each kind in the order of worry. */
export function qualityListOf(
  unit: Unit,
  cases: readonly UnitCase[],
  asked: ConcernCode | null,
): QualityList {
  const concerns = concernsOfUnit(unit)
  const byCode = new Map<ConcernCode, Row[]>(CONCERN_CODES.map((code) => [code, []]))
  let people = 0
  for (const one of [...cases].sort(byWorry)) {
    const its = concerns.get(one.personId) ?? []
    if (its.length > 0) people += 1
    for (const { code, says } of its) byCode.get(code)?.push(rowOf(one, code, says))
  }
  const found = [...byCode].filter(([, rows]) => rows.length > 0)
  return {
    people,
    total: found.reduce((sum, [, rows]) => sum + rows.length, 0),
    checks: found.map(([code, rows]) => ({ code, title: CONCERN_TEXT[code].title, count: rows.length })),
    rows: found.filter(([code]) => asked === null || code === asked).flatMap(([, rows]) => rows),
  }
}
