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
      'Marlowe, Dean A4417KDHandover meeting: last dayLeedsTo book Book',
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

  it.each([
    ['list', 'Monday 30 November'],
    ['week', 'Thursday 26 November'],
  ])('counts what a day has no room for, one link from its list: %s', async (view, title) => {
    const answers = pageAnswers('u-amy')
    const show = answers['calendar.show']
    const date = view === 'list' ? '2026-11-30' : '2026-11-26'
    const rest = [
      { date, count: 14 },
      { date: '2026-11-28', count: 31 },
    ]
    const { desk } = await renderApp(
      { ...answers, 'calendar.show': async (input) => ({ ...(await show?.(input)), rest }) as never },
      `/calendar?view=${view}`,
      `calendar-${view}`,
    )
    expect(screen.getByRole('heading', { name: title })).toBeTruthy()
    expect(screen.getByRole('link', { name: '31 items on Saturday 28 November' })).toBeTruthy()
    await expectNoAxeViolations()
    fireEvent.click(screen.getByRole('link', { name: /^14 more on / }))
    await waitFor(() => expect(asked(desk).at(-1)).toMatchObject({ from: date }))
    await loaded('calendar-list')
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

  it('hides a kind, keeps that for the next visit, and clears it', async () => {
    const { desk } = await open('list')
    const releases = () => screen.queryAllByText('Release (CRD)').length
    expect(releases()).toBe(2)
    fireEvent.click(screen.getByRole('checkbox', { name: 'Release' }))
    await waitFor(() => expect(releases()).toBe(0))
    const hidden = ['work_aim', 'work_opens', 'work_reminder', 'work_note', 'release']
    const kept = () => desk.calls.filter(({ method }) => method === 'calendar.saveFilters')
    await waitFor(() => expect(kept().at(-1)?.input).toEqual({ hidden, pom: null, wing: null, region: null }))
    fireEvent.click(screen.getByRole('button', { name: 'Clear all filters' }))
    await waitFor(() => expect(releases()).toBe(2))
    await waitFor(() => expect(kept().at(-1)?.input).toMatchObject({ hidden: null }))
  })

  it('says where what was chosen could not be kept', async () => {
    const { desk } = await open('list')
    desk.answer({ 'calendar.saveFilters': () => new FakeError('unexpected', 'The disk is full.') })
    fireEvent.click(screen.getByRole('checkbox', { name: 'Release' }))
    expect(await screen.findByText('Not kept: The disk is full.')).toBeTruthy()
  })

  it('is narrowed to a POM, a wing and a region that somebody has', async () => {
    const { desk } = await open('list')
    const wing = screen.getByRole('combobox', { name: 'Wing' })
    expect(
      within(wing)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['All wings', 'A1', 'C2'])
    fireEvent.change(wing, { target: { value: 'C2' } })
    await waitFor(() => expect(asked(desk).at(-1)).toMatchObject({ filters: { wing: 'C2', hidden: null } }))
    fireEvent.change(screen.getByRole('combobox', { name: 'Home region' }), {
      target: { value: 'North East' },
    })
    await waitFor(() =>
      expect(asked(desk).at(-1)).toMatchObject({ filters: { wing: 'C2', region: 'North East' } }),
    )
    expect(screen.getByText(/^Cases of Amy Thornber, wing C2, region North East\./u)).toBeTruthy()
  })

  it('shows of one’s own cases the work that can be late, says so, and the rest when asked', async () => {
    await open('list')
    expect(screen.getByText('Due: Send the handover report')).toBeTruthy()
    expect(screen.queryByText('Opens: Duty to refer')).toBeNull()
    expect(screen.getByText(/what can be late is on/u)).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: 'Opens' }))
    expect(await screen.findByText('Opens: Duty to refer')).toBeTruthy()
  })

  it('leads from a meeting to book, or booked, to the form that books or moves it', async () => {
    await open('list')
    const book = screen.getByRole('link', { name: /^Book meeting: Marlowe, Dean/u })
    expect(book.getAttribute('href')).toBe('/case/p-3/meetings?book=mt-handover')
    expect(screen.getByRole('link', { name: /^Move meeting: Abara, Chidi/u })).toBeTruthy()
  })

  it('offers no booking to those who may only read', async () => {
    await open('list', 'u-rona')
    expect(screen.queryByRole('link', { name: /^(Book|Move) meeting/u })).toBeNull()
  })

  it('is printed on A4 as it stands', async () => {
    const { desk } = await open('list')
    fireEvent.change(screen.getByRole('combobox', { name: 'Wing' }), { target: { value: 'C2' } })
    fireEvent.click(screen.getByRole('button', { name: 'Print on A4' }))
    await screen.findByText('Saved as CALENDAR_list_2026-11-23.pdf.')
    expect(desk.calls.find(({ method }) => method === 'calendar.print')?.input).toEqual({
      view: 'list',
      from: '2026-11-23',
      scope: 'mine',
      filters: { hidden: null, pom: null, wing: 'C2', region: null },
    })
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

  it('draws a window still to book, which is hidden with its kind', async () => {
    await open('month')
    expect(screen.getAllByRole('button', { name: 'Marlowe: book by Mon 30 Nov' })).toHaveLength(1)
    fireEvent.click(screen.getByRole('checkbox', { name: 'Meeting windows' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Marlowe: book/u })).toBeNull())
    expect(screen.getByRole('button', { name: 'Marlowe, Dean: Handover meeting: last day' })).toBeTruthy()
  })

  it('names bank holidays', async () => {
    await open('month')
    expect(screen.getByText('Christmas Day')).toBeTruthy()
    expect(screen.getAllByText('Bank holiday')).toHaveLength(3)
  })

  it('opens a meeting on the spot, with ways to its form and its case, and goes back where it was', async () => {
    await open('month')
    const meeting = screen.getByRole('button', { name: '11am Abara, Chidi: Handover meeting, 11am' })
    fireEvent.click(meeting)
    const details = within(screen.getByRole('dialog', { name: 'Abara, Chidi: Handover meeting, 11am' }))
    expect(details.getByText('Window 14 October 2026 to 9 December 2026')).toBeTruthy()
    expect(details.getByRole('link', { name: 'Open case' }).getAttribute('href')).toBe('/case/p-6/dates')
    const move = details.getByRole('link', { name: 'Move meeting' })
    expect(move.getAttribute('href')).toBe('/case/p-6/meetings?book=mt-handover')
    expect(document.activeElement).toBe(move)
    await expectNoAxeViolations()
    fireEvent.keyDown(move, { key: 'Escape' })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(meeting)
  })

  it('counts dated work by day, one link from its list', async () => {
    await open('month')
    fireEvent.click(screen.getByRole('link', { name: '1 to do: dated work on Thursday 26 November' }))
    await loaded('calendar-list')
    expect(screen.getByText('From 26 November 2026')).toBeTruthy()
  })
})

describe('Dragging a meeting', () => {
  const dragged = (name: string) => screen.getByRole('button', { name }).closest('[draggable]') as Element
  const cell = (date: string) => document.querySelector(`[data-date="${date}"]`) as HTMLElement
  const carrying = { dataTransfer: { setData: () => {}, effectAllowed: '', dropEffect: '' } }

  it('shows where it may go, and where only with a reason; never to a day that has passed', async () => {
    await renderApp(pageAnswers(), '/calendar?view=month&from=2026-11-16', 'calendar-month')
    fireEvent.dragStart(dragged('11am Abara, Chidi: Handover meeting, 11am'), carrying)
    const drop = (date: string) => cell(date).dataset['drop']
    expect([drop('2026-11-20'), drop('2026-11-26')]).toEqual([undefined, undefined])
    expect([drop('2026-11-24'), drop('2026-12-09')]).toEqual(['in', 'in'])
    expect([drop('2026-11-28'), drop('2026-12-10')]).toEqual(['reason', 'reason'])
    fireEvent.dragEnd(cell('2026-11-24'))
    expect(drop('2026-11-24')).toBeUndefined()
  })

  it('opens the booking form of that case, and writes nothing', async () => {
    const { desk } = await open('month')
    fireEvent.dragStart(dragged('Marlowe: book by Mon 30 Nov'), carrying)
    expect(fireEvent.dragOver(cell('2026-11-25'), carrying)).toBe(false)
    fireEvent.drop(cell('2026-11-25'), carrying)
    await loaded('case-meetings')
    expect(desk.calls.some(({ method }) => method === 'meetings.book')).toBe(false)
  })

  it('works in the week too', async () => {
    await open('week')
    const item = screen.getByRole('link', { name: 'Abara, Chidi' }).closest('[draggable="true"]') as Element
    fireEvent.dragStart(item, carrying)
    expect(cell('2026-11-27').dataset['drop']).toBe('in')
    expect(screen.getByRole('link', { name: /^Move meeting: Abara/u })).toBeTruthy()
  })

  it('is for nobody who may only read', async () => {
    await open('month', 'u-rona')
    expect(document.querySelector('[draggable]')).toBeNull()
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
