import { listDecisions } from '../../../../db/repositories/decisions.ts'
import { historiesWithTyped } from '../../../../db/repositories/people.ts'
import { TYPED_HERE } from '../../../../db/repositories/change-log.ts'
import type { ReadDb } from '../../../../db/types.ts'
import type { KeptOurs } from '../../../../domain/model/kept-ours.ts'
import type { PersonField } from '../../../../domain/model/person-record.ts'

/** A fact somebody typed here and no list has taken over since, with what a list said that was not taken. */
export interface TypedFact {
  by: string
  at: string
  kept: KeptOurs | null
}

/** By person, then by field. */
export type TypedFacts = ReadonlyMap<string, ReadonlyMap<PersonField, TypedFact>>

/** Every fact that stands as typed here: a list never takes its place without being asked about. */
export function typedFactsOf(db: ReadDb): TypedFacts {
  const typed = new Map<string, Map<PersonField, TypedFact>>()
  for (const [personId, history] of historiesWithTyped(db)) {
    const last = new Map<PersonField, TypedFact | null>()
    for (const { source, delta, byName, at } of history)
      for (const field of Object.keys(delta) as PersonField[])
        last.set(field, source === TYPED_HERE ? { by: byName, at, kept: null } : null)
    const facts = new Map([...last].filter((entry): entry is [PersonField, TypedFact] => entry[1] !== null))
    if (facts.size > 0) typed.set(personId, facts)
  }
  if (typed.size > 0)
    for (const { personId, kind, subject, body } of listDecisions(db)) {
      const fact = kind === 'kept_ours' ? typed.get(personId)?.get(subject as PersonField) : undefined
      if (fact !== undefined) fact.kept = body as KeptOurs
    }
  return typed
}
