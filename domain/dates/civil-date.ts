/**
 * A calendar day with no time and no time zone, written `YYYY-MM-DD`, from 1900-01-01 to 2199-12-31.
 * Strings of this shape sort and compare as dates do, so `<` and `===` are the comparison operators.
 */
export type CivilDate = string & { readonly __brand: 'CivilDate' }

const DAYS_IN_MONTH = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function isLeapYear(year: number): boolean {
  return (year & 3) === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Days in a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month] ?? 0)
}

/** True of a string that names a day that exists, from 1900-01-01 to 2199-12-31, in exactly this shape. */
export function isCivilDate(value: unknown): value is CivilDate {
  if (typeof value !== 'string' || value.length !== 10) return false
  if (value.charCodeAt(4) !== 45 || value.charCodeAt(7) !== 45) return false
  const century = digits(value, 0)
  const yearOfCentury = digits(value, 2)
  const month = digits(value, 5)
  const day = digits(value, 8)
  if (century < 19 || century > 21 || yearOfCentury < 0 || month < 1 || month > 12 || day < 1) return false
  return day <= 28 || day <= daysInMonth(century * 100 + yearOfCentury, month)
}

/** The two digits at `at`, or -1000 where either is not a digit. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48
  const units = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : -1000
}
