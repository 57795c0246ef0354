import { isCivilDate, type CivilDate } from '../../../domain/dates/civil-date.ts'

/** What was typed into the three fields of a date, as typed. */
export interface TypedDate {
  day: string
  month: string
  year: string
}

export const NO_DATE: TypedDate = { day: '', month: '', year: '' }

export const isBlankDate = ({ day, month, year }: TypedDate): boolean => `${day}${month}${year}`.trim() === ''

export type ReadDate = { date: CivilDate } | { error: string; part: keyof TypedDate }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads a typed date. Months may be words. `name` begins the message: `The day it was held must include a year`.
 * A year is always four digits: two would be a guess.
 */
export function readTypedDate(typed: TypedDate, name: string): ReadDate {
  const day = typed.day.trim()
  const month = typed.month.trim()
  const year = typed.year.trim()
  if (day === '' && month === '' && year === '') return { error: `Enter ${name}`, part: 'day' }
  const missing = (
    [
      ['day', day],
      ['month', month],
      ['year', year],
    ] as const
  ).filter(([, text]) => text === '')
  const first = missing[0]
  if (first)
    return {
      error: `${capital(name)} must include a ${missing.map(([part]) => part).join(' and ')}`,
      part: first[0],
    }
  if (!/^\d{4}$/.test(year)) return { error: `${capital(name)}: year must include 4 numbers`, part: 'year' }
  const number = monthNumber(month)
  const text = `${year}-${String(number ?? 0).padStart(2, '0')}-${day.padStart(2, '0')}`
  if (number === null || !isCivilDate(text))
    return { error: `${capital(name)} must be a real date`, part: 'day' }
  return { date: text }
}

/** `23 11 2026`, `23/11/2026`, `23 Nov 2026` or `2026-11-23`, as when a date is pasted or dictated into one field. */
export function splitTypedDate(text: string): TypedDate | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text)
  if (iso) return { day: iso[3] ?? '', month: iso[2] ?? '', year: iso[1] ?? '' }
  const british = /^\s*(\d{1,2})[\s./-]+(\d{1,2}|[A-Za-z]{3,9})[\s./-]+(\d{4})\s*$/.exec(text)
  return british ? { day: british[1] ?? '', month: british[2] ?? '', year: british[3] ?? '' } : null
}

/** A known day as it would have been typed. */
export const typedFrom = (date: CivilDate): TypedDate => ({
  day: String(Number(date.slice(8, 10))),
  month: String(Number(date.slice(5, 7))),
  year: date.slice(0, 4),
})

function monthNumber(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const at = MONTHS.indexOf(text.toLowerCase().slice(0, 3))
  return at < 0 || text.length < 3 ? null : at + 1
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
