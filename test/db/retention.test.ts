import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayInLondon, endOfDayInLondon } from '../../db/london-day.ts'
import { copiesToRemove } from '../../db/retention.ts'
import { day } from './support/stores.ts'

const NOW = new Date('2026-11-23T15:00:00.000Z')
const copy = (at: string) => ({ path: at, at })
const kept = (copies: { path: string; at: string }[]) => {
  const removed = new Set(copiesToRemove(copies, NOW))
  return copies.filter((one) => !removed.has(one)).map(({ at }) => at.slice(0, 13))
}

test('of today the newest three are kept', () => {
  expect(
    kept([9, 10, 11, 12, 13].map((hour) => copy(`2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`))),
  ).toEqual(['2026-11-23T11', '2026-11-23T12', '2026-11-23T13'])
})

test('of each earlier day within two weeks the newest is kept, then the newest of each month', () => {
  const copies = []
  for (let at = Date.parse('2025-06-01T09:00:00.000Z'); at < NOW.getTime(); at += 12 * 3600 * 1000) {
    copies.push(copy(new Date(at).toISOString()))
  }
  const left = kept(copies)
  expect(left.filter((at) => at >= '2026-11-10' && at < '2026-11-23')).toEqual(
    Array.from({ length: 13 }, (_, n) => `2026-11-${10 + n}T21`),
  )
  expect(left.filter((at) => at < '2026-11-01')).toEqual(
    [
      '2025-12-31T21',
      '2026-01-31T21',
      '2026-02-28T21',
      '2026-03-31T21',
      '2026-04-30T20',
      '2026-05-31T20',
      '2026-06-30T20',
      '2026-07-31T20',
      '2026-08-31T20',
      '2026-09-30T20',
      '2026-10-31T21',
    ].map((at) => at.replace('T20', 'T21')),
  )
})

test('whatever the copies, the newest stays and thinning twice removes nothing more', () => {
  const times = fc.array(fc.integer({ min: Date.parse('2024-01-01'), max: NOW.getTime() }), {
    minLength: 1,
    maxLength: 60,
  })
  fc.assert(
    fc.property(times, (list) => {
      const copies = [...new Set(list)].map((ms) => copy(new Date(ms).toISOString()))
      const removed = new Set(copiesToRemove(copies, NOW))
      const left = copies.filter((one) => !removed.has(one))
      const newest = copies.reduce((a, b) => (a.at > b.at ? a : b))
      expect(left).toContain(newest)
      expect(copiesToRemove(left, NOW)).toEqual([])
    }),
  )
})

test('a copy from the future is never removed', () => {
  const copies = [3, 4, 5, 6].map((hour) => copy(`2026-12-24T0${hour}:00:00.000Z`))
  expect(copiesToRemove(copies, NOW)).toEqual([])
})

test('the day in London ends an hour before UTC midnight in summer', () => {
  expect(endOfDayInLondon(day('2026-01-15'))).toBe('2026-01-16T00:00:00.000Z')
  expect(endOfDayInLondon(day('2026-07-15'))).toBe('2026-07-15T23:00:00.000Z')
  // The clocks change at 01:00 UTC on these two days.
  expect(endOfDayInLondon(day('2026-03-28'))).toBe('2026-03-29T00:00:00.000Z')
  expect(endOfDayInLondon(day('2026-03-29'))).toBe('2026-03-29T23:00:00.000Z')
  expect(endOfDayInLondon(day('2026-10-24'))).toBe('2026-10-24T23:00:00.000Z')
  expect(endOfDayInLondon(day('2026-10-25'))).toBe('2026-10-26T00:00:00.000Z')
  expect(dayInLondon(new Date('2026-07-15T23:30:00.000Z'))).toBe('2026-07-16')
})
