import { addDaysPacked, addMonthsPacked, subtractDaysPacked, type PackedDate } from '../dates/packed-date.ts'
import { addWorkingDaysPacked } from '../dates/working-days.ts'
import type { ItemOffset } from '../dated-work/dated-item.ts'

/** The day an offset reaches from `date`: months first, clamped; then weeks and days; then working days. */
export function countOffset(date: PackedDate, offset: ItemOffset): PackedDate {
  const isBefore = offset.direction === 'before'
  let reached = date
  if (offset.months !== 0) reached = addMonthsPacked(reached, isBefore ? -offset.months : offset.months)
  const days = offset.weeks * 7 + offset.days
  if (days !== 0) reached = isBefore ? subtractDaysPacked(reached, days) : addDaysPacked(reached, days)
  if (offset.workingDays === 0) return reached
  return addWorkingDaysPacked(reached, isBefore ? -offset.workingDays : offset.workingDays)
}
