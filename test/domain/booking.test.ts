import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import {
  bookingDoubts,
  bookingInWords,
  bookingMistakes,
  timeInWords,
  type Booking,
  type BookingLimits,
} from '../../domain/meetings/booking.ts'
import { suggestDays, type SuggestFrom } from '../../domain/meetings/suggest-days.ts'

const day = (text: string) => text as CivilDate
const TODAY = day('2026-11-23')
const booking = (parts: Partial<Booking> = {}): Booking => ({
  on: day('2026-11-26'),
  from: '14:00',
  to: '14:35',
  mode: 'video',
  place: 'Video link room 1',
  attendees: ['Amy Thornber (POM)'],
  ...parts,
})
const limits = (parts: Partial<BookingLimits> = {}): BookingLimits => ({
  today: TODAY,
  now: '09:00',
  sentenced: day('2025-03-14'),
  release: day('2027-07-15'),
  windowFrom: day('2026-10-05'),
  windowTo: day('2026-11-30'),
  left: null,
  notHere: null,
  away: null,
  others: [],
  ...parts,
})

it.each([
  ['00:00', '12am'],
  ['09:05', '9:05am'],
  ['12:00', '12pm'],
  ['14:35', '2:35pm'],
])('%s is said as %s', (time, words) => expect(timeInWords(time)).toBe(words))

it('a booking is said with its day, its times and how', () =>
  expect(bookingInWords(booking())).toBe('Thu 26 Nov 2026, 2pm to 2:35pm, video'))

describe('what cannot be', () => {
  it.each<[string, Partial<Booking>, string[]]>([
    ['nothing', {}, []],
    ['today', { on: TODAY }, []],
    ['a day that has passed', { on: day('2026-11-22') }, ['on']],
    ['after release', { on: day('2027-07-16') }, ['on']],
    ['no beginning', { from: '' }, ['from']],
    ['an hour there is not', { from: '25:00' }, ['from']],
    ['an end before the beginning', { to: '13:00' }, ['to']],
    ['an end at the beginning', { to: '14:00' }, ['to']],
    ['nobody', { attendees: [] }, ['attendees']],
    ['an hour that has gone', { on: TODAY, from: '08:59' }, ['from']],
    ['an hour of another day', { from: '08:59' }, []],
  ])('%s', (_, parts, fields) =>
    expect(Object.keys(bookingMistakes(booking(parts), limits()))).toEqual(fields),
  )

  it('before a sentence still to come', () =>
    expect(bookingMistakes(booking(), limits({ sentenced: day('2026-12-01') }))).toHaveProperty('on'))
})

describe('what is allowed with a reason', () => {
  const other = { who: 'The POM', name: 'Gill, Harpreet', from: '14:30', to: '15:00' }
  it.each<[string, Partial<Booking>, Partial<BookingLimits>, RegExp | null]>([
    ['a plain booking', {}, {}, null],
    ['two in the night', { from: '02:00', to: '03:00' }, {}, /^2am is outside the working day/],
    ['before the window', {}, { windowFrom: day('2026-11-27') }, /window opens on 27 November/],
    ['after the window', { on: day('2026-12-01') }, {}, /last day of the window is 30 November/],
    ['a Saturday', { on: day('2026-11-28') }, {}, /no working day/],
    ['Christmas Day', { on: day('2026-12-25') }, { windowTo: null }, /bank holiday: Christmas/],
    [
      'while the POM is away',
      {},
      { away: { name: 'Amy Thornber', until: day('2026-11-27') } },
      /away until 27/,
    ],
    ['over another meeting', {}, { others: [other] }, /another meeting at that time: Gill, Harpreet/],
    ['right after another meeting', { from: '15:00', to: '15:30' }, { others: [other] }, null],
    ['right before another meeting', { from: '14:00', to: '14:30' }, { others: [other] }, null],
  ])('%s', (_, parts, more, words) => {
    const doubts = bookingDoubts(booking(parts), limits(more))
    if (words === null) expect(doubts).toEqual([])
    else expect(doubts.join(' ')).toMatch(words)
  })
})

describe('days to suggest', () => {
  const from = (parts: Partial<SuggestFrom> = {}): SuggestFrom => ({
    today: TODAY,
    windowFrom: day('2026-10-05'),
    windowTo: day('2026-12-04'),
    isAtWork: () => true,
    meetingsOn: () => 0,
    ...parts,
  })
  it('are working days inside the window, with notice, soonest first', () =>
    expect(suggestDays(from(), 4)).toEqual(['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30']))

  it('leave out absences, bank holidays and days outside the window', () => {
    const isAtWork = (at: CivilDate) => at !== '2026-11-25'
    expect(suggestDays(from({ isAtWork }), 2)).toEqual(['2026-11-26', '2026-11-27'])
    const overChristmas = from({ today: day('2026-12-22'), windowTo: day('2026-12-29') })
    expect(suggestDays(overChristmas, 9)).toEqual(['2026-12-24', '2026-12-29'])
    expect(suggestDays(from({ windowFrom: day('2026-12-03') }), 9)).toEqual(['2026-12-03', '2026-12-04'])
  })

  it('prefer days without a meeting, and fall back to those with the fewest', () => {
    const meetingsOn = (at: CivilDate) => (at === '2026-11-25' ? 2 : at === '2026-11-26' ? 1 : 0)
    expect(suggestDays(from({ meetingsOn }), 1)).toEqual(['2026-11-27'])
    expect(suggestDays(from({ meetingsOn, windowTo: day('2026-11-26') }), 1)).toEqual(['2026-11-26'])
  })

  it('are none where the window is over or not known', () => {
    expect(suggestDays(from({ windowTo: day('2026-11-24') }), 3)).toEqual([])
    expect(suggestDays(from({ windowTo: null }), 3)).toEqual([])
  })
})
