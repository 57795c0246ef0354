import { SearchIndex, type Hits, type Searched, type SearchedText } from '../../../../db/search-index.ts'
import type { Store } from '../../../../db/types.ts'
import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import { caseReference } from './case-reference.ts'
import type { Unit, UnitCase } from './unit-view.ts'

interface Indexed {
  unit: Unit
  index: SearchIndex
}

// One index a store, brought up to date when somebody first searches after a change: the people who stayed the same are not
// written again.
const indexes = new WeakMap<Store, Indexed>()

function searchedOf({ personId, prisonNumber, planned: { person } }: UnitCase): Searched {
  const { record, version } = person
  return { id: personId, version, text: () => textOf(personId, prisonNumber, record) }
}

function textOf(personId: string, prisonNumber: string, record: PersonRecord): SearchedText {
  const { first_name: first, middle_names: middle, last_name: last, crn, pnc, cro } = record
  const aliases = (record as PersonRecord & { aliases?: string | null }).aliases
  const given = (known: string | null | undefined): known is string => (known ?? '') !== ''
  return {
    names: [last, first, middle, aliases].filter(given).join(' '),
    numbers: [prisonNumber, crn].filter(given),
    others: [pnc, cro, caseReference(personId)].filter(given),
  }
}

function indexOf(store: Store, unit: Unit): SearchIndex {
  const known = indexes.get(store)
  if (known?.unit === unit) return known.index
  const index = known?.index ?? new SearchIndex()
  index.update(unit.byId.values().map(searchedOf))
  indexes.set(store, { unit, index })
  return index
}

/** Makes the index ready before somebody types: the first search after opening a store is then as quick as the others. */
export const prepareSearch = (store: Store, unit: Unit): void => void indexOf(store, unit)

/**
 * Everybody whom what was typed may mean, with how well it fits: names in any order, any part of a number, accents and slips
 * forgiven. Those who left are among them: a list leaves them out.
 */
export const searchPeople = (store: Store, unit: Unit, typed: string): Hits =>
  indexOf(store, unit).find(typed)
