import { describe, expect, it } from 'vitest'
import { shortName } from '../../renderer/components/text/short-name.ts'
import {
  showDay,
  showDayMonth,
  showIn,
  showMoment,
  showTableDate,
} from '../../renderer/components/text/show-date.ts'

describe('dates and moments in words', () => {
  it('always shows the weekday in tables', () => {
    expect(showTableDate('2026-11-30')).toBe('Mon 30 Nov 2026')
    expect(showDay('2026-11-23')).toBe('Monday 23 November')
    expect(showDayMonth('2027-01-04')).toBe('4 Jan')
  })

  it.each([
    [0, 'today'],
    [1, '1 day'],
    [7, '7 days'],
    [-1, '1 day ago'],
    [-167, '167 days ago'],
  ])('counts %i days', (days, words) => {
    expect(showIn(days)).toBe(words)
  })

  it('counts years where nobody counts days', () => {
    expect(showIn(-3051)).toBe('8 years ago')
  })

  it.each([
    ['2026-11-20T17:31:00Z', '20 Nov 2026, 5:31pm'],
    ['2026-07-01T11:05:00Z', '1 Jul 2026, 12:05pm'],
    ['2026-01-09T00:30:00Z', '9 Jan 2026, 12:30am'],
    ['2026-09-01T08:00:00Z', '1 Sep 2026, 9:00am'],
  ])('shows %s in London time', (moment, words) => {
    expect(showMoment(moment)).toBe(words)
  })

  it('shortens a first name to its letter', () => {
    expect(shortName('Amy Thornber')).toBe('A Thornber')
    expect(shortName('Oyelaran')).toBe('Oyelaran')
  })
})
