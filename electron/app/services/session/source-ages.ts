import { listImports } from '../../../../db/repositories/imports.ts'
import { eachSighting } from '../../../../db/repositories/sightings.ts'
import type { Store } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { doubtOf, systemOf } from '../../../../domain/pack/sources.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { isPresent, type Planning } from '../planning/planned-case.ts'
import { homeRegionOf } from '../planning/facts-of.ts'
import { staleLimit } from '../sources/stale-limit.ts'

type SourceAge = OutputOf<'session.status'>['asAt'][number]

/** A region has a day of its own once this share of its people is behind, and this many of them. */
const MOST = 0.8
const AT_LEAST = 3

interface Remembered {
  revision: number
  today: CivilDate
  ages: SourceAge[]
}
const remembered = new WeakMap<Store, Remembered>()

/**
 * How old each system's newest extract is, by system: what the status bar of every page shows.
 *
 * Some systems give a list for each region, and the newest of them says nothing of the others. So a home region is named
 * beside its system (`Delius, North East`) where at least 80 % of its people whom the system ever held, and at least three,
 * were last in a list more days older than the establishment's limit than the system's newest. Its day is the newest by which that share of them had
 * last been seen. People a system never held, and those of no known region, do not count; a few left behind name nothing.
 */
export function sourceAges(planning: Planning, store: Store, today: CivilDate): SourceAge[] {
  const before = remembered.get(store)
  if (before !== undefined && before.revision === store.revision && before.today === today) return before.ages
  const { revision } = store
  const { days: limit } = staleLimit(store.read)
  const seen = daysSeen(planning, store, today)
  const newestOf = [...newestDays(store)].sort(([a], [b]) => a.localeCompare(b, 'en-GB'))
  const ages: SourceAge[] = []
  for (const [system, newest] of newestOf) {
    ages.push(ageOf(system, null, newest, today, limit))
    for (const [region, day] of regionsBehind(seen.get(system), newest, limit))
      ages.push(ageOf(system, region, day, today, limit))
  }
  remembered.set(store, { revision, today, ages })
  return ages
}

function ageOf(
  system: string,
  region: string | null,
  date: CivilDate,
  today: CivilDate,
  limit: number,
): SourceAge {
  const days = Math.max(0, daysBetween(date, today))
  const source = region === null ? system : `${system}, ${region}`
  return { source, date, days, stale: days > limit, doubt: doubtOf(system) }
}

function newestDays(store: Store): Map<string, CivilDate> {
  const newest = new Map<string, CivilDate>()
  for (const { source, asAt, undoneAt } of listImports(store.read))
    if (undoneAt === null) keepLater(newest, systemOf(source), asAt)
  return newest
}

function keepLater(days: Map<string, CivilDate>, key: string, day: CivilDate): void {
  const known = days.get(key)
  if (known === undefined || day > known) days.set(key, day)
}

/** System → home region → the newest day of each of its people in that system's lists. */
type DaysSeen = Map<string, Map<string, CivilDate[]>>

function daysSeen(planning: Planning, store: Store, today: CivilDate): DaysSeen {
  const people = planning.caseload(store, today).filter(isPresent)
  const regions = new Map(people.map(({ person }) => [person.id, homeRegionOf(person.record)]))
  const seen: DaysSeen = new Map()
  const systems = new Map<string, string>()
  let current = ''
  let days = new Map<string, CivilDate>()
  const countCurrent = () => {
    const region = regions.get(current) ?? null
    if (region !== null) for (const [system, day] of days) add(seen, system, region, day)
  }
  for (const [personId, source, asAt] of eachSighting(store.read)) {
    if (personId !== current) {
      countCurrent()
      current = personId
      days = new Map()
    }
    let system = systems.get(source)
    if (system === undefined) systems.set(source, (system = systemOf(source)))
    keepLater(days, system, asAt)
  }
  countCurrent()
  return seen
}

function add(seen: DaysSeen, system: string, region: string, day: CivilDate): void {
  let regions = seen.get(system)
  if (regions === undefined) seen.set(system, (regions = new Map()))
  const days = regions.get(region)
  if (days === undefined) regions.set(region, [day])
  else days.push(day)
}

/** The regions whose lists are behind the newest of their system, by name, each with its own day. */
function regionsBehind(
  regions: ReadonlyMap<string, CivilDate[]> | undefined,
  newest: CivilDate,
  limit: number,
): [region: string, day: CivilDate][] {
  const behind: [string, CivilDate][] = []
  for (const [region, days] of regions ?? []) {
    const most = Math.max(AT_LEAST, Math.ceil(days.length * MOST))
    const day = days.toSorted()[most - 1]
    if (day !== undefined && daysBetween(day, newest) > limit) behind.push([region, day])
  }
  return behind.sort(([a], [b]) => a.localeCompare(b, 'en-GB'))
}

/** `NOMIS 22 November 2026; Delius 20 November 2026`: what every list, calendar and board on paper or in a file carries. */
export function asAtWords(planning: Planning, store: Store, today: CivilDate): string {
  const ages = sourceAges(planning, store, today)
  return ages.map(({ source, date }) => `${source} ${formatDate(date)}`).join('; ') || 'no list yet'
}
