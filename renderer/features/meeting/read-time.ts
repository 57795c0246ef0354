import { timeInWords } from '../../../domain/meetings/booking.ts'

/** Nobody meets at these hours of the morning: where no half of the day is said they are of the afternoon. */
const AFTERNOON = { first: 1, last: 6 }

/**
 * A time of day as `14:30`, from `2pm`, `14`, `1430`, `14.30` or `2`, which is two in the afternoon; `02:30` and `2am` are of the night.
 * Empty where it is none.
 */
export function readTime(text: string): string {
  const found = /^\s*(\d{1,2})(?:[:. ]?(\d{2}))?\s*(am|pm)?\s*$/i.exec(text)
  if (found === null) return ''
  const [, digits = '', minutesTyped, halfTyped] = found
  const half = halfTyped?.toLowerCase()
  const hour = Number(digits)
  if (half !== undefined && (hour < 1 || hour > 12)) return ''
  const isAfternoon =
    half === undefined && digits.length === 1 && hour >= AFTERNOON.first && hour <= AFTERNOON.last
  const of24 = half !== undefined ? (hour % 12) + (half === 'pm' ? 12 : 0) : isAfternoon ? hour + 12 : hour
  const minutes = Number(minutesTyped ?? '0')
  if (of24 > 23 || minutes > 59) return ''
  return `${String(of24).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** `2pm to 3pm`: how two typed times are read, to be seen before anything is saved; what is no time is left out. */
export function timesAsRead(from: string, to: string): string {
  return [readTime(from), readTime(to)]
    .filter((time) => time !== '')
    .map(timeInWords)
    .join(' to ')
}
