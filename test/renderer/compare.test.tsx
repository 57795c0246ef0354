// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { FakeError } from './support/fake-desk.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'

const open = (query = '', who: Parameters<typeof pageAnswers>[0] = 'u-ruth') =>
  renderApp(pageAnswers(who), `/compare${query}`, 'compare')
const picture = () => screen.getByRole('img')
const tabs = () => within(screen.getByRole('navigation', { name: 'Who moves' }))

describe('Compare rule sets', () => {
  it('heads the chart with what it finds, and says that nothing is saved', async () => {
    const { desk } = await open()
    expect(
      screen.getByRole('heading', { level: 2, name: /^24 cases would be past handover at once/u }),
    ).toBeTruthy()
    expect(
      screen.getByText('All 574 cases, as if from Monday 23 November 2026. Nothing is saved.'),
    ).toBeTruthy()
    expect(document.title).toBe('Compare rule sets – Handover Desk')
    expect(desk.calls.find(({ method }) => method === 'compare.show')?.input).toEqual({
      a: 'in_force',
      scope: 'unit',
    })
  })

  it('draws solid against striped bars with a number on each, named in place, and says the same in words', async () => {
    await open()
    const image = picture()
    expect(image.querySelectorAll('rect.desk-chart__solid')).toHaveLength(12)
    expect(image.querySelectorAll('rect.desk-chart__striped')).toHaveLength(13)
    expect(image.querySelectorAll('.desk-chart__number')).toHaveLength(26)
    expect(within(image).getByText('National service 8½ months, striped')).toBeTruthy()
    expect(within(image).getByText('In force now, solid')).toBeTruthy()
    const says = document.getElementById('compare-chart-says')?.textContent
    expect(says).toContain('At once: 0 against 24. Nov: 6 against 5.')
    expect(image.innerHTML).not.toContain('style=')
  })

  it('keeps the same numbers as a table, there for print and screen readers', async () => {
    await open()
    const table = within(screen.getByText(/^Handovers by month:/u).closest('table') as HTMLElement)
    const rows = table.getAllByRole('row', { hidden: true })
    expect(rows).toHaveLength(14)
    expect(rows[1]?.textContent).toBe('At once024')
  })

  it.each([
    ['', 'u-ruth'],
    ['?show=by_pom', 'u-dev'],
    ['?show=meetings', 'u-rona'],
    ['?show=later', 'u-ruth'],
  ] as const)('has no axe violations: %s', async (query, who) => {
    await open(query, who)
    await expectNoAxeViolations()
  })

  it('leads from each count to its people, with the focus', async () => {
    const { desk } = await open()
    fireEvent.click(screen.getByRole('link', { name: '116 would not move' }))
    await screen.findByRole('table', { name: /^Not moved: Showing 1 to 50 of 116/u })
    expect(document.activeElement?.textContent).toBe('Who moves')
    expect(tabs().getByRole('link', { current: 'page' }).textContent).toBe('Not moved 116')
    expect(desk.calls.findLast(({ method }) => method === 'compare.people')?.input).toMatchObject({
      list: 'same',
      b: 'national-2023',
    })
    // Nobody to lead to.
    expect(screen.queryByRole('link', { name: /handed over later/u })).toBeNull()
  })

  it('lists who is past at once first, each with the row that decides', async () => {
    await open()
    const table = within(await screen.findByRole('table', { name: /^Past at once: Showing all 24/u }))
    const [, first] = table.getAllByRole('row')
    expect(first?.textContent).toContain('Marlowe, Dean A1000KD')
    expect(first?.textContent).toContain('15 Jul 2027 CRD')
    expect(first?.textContent).toContain('30 Nov 20261 Nov 202629 days earlierRow 12, 8 months 14 days')
    expect(table.getByRole('columnheader', { name: 'Rule under National rules' })).toBeTruthy()
  })

  it('turns pages', async () => {
    await open('?show=moved')
    await screen.findByRole('table', { name: /Showing 1 to 50 of 346/u })
    fireEvent.click(screen.getByRole('button', { name: /^Next/u }))
    await screen.findByRole('table', { name: /Showing 51 to 100 of 346/u })
  })

  it('says in a sentence that a list is empty', async () => {
    await open('?show=gains')
    expect(await screen.findByText('Nobody is on this list.')).toBeTruthy()
  })

  it('shows the POMs, and the meetings by month', async () => {
    await open('?show=by_pom')
    const poms = within(screen.getByRole('table', { name: /for each POM/u }))
    expect(poms.getByRole('row', { name: /^Amy Thornber 58 31 0 4 2 3/u })).toBeTruthy()
    expect(poms.getByRole('rowheader', { name: 'Nobody allocated' })).toBeTruthy()
    fireEvent.click(tabs().getByRole('link', { name: 'Meetings by month' }))
    expect(
      await screen.findByRole('columnheader', { name: 'Handover meetings, National rules' }),
    ).toBeTruthy()
  })

  it('compares the sets that are chosen, and keeps what is shown', async () => {
    const { desk } = await open('?show=by_pom')
    fireEvent.change(screen.getByLabelText('Rules shown striped'), { target: { value: 'pre-release-5' } })
    await waitFor(() =>
      expect(screen.getByRole('columnheader', { name: '5-month rules', hidden: true })).toBeTruthy(),
    )
    fireEvent.change(screen.getByLabelText('Rules shown solid'), { target: { value: 'day-1-2021' } })
    await waitFor(() =>
      expect(desk.calls.findLast(({ method }) => method === 'compare.show')?.input).toEqual({
        a: 'day-1-2021',
        b: 'pre-release-5',
        scope: 'unit',
      }),
    )
    expect(tabs().getByRole('link', { current: 'page' }).textContent.trim()).toBe('By POM')
  })

  it('offers adoption to the head of OMU alone, on its own page', async () => {
    await open()
    const link = screen.getByRole('button', { name: 'Adopt National service 8½ months from a date' })
    expect(link.getAttribute('href')).toContain('/rules/adopt?set=national-2023')
  })

  it.each(['u-dev', 'u-rona'] as const)('does not offer adoption to others: %s', async (who) => {
    await open('', who)
    expect(screen.queryByRole('button', { name: /^Adopt/u })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Export table' }) !== null).toBe(who === 'u-dev')
  })

  it('stands in the side navigation of those it is for', async () => {
    await open()
    expect(
      screen.getAllByRole('link', { name: 'Compare rule sets', current: 'page' }).length,
    ).toBeGreaterThan(0)
    document.body.replaceChildren()
    await renderApp(pageAnswers('u-amy'), '/today', 'today')
    expect(screen.queryByRole('link', { name: 'Compare rule sets' })).toBeNull()
  })

  it('prints', async () => {
    const print = vi.fn()
    window.print = print
    await open()
    fireEvent.click(screen.getByRole('button', { name: 'Print view' }))
    expect(print).toHaveBeenCalledOnce()
  })

  it('says why it cannot be shown', async () => {
    const answers = pageAnswers('u-amy', {
      'compare.show': () => new FakeError('not_allowed', 'Your role may not do this.'),
    })
    await renderApp(answers, '/compare', 'compare')
    expect(screen.getByRole('alert').textContent).toContain('Your role may not do this.')
    expect(screen.queryByRole('group', { name: 'Whose cases' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Print view' })).toBeNull()
  })
})

describe('exporting the table', () => {
  it('saves the list in sight in the kind asked for', async () => {
    const { desk } = await open('?show=earlier')
    fireEvent.click(screen.getByRole('button', { name: 'Export table' }))
    const panel = within(screen.getByRole('region', { name: 'Export the table' }))
    expect(panel.getByText(/^Earlier, 346 people/u)).toBeTruthy()
    await expectNoAxeViolations()
    fireEvent.click(panel.getByRole('radio', { name: 'CSV' }))
    fireEvent.click(panel.getByRole('button', { name: 'Save table' }))
    expect(await panel.findByText('346 rows saved as compare.csv.')).toBeTruthy()
    expect(desk.calls.at(-1)).toEqual({
      method: 'compare.export',
      input: { a: 'in_force', b: 'national-2023', scope: 'unit', list: 'earlier', format: 'csv' },
    })
  })

  it('says when nothing was saved, and when it may not be', async () => {
    const { desk } = await open('?show=meetings')
    fireEvent.click(screen.getByRole('button', { name: 'Export table' }))
    const panel = within(screen.getByRole('region', { name: 'Export the table' }))
    desk.answer({ 'compare.export': () => ({ saved: false, rows: 346, file: null }) })
    fireEvent.click(panel.getByRole('button', { name: 'Save table' }))
    expect(await panel.findByText('Nothing was saved.')).toBeTruthy()
    desk.answer({ 'compare.export': () => new FakeError('not_allowed', 'Exports are turned off.') })
    fireEvent.click(panel.getByRole('button', { name: 'Save table' }))
    expect((await panel.findByRole('alert')).textContent).toContain('Exports are turned off.')
  })
})
