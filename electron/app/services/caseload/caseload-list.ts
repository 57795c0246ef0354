import type { Store } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import {
  CASELOAD_FILTERS,
  type CaseloadFilter,
  type CaseloadQuery,
} from '../../../../domain/model/caseload-query.ts'
import { REASON_TEXT } from '../../../../domain/text/reasons.ts'
import { MOVEMENT_WORDS } from '../../../../domain/model/movement.ts'
import { homeRegionOf } from '../planning/facts-of.ts'
import { isPresent } from '../planning/planned-case.ts'
import { casesInView, FILTER_VALUES, roshOf, SORT_VALUES } from './caseload-values.ts'
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
    tier: person.record.tier ?? null,
    rosh: roshOf(one),
    handover: plan?.handover_date ?? null,
    earliestRelease: plan?.earliest_release ?? null,
    pom: person.record.pom_name ?? null,
    com: com.name,
    region: homeRegionOf(person.record),
    tags: isPresent(planned) ? caseTags(one, unit.usualRules, unit.today) : leftTags(one),
    note: '',
  }
}

function leftTags({ planned: { presence } }: UnitCase): Row['tags'] {
  const { movement } = presence
  return movement === null ? [] : [{ text: MOVEMENT_WORDS[movement.kind], tone: 'unknown' }]
}

export interface Asked extends CaseloadQuery {
  find: string
}

/** Whom a question finds, in order, each with why a view shows them. */
interface Found {
  cases: readonly UnitCase[]
  notes: ReadonlyMap<UnitCase, string>
}

/**
 * Everybody, by name; or whom what was typed may mean, best first, those who left last; narrowed to a view and filters, and
 * sorted otherwise where asked. 50 to a page; a page beyond the last is the last.
 */
export function caseloadListOf(
  store: Store,
  unit: Unit,
  cases: readonly UnitCase[],
  asked: Asked,
  page: number,
): CaseloadList {
  const inView = viewOf(store, unit, cases, asked)
  const found = filtered(inView, asked)
  const shown = asked.sort === null ? found.cases : sortedBy(found.cases, asked.sort)
  const pages = Math.max(1, Math.ceil(shown.length / PAGE))
  const at = Math.min(page, pages)
  return {
    total: shown.length,
    page: at,
    pages,
    choices: choicesOf(cases),
    sums: sumsOf(found.cases),
    rows: shown
      .slice((at - 1) * PAGE, at * PAGE)
      .map((one) => Object.assign(rowOf(one, unit), { note: found.notes.get(one) ?? '' })),
  }
}

/** Everybody a question finds, with the note of the view: for a file, which is not cut into pages. */
export function wholeCaseload(store: Store, unit: Unit, cases: readonly UnitCase[], asked: Asked): Row[] {
  const found = filtered(viewOf(store, unit, cases, asked), asked)
  const shown = asked.sort === null ? found.cases : sortedBy(found.cases, asked.sort)
  return shown.map((one) => Object.assign(rowOf(one, unit), { note: found.notes.get(one) ?? '' }))
}

const NO_NOTES: ReadonlyMap<UnitCase, string> = new Map()

function viewOf(store: Store, unit: Unit, cases: readonly UnitCase[], { find, view }: Asked): Found {
  const sought = find.trim() === '' ? null : foundOf(store, unit, cases, find)
  if (view === 'all') return { cases: sought ?? sortedByName(cases), notes: NO_NOTES }
  const among = sought === null ? null : new Set(sought)
  const inView = casesInView(unit, cases, view)
    .filter(({ one }) => among === null || among.has(one))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : byName(a.one, b.one)))
  return { cases: inView.map(({ one }) => one), notes: new Map(inView.map(({ one, note }) => [one, note])) }
}

function filtered({ cases, notes }: Found, { filters }: Asked): Found {
  const chosen = Object.entries(filters) as [CaseloadFilter, string][]
  if (chosen.length === 0) return { cases, notes }
  return {
    cases: cases.filter((one) => chosen.every(([key, value]) => FILTER_VALUES[key](one) === value)),
    notes,
  }
}

// An order of the whole unit is made once for each column, and serves every page, filter and direction of it.
const orders = new WeakMap<readonly UnitCase[], Map<string, readonly UnitCase[]>>()
function sortedBy(cases: readonly UnitCase[], { by, down }: NonNullable<Asked['sort']>): readonly UnitCase[] {
  let known = orders.get(cases)
  if (known === undefined) orders.set(cases, (known = new Map()))
  const key = `${by} ${down}`
  let order = known.get(key)
  if (order === undefined) known.set(key, (order = ordered(cases, SORT_VALUES[by], down)))
  return order
}

/** By value, those of one value staying in the order they came in; those without one last. */
function ordered(
  cases: readonly UnitCase[],
  value: (one: UnitCase) => string | number | null,
  down: boolean,
): UnitCase[] {
  const keys = cases.map(value)
  // Few values for many cases: the values are sorted, and each case goes to the next place of its value.
  const places = new Map<Key, number>()
  for (const key of keys) places.set(key, (places.get(key) ?? 0) + 1)
  const values = [...places.keys()].filter((key) => key !== null)
  values.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  if (down) values.reverse()
  let next = 0
  for (const key of [...values, null]) {
    const count = places.get(key) ?? 0
    places.set(key, next)
    next += count
  }
  const order = [...cases]
  for (const [at, one] of cases.entries()) {
    const key = keys[at] as Key
    const place = places.get(key) as number
    order[place] = one
    places.set(key, place + 1)
  }
  return order
}

type Key = string | number | null

const choices = new WeakMap<readonly UnitCase[], CaseloadList['choices']>()
function choicesOf(cases: readonly UnitCase[]): CaseloadList['choices'] {
  let known = choices.get(cases)
  if (known === undefined) {
    known = Object.fromEntries(
      CASELOAD_FILTERS.map((key) => [
        key,
        [...new Set(cases.map(FILTER_VALUES[key]))].sort((a, b) => a.localeCompare(b, 'en-GB')),
      ]),
    ) as CaseloadList['choices']
    choices.set(cases, known)
  }
  return known
}

function sumsOf(cases: readonly UnitCase[]): CaseloadList['sums'] {
  let known = sums.get(cases)
  if (known === undefined)
    sums.set(cases, (known = { responsible: sumOf(cases, 'responsible'), tier: sumOf(cases, 'tier') }))
  return known
}
const sums = new WeakMap<readonly UnitCase[], CaseloadList['sums']>()

function sumOf(cases: readonly UnitCase[], key: 'responsible' | 'tier'): CaseloadList['sums']['tier'] {
  const counts = new Map<string, number>()
  for (const one of cases) {
    const label = FILTER_VALUES[key](one)
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  return [...counts]
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
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
