import { expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { dayOnSheet, daysOnSheet, spanOnSheet } from '../../domain/sheets/day-words.ts'

const day = (text: string) => text as CivilDate

it.each([
  ['2026-11-23', 'Mon 23'],
  ['2026-12-06', 'Sun 6'],
  ['2026-11-22', 'Sun 22 Nov'],
  ['2026-12-07', 'Mon 7 Dec'],
  ['2025-11-21', 'Fri 21 Nov 2025'],
  ['2027-01-01', 'Fri 1 Jan 2027'],
])('on Monday 23 November 2026 a sheet says %s as %s', (date, said) => {
  expect(dayOnSheet(day(date), day('2026-11-23'))).toBe(said)
})

it('says no year of a day in this week or the next', () => {
  expect(dayOnSheet(day('2027-01-01'), day('2026-12-30'))).toBe('Fri 1')
})

it.each([
  ['2026-11-21', '2026-11-23', 'Saturday 21 to Monday 23 November 2026'],
  ['2026-11-28', '2026-12-04', 'Saturday 28 November to Friday 4 December 2026'],
  ['2026-12-26', '2027-01-01', 'Saturday 26 December 2026 to Friday 1 January 2027'],
  ['2026-11-21', '2026-11-21', 'Saturday 21 November 2026'],
])('from %s to %s is %s', (from, to, said) => {
  expect(spanOnSheet(day(from), day(to))).toBe(said)
})

it.each([
  [0, '0'],
  [730, '730'],
  [731, '2 years'],
  [5667, '15 years'],
])('a wait of %i days stands as %s', (days, said) => {
  expect(daysOnSheet(days)).toBe(said)
})
