import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { StoredPerson } from '../../../../db/types.ts'
import type { PersonField } from '../../../../domain/model/person-record.ts'
import { isCustodyList } from '../../../../domain/pack/sources.ts'
import { compareExtract, type Comparison, type Found, type SaidToBe } from './compare-extract.ts'
import type { CheckedExtract } from './extract.ts'
import type { TypedFacts } from './typed-facts.ts'

/** A list to compare, and which rows of it somebody said are about whom. */
export interface ListToCompare {
  extract: CheckedExtract
  source: string
  asAt: CivilDate
  saidToBe?: SaidToBe
}

/** Where a value comes from: the place of its list among those given, and the row in it. */
export interface Origin {
  list: number
  row: number
}

/** What all lists together say new of one person. */
export interface FoundTogether extends Found {
  /** Of the person, and of every field that no later list changes: the first list that brings them or says anything new. */
  origin: Origin
  /** Of fields a later list changes: the list whose word is the last. */
  later: Map<PersonField, Origin> | null
}

/** Where a field's new value comes from. */
export const originOf = ({ origin, later }: FoundTogether, field: PersonField): Origin =>
  later?.get(field) ?? origin

export interface Together {
  /** In the order given. */
  comparisons: Comparison[]
  /** Places of the lists in the order they were compared, and have to be written. */
  order: number[]
}

/** Somebody whom one list of a run brings is known to the next by this, until they have an id. */
export const idWithin = (list: number, row: number): string => `new ${list} ${row}`

/**
 * A custody list knows who is here, so it comes first and the others meet its people. Of two of a rank the older is first: the
 * newer has the last word, whichever was chosen first. Of one day they stay as they were given.
 */
export function orderOfLists(lists: readonly Pick<ListToCompare, 'source' | 'asAt'>[]): number[] {
  const ranked = lists.map(({ source, asAt }, place) => ({
    place,
    asAt,
    rank: isCustodyList(source) ? 0 : 1,
  }))
  ranked.sort((a, b) => a.rank - b.rank || (a.asAt < b.asAt ? -1 : a.asAt > b.asAt ? 1 : a.place - b.place))
  return ranked.map(({ place }) => place)
}

/** Compares several lists, each with what those before it leave. Nothing is written. */
export function compareTogether(
  known: readonly StoredPerson[],
  lists: readonly ListToCompare[],
  typed: TypedFacts,
): Together {
  const order = orderOfLists(lists)
  const comparisons: Comparison[] = []
  let people = known
  for (const [turn, place] of order.entries()) {
    const list = lists[place] as ListToCompare
    const comparison = compareExtract(people, list.extract, typed, list.saidToBe)
    comparisons[place] = comparison
    if (turn < order.length - 1) people = asChanged(people, comparison.found, place)
  }
  return { comparisons, order }
}

/** What the lists together say new, once for each person. */
export function foundTogether({ comparisons, order }: Together): FoundTogether[] {
  const gathered = new Map<string, FoundTogether>()
  for (const list of order)
    for (const found of comparisons[list]?.found ?? []) {
      const id = found.personId ?? idWithin(list, found.row)
      const known = gathered.get(id)
      const origin = { list, row: found.row }
      if (known === undefined) gathered.set(id, Object.assign({ origin, later: null }, found))
      else addTo(known, found, origin)
    }
  return [...gathered.values()]
}

function addTo(known: FoundTogether, found: Found, origin: Origin): void {
  known.record = found.record
  known.delta = known.before === null ? found.record : Object.assign({}, known.delta, found.delta)
  known.later ??= new Map()
  for (const field of Object.keys(found.delta) as PersonField[]) known.later.set(field, origin)
}

/** A version nobody has: the plans that are known are not of these people as they would be. */
const AS_CHANGED = -1

function asChanged(people: readonly StoredPerson[], found: readonly Found[], list: number): StoredPerson[] {
  const changed = new Map(found.map((one) => [one.personId, one] as const))
  const next = people.map((person) => {
    const one = changed.get(person.id)
    return one === undefined ? person : { id: person.id, record: one.record, version: AS_CHANGED }
  })
  for (const { personId, row, record } of found)
    if (personId === null) next.push({ id: idWithin(list, row), record, version: AS_CHANGED })
  return next
}
