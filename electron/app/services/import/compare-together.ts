import type { StoredPerson } from '../../../../db/types.ts'
import type { PersonField, PersonRecord } from '../../../../domain/model/person-record.ts'
import { isCustodyList } from '../../../../domain/pack/sources.ts'
import { compareExtract, type Comparison, type Found, type SaidToBe } from './compare-extract.ts'
import type { CheckedExtract } from './extract.ts'
import type { TypedFacts } from './typed-facts.ts'

/** A list to compare, and which rows of it somebody said are about whom. */
export interface ListToCompare {
  extract: CheckedExtract
  source: string
  saidToBe?: SaidToBe
}

/** Where a value comes from: the place of its list among those given, and the row in it. */
export interface Origin {
  list: number
  row: number
}

/** What all lists together say new of one person. */
export interface FoundTogether extends Found {
  /** Of the person: the first list that brings them or says anything new. */
  origin: Origin
  /** Of each field that changes: the list whose word is the last. */
  origins: ReadonlyMap<PersonField, Origin>
}

export interface Together {
  /** In the order given. */
  comparisons: Comparison[]
  /** Places of the lists in the order they were compared, and have to be written. */
  order: number[]
  /** One for each person. */
  found: FoundTogether[]
}

/** Somebody whom one list of a run brings is known to the next by this, until they have an id. */
export const idWithin = (list: number, row: number): string => `new ${list} ${row}`

/** A custody list knows who is here, so it comes first and the others meet its people; else as they were given. */
export function orderOfLists(sources: readonly string[]): number[] {
  const rank = (place: number) => (isCustodyList(sources[place] ?? '') ? 0 : 1)
  return sources.map((_, place) => place).sort((a, b) => rank(a) - rank(b) || a - b)
}

/** Compares several lists, each with what those before it leave. Nothing is written. */
export function compareTogether(
  known: readonly StoredPerson[],
  lists: readonly ListToCompare[],
  typed: TypedFacts,
): Together {
  const order = orderOfLists(lists.map(({ source }) => source))
  const comparisons: Comparison[] = []
  const gathered = new Map<string, Gathered>()
  let people = known
  for (const [turn, place] of order.entries()) {
    const list = lists[place] as ListToCompare
    const comparison = compareExtract(people, list.extract, typed, list.saidToBe)
    comparisons[place] = comparison
    for (const found of comparison.found) gather(gathered, found, place)
    if (turn < order.length - 1) people = asChanged(people, comparison.found, place)
  }
  return { comparisons, order, found: [...gathered.values()] }
}

interface Gathered extends FoundTogether {
  origins: Map<PersonField, Origin>
}

function gather(gathered: Map<string, Gathered>, found: Found, list: number): void {
  const id = found.personId ?? idWithin(list, found.row)
  const origin = { list, row: found.row }
  const one = gathered.get(id)
  if (one === undefined) {
    const origins = new Map(fieldsOf(found.delta).map((field) => [field, origin] as const))
    gathered.set(id, { ...found, origin, origins })
    return
  }
  one.record = found.record
  one.delta = one.before === null ? found.record : Object.assign({}, one.delta, found.delta)
  for (const field of fieldsOf(found.delta)) one.origins.set(field, origin)
}

const fieldsOf = (record: PersonRecord) => Object.keys(record) as PersonField[]

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
