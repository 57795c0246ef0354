import { daysInMonth, type CivilDate } from '../../../../domain/dates/civil-date.ts'
import { fromDayNumber } from '../../../../domain/dates/arithmetic.ts'
import { dayInLondon } from '../../../../db/london-day.ts'
import type { DateOrder } from './extract.ts'

export type DateProblem = { code: 'bad_date' | 'impossible_date' | 'ambiguous_date'; message: string }

const MONTHS: Record<string, number> = {}
const NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
for (const [index, name] of NAMES.entries()) {
  MONTHS[name] = index + 1
  MONTHS[name.slice(0, 3)] = index + 1
}
MONTHS['sept'] = 9

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i
const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/
const NAMED =
  /^(\d{1,2})(?:st|nd|rd|th)?[\s/.-]*([a-z]{3,9})\.?,?[\s/.-]*(\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/i
const SERIAL = /^(\d{5,6})(?:\.\d+)?$/
/** Day 0 of a spreadsheet, as days since 1970. Right from 1 March 1900 on. */
const SERIAL_ZERO = -25_569
/** Days between the two beginnings spreadsheets count from. */
const TO_1904 = 1462
const FIRST_SERIAL = 10_000
const LAST_SERIAL = 109_574

/** A date in numbers, before anybody says which is the day. Null where the text is in another form. */
export function readNumericParts(text: string): { first: number; second: number; year: string } | null {
  const parts = NUMERIC.exec(text)
  return parts === null
    ? null
    : { first: Number(parts[1]), second: Number(parts[3]), year: parts[4] as string }
}

export interface DateContext {
  /** Null where no date of the file needs an order. */
  order: DateOrder | null
  /** The order was stated, so two-digit years in numbers may be read too. */
  orderStated: boolean
  /** The latest two-digit year that means 20xx: the year of the extract for days gone by, later for days to come. */
  pivot: number
  /** Serial numbers count from 1904, as in workbooks of old Macs. */
  from1904?: boolean
}

/** Reads one date in any form extracts use, to an ISO date. `text` is trimmed and not blank. */
export function readDate(text: string, context: DateContext): CivilDate | DateProblem {
  const iso = ISO.exec(text)
  if (iso !== null) return readIso(text, iso)
  const numeric = readNumericParts(text)
  if (numeric !== null) return readNumeric(text, numeric, context)
  const named = NAMED.exec(text)
  if (named !== null) {
    const month = MONTHS[(named[2] as string).toLowerCase()]
    if (month !== undefined)
      return civil(text, fullYear(named[3] as string, context.pivot), month, Number(named[1]))
  }
  const serial = SERIAL.exec(text)
  if (serial !== null) {
    const day = Number(serial[1]) + (context.from1904 === true ? TO_1904 : 0)
    if (day >= FIRST_SERIAL && day <= LAST_SERIAL) return fromDayNumber(day + SERIAL_ZERO)
  }
  return {
    code: 'bad_date',
    message: `“${shown(text)}” is not a date. Dates are written 2027-07-15, 15/07/2027 or 15 Jul 2027.`,
  }
}

function readIso(text: string, parts: RegExpExecArray): CivilDate | DateProblem {
  const day = civil(text, Number(parts[1]), Number(parts[2]), Number(parts[3]))
  const zone = parts[7]
  if (typeof day !== 'string' || zone === undefined) return day
  // A moment with a time zone is a day in London: midnight in summer is written as 23:00 the day before in UTC.
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  const moment = new Date(`${day}T${parts[4]}:${parts[5]}:${parts[6] ?? '00'}${offset}`)
  return Number.isNaN(moment.getTime())
    ? { code: 'bad_date', message: `“${shown(text)}” has a time that does not exist.` }
    : dayInLondon(moment)
}

function readNumeric(
  text: string,
  parts: { first: number; second: number; year: string },
  context: DateContext,
): CivilDate | DateProblem {
  if (parts.year.length === 2 && !context.orderStated) {
    return {
      code: 'ambiguous_date',
      message: `“${shown(text)}” has a year of two digits, and nothing says which part is the day.`,
    }
  }
  const monthFirst = context.order === 'month_first'
  const [day, month] = monthFirst ? [parts.second, parts.first] : [parts.first, parts.second]
  if (context.order === null && parts.first !== parts.second) {
    return {
      code: 'ambiguous_date',
      message: `Nothing says whether “${shown(text)}” has the day or the month first.`,
    }
  }
  return civil(text, fullYear(parts.year, context.pivot), month, day)
}

const fullYear = (year: string, pivot: number) =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) <= pivot ? 2000 : 1900)

function civil(text: string, year: number, month: number, day: number): CivilDate | DateProblem {
  if (year < 1900 || year > 2199)
    return { code: 'impossible_date', message: `“${shown(text)}” is outside the years 1900 to 2199.` }
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return { code: 'impossible_date', message: `“${shown(text)}” is a day that does not exist.` }
  }
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as CivilDate
}

const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)
