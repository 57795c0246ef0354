import { addDays } from '../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { NO_DATE, readTypedDate, splitTypedDate, typedFrom, type ReadDate } from './typed-date.ts'

/** A known day as it stands in a field of one line: `23 11 2026`. */
export function typedOnOneLine(date: CivilDate): string {
  const { day, month, year } = typedFrom(date)
  return `${day} ${month} ${year}`
}

/**
 * Reads a day typed on one line: `23 11 2026`, `23/11/2026`, `23 Nov 2026`, `today`, `yesterday`, `tomorrow`. `name` begins the message.
 * A year is always four digits: two would be a guess.
 */
export function readOneLineDate(text: string, name: string, today: CivilDate): ReadDate {
  const word = text.trim().toLowerCase()
  if (word === 'today') return { date: today }
  if (word === 'yesterday') return { date: addDays(today, -1) }
  if (word === 'tomorrow') return { date: addDays(today, 1) }
  if (word === '') return readTypedDate(NO_DATE, name)
  const parts = splitTypedDate(text)
  if (parts === null)
    return {
      error: `${name.charAt(0).toUpperCase()}${name.slice(1)} must be a day, like 27 3 2026`,
      part: 'day',
    }
  return readTypedDate(parts, name)
}
