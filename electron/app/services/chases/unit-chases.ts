import type { DecisionRecord, Store } from '../../../../db/types.ts'
import type { Chase } from '../../../../domain/chases/chase.ts'
import {
  climbOf,
  SHORT_SENTENCE_EVERY_DAYS,
  type Climb,
  type SentChase,
} from '../../../../domain/chases/climb.ts'
import type { Rung } from '../../../../domain/chases/ladder.ts'
import { owedOn, type Owed } from '../../../../domain/chases/owed.ts'
import { chaseSubject, readChaseSubject } from '../../../../domain/chases/subject.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { byWorry, type Unit, type UnitCase } from '../caseload/unit-view.ts'
import { ladderOf } from './ladder-setting.ts'
import { owedFactsOf } from './owed-facts.ts'
import { placeOf, type Place } from './place.ts'

/** One thing owed on one case, and where it stands on the ladder. */
export interface CaseAsk {
  one: UnitCase
  place: Place
  owed: Owed
  climb: Climb
  /** The latest message about it as it is recorded; null where nobody was asked. */
  last: DecisionRecord | null
  /** The record standing for the step a message is due at; null for none, or where none is due. */
  standing: DecisionRecord | null
}

interface RecordedChase extends SentChase {
  record: DecisionRecord
}

const NOTHING: readonly CaseAsk[] = []

function recordedChases(one: UnitCase): RecordedChase[] {
  return one.planned.decisions.flatMap((record) => {
    if (record.kind !== 'chase') return []
    const subject = readChaseSubject(record.subject)
    return subject === null ? [] : [{ ...(record.body as Chase), ...subject, record }]
  })
}

function asksOfCase(one: UnitCase, ladder: readonly Rung[], today: CivilDate): readonly CaseAsk[] {
  const all = owedOn(owedFactsOf(one, today), today)
  if (all.length === 0) return NOTHING
  const chases = recordedChases(one)
  const place = placeOf(one.planned.person.record)
  return all.map((owed) => {
    const isShort = owed.about === 'com' && one.planned.plan?.reason === 'determinate_short'
    const climb = climbOf(owed, chases, ladder, today, isShort ? SHORT_SENTENCE_EVERY_DAYS : null)
    const recordOf = (rung: number | undefined) =>
      owed.due === null || rung === undefined
        ? null
        : (chases.find(
            ({ record }) => record.subject === chaseSubject({ ...owed, due: owed.due as CivilDate, rung }),
          )?.record ?? null)
    return {
      one,
      place,
      owed,
      climb,
      last: recordOf(climb.last?.rung),
      standing: climb.isDue ? recordOf(climb.next?.rung.days) : null,
    }
  })
}

const known = new WeakMap<UnitCase, { ladder: readonly Rung[]; asks: readonly CaseAsk[] }>()
const remembered = new WeakMap<
  Unit,
  { ladder: readonly Rung[]; asks: ReadonlyMap<string, readonly CaseAsk[]> }
>()

/**
 * Everything owed in a unit, by person; only those on whom something is. Remembered with the unit, and case by case: after a write
 * only the cases it touched are worked out again.
 */
export function asksOf(store: Store, unit: Unit): ReadonlyMap<string, readonly CaseAsk[]> {
  const ladder = ladderOf(store)
  const before = remembered.get(unit)
  if (before?.ladder === ladder) return before.asks
  const asks = new Map<string, readonly CaseAsk[]>()
  for (const one of unit.cases) {
    let of = known.get(one)
    if (of?.ladder !== ladder) known.set(one, (of = { ladder, asks: asksOfCase(one, ladder, unit.today) }))
    if (of.asks.length > 0) asks.set(one.personId, of.asks)
  }
  remembered.set(unit, { ladder, asks })
  return asks
}

// A list of cases is made anew when the store, the day or the scope changes; a page asks several things of one.
const listed = new WeakMap<
  readonly UnitCase[],
  { asks: ReadonlyMap<string, readonly CaseAsk[]>; of: readonly CaseAsk[] }
>()

/** What is owed on some cases of the unit, in order of worry. */
export function asksOn(store: Store, unit: Unit, cases: readonly UnitCase[]): readonly CaseAsk[] {
  const asks = asksOf(store, unit)
  const before = listed.get(cases)
  if (before?.asks === asks) return before.of
  const of = cases
    .filter(({ personId }) => asks.has(personId))
    .sort(byWorry)
    .flatMap(({ personId }) => asks.get(personId) ?? NOTHING)
  listed.set(cases, { asks, of })
  return of
}
