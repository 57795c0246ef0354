import { filtersInWords } from '../../../../domain/calendar/calendar-filters.ts'
import type { OutputOf, ParsedInputOf } from '../../../../domain/contract/index.ts'
import { addDays } from '../../../../domain/dates/arithmetic.ts'
import type { Desk, Session } from '../../context.ts'
import type { CalendarSheet } from '../../documents/calendar-html.ts'
import { calendarListHtml } from '../../documents/calendar-list-html.ts'
import { calendarMonthHtml } from '../../documents/calendar-month-html.ts'
import { refuseWhereExportsAreOff } from '../pack/record-export.ts'
import { asAtWords } from '../session/source-ages.ts'
import { calendarOf, monthOf, ROOM_FOR_ALL } from './calendar-of.ts'
import { checkDay, openCalendar } from './open-calendar.ts'

const LIST_DAYS = 28
/** On paper a day has more room, and nothing can be opened. */
const ROOM_ON_PAPER = 5

/** The calendar as it is seen, on A4: four weeks in words, or six weeks on its side. */
export async function printCalendar(
  desk: Desk,
  session: Session,
  { view, from, ...asked }: ParsedInputOf<'calendar.print'>,
): Promise<OutputOf<'calendar.print'>> {
  checkDay(from)
  refuseWhereExportsAreOff(desk.host.policy)
  const { index, narrowed, today, filters, choices } = openCalendar(desk, session, asked)
  const sheetOf = (shown: Pick<CalendarSheet, 'from' | 'to' | 'holidaysNote'>): CalendarSheet => ({
    establishment: session.store.establishment.name,
    filtersInWords: filtersInWords(filters, asked.scope, session.user.name),
    filters,
    scope: asked.scope,
    asAt: asAtWords(desk.planning, session.store, today),
    printedBy: session.user.name,
    today,
    from: shown.from,
    to: shown.to,
    holidaysNote: shown.holidaysNote,
  })
  const page = () => {
    if (view === 'month') {
      const month = { ...monthOf(narrowed, from, today, ROOM_ON_PAPER), filters, choices }
      return calendarMonthHtml(sheetOf(month), month)
    }
    const to = addDays(from, LIST_DAYS - 1)
    const list = { ...calendarOf(index, narrowed, { from, to, today }, ROOM_FOR_ALL), filters, choices }
    return calendarListHtml(sheetOf(list), list)
  }
  const landscape = view === 'month'
  const bytes = await desk.host.printer.toPdf(page(), { landscape, header: '', footer: '' })
  const file = await desk.host.dialogs.saveFile(bytes, {
    name: `CALENDAR_${view}_${from}.pdf`,
    kind: { name: 'PDF', extensions: ['pdf'] },
  })
  return { saved: file !== null, file }
}
