import { addDays, dayNumber } from '../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { mondayOf } from './days.ts'
import type { DiaryEvent, Holiday } from './diary-event.ts'

export const WEEKS = 6
/** More bands than this in one week say nothing more: they are counted instead. */
export const BANDS_SHOWN = 4
export const EVENTS_SHOWN = 4

/** A stretch of a window lying in one week. `days` of the week it covers, Monday 0. */
export interface Band {
  event: DiaryEvent
  first: number
  last: number
  /** The due day lies in this week: drawn with a thick edge. */
  ends: boolean
  /** The window opens in this week. */
  begins: boolean
}

export interface MonthDay {
  date: CivilDate
  weekend: boolean
  holiday: string | null
  today: boolean
  past: boolean
  /** At most `EVENTS_SHOWN`, unless that would hide just one. */
  events: DiaryEvent[]
  hidden: number
  total: number
}

export interface MonthWeek {
  key: CivilDate
  days: MonthDay[]
  bands: Band[]
  /** How many windows run through the week where they are too many to draw. */
  windows: number
}

export interface MonthInput {
  /** Any day of the first week. */
  from: CivilDate
  today: CivilDate
  events: readonly DiaryEvent[]
  holidays: readonly Holiday[]
  /** Meeting windows still to book are drawn as bands. */
  bands: boolean
}

/** Six whole weeks from the one `from` is in, with what each day holds. Linear in the events. */
export function monthGrid(input: MonthInput): MonthWeek[] {
  const first = mondayOf(input.from)
  const start = dayNumber(first)
  const byDay = eventsByDay(input.events)
  const holidays = new Map(input.holidays.map((holiday) => [holiday.date, holiday.title]))
  const windows = input.bands ? input.events.filter(isOpenWindow).sort(byDue) : []
  return Array.from({ length: WEEKS }, (_, week) => {
    const monday = addDays(first, week * 7)
    const running = bandsOfWeek(windows, start + week * 7)
    const bands = running.length > BANDS_SHOWN ? [] : running
    const drawn = new Set(bands.filter((band) => band.ends).map((band) => band.event.id))
    const days = Array.from({ length: 7 }, (_, at) => {
      const date = addDays(monday, at)
      // A band's thick edge is its due day: the day itself need not say it again.
      const events = (byDay.get(date) ?? []).filter((event) => !drawn.has(event.id))
      return monthDay(date, at, input.today, events, holidays.get(date) ?? null)
    })
    return { key: monday, days, bands, windows: bands.length > 0 ? 0 : running.length }
  })
}

function monthDay(
  date: CivilDate,
  weekday: number,
  today: CivilDate,
  events: DiaryEvent[],
  holiday: string | null,
): MonthDay {
  const shown = events.length > EVENTS_SHOWN ? EVENTS_SHOWN - 1 : events.length
  return {
    date,
    weekend: weekday > 4,
    holiday,
    today: date === today,
    past: date < today,
    events: events.slice(0, shown),
    hidden: events.length - shown,
    total: events.length,
  }
}

/** A window is a band while its meeting is still to book; once held, or missed, the day says it. */
function isOpenWindow(event: DiaryEvent): boolean {
  return (
    event.kind === 'meeting' && event.state === 'to_book' && event.windowFrom !== null && !event.provisional
  )
}

function bandsOfWeek(windows: readonly DiaryEvent[], monday: number): Band[] {
  const bands: Band[] = []
  for (const event of windows) {
    const from = dayNumber(event.windowFrom ?? event.date) - monday
    const to = dayNumber(event.date) - monday
    if (from > 6 || to < 0) continue
    bands.push({ event, first: Math.max(0, from), last: Math.min(6, to), begins: from >= 0, ends: to <= 6 })
  }
  return bands
}

const ORDER = { handover: 0, release: 1, meeting: 2, handover_start: 3 } as const

/** Handovers first: what a full day must not hide. */
export function eventsByDay(events: readonly DiaryEvent[]): Map<CivilDate, DiaryEvent[]> {
  const byDay = new Map<CivilDate, DiaryEvent[]>()
  for (const event of events) {
    const day = byDay.get(event.date)
    if (day) day.push(event)
    else byDay.set(event.date, [event])
  }
  for (const day of byDay.values())
    day.sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || compare(a.name, b.name))
  return byDay
}

const byDue = (a: DiaryEvent, b: DiaryEvent) => compare(a.date, b.date) || compare(a.name, b.name)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
