import type { Store } from '../../../../db/types.ts'
import type { Rung } from '../../../../domain/chases/ladder.ts'
import { plainStaffName } from '../../../../domain/model/staff-name.ts'
import { midSentence } from '../../../../domain/text/status-tags.ts'
import type { Unit, UnitCase } from '../caseload/unit-view.ts'
import { ladderOf } from './ladder-setting.ts'
import { isSomewhere } from './place.ts'
import { asksOf, asksOn, type CaseAsk } from './unit-chases.ts'

/** What a message is due on today at one step of the ladder, in order of worry. */
export interface Escalation {
  rung: Rung
  asks: CaseAsk[]
}

/**
 * The escalations due today for these cases of the unit, by step, the first step first; steps with none are left out. A case is in
 * it once for each thing owed on it. Cheap to call again: it is worked out once for each state of the store.
 */
export function escalationsOf(store: Store, unit: Unit, cases: readonly UnitCase[]): Escalation[] {
  const due = asksOn(store, unit, cases).filter(({ climb, place }) => climb.isDue && isSomewhere(place))
  return ladderOf(store)
    .map((rung) => ({ rung, asks: due.filter(({ climb }) => climb.next?.rung.days === rung.days) }))
    .filter(({ asks }) => asks.length > 0)
}

/** What is owed on each person, the person once, in the order of the first of each. */
export function byPerson(asks: readonly CaseAsk[]): CaseAsk[][] {
  return [...Map.groupBy(asks, ({ one }) => one.personId).values()]
}

/** `No COM; meeting missed`: what is owed on one person, each thing once. */
export const owedInWords = (asks: readonly CaseAsk[]): string =>
  [...new Set(asks.map(({ owed }) => owed.short))]
    .map((short, at) => (at === 0 ? short : midSentence(short)))
    .join('; ')

/** Somebody who owes an answer: a place for a COM's name, the COM for contact and meetings once one is named. */
export interface Owes {
  kind: 'place' | 'com'
  key: string
  name: string
  /** The place a COM works for; empty for a place itself. */
  of: string
  asks: CaseAsk[]
  /** Days since the oldest was due; null where no day is known of any. */
  longest: number | null
}

/** Everything owed on these cases, by who owes it, whether or not a message is due today: the longest wait first. */
export function owedOf(store: Store, unit: Unit, cases: readonly UnitCase[]): Owes[] {
  const owes = new Map<string, Owes>()
  for (const ask of asksOn(store, unit, cases)) {
    const who = owerOf(ask)
    if (who === null) continue
    let group = owes.get(who.key)
    if (group === undefined) owes.set(who.key, (group = { ...who, asks: [], longest: null }))
    group.asks.push(ask)
    const { days } = ask.climb
    if (days !== null && (group.longest === null || days > group.longest)) group.longest = days
  }
  return [...owes.values()].sort(
    (a, b) =>
      (b.longest ?? -1) - (a.longest ?? -1) ||
      b.asks.length - a.asks.length ||
      a.name.localeCompare(b.name, 'en-GB'),
  )
}

/** Null where neither a COM nor a place is known: whoever has to answer is to be found first. */
function owerOf({ one, place }: CaseAsk): Pick<Owes, 'kind' | 'key' | 'name' | 'of'> | null {
  const com = one.com.name
  // Two COMs of one name in two places are two people.
  if (com !== null)
    return {
      kind: 'com',
      key: `com ${plainStaffName(com)} ${place.key}`,
      name: com,
      of: isSomewhere(place) ? place.name : '',
    }
  return isSomewhere(place) ? { kind: 'place', key: `place ${place.key}`, name: place.name, of: '' } : null
}

/** How many messages are due today for these cases: one for each place. */
export function messagesDue(store: Store, unit: Unit, cases: readonly UnitCase[]): number {
  const asks = asksOf(store, unit)
  const places = new Set<string>()
  for (const { personId } of cases)
    for (const { climb, place } of asks.get(personId) ?? [])
      if (climb.isDue && isSomewhere(place)) places.add(place.key)
  return places.size
}
