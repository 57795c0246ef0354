import { addMonths } from '../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'

/** Weeks and months as places in a diary. */

export { mondayOf } from '../../../domain/calendar/month.ts'
export const firstOfMonth = (date: CivilDate): CivilDate => `${date.slice(0, 7)}-01` as CivilDate
export const nextMonth = (date: CivilDate): CivilDate => addMonths(firstOfMonth(date), 1)
/** `2026-11` as the first day of that month. */
export const dayOfMonthKey = (month: string): CivilDate => `${month}-01` as CivilDate
