import type { ItemOffset } from '../dated-work/dated-item.ts'

/** `8 months and 14 days`, `12 weeks`, `2 working days`; empty for the day itself. */
export function describeLength({ months, weeks, days, workingDays }: Omit<ItemOffset, 'direction'>): string {
  return [
    counted(months, 'month'),
    counted(weeks, 'week'),
    counted(days, 'day'),
    counted(workingDays, 'working day'),
  ]
    .filter((part) => part !== '')
    .join(' and ')
}

function counted(number: number, unit: string): string {
  return number === 0 ? '' : `${number} ${unit}${number === 1 ? '' : 's'}`
}
