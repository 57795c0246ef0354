import { dayOnSheet } from '../../../../domain/sheets/day-words.ts'
import { EMPTY_ROW, type SheetRow } from '../../../../domain/sheets/sheet.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { midSentence } from '../../../../domain/text/status-tags.ts'
import { eventsOf, whoOf, type DiaryEvent } from '../diary/events.ts'
import { byWorry, type UnitCase } from '../caseload/unit-view.ts'

/** Rows listed before the page is measured: none holds more. */
export const MOST_ROWS = 40

const MONTHS = /\b(January|February|March|April|June|July|August|September|October|November|December)\b/gu

/** `13 February 2027` as `13 Feb 2027`: a column of a sheet has no room for the whole month. */
export const withShortMonths = (text: string): string => text.replaceAll(MONTHS, (month) => month.slice(0, 3))

/** A row about one case, with whatever more it says. */
export function caseRow(one: UnitCase, mark: string, more: Partial<SheetRow>): SheetRow {
  const { personId, name, prisonNumber: number } = one
  return { ...EMPTY_ROW, personId, name, number, mark, ...more }
}

interface Dated {
  one: UnitCase
  date: CivilDate
  events: DiaryEvent[]
}

/**
 * What falls from one day to another, both included, by day and then worst first: one entry for a case and day. Planning dates and
 * what is done are left out.
 */
export function datedBetween(
  cases: readonly UnitCase[],
  from: CivilDate,
  to: CivilDate,
  today: CivilDate,
  wanted: (event: DiaryEvent, one: UnitCase) => boolean = () => true,
): Dated[] {
  const found = new Map<string, Dated>()
  for (const one of cases)
    for (const event of eventsOf(one, today)) {
      const { date, provisional, state } = event
      if (date < from || date > to || provisional || state === 'held' || state === 'not_held') continue
      if (!wanted(event, one)) continue
      const key = `${one.personId} ${date}`
      const known = found.get(key)
      if (known === undefined) found.set(key, { one, date, events: [event] })
      else known.events.push(event)
    }
  return [...found.values()].sort(
    (a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || byWorry(a.one, b.one),
  )
}

/** `Handover to the COM; handover meeting: last day` */
const inWords = (events: readonly DiaryEvent[]): string =>
  events.map(({ title }, at) => (at === 0 ? title : midSentence(title))).join('; ')

export function datedRow({ one, date, events }: Dated, mark: string, today: CivilDate): SheetRow {
  return caseRow(one, mark, {
    when: date === today ? 'Today' : dayOnSheet(date, today),
    text: inWords(events),
    aside: whoOf(one),
  })
}
