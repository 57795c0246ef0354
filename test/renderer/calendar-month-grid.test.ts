import { describe, expect, it } from 'vitest'
import { BANDS_SHOWN, EVENTS_SHOWN, monthGrid } from '../../renderer/components/calendar/month-grid.ts'
import { calendarPath, periodOf, periodOfAnswer } from '../../renderer/features/calendar/calendar-period.ts'
import { busyDiary, madeUpDiary } from './support/made-up-diary.ts'
import { day, TODAY } from './support/words.ts'

const diary = madeUpDiary(day('2026-11-01'), day('2027-02-28'))
const grid = (change: Partial<Parameters<typeof monthGrid>[0]> = {}) =>
  monthGrid({
    from: TODAY,
    today: TODAY,
    events: diary.events,
    holidays: diary.holidays,
    bands: true,
    ...change,
  })

describe('the month', () => {
  it('is six whole weeks from the one the day is in', () => {
    const weeks = grid({ from: day('2026-11-26') })
    expect(weeks.map((week) => week.key)).toEqual([
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
      '2026-12-14',
      '2026-12-21',
      '2026-12-28',
    ])
    expect(weeks.every((week) => week.days.length === 7)).toBe(true)
  })

  it('names bank holidays and knows weekends and today', () => {
    const days = grid().flatMap((week) => week.days)
    expect(days.filter((each) => each.holiday !== null).map((each) => each.date)).toEqual([
      '2026-12-25',
      '2026-12-28',
      '2027-01-01',
    ])
    expect(days.filter((each) => each.today).map((each) => each.date)).toEqual([TODAY])
    expect(days.filter((each) => each.weekend)).toHaveLength(12)
  })

  it('draws a window still to book as a band up to its last day', () => {
    const [first, second] = grid()
    const inFirst = first?.bands.map(({ event, first, last, begins, ends }) => [
      event.name,
      first,
      last,
      begins,
      ends,
    ])
    expect(inFirst).toEqual([
      ['Marlowe, Dean', 0, 6, false, false],
      ['Oldroyd, Shaun', 0, 6, false, false],
      ['Reyes-Holt, Kai', 0, 6, true, false],
    ])
    expect(second?.bands[0]).toMatchObject({ first: 0, last: 0, ends: true })
  })

  it('does not say a band’s last day twice', () => {
    const monday = grid()[1]?.days[0]
    expect(monday?.events.map((event) => event.kind)).toEqual(['handover'])
    expect(grid({ bands: false })[1]?.days[0]?.events.map((event) => event.kind)).toEqual([
      'handover',
      'meeting',
    ])
  })

  it('never draws a planning date as a band', () => {
    const names = grid().flatMap((week) => week.bands.map((band) => band.event.name))
    expect(names).not.toContain('Sharrock, Glyn')
  })

  it('counts what a busy week or day has no room for, and loses nothing', () => {
    const events = madeUpDiary(day('2026-11-01'), day('2027-03-31'), busyDiary()).events
    const weeks = monthGrid({ from: TODAY, today: TODAY, events, holidays: [], bands: true })
    expect(weeks[0]?.bands).toEqual([])
    expect(weeks[0]?.windows).toBeGreaterThan(BANDS_SHOWN)
    const last = weeks.at(-1)?.days.at(-1)?.date ?? ''
    const days = weeks.flatMap((week) => week.days)
    const told = days.reduce((sum, each) => sum + each.events.length + each.hidden, 0)
    expect(told).toBe(events.filter((event) => event.date >= TODAY && event.date <= last).length)
    expect(days.every((each) => each.events.length <= EVENTS_SHOWN && each.hidden !== 1)).toBe(true)
  })

  it('puts handovers first, so that a full day never hides one behind a release', () => {
    const events = madeUpDiary(TODAY, TODAY, busyDiary()).events
    const [today] =
      monthGrid({ from: TODAY, today: TODAY, events, holidays: [], bands: false })[0]?.days ?? []
    const kinds = today?.events.map((event) => event.kind) ?? []
    expect(kinds.lastIndexOf('handover')).toBeLessThan(
      kinds.includes('release') ? kinds.indexOf('release') : 99,
    )
  })
})

describe('the period of a view', () => {
  it('shows six whole weeks as a month', () => {
    const month = periodOf('month', TODAY)
    expect([month.from, month.to]).toEqual(['2026-11-23', '2027-01-03'])
  })

  it.each(['list', 'week', 'month'] as const)('knows the answer of a %s again', (view) => {
    const period = periodOf(view, day('2026-11-25'))
    expect(periodOfAnswer(period.from, period.to)).toEqual(period)
  })

  it('leaves no day out between one period and the next', () => {
    for (const view of ['list', 'week', 'month'] as const) {
      const period = periodOf(view, TODAY)
      expect(
        periodOf(view, period.next).from <= period.to || periodOf(view, period.next).previous === period.from,
      ).toBe(true)
      expect(periodOf(view, period.next).previous).toBe(period.from)
    }
    expect(calendarPath('week', TODAY)).toBe('/calendar?view=week&from=2026-11-23')
  })
})
