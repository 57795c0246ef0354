import { describe, expect, it } from 'vitest'
import { BANDS_SHOWN, EVENTS_SHOWN, layOutMonth } from '../../domain/calendar/month.ts'
import { filtersInWords, NO_CALENDAR_FILTERS, usuallyHidden } from '../../domain/calendar/calendar-filters.ts'
import { calendarPath, periodOf, periodOfAnswer } from '../../renderer/features/calendar/calendar-period.ts'
import { busyDiary, FILTERS, madeUpMonth } from '../renderer/support/made-up-diary.ts'
import { day, TODAY } from '../renderer/support/words.ts'

const grid = (hidden: (typeof FILTERS)['hidden'] = null, from = TODAY) =>
  madeUpMonth(from, undefined, { ...FILTERS, hidden }).weeks

describe('the month', () => {
  it('is six whole weeks from the one the day is in', () => {
    const weeks = grid(null, day('2026-11-26'))
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
    expect(grid(['windows'])[1]?.days[0]?.events.map((event) => event.kind)).toEqual(['handover', 'meeting'])
  })

  it('never draws a planning date as a band', () => {
    const names = grid().flatMap((week) => week.bands.map((band) => band.event.name))
    expect(names).not.toContain('Sharrock, Glyn')
  })

  it('counts what a busy week or day has no room for, and loses nothing', () => {
    const events = busyDiary()
    const { weeks, to } = madeUpMonth(TODAY, events)
    expect(weeks[0]?.bands).toEqual([])
    expect(weeks[0]?.windows).toBeGreaterThan(BANDS_SHOWN)
    const days = weeks.flatMap((week) => week.days)
    const told = days.reduce((sum, each) => sum + each.total, 0)
    expect(told).toBe(events.filter((event) => event.date >= TODAY && event.date <= to).length)
    for (const { events: shown, total } of days) {
      expect(shown.length).toBeLessThanOrEqual(EVENTS_SHOWN)
      expect(total - shown.length).not.toBe(1)
    }
  })

  it('counts dated work and draws none of it', () => {
    const thursday = grid()[0]?.days[3]
    expect(thursday?.work).toBe(1)
    expect(thursday?.events.map(({ kind }) => kind)).toEqual(['meeting'])
    expect(grid([])[0]?.days[3]?.work).toBe(2)
  })

  it('puts handovers first, so that a full day never hides one behind a release', () => {
    const [today] = madeUpMonth(TODAY, busyDiary()).weeks[0]?.days ?? []
    const kinds = today?.events.map((event) => event.kind) ?? []
    expect(kinds.lastIndexOf('handover')).toBeLessThan(
      kinds.includes('release') ? kinds.indexOf('release') : 99,
    )
  })

  it('gives more room where there is more', () => {
    const events = Array.from({ length: 6 }, (_, at) => ({
      id: `e-${at}`,
      kind: 'release' as const,
      date: TODAY,
      windowFrom: null,
    }))
    const shown = (room?: number) =>
      layOutMonth({
        from: TODAY,
        eventsOn: (date) => (date === TODAY ? events : []),
        workOn: () => 0,
        windows: [],
        ...(room !== undefined && { room }),
      })[0]?.days[0]?.events.length
    expect([shown(), shown(5), shown(6)]).toEqual([3, 4, 6])
  })
})

describe('what the calendar leaves out', () => {
  it('is dated work of the whole unit, and among one’s own cases what cannot be late', () => {
    expect(usuallyHidden('unit')).toContain('work_due')
    expect(usuallyHidden('mine')).not.toContain('work_due')
    expect(usuallyHidden('mine')).toContain('work_opens')
  })

  it.each([
    [{}, 'unit', 'The whole unit. Not shown: all dated work.'],
    [{ hidden: [] }, 'mine', 'Cases of Amy Thornber. Everything is shown.'],
    [
      { hidden: ['held', 'release', 'start'], wing: 'C2', pom: 'Amy Thornber' },
      'unit',
      'The whole unit, POM Amy Thornber, wing C2. Not shown: meetings (held); handover starts and release.',
    ],
    [
      { hidden: ['work_opens', 'work_note'], region: 'Wales' },
      'covering',
      'Cases Amy Thornber covers today, region Wales. Not shown: dated work (opens and to note).',
    ],
  ] as const)('is a sentence on paper: %o, %s', (part, scope, words) => {
    const filters = { ...NO_CALENDAR_FILTERS, ...part } as typeof NO_CALENDAR_FILTERS
    expect(filtersInWords(filters, scope, 'Amy Thornber')).toBe(words)
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
