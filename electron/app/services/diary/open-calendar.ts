import type { CalendarFilters } from '../../../../domain/calendar/calendar-filters.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { Scope } from '../../../../domain/contract/schemas.ts'
import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import { isCivilDate, type CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Desk, Session } from '../../context.ts'
import { scopedCases } from '../caseload/caseload-handlers.ts'
import { diaryIndexOf } from './diary-index.ts'
import { keptFilters } from './kept-filters.ts'
import { choicesAmong, narrow, standingFilters } from './narrowed.ts'

const MOST_DAYS = 400

function refuse(field: string, message: string): never {
  throw new DeskError('bad_input', message, { [field]: message })
}

/** Refuses a day that is none. */
export function checkDay(from: CivilDate): void {
  if (!isCivilDate(from)) refuse('from', 'The first day must be a real date.')
}

/** Refuses two days the calendar cannot be shown between. */
export function checkRange(from: CivilDate, to: CivilDate): void {
  checkDay(from)
  if (!isCivilDate(to)) refuse('to', 'The last day must be a real date.')
  if (to < from) refuse('to', 'The last day must be the first day or after it.')
  if (daysBetween(from, to) > MOST_DAYS)
    refuse('to', `The last day must be within ${MOST_DAYS} days of the first.`)
}

interface Asked {
  scope: Scope
  filters?: CalendarFilters | undefined
}

/** The cases asked for, by day, through the filters asked for or else those the user keeps. */
export function openCalendar(desk: Desk, session: Session, { scope, filters }: Asked) {
  const { unit, cases } = scopedCases(desk, session, scope)
  const index = diaryIndexOf(unit, cases, session.store)
  const choices = choicesAmong(cases)
  const standing = standingFilters(filters ?? keptFilters(session), choices)
  const narrowed = narrow(index, standing, scope)
  return { today: unit.today, index, narrowed, filters: standing, choices }
}
