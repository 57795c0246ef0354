import type { OutputOf } from '../../../../domain/contract/index.ts'
import { layOutMonth, mondayOf, WEEKS } from '../../../../domain/calendar/month.ts'
import { addDays, addMonths } from '../../../../domain/dates/arithmetic.ts'
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

/** Everything between two days, day by day in the order each is read; and how many each month from this one on holds. */
export function calendarOf(
  index: DiaryIndex,
  narrowed: Narrowed,
  { from, to, today }: { from: CivilDate; to: CivilDate; today: CivilDate },
): Omit<Shown, 'filters' | 'choices'> {
  const events: CalendarEvent[] = []
  const more: Shown['more'] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    for (const entry of narrowed.entriesOn(date)) events.push(writtenEntry(entry))
    const work = narrowed.workOn(date)
    for (const each of work.slice(0, WORK_SHOWN)) events.push(writtenWork(each, today))
    if (work.length > WORK_SHOWN) more.push({ date, count: work.length - WORK_SHOWN })
  }
  return { today, from, to, events, more, ...holidaysOf(from, to), months: monthsOf(index, narrowed, today) }
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
