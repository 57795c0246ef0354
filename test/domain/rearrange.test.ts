import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { isOver, rearrangesOf, type BookedDay } from '../../domain/meetings/rearrange.ts'

const day = (text: string) => text as CivilDate
const FREE: BookedDay = { away: null, off: null, notHere: null, windowFrom: null, windowTo: null }

describe('a booking with its day ahead', () => {
  it.each<[string, Partial<BookedDay>, string[], RegExp]>([
    ['may stay', {}, [], /^$/],
    ['in the window may stay', { windowFrom: day('2026-11-30'), windowTo: day('2026-11-30') }, [], /^$/],
    [
      'of a POM on leave is moved or covered',
      { away: { name: 'Amy Thornber', until: day('2026-12-04') }, off: 'Amy Thornber' },
      ['pom_away 2026-12-04'],
      /^Amy Thornber is away until 4 December 2026: move it or let the cover hold it$/,
    ],
    [
      'on a day off is moved or covered',
      { off: 'Amy Thornber' },
      ['pom_off 1'],
      /^Amy Thornber does not work on Mondays: /,
    ],
    [
      'of somebody in hospital is held there or moved',
      { notHere: 'In hospital since 3 November 2026' },
      ['person_away In hospital since 3 November 2026'],
      /^the person is away \(in hospital since 3 November 2026\): hold it there, or move it$/,
    ],
    [
      'before the window is moved or explained',
      { windowFrom: day('2026-12-01') },
      ['outside_window 2026-12-01'],
      /^the window opens on 1 December 2026: /,
    ],
    [
      'after the window, with the POM away, says both',
      { windowTo: day('2026-11-29'), away: { name: 'Amy Thornber', until: day('2026-11-30') } },
      ['pom_away 2026-11-30', 'outside_window 2026-11-29'],
      /away until 30 November 2026.*last day of the window is 29 November 2026/,
    ],
  ])('%s', (_, known, causes, words) => {
    const found = rearrangesOf({ on: day('2026-11-30') }, { ...FREE, ...known })
    expect(found.map(({ key }) => key)).toEqual(causes)
    expect(found.map(({ says }) => says).join('; ')).toMatch(words)
  })

  it.each([
    ['2026-11-22', '15:00', true],
    ['2026-11-23', '08:59', true],
    ['2026-11-23', '09:00', true],
    ['2026-11-23', '09:01', false],
    ['2026-11-24', '08:00', false],
  ])('of %s until %s is over at 9 on the 23rd: %s', (on, to, over) =>
    expect(isOver({ on: day(on), to }, day('2026-11-23'), '09:00')).toBe(over),
  )
})
