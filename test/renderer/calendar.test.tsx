// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FakeError } from './support/fake-desk.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, loaded, renderApp } from './support/render-app.tsx'

const open = (view: string, who: Parameters<typeof pageAnswers>[0] = 'u-amy') =>
  renderApp(pageAnswers(who), `/calendar?view=${view}`, `calendar-${view}`)
const asked = (desk: { calls: { method: string; input: unknown }[] }) =>
  desk.calls.filter(({ method }) => method === 'calendar.show').map(({ input }) => input)

describe('The calendar', () => {
  it('begins as a list of today on, of one’s own cases', async () => {
    const { desk } = await renderApp(pageAnswers(), '/calendar', 'calendar-list')
    expect(screen.getByRole('link', { name: 'List' }).getAttribute('aria-current')).toBe('page')
    expect(asked(desk)).toEqual([{ from: '2026-11-23', to: '2026-12-20', scope: 'mine' }])
    expect(screen.getByText('From 23 November 2026')).toBeTruthy()
  })

  it('says in words what each day holds, day by day', async () => {
    await open('list')
    const monday = screen.getByRole('heading', { name: 'Monday 30 November' })
    const items = within(monday.parentElement as HTMLElement).getAllByRole('listitem')
    expect(items.map((item) => item.textContent)).toEqual([
      'Marlowe, Dean A4417KDHandover: COM responsible from todayLeedsCOM missing',
      'Marlowe, Dean A4417KDHandover meeting: last dayLeedsTo book',
    ])
    expect(screen.getByRole('heading', { name: 'Monday 23 November Today' })).toBeTruthy()
  })

  it('jumps to a month, and back to where it was', async () => {
    const { desk } = await open('list')
    fireEvent.click(
      within(screen.getByRole('navigation', { name: 'Jump to a month' })).getByRole('link', { name: 'Dec' }),
    )
    await waitFor(() => expect(asked(desk).at(-1)).toMatchObject({ from: '2026-12-01' }))
    await screen.findByText('From 1 December 2026')
  })

  it.each(['list', 'week', 'month'])('has no axe violations: %s', async (view) => {
    await open(view)
    await expectNoAxeViolations()
  })

  it('goes on, back and to today, and says where it has come to', async () => {
    await open('week')
    fireEvent.click(screen.getByRole('link', { name: 'Next week' }))
    await screen.findByText('30 November 2026 to 6 December 2026', { selector: '.desk-page__lead' })
    await waitFor(() => expect(screen.getByText('30 November 2026 to 6 December 2026, 3 items')).toBeTruthy())
    fireEvent.click(
      within(screen.getByRole('navigation', { name: 'Period' })).getByRole('link', { name: 'Today' }),
    )
    await screen.findByText('23 November 2026 to 29 November 2026', { selector: '.desk-page__lead' })
  })

  it('shows a week as seven days', async () => {
    await open('week')
    const days = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)
    expect(days).toContain('Monday 23 November Today')
    expect(days).toContain('Sunday 29 November')
  })

  it('keeps the view for the next visit', async () => {
    await open('month')
    fireEvent.click(screen.getAllByRole('link', { name: 'Help' })[0] as HTMLElement)
    await loaded('help')
    fireEvent.click(screen.getAllByRole('link', { name: 'Calendar' })[0] as HTMLElement)
    await loaded('calendar-month')
  })

  it('hides a kind and brings it back', async () => {
    await open('list')
    const releases = () => screen.queryAllByText('Release (CRD)').length
    expect(releases()).toBe(2)
    fireEvent.click(screen.getByRole('checkbox', { name: 'Release' }))
    expect(releases()).toBe(0)
    fireEvent.click(screen.getByRole('button', { name: /^Clear/u }))
    expect(releases()).toBe(2)
  })

  it('asks for the unit when told to', async () => {
    const { desk } = await open('list')
    fireEvent.click(screen.getByRole('radio', { name: 'The unit' }))
    await waitFor(() => expect(asked(desk).at(-1)).toMatchObject({ scope: 'unit' }))
  })

  it('says plainly when there is nothing', async () => {
    const answers = pageAnswers('u-amy')
    const show = answers['calendar.show']
    await renderApp(
      {
        ...answers,
        'calendar.show': async (input) => ({ ...(await show?.(input)), events: [], holidays: [] }) as never,
      },
      '/calendar',
      'calendar-list',
    )
    expect(screen.getByText('Nothing between 23 November 2026 and 20 December 2026.')).toBeTruthy()
  })

  it('warns where bank holidays are not known', async () => {
    const answers = pageAnswers('u-amy')
    const show = answers['calendar.show']
    const note = 'Bank holidays are known here from 2021 to 2028.'
    await renderApp(
      {
        ...answers,
        'calendar.show': async (input) => ({ ...(await show?.(input)), holidaysNote: note }) as never,
      },
      '/calendar',
      'calendar-list',
    )
    expect(screen.getByText(note)).toBeTruthy()
    await expectNoAxeViolations()
  })
})

describe('The month', () => {
  const day = (name: RegExp) => screen.getByRole('link', { name })

  it('is a table of days, each a link to that day’s list', async () => {
    await open('month')
    const table = within(screen.getByRole('table'))
    expect(table.getAllByRole('columnheader').map((head) => head.textContent)).toEqual([
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
      'Saturday',
      'Sunday',
    ])
    fireEvent.click(day(/Wednesday 2 December 2026, 1 item/u))
    await loaded('calendar-list')
    expect(screen.getByText('From 2 December 2026')).toBeTruthy()
  })

  it('moves from day to day with the arrow keys, one day in the tab order', async () => {
    await open('month')
    const today = day(/Monday 23 November 2026/u)
    today.focus()
    fireEvent.keyDown(today, { key: 'ArrowRight' })
    expect(document.activeElement).toBe(day(/Tuesday 24 November 2026/u))
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' })
    expect(document.activeElement).toBe(day(/Tuesday 1 December 2026/u))
    fireEvent.keyDown(document.activeElement as Element, { key: 'End' })
    expect(document.activeElement).toBe(day(/Sunday 6 December 2026/u))
    fireEvent.keyDown(document.activeElement as Element, { key: 'Home' })
    expect(document.activeElement).toBe(day(/Monday 30 November 2026/u))
    expect(document.querySelectorAll('[data-day][tabindex="0"]')).toHaveLength(1)
  })

  it('gives a full day a link to the rest of it', async () => {
    await open('month', 'u-ruth')
    const more = screen.getAllByRole('link', { name: /more on Monday 23 November/u })[0] as HTMLElement
    fireEvent.click(more)
    await loaded('calendar-list')
    expect(screen.getByRole('heading', { name: 'Monday 23 November Today' })).toBeTruthy()
  })

  it('says a window still to book as a link to the case', async () => {
    await open('month')
    const bands = screen.getAllByRole('link', { name: 'Marlowe: book by Mon 30 Nov' })
    expect(bands[0]?.getAttribute('href')).toBe('/case/p-3/dates')
    fireEvent.click(screen.getByRole('checkbox', { name: 'Meeting windows' }))
    expect(screen.queryByRole('link', { name: 'Marlowe: book by Mon 30 Nov' })).toBeNull()
  })
})

describe('Exporting the calendar', () => {
  const openExport = async () => {
    const result = await open('list')
    fireEvent.click(screen.getByRole('button', { name: 'Export' }))
    return result
  }
  const sent = (desk: { calls: { method: string; input: unknown }[] }) =>
    desk.calls.find(({ method }) => method === 'calendar.export')?.input

  it('names nobody unless asked', async () => {
    const { desk } = await openExport()
    fireEvent.click(screen.getByRole('button', { name: 'Save calendar file' }))
    await screen.findByText(/17 events saved as/u)
    expect(sent(desk)).toEqual({ from: '2026-11-23', to: '2027-05-24', scope: 'mine', names: false })
    await expectNoAxeViolations()
  })

  it('refuses a period that ends before it begins', async () => {
    const { desk } = await openExport()
    const year = screen.getAllByLabelText('Year')[1] as HTMLElement
    fireEvent.change(year, { target: { value: '2025' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save calendar file' }))
    await screen.findByRole('link', { name: 'The last day must be the first day or later' })
    expect(sent(desk)).toBeUndefined()
  })

  it('says why the app refused', async () => {
    const { desk } = await openExport()
    desk.answer({
      'calendar.export': () => new FakeError('not_allowed', 'Exports are turned off on this computer.'),
    })
    fireEvent.click(screen.getByRole('button', { name: 'Save calendar file' }))
    await screen.findByText('Exports are turned off on this computer.')
  })

  it('leads from a day the app refused to its first field', async () => {
    const { desk } = await openExport()
    const message = 'The last day must be a real date.'
    desk.answer({ 'calendar.export': () => new FakeError('bad_input', message, { to: message }) })
    fireEvent.click(screen.getByRole('button', { name: 'Save calendar file' }))
    fireEvent.click(await screen.findByRole('link', { name: message }))
    expect(document.activeElement).toBe(screen.getAllByLabelText('Day')[1])
  })

  it('is not offered to those who may only read', async () => {
    await open('list', 'u-rona')
    expect(screen.queryByRole('button', { name: 'Export' })).toBeNull()
  })
})
