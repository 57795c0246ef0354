import { DeskError } from '../../../../domain/contract/errors.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { addMonths, daysBetween } from '../../../../domain/dates/arithmetic.ts'
import { isCivilDate, type CivilDate } from '../../../../domain/dates/civil-date.ts'
import { holidaysBetween, holidaysKnown } from '../../../../domain/dates/working-days.ts'
import { HOLIDAYS_NOTE } from '../../../../domain/text/dated-work.ts'
import type { Desk, Handlers } from '../../context.ts'
import { calendarIcs } from '../../documents/calendar-ics.ts'
import { asAtWords } from '../session/source-ages.ts'
import { scopedCases } from '../caseload/caseload-handlers.ts'
import type { UnitCase } from '../caseload/unit-view.ts'
import { eventsOf, whoOf, type DiaryEvent } from './events.ts'
import { icsEventsOf } from './ics-events.ts'

type CalendarShown = OutputOf<'calendar.show'>

const MOST_DAYS = 400
const MONTHS_AHEAD = 18

/** Refuses two days the calendar cannot be shown between. */
export function checkRange(from: CivilDate, to: CivilDate): void {
  const refuse = (field: string, message: string) => {
    throw new DeskError('bad_input', message, { [field]: message })
  }
  if (!isCivilDate(from)) refuse('from', 'The first day must be a real date.')
  if (!isCivilDate(to)) refuse('to', 'The last day must be a real date.')
  if (to < from) refuse('to', 'The last day must be the first day or after it.')
  if (daysBetween(from, to) > MOST_DAYS)
    refuse('to', `The last day must be within ${MOST_DAYS} days of the first.`)
}

const KIND_ORDER = { handover: 0, handover_start: 1, meeting: 2, release: 3 } as const

/** A meeting to book whose window is open on `day` or before it. */
const hasOpened = ({ kind, state, windowFrom, provisional }: DiaryEvent, day: CivilDate): boolean =>
  kind === 'meeting' && state === 'to_book' && !provisional && windowFrom !== null && windowFrom <= day

/**
 * Events between two days, with `windows` also the meetings to book by a later day whose window has opened by then; and how
 * many each month from this one on holds.
 */
export function calendarOf(
  cases: readonly UnitCase[],
  { from, to, windows = false }: { from: CivilDate; to: CivilDate; windows?: boolean | undefined },
  today: CivilDate,
): CalendarShown {
  const events: CalendarShown['events'] = []
  const thisMonth = today.slice(0, 7)
  const lastMonth = addMonths(`${thisMonth}-01` as CivilDate, MONTHS_AHEAD - 1).slice(0, 7)
  const months = new Map<string, number>()
  for (const one of cases) {
    for (const dated of eventsOf(one, today)) {
      const { key, ...event } = dated
      const month = event.date.slice(0, 7)
      if (month >= thisMonth && month <= lastMonth) months.set(month, (months.get(month) ?? 0) + 1)
      if (event.date < from || (event.date > to && !(windows && hasOpened(dated, to)))) continue
      const { personId, name, prisonNumber } = one
      events.push({ personId, name, prisonNumber, id: `${personId}:${key}`, who: whoOf(one), ...event })
    }
  }
  events.sort(
    (a, b) =>
      (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) ||
      KIND_ORDER[a.kind] - KIND_ORDER[b.kind] ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1),
  )
  return {
    today,
    from,
    to,
    events,
    holidays: holidaysBetween(from, to),
    holidaysNote: holidaysKnown(from) && holidaysKnown(to) ? null : HOLIDAYS_NOTE,
    months: [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, count]) => ({ month, count })),
  }
}

export function diaryHandlers(desk: Desk): Pick<Handlers, 'calendar.show' | 'calendar.export'> {
  return {
    'calendar.show': async ({ from, to, scope, windows }, { session }) => {
      checkRange(from, to)
      const { unit, cases } = scopedCases(desk, session, scope)
      return calendarOf(cases, { from, to, windows }, unit.today)
    },
    'calendar.export': async ({ from, to, scope, names }, { session }) => {
      checkRange(from, to)
      if (!desk.host.policy.read().exportsAllowed) {
        throw new DeskError('not_allowed', 'Exports are turned off on this computer.')
      }
      const { unit, cases } = scopedCases(desk, session, scope)
      const events = icsEventsOf(cases, { from, to, names, today: unit.today })
      const asAt = asAtWords(desk.planning, session.store, unit.today)
      const text = calendarIcs(events, { name: 'Handover Desk', now: desk.clock.now(), asAt })
      const file = await desk.host.dialogs.saveFile(new TextEncoder().encode(text), {
        name: `handovers-${from}-to-${to}.ics`,
        kind: { name: 'Calendar', extensions: ['ics'] },
      })
      return { saved: file !== null, events: events.length, file }
    },
  }
}
