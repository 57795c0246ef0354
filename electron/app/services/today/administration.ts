import type { Store } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { CONCERN_TEXT, type ConcernCode } from '../../../../domain/planning/concerns.ts'
import { waitingIn } from '../allocation/waiting-list.ts'
import type { Unit } from '../caseload/unit-view.ts'
import { movementsListOf } from '../movements/movements-list.ts'
import { concernsOfUnit } from '../quality/concerns-of-unit.ts'
import { sourcesShown } from '../sources/sources-shown.ts'

type Administration = OutputOf<'today.administration'>

const MOST_LISTED = 6
/** A list is asked for this many days before it would be called stale. */
const AHEAD_DAYS = 3

type Import = Administration['imports'][number]
type SourceAge = OutputOf<'session.status'>['asAt'][number]

/** Each system with, behind it, the regions whose own list is older: as the banner over the page counts them. */
function importsOf(
  store: Store,
  unit: Unit,
  ages: readonly SourceAge[],
): Pick<Administration, 'imports' | 'limit'> {
  const { sources, limit } = sourcesShown(store, unit)
  const stateOf = (days: number | null, stale: boolean): Import['state'] =>
    days === null ? 'none' : stale ? 'stale' : days >= limit - AHEAD_DAYS ? 'due' : 'fresh'
  const imports: Import[] = []
  for (const { source, newest, days, stale, doubt } of sources) {
    imports.push({ source, newest, days, doubt, state: stateOf(days, stale) })
    for (const { source: name, date, days: age, stale: isOld, doubt: words } of ages)
      if (name.startsWith(`${source}, `))
        imports.push({
          source: name,
          newest: date,
          days: age,
          doubt: `${words}.`,
          state: stateOf(age, isOld),
        })
  }
  return { limit, imports }
}

/** What is doubtful in the facts, by kind: how many people each touches. */
function missingOf(unit: Unit): Pick<Administration, 'missing' | 'missingPeople'> {
  const concerns = concernsOfUnit(unit)
  const people = new Map<ConcernCode, number>()
  for (const its of concerns.values())
    for (const code of new Set(its.map((concern) => concern.code)))
      people.set(code, (people.get(code) ?? 0) + 1)
  const missing = [...people]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_LISTED)
    .map(([code, count]) => ({ title: CONCERN_TEXT[code].title, people: count }))
  return { missing, missingPeople: concerns.size }
}

/** What a case administrator begins the day with. */
export function administrationOf(store: Store, unit: Unit, ages: readonly SourceAge[]): Administration {
  const { arrived, returned, unaccounted } = movementsListOf(store, unit)
  return {
    today: unit.today,
    ...importsOf(store, unit, ages),
    arrived: arrived.length,
    returned: returned.length,
    unaccounted: unaccounted
      .slice(0, MOST_LISTED)
      .map(({ personId, name, prisonNumber, says }) => ({ personId, name, prisonNumber, says })),
    unaccountedTotal: unaccounted.length,
    ...missingOf(unit),
    waiting: waitingIn(unit).waiting.length,
  }
}
