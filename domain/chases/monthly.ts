import { addDays } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import { workingDayFrom } from './working-day.ts'

/** How far the monthly list to an LDU looks: a design of the national service of October 2021. */
export const MONTHLY_DAYS = 45

/** The first working day of the month of `today`: the day its list is due. */
export function monthlyDueDay(today: CivilDate): CivilDate {
  return workingDayFrom(`${today.slice(0, 7)}-01` as CivilDate)
}

/** Whether a list last sent on that day is due: from the first working day of a month until one was sent in that month. */
export function isMonthlyDue(sentOn: CivilDate | null, today: CivilDate): boolean {
  return today >= monthlyDueDay(today) && (sentOn === null || sentOn.slice(0, 7) < today.slice(0, 7))
}

/** Whether a handover stands in the list: today, the last day, or between them. */
export const isInMonthly = (handover: CivilDate | null, today: CivilDate): boolean =>
  handover !== null && handover >= today && handover <= addDays(today, MONTHLY_DAYS)
