import { listImports } from '../../../../db/repositories/imports.ts'
import { newestByField } from '../../../../db/repositories/people.ts'
import { eachSighting } from '../../../../db/repositories/sightings.ts'
import type { ImportRecord, Store } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { PERSON_FIELDS, type PersonField } from '../../../../domain/model/person-record.ts'
import { doubtOf, SOURCE_NAMES, systemOf } from '../../../../domain/pack/sources.ts'
import type { Unit } from '../caseload/unit-view.ts'
import { staleLimit } from './stale-limit.ts'

type Shown = OutputOf<'sources.show'>
type Source = Shown['sources'][number]

/** The systems a unit works from, and what each is asked for. */
const SYSTEMS: readonly { source: string; fields: readonly PersonField[] }[] = [
  {
    source: SOURCE_NAMES.N,
    fields: [
      'date_of_birth',
      'location',
      'category',
      'imprisonment_status',
      'sentence_start_date',
      'sed',
      'crd',
      'reception_date',
      'arrival_date',
    ],
  },
  {
    source: SOURCE_NAMES.D,
    fields: [
      'crn',
      'rosh',
      'tier',
      'mappa_level',
      'com_name',
      'com_email',
      'ldu_name',
      'probation_region',
      'resourcing',
    ],
  },
  {
    source: SOURCE_NAMES.M,
    fields: ['pom_name', 'pom_role', 'allocation_date', 'handover_date'],
  },
  {
    source: SOURCE_NAMES.P,
    fields: ['thd', 'review_type', 'review_status', 'custody_report_due'],
  },
]

/** Parole is only asked for where there is a tariff or an eligibility date. */
const isAskedOf = (
  source: string,
  record: { ted?: unknown; ped?: unknown; indeterminate?: unknown },
): boolean =>
  source !== SOURCE_NAMES.P || record.indeterminate === true || Boolean(record.ted) || Boolean(record.ped)

const remembered = new WeakMap<Unit, Omit<Shown, 'limit' | 'limitBy'> & { limit: number }>()

export function sourcesShown(store: Store, unit: Unit): Shown {
  const { days: limit, by: limitBy } = staleLimit(store.read)
  const known = remembered.get(unit)
  if (known?.limit === limit) return { ...known, limitBy }
  const shown = { today: unit.today, people: unit.cases.length, limit, sources: allOf(store, unit, limit) }
  remembered.set(unit, shown)
  return { ...shown, limitBy }
}

function allOf(store: Store, unit: Unit, limit: number): Source[] {
  const imports = listImports(store.read).filter(({ undoneAt }) => undoneAt === null)
  const held = heldBy(store, unit)
  const days = newestByField(store.read)
  return SYSTEMS.map(({ source, fields }) => {
    const newest = newestOf(imports, source)
    const age = newest === null ? null : Math.max(0, daysBetween(newest.asAt, unit.today))
    return {
      source,
      newest: newest?.asAt ?? null,
      days: age,
      stale: age === null || age > limit,
      importedAt: newest?.at ?? null,
      by: newest?.byName ?? null,
      // A sentence ends on the page that shows it alone.
      doubt: `${doubtOf(source)}.`,
      held: held.get(source) ?? 0,
      fields: fields.map((field) => fieldOf(field, source, unit, days)),
    }
  })
}

function newestOf(imports: readonly ImportRecord[], source: string): ImportRecord | null {
  let newest: ImportRecord | null = null
  for (const one of imports)
    if (systemOf(one.source) === source && (newest === null || one.asAt > newest.asAt)) newest = one
  return newest
}

function heldBy(store: Store, unit: Unit): Map<string, number> {
  const here = new Set(unit.cases.map(({ personId }) => personId))
  const people = new Map<string, Set<string>>()
  for (const [personId, source] of eachSighting(store.read)) {
    if (!here.has(personId)) continue
    const system = systemOf(source)
    const known = people.get(system)
    if (known === undefined) people.set(system, new Set([personId]))
    else known.add(personId)
  }
  return new Map([...people].map(([system, ids]) => [system, ids.size]))
}

function fieldOf(
  field: PersonField,
  source: string,
  unit: Unit,
  days: ReadonlyMap<string, ReadonlyMap<string, CivilDate>>,
): Source['fields'][number] {
  const known = days.get(field)
  let missing = 0
  let newest: CivilDate | null = null
  let oldest: CivilDate | null = null
  for (const { personId, planned } of unit.cases) {
    const { record } = planned.person
    const value = record[field] ?? null
    if (value === null) {
      if (isAskedOf(source, record)) missing += 1
      continue
    }
    const day = known?.get(personId)
    if (day === undefined) continue
    if (newest === null || day > newest) newest = day
    if (oldest === null || day < oldest) oldest = day
  }
  return { field, label: PERSON_FIELDS[field].label, missing, newest, oldest }
}
