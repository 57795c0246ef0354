import type { Desk, Handlers } from '../../context.ts'
import { calendarIcs } from '../../documents/calendar-ics.ts'
import { refuseWhereExportsAreOff } from '../pack/record-export.ts'
import { asAtWords } from '../session/source-ages.ts'
import { scopedCases } from '../caseload/caseload-handlers.ts'
import { calendarOf, monthOf } from './calendar-of.ts'
import { isInDiary } from '../invitations/invitation-settings.ts'
import { icsEventsOf } from './ics-events.ts'
import { keepFilters } from './kept-filters.ts'
import { checkDay, checkRange, openCalendar } from './open-calendar.ts'
import { printCalendar } from './print-calendar.ts'

type DiaryMethods =
  | 'calendar.show'
  | 'calendar.month'
  | 'calendar.saveFilters'
  | 'calendar.print'
  | 'calendar.export'

export function diaryHandlers(desk: Desk): Pick<Handlers, DiaryMethods> {
  return {
    'calendar.show': async ({ from, to, ...asked }, { session }) => {
      checkRange(from, to)
      const { index, narrowed, today, filters, choices } = openCalendar(desk, session, asked)
      return { ...calendarOf(index, narrowed, { from, to, today }), filters, choices }
    },
    'calendar.month': async ({ from, ...asked }, { session }) => {
      checkDay(from)
      const { narrowed, today, filters, choices } = openCalendar(desk, session, asked)
      return { ...monthOf(narrowed, from, today), filters, choices }
    },
    'calendar.saveFilters': async (filters, { session }) => {
      await keepFilters(desk, session, filters)
      return {}
    },
    'calendar.print': async (input, { session }) => printCalendar(desk, session, input),
    'calendar.export': async ({ from, to, scope, names }, { session }) => {
      checkRange(from, to)
      refuseWhereExportsAreOff(desk.host.policy)
      const { unit, cases } = scopedCases(desk, session, scope)
      const { read } = session.store
      const isInvited = (personId: string, task: string) => isInDiary(read, personId, task)
      const events = icsEventsOf(cases, { from, to, names, today: unit.today, isInvited })
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
