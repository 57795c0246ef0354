import { listTasks } from '../../../../db/repositories/tasks.ts'
import type { Store } from '../../../../db/types.ts'
import { shapeOf, type EventKind, type Shape } from '../../../../domain/calendar/calendar-filters.ts'
import { byPlaceInDay } from '../../../../domain/calendar/month.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { MilestoneOffsets } from '../../../../domain/parole/parole-review.ts'
import { latestRecords, type TaskRecords } from '../caseload/tasks.ts'
import type { Unit, UnitCase } from '../caseload/unit-view.ts'
import { readTimetable } from '../parole/offsets.ts'
import { eventsOf, type DatedEvent } from './events.ts'
import { paroleEventsOf } from './parole-events.ts'
import { openWorkOf, type OpenWork } from './work-events.ts'

/** An event of a case as the calendar looks for it. */
export interface Entry {
  id: string
  one: UnitCase
  event: DatedEvent
  shape: Shape
  kind: EventKind
  date: CivilDate
  windowFrom: CivilDate | null
  name: string
  from: string | null
}

/** Everything dated about some cases, by day, each day in the order it is shown. */
export interface DiaryIndex {
  byDay: ReadonlyMap<CivilDate, readonly Entry[]>
  /** Meetings to book whose windows are drawn, by due day. */
  windows: readonly Entry[]
  /** Dated work by day: worked out when it is first asked for, for most of the time it is hidden. */
  workByDay: () => ReadonlyMap<CivilDate, readonly OpenWork[]>
}

/** What the index of a unit rests on besides its cases. */
interface Background {
  records: ReadonlyMap<string, TaskRecords>
  offsets: MilestoneOffsets
}

// A unit is made anew when the store or the day changes, and so is everything remembered of it.
const backgrounds = new WeakMap<Unit, Background>()
const indexes = new WeakMap<readonly UnitCase[], DiaryIndex>()

function backgroundOf(unit: Unit, store: Store): Background {
  let known = backgrounds.get(unit)
  if (known === undefined) {
    known = {
      records: latestRecords(listTasks(store.read)),
      offsets: readTimetable(store.read)?.offsets ?? {},
    }
    backgrounds.set(unit, known)
  }
  return known
}

/** The index of these cases of the unit; the whole unit's is made once. */
export function diaryIndexOf(unit: Unit, cases: readonly UnitCase[], store: Store): DiaryIndex {
  let known = indexes.get(cases)
  if (known === undefined) indexes.set(cases, (known = makeIndex(unit, cases, store)))
  return known
}

function makeIndex(unit: Unit, cases: readonly UnitCase[], store: Store): DiaryIndex {
  const background = backgroundOf(unit, store)
  const byDay = new Map<CivilDate, Entry[]>()
  const windows: Entry[] = []
  for (const one of cases) {
    for (const entry of entriesOf(one, background, unit.today)) {
      push(byDay, entry)
      if (isDrawnAsWindow(entry.event)) windows.push(entry)
    }
  }
  for (const day of byDay.values()) day.sort(byPlaceInDay)
  windows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : byPlaceInDay(a, b)))
  let work: Map<CivilDate, OpenWork[]> | null = null
  return { byDay, windows, workByDay: () => (work ??= workOf(cases, background)) }
}

function push<T extends { date: CivilDate }>(byDay: Map<CivilDate, T[]>, item: T): void {
  const day = byDay.get(item.date)
  if (day === undefined) byDay.set(item.date, [item])
  else day.push(item)
}

function entriesOf(one: UnitCase, { offsets }: Background, today: CivilDate): Entry[] {
  const entries: Entry[] = []
  let taken: CivilDate | null = null
  const add = (event: DatedEvent) => {
    const { kind, date, windowFrom, from } = event
    const id = `${one.personId}:${event.key}`
    entries.push({ id, one, event, shape: shapeOf(event), kind, date, windowFrom, name: one.name, from })
  }
  for (const event of eventsOf(one, today)) {
    // A release nobody has directed yet is the parole date it would be directed from.
    const isParole = event.kind === 'release' && event.provisional
    if (isParole) taken = event.date
    add(isParole ? { ...event, kind: 'parole' } : event)
  }
  for (const event of paroleEventsOf(one, offsets, today, taken)) add(event)
  return entries
}

/** A window is a band while its meeting is still to book; once held, or missed, the day says it. */
const isDrawnAsWindow = ({ kind, state, windowFrom, provisional }: DatedEvent): boolean =>
  kind === 'meeting' && state === 'to_book' && windowFrom !== null && !provisional

function workOf(cases: readonly UnitCase[], { records }: Background): Map<CivilDate, OpenWork[]> {
  const byDay = new Map<CivilDate, OpenWork[]>()
  for (const one of cases) for (const work of openWorkOf(one, records.get(one.personId))) push(byDay, work)
  const byName = (a: OpenWork, b: OpenWork) =>
    a.one.name < b.one.name ? -1 : a.one.name > b.one.name ? 1 : a.entry.id < b.entry.id ? -1 : 1
  for (const day of byDay.values()) day.sort(byName)
  return byDay
}
