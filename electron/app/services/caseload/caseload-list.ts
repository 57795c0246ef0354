import type { Store } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { REASON_TEXT } from '../../../../domain/text/reasons.ts'
import { MOVEMENT_WORDS } from '../../../../domain/model/movement.ts'
import { homeRegionOf } from '../planning/facts-of.ts'
import { isPresent } from '../planning/planned-case.ts'
import { caseTags } from './tags.ts'
import type { Hits } from '../../../../db/search-index.ts'
import { searchPeople } from './search.ts'
import type { Unit, UnitCase } from './unit-view.ts'

type CaseloadList = OutputOf<'caseload.list'>
type Row = CaseloadList['rows'][number]

const PAGE = 50

function rowOf(one: UnitCase, unit: Unit): Row {
  const { planned, com } = one
  const { plan, person, missing } = planned
  return {
    personId: one.personId,
    name: one.name,
    prisonNumber: one.prisonNumber,
    crn: person.record.crn ?? null,
    location: person.record.location ?? null,
    responsibility: planned.responsibility,
    reason: plan === null ? (missing?.message ?? '') : REASON_TEXT[plan.reason],
    handover: plan?.handover_date ?? null,
    earliestRelease: plan?.earliest_release ?? null,
    pom: person.record.pom_name ?? null,
    com: com.name,
    region: homeRegionOf(person.record),
    tags: isPresent(planned) ? caseTags(one, unit.usualRules, unit.today) : leftTags(one),
  }
}

function leftTags({ planned: { presence } }: UnitCase): Row['tags'] {
  const { movement } = presence
  return movement === null ? [] : [{ text: MOVEMENT_WORDS[movement.kind], tone: 'unknown' }]
}

/**
 * Everybody, by name; or whom what was typed may mean, best first, those who left last. 50 to a page; a page beyond the last
 * is the last.
 */
export function caseloadListOf(
  store: Store,
  unit: Unit,
  cases: readonly UnitCase[],
  find: string,
  page: number,
): CaseloadList {
  const found = find.trim() === '' ? sortedByName(cases) : foundOf(store, unit, cases, find)
  const pages = Math.max(1, Math.ceil(found.length / PAGE))
  const shown = Math.min(page, pages)
  return {
    total: found.length,
    page: shown,
    pages,
    rows: found.slice((shown - 1) * PAGE, shown * PAGE).map((one) => rowOf(one, unit)),
  }
}

function foundOf(store: Store, unit: Unit, cases: readonly UnitCase[], find: string): UnitCase[] {
  const hits = searchPeople(store, unit, find)
  if (hits.size === 0) return []
  const byHow: UnitCase[][] = [[], [], []]
  for (const one of sortedByName(cases)) {
    const how = hits.howOf(one.personId)
    if (how !== null) byHow[how]?.push(one)
  }
  return [...byHow.flat(), ...leftAmong(unit, cases, hits)]
}

/** Those who left are found too, where the whole unit is searched: somebody may ask where a person went. */
function leftAmong(unit: Unit, cases: readonly UnitCase[], { howOf }: Hits): UnitCase[] {
  if (cases !== unit.cases || unit.byId.size === unit.cases.length) return []
  return [...unit.byId.values()]
    .filter((one) => !isPresent(one.planned) && howOf(one.personId) !== null)
    .sort(byName)
}

// Putting a large unit in order takes longer than everything else about a page of it: done once for each unit.
const sorted = new WeakMap<readonly UnitCase[], readonly UnitCase[]>()
function sortedByName(cases: readonly UnitCase[]): readonly UnitCase[] {
  let known = sorted.get(cases)
  if (known === undefined) sorted.set(cases, (known = [...cases].sort(byName)))
  return known
}

function byName(a: UnitCase, b: UnitCase): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.personId < b.personId ? -1 : 1
}
