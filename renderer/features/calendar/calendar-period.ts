import { addDays, daysBetween } from '../../../domain/dates/arithmetic.ts'
import { isCivilDate, type CivilDate } from '../../../domain/dates/civil-date.ts'
import { mondayOf } from '../../components/calendar/days.ts'
import { showDate } from '../../components/text/show-date.ts'

export const VIEWS = ['list', 'week', 'month'] as const
export type View = (typeof VIEWS)[number]
export const VIEW_WORDS: Record<View, string> = { list: 'List', week: 'Week', month: 'Month' }

/** What the calendar is showing, and where its arrows lead. */
export interface Period {
  view: View
  from: CivilDate
  to: CivilDate
  previous: CivilDate
  next: CivilDate
  /** `23 November 2026 to 3 January 2027` */
  words: string
  /** `four weeks`: how far an arrow goes. */
  step: string
}

const LIST_DAYS = 28

/** The days of a view that begins at `start`. The month is six whole weeks, so that its end is never a cliff. */
export function periodOf(view: View, start: CivilDate): Period {
  if (view === 'list') return period(view, start, LIST_DAYS, LIST_DAYS, 'four weeks')
  if (view === 'week') return period(view, mondayOf(start), 7, 7, 'week')
  return period(view, mondayOf(start), 42, 28, 'four weeks')
}

/** The period an answer of the calendar belongs to: each view asks for its own number of days. */
export function periodOfAnswer(from: CivilDate, to: CivilDate): Period {
  const days = daysBetween(from, to) + 1
  return periodOf(days === LIST_DAYS ? 'list' : days === 7 ? 'week' : 'month', from)
}

function period(view: View, from: CivilDate, days: number, move: number, step: string): Period {
  const to = addDays(from, days - 1)
  return {
    view,
    from,
    to,
    previous: addDays(from, -move),
    next: addDays(from, move),
    words: `${showDate(from)} to ${showDate(to)}`,
    step,
  }
}

export const readView = (text: string | null | undefined): View | null =>
  VIEWS.find((view) => view === text) ?? null
export const readDay = (text: string | null): CivilDate | null => (isCivilDate(text) ? text : null)
export const calendarPath = (view: View, from: CivilDate): string => `/calendar?view=${view}&from=${from}`
