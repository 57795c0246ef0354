import { addDays } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import { isWorkingDay } from '../dates/working-days.ts'

/** The day itself where it is a working day, else the first after it. */
export function workingDayFrom(date: CivilDate): CivilDate {
  let day = date
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return day
}
