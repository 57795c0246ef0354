import type { DateOrder, Line } from './extract.ts'
import { readNumericParts } from './read-date.ts'

export type SettledOrder = DateOrder | 'unambiguous' | 'ask'

/** This many dates with the day first make one with the month first a slip of whoever typed it. */
const PLAINLY = 20

/**
 * One order of day and month for a whole file, from all its dates in numbers. A first part over 12 makes it day first.
 * Where second parts over 12 are more, where the two contradict each other and other dates could be either, where nothing
 * settles it, or where most years have two digits, the answer is `ask`: a wrong guess would move dates, and look right.
 */
export function settleDateOrder(
  lines: readonly Pick<Line, 'cells'>[],
  columns: readonly number[],
): SettledOrder {
  const seen = { dayFirst: 0, monthFirst: 0, either: 0, shortYears: 0, longYears: 0 }
  for (const { cells } of lines) {
    for (const column of columns) {
      const text = cells[column]?.trim() ?? ''
      if (mayBeNumeric(text)) count(text, seen)
    }
  }
  if (seen.shortYears > seen.longYears) return 'ask'
  if (seen.dayFirst + seen.monthFirst + seen.either === 0) return 'unambiguous'
  if (seen.dayFirst === 0 || seen.monthFirst > seen.dayFirst) return 'ask'
  return seen.monthFirst === 0 || seen.either === 0 || seen.dayFirst >= PLAINLY * seen.monthFirst
    ? 'day_first'
    : 'ask'
}

/** A cheap first look: ISO dates, the most common, have a digit where these have a stroke. */
function mayBeNumeric(text: string): boolean {
  if (text.length < 6) return false
  const second = text.charCodeAt(1)
  const third = text.charCodeAt(2)
  return !isDigit(second) || !isDigit(third)
}

const isDigit = (code: number) => code >= 48 && code <= 57

function count(
  text: string,
  seen: { dayFirst: number; monthFirst: number; either: number; shortYears: number; longYears: number },
) {
  const parts = readNumericParts(text)
  if (parts === null) return
  if (parts.year.length === 2) {
    seen.shortYears += 1
    return
  }
  seen.longYears += 1
  // The same both ways, or a day in neither: says nothing.
  if (parts.first === parts.second || (parts.first > 12 && parts.second > 12)) return
  if (parts.first > 12) seen.dayFirst += 1
  else if (parts.second > 12) seen.monthFirst += 1
  else seen.either += 1
}
