import { listImports } from '../../../../db/repositories/imports.ts'
import type { Store } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { systemOf } from '../../../../domain/pack/sources.ts'

type SourceAge = OutputOf<'session.status'>['asAt'][number]

/** Past this many days the data of a source is called stale. */
const STALE_AFTER = 7

/** How old each system's newest extract is, by system: what the status bar of every page shows. */
export function sourceAges(store: Store, today: CivilDate): SourceAge[] {
  const newest = new Map<string, CivilDate>()
  for (const { source, asAt } of listImports(store.read)) {
    const system = systemOf(source)
    const known = newest.get(system)
    if (known === undefined || asAt > known) newest.set(system, asAt)
  }
  return [...newest]
    .sort(([a], [b]) => a.localeCompare(b, 'en-GB'))
    .map(([source, date]) => {
      const days = Math.max(0, daysBetween(date, today))
      return { source, date, days, stale: days > STALE_AFTER }
    })
}
