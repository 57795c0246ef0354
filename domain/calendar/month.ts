import { addDays, dayNumber, weekdayOf } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import type { EventKind } from './calendar-filters.ts'
import { compareText } from '../text/compare-text.ts'

export const WEEKS = 6
/** More bands than this in one week say nothing more: they are counted instead. */
export const BANDS_SHOWN = 4
export const EVENTS_SHOWN = 4

/** Weeks begin on Monday. */
export const mondayOf = (date: CivilDate): CivilDate => addDays(date, 1 - weekdayOf(date))

/** All the layout asks of an event. */
export interface Placed {
  id: string
  kind: EventKind
  date: CivilDate
  windowFrom: CivilDate | null
}

/** A stretch of a window lying in one week. `first` and `last` are days of that week, Monday 0. */
export interface Band<E> {
  event: E
  first: number
  last: number
  /** The due day lies in this week: drawn with a thick edge. */
  ends: boolean
  /** The window opens in this week. */
  begins: boolean
}

export interface MonthDay<E> {
  date: CivilDate
  /** As many as there is room for: one fewer where the rest has to be counted. */
  events: E[]
  total: number
  /** Pieces of dated work: counted, not drawn. */
  work: number
}

export interface MonthWeek<E> {
  key: CivilDate
  days: MonthDay<E>[]
  bands: Band<E>[]
  /** How many windows run through the week where they are too many to draw. */
  windows: number
}

export interface MonthInput<E extends Placed> {
  /** Any day of the first week. */
  from: CivilDate
  /** What a day holds, handovers first, dated work left out. */
  eventsOn: (date: CivilDate) => readonly E[]
  workOn: (date: CivilDate) => number
  /** Windows of meetings to book, by due day; empty where no bands are wanted. */
  windows: readonly E[]
  /** How many events a day has room for. */
  room?: number
}

/** Six whole weeks from the one `from` is in, with what each day holds. */
export function layOutMonth<E extends Placed>(input: MonthInput<E>): MonthWeek<E>[] {
  const { from, eventsOn, workOn, windows, room = EVENTS_SHOWN } = input
  const first = mondayOf(from)
  const start = dayNumber(first)
  return Array.from({ length: WEEKS }, (_, week) => {
    const monday = addDays(first, week * 7)
    const running = bandsOfWeek(windows, start + week * 7)
    const bands = running.length > BANDS_SHOWN ? [] : running
    const drawn = new Set(bands.filter((band) => band.ends).map((band) => band.event.id))
    const days = Array.from({ length: 7 }, (_, at) => {
      const date = addDays(monday, at)
      // A band's thick edge is its due day: the day itself need not say it again.
      const held = eventsOn(date)
      const events = drawn.size === 0 ? held : held.filter((event) => !drawn.has(event.id))
      const shown = events.length > room ? room - 1 : events.length
      return { date, events: events.slice(0, shown), total: events.length, work: workOn(date) }
    })
    return { key: monday, days, bands, windows: bands.length > 0 ? 0 : running.length }
  })
}

function bandsOfWeek<E extends Placed>(windows: readonly E[], monday: number): Band<E>[] {
  const bands: Band<E>[] = []
  for (const event of windows) {
    const from = dayNumber(event.windowFrom ?? event.date) - monday
    const to = dayNumber(event.date) - monday
    if (from > 6 || to < 0) continue
    bands.push({ event, first: Math.max(0, from), last: Math.min(6, to), begins: from >= 0, ends: to <= 6 })
  }
  return bands
}

const ORDER: Readonly<Record<EventKind, number>> = {
  handover: 0,
  release: 1,
  parole: 2,
  meeting: 3,
  handover_start: 4,
  work: 5,
}

/** Handovers first: what a full day must not hide. Booked meetings by the clock, the others by name. */
export function byPlaceInDay(
  a: { kind: EventKind; name: string; from: string | null; id: string },
  b: { kind: EventKind; name: string; from: string | null; id: string },
): number {
  return (
    ORDER[a.kind] - ORDER[b.kind] ||
    compareText(a.from ?? '99', b.from ?? '99') ||
    compareText(a.name, b.name) ||
    compareText(a.id, b.id)
  )
}
