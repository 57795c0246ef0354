import type { OutputOf } from '../../../../domain/contract/index.ts'
import { layOutMonth, mondayOf, WEEKS } from '../../../../domain/calendar/month.ts'
import { addDays, addMonths, daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { holidaysBetween, holidaysKnown } from '../../../../domain/dates/working-days.ts'
import { HOLIDAYS_NOTE } from '../../../../domain/text/dated-work.ts'
import type { UnitCase } from '../caseload/unit-view.ts'
import type { DiaryIndex, Entry } from './diary-index.ts'
import { whoOf, type DatedEvent } from './events.ts'
import type { Narrowed } from './narrowed.ts'
import { workEvent, type OpenWork } from './work-events.ts'

type Shown = OutputOf<'calendar.show'>
type Month = OutputOf<'calendar.month'>
export type CalendarEvent = Shown['events'][number]

const MONTHS_AHEAD = 18
/** Dated work a day of the list writes out; more is counted, and narrowing shows it. */
const WORK_SHOWN = 25
const WEEK_DAYS = 7

/** How many rows an answer has room for. What it has none for is counted: no answer grows with the unit. */
export interface Room {
  /** Of the first day. A day counted in a list is written out by the list that begins with it, one link away. */
  first: number
  day: number
  /** Of all days together, dated work included. */
  page: number
}
const LIST_ROOM: Room = { first: 60, day: 12, page: 240 }
const WEEK_ROOM: Room = { first: 12, day: 12, page: Infinity }
/** Nothing on paper is one link away. */
export const ROOM_FOR_ALL: Room = { first: Infinity, day: Infinity, page: Infinity }

const roomBetween = (from: CivilDate, to: CivilDate): Room =>
  daysBetween(from, to) < WEEK_DAYS ? WEEK_ROOM : LIST_ROOM

const written = (one: UnitCase, { key, ...event }: DatedEvent, who: string): CalendarEvent => ({
  personId: one.personId,
  name: one.name,
  prisonNumber: one.prisonNumber,
  id: `${one.personId}:${key}`,
  who,
  ...event,
})

const writtenEntry = ({ one, event }: Entry): CalendarEvent => written(one, event, whoOf(one))

function writtenWork(work: OpenWork, today: CivilDate): CalendarEvent {
  const { who, ...event } = workEvent(work, today)
  return written(work.one, event, who)
}

const holidaysOf = (from: CivilDate, to: CivilDate): Pick<Shown, 'holidays' | 'holidaysNote'> => ({
  holidays: holidaysBetween(from, to),
  holidaysNote: holidaysKnown(from) && holidaysKnown(to) ? null : HOLIDAYS_NOTE,
})

/**
 * What stands between two days, day by day in the order each is read, as far as there is room; and how many each month from this
 * one on holds.
 */
export function calendarOf(
  index: DiaryIndex,
  narrowed: Narrowed,
  { from, to, today }: { from: CivilDate; to: CivilDate; today: CivilDate },
  room: Room = roomBetween(from, to),
): Omit<Shown, 'filters' | 'choices'> {
  const events: CalendarEvent[] = []
  const rest: Shown['rest'] = []
  const more: Shown['more'] = []
  const left = () => Math.max(0, room.page - events.length)
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const entries = narrowed.entriesOn(date)
    const shown = entries.slice(0, Math.min(date === from ? room.first : room.day, left()))
    for (const entry of shown) events.push(writtenEntry(entry))
    if (entries.length > shown.length) rest.push({ date, count: entries.length - shown.length })
    const work = narrowed.workOn(date)
    const written = work.slice(0, Math.min(WORK_SHOWN, left()))
    for (const each of written) events.push(writtenWork(each, today))
    if (work.length > written.length) more.push({ date, count: work.length - written.length })
  }
  const months = monthsOf(index, narrowed, today)
  return { today, from, to, events, rest, more, ...holidaysOf(from, to), months }
}

function monthsOf(index: DiaryIndex, { isShown }: Narrowed, today: CivilDate): Shown['months'] {
  const first = today.slice(0, 7)
  const last = addMonths(`${first}-01` as CivilDate, MONTHS_AHEAD - 1).slice(0, 7)
  const months = new Map<string, number>()
  for (const [date, entries] of index.byDay) {
    const month = date.slice(0, 7)
    if (month < first || month > last) continue
    let count = 0
    for (const entry of entries) if (isShown(entry)) count += 1
    if (count > 0) months.set(month, (months.get(month) ?? 0) + count)
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, count]) => ({ month, count }))
}

/** Six weeks laid out: only what is drawn is written out. */
export function monthOf(
  { entriesOn, workOn, windows }: Narrowed,
  start: CivilDate,
  today: CivilDate,
  room?: number,
): Omit<Month, 'filters' | 'choices'> {
  const from = mondayOf(start)
  const to = addDays(from, WEEKS * 7 - 1)
  const weeks = layOutMonth<Entry>({
    from,
    eventsOn: entriesOn,
    workOn: (date) => workOn(date).length,
    windows: windows.filter(({ date, windowFrom }) => date >= from && (windowFrom ?? date) <= to),
    ...(room !== undefined && { room }),
  })
  return {
    today,
    from,
    to,
    weeks: weeks.map(({ key, days, bands, windows: count }) => ({
      key,
      days: days.map(({ date, events, total, work }) => ({
        date,
        events: events.map(writtenEntry),
        total,
        work,
      })),
      bands: bands.map(({ event, first, last, begins, ends }) => ({
        event: writtenEntry(event),
        first,
        last,
        begins,
        ends,
      })),
      windows: count,
    })),
    ...holidaysOf(from, to),
  }
}
