import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  ageOn,
  dayNumber,
  daysBetween,
  fromDayNumber,
  weekdayOf,
} from '../../domain/dates/arithmetic.ts'
import { BANK_HOLIDAYS } from '../../domain/dates/bank-holidays.ts'
import { isCivilDate, type CivilDate } from '../../domain/dates/civil-date.ts'
import {
  holidaysBetween,
  isWorkingDay,
  latestWorkingDay,
  workingDaysBetween,
} from '../../domain/dates/working-days.ts'
import { anyDay } from './arbitrary-facts.ts'

const day = (text: string) => text as CivilDate

describe('civil dates', () => {
  it('agree with Temporal on every day from 1895 to 2204', () => {
    let date = Temporal.PlainDate.from('1895-01-01')
    let number = date.since('1970-01-01').days
    const wrong: string[] = []
    while (date.year < 2205) {
      const text = day(date.toString())
      const isAccepted = date.year >= 1900 && date.year < 2200
      if (dayNumber(text) !== number || fromDayNumber(number) !== text || isCivilDate(text) !== isAccepted)
        wrong.push(text)
      if (weekdayOf(text) !== date.dayOfWeek) wrong.push(text)
      date = date.add({ days: 1 })
      number += 1
    }
    expect(wrong).toEqual([])
  })

  it('add and count days and months as Temporal does', () => {
    fc.assert(
      fc.property(
        anyDay,
        anyDay,
        fc.integer({ min: -3000, max: 3000 }),
        fc.integer({ min: -110, max: 110 }),
        (a, b, n, m) => {
          const date = Temporal.PlainDate.from(a)
          expect(addDays(a, n)).toBe(date.add({ days: n }).toString())
          expect(addMonths(a, m)).toBe(date.add({ months: m }).toString())
          expect(daysBetween(a, b)).toBe(date.until(b).days)
        },
      ),
      { numRuns: 3000 },
    )
  })

  it.each([
    ['2027-10-31', -8, '2027-02-28'],
    ['2028-10-31', -8, '2028-02-29'],
    ['2028-02-29', -12, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2027-08-31', -2, '2027-06-30'],
    ['2200-01-31', 1, '2200-02-28'],
    ['1900-01-15', -15, '1898-10-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to)
  })

  it.each([
    '2027-02-30',
    '2027-02-29',
    '1900-02-29',
    '2100-02-29',
    '2027-04-31',
    '2027-13-01',
    '2027-00-10',
    '2027-01-00',
    '1899-12-31',
    '2200-01-01',
    '2027-1-01',
    '20270101',
    '2027-01-01T00:00',
    ' 2027-01-01',
    '2027/01/01',
    '+027-01-01',
    '２027-01-01',
    '',
    null,
    20270101,
    ['2027-01-01'],
  ])('refuses %j', (value) => {
    expect(isCivilDate(value)).toBe(false)
  })

  it.each(['2028-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('accepts %s', (value) => {
    expect(isCivilDate(value)).toBe(true)
  })

  it('says so when asked for a day it cannot reach', () => {
    expect(() => addDays(day('2199-12-31'), 9000)).toThrow(RangeError)
    expect(() => addMonths(day('1900-01-01'), -240)).toThrow(RangeError)
  })

  it('gives a year of age on 1 March to those born on 29 February', () => {
    expect(ageOn(day('2008-02-29'), day('2026-02-28'))).toBe(17)
    expect(ageOn(day('2008-02-29'), day('2026-03-01'))).toBe(18)
    expect(ageOn(day('1991-05-09'), day('2026-11-23'))).toBe(35)
  })
})

describe('working days of England and Wales', () => {
  it('knows eight holidays or more in every bundled year', () => {
    for (let year = 2021; year <= 2028; year += 1) {
      expect(holidaysBetween(day(`${year}-01-01`), day(`${year}-12-31`)).length).toBeGreaterThanOrEqual(8)
    }
    expect(BANK_HOLIDAYS.every(([date]) => isCivilDate(date))).toBe(true)
  })

  it.each([
    ['2026-11-30', '2026-11-30', true],
    ['2026-11-29', '2026-11-27', true],
    ['2026-12-28', '2026-12-24', true], // Boxing Day falls on a Saturday: Monday 28 December stands in for it
    ['2027-03-29', '2027-03-25', true], // Easter Monday, and back over Good Friday
    ['2022-09-19', '2022-09-16', true], // proclaimed for the state funeral
    ['2020-12-25', '2020-12-25', false], // before the bundled list: only weekends are known
    ['2029-01-01', '2029-01-01', false],
    ['2029-01-07', '2029-01-05', false],
  ])('the latest on or before %s is %s (holidays known: %s)', (date, latest, holidaysKnown) => {
    expect(latestWorkingDay(day(date))).toEqual({ date: latest, holidaysKnown })
  })

  it('counts between two days as one by one does', () => {
    const near = fc.integer({ min: 18_600, max: 21_600 }).map(fromDayNumber)
    fc.assert(
      fc.property(near, near, (a, b) => {
        const [from, to] = a <= b ? [a, b] : [b, a]
        let count = 0
        for (let date = from; date < to;) {
          date = addDays(date, 1)
          if (isWorkingDay(date)) count += 1
        }
        expect(workingDaysBetween(from, to)).toBe(count)
        expect(workingDaysBetween(to, from)).toBe(count === 0 ? 0 : -count)
      }),
      {
        numRuns: 60,
        examples: [
          [day('2020-12-08'), day('2020-12-08')],
          [day('2026-11-21'), day('2026-11-22')],
        ],
      },
    )
  })
})
