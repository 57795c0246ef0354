// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { madeUpAnswers, madeUpStatus } from './support/made-up.ts'
import { expectNoAxeViolations, loaded, renderApp } from './support/render-app.tsx'

const press = (key: string, keys: { ctrlKey?: boolean; altKey?: boolean } = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...keys })

describe('the frame', () => {
  it('names the page in the window title and puts the focus on its heading', async () => {
    await renderApp(madeUpAnswers(), '/today', 'today')
    expect(document.title).toBe('Today – Handover Desk')
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Today' }))
    fireEvent.click(screen.getAllByRole('link', { name: /^Handovers/u })[0] as HTMLElement)
    await loaded('handovers')
    expect(document.title).toBe('Upcoming – Handovers – Handover Desk')
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Handovers' }))
  })

  it('shows the marking, who is signed in, how old each source is and the last backup', async () => {
    await renderApp(madeUpAnswers(), '/blank', 'blank')
    expect(screen.getByText('OFFICIAL-SENSITIVE')).toBeTruthy()
    expect(within(screen.getByRole('banner')).getByText('Amy Thornber')).toBeTruthy()
    const bar = screen.getByRole('contentinfo')
    expect(bar.textContent).toContain('NOMIS 22 Nov')
    expect(bar.textContent).toContain('Delius, North East 9 Nov 14 days old')
    expect(bar.textContent).toContain('Backed up 20 Nov 2026, 5:31pm')
    expect(bar.textContent).toContain('No network used')
  })

  it('names above every page the old source and what it makes doubtful, but not where nothing rests on it', async () => {
    await renderApp(madeUpAnswers('u-ruth'), '/handovers/upcoming', 'handovers')
    const old = screen.getByRole('region', { name: 'Old sources' })
    expect(old.textContent).toContain('Delius, North East is 14 days old.')
    expect(old.textContent).toContain('In doubt: COM names and risk.')
    await expectNoAxeViolations()
    fireEvent.click(screen.getAllByRole('link', { name: 'Help' })[0] as HTMLElement)
    await loaded('help')
    expect(screen.queryByRole('region', { name: 'Old sources' })).toBeNull()
  })

  it('gives the year of a source only where it is not this year', async () => {
    const asAt = [
      { source: 'NOMIS', date: '2025-12-30' as const, days: 328, stale: true, doubt: 'every handover date' },
    ]
    const status = madeUpStatus({ asAt: asAt as never })
    await renderApp({ ...madeUpAnswers(), 'session.status': () => status }, '/blank', 'blank')
    expect(screen.getByRole('contentinfo').textContent).toContain('NOMIS 30 Dec 2025 328 days old')
  })

  it('says when nothing was imported or backed up', async () => {
    const status = madeUpStatus({ asAt: [], backedUpAt: null, sample: null })
    await renderApp({ ...madeUpAnswers(), 'session.status': () => status }, '/blank', 'blank')
    const bar = screen.getByRole('contentinfo')
    expect(bar.textContent).toContain('nothing imported yet')
    expect(bar.textContent).toContain('Not backed up yet')
    expect(screen.queryByText('Sample establishment.')).toBeNull()
  })

  it('offers areas by role, with counts of work', async () => {
    const first = await renderApp(madeUpAnswers('u-amy'), '/blank', 'blank')
    expect(screen.queryAllByRole('link', { name: 'Import' })).toHaveLength(0)
    // A POM's own, as the lists they lead to open with them.
    expect(screen.getAllByRole('link', { name: 'Handovers 9' }).length).toBeGreaterThan(0)
    expect(screen.getAllByRole('link', { name: 'Your passphrase' }).length).toBeGreaterThan(0)
    first.unmount()
    await renderApp(madeUpAnswers('u-dev'), '/blank', 'blank')
    expect(screen.getAllByRole('link', { name: 'Import' }).length).toBeGreaterThan(0)
    expect(screen.getAllByRole('link', { name: 'Handovers 31' }).length).toBeGreaterThan(0)
  })

  it('asks again when an area it shows has changed, and keeps the old answer meanwhile', async () => {
    const { desk } = await renderApp(madeUpAnswers(), '/blank', 'blank')
    desk.answer({
      'session.status': () =>
        madeUpStatus({
          counts: {
            unit: {
              handovers: 32,
              caseload: 575,
              differences: 0,
              quality: 0,
              waiting: 0,
              meetings: 0,
              notes: 0,
              chases: 0,
            },
            mine: {
              handovers: 10,
              caseload: 59,
              differences: 0,
              quality: 0,
              waiting: 0,
              meetings: 0,
              notes: 0,
              chases: 0,
            },
            covering: null,
          },
        }),
    })
    act(() => desk.changed('caseload'))
    expect(screen.getAllByRole('link', { name: 'Handovers 9' }).length).toBeGreaterThan(0)
    await waitFor(() =>
      expect(screen.getAllByRole('link', { name: 'Handovers 10' }).length).toBeGreaterThan(0),
    )
  })

  it('locks by Ctrl+L and leaves nothing of the case on the page', async () => {
    const { desk } = await renderApp(madeUpAnswers(), '/today', 'today')
    press('l', { ctrlKey: true })
    await loaded('unlock')
    expect(desk.calls.map(({ method }) => method)).toContain('session.lock')
    expect(screen.queryByText('Reyes-Holt, Kai')).toBeNull()
    expect(document.title).toBe('Unlock – Handover Desk')
  })

  it('moves between its parts with F6', async () => {
    await renderApp(madeUpAnswers(), '/blank', 'blank')
    for (const region of document.querySelectorAll('[data-landmark]')) {
      region.getClientRects = () => [new DOMRect()] as unknown as DOMRectList
    }
    press('F6')
    expect(document.activeElement?.tagName).toBe('FOOTER')
    press('F6')
    expect(document.activeElement?.tagName).toBe('HEADER')
  })

  it('skips to the main content', async () => {
    await renderApp(madeUpAnswers(), '/blank', 'blank')
    fireEvent.click(screen.getByRole('link', { name: 'Skip to main content' }))
    expect(document.activeElement).toBe(screen.getByRole('main'))
  })

  it('has no axe violations', async () => {
    await renderApp(madeUpAnswers('u-ruth'), '/blank', 'blank')
    await expectNoAxeViolations()
  })
})

describe('the palette', () => {
  it('opens by Ctrl+K, finds a person and goes to the case', async () => {
    await renderApp(madeUpAnswers(), '/blank', 'blank')
    press('k', { ctrlKey: true })
    const box = await screen.findByRole('combobox', { name: 'Find a person or an action' })
    fireEvent.change(box, { target: { value: 'A1001' } })
    const option = await screen.findByRole('option', { name: /Bexley, Aaron/u })
    expect(box.getAttribute('aria-activedescendant')).toBe(option.id)
    await expectNoAxeViolations(screen.getByRole('dialog'))
    fireEvent.keyDown(box, { key: 'Enter' })
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull())
  })

  it('finds an action, by arrow and Enter', async () => {
    await renderApp(madeUpAnswers(), '/blank', 'blank')
    fireEvent.click(screen.getByRole('button', { name: /^Find a person/u }))
    const box = await screen.findByRole('combobox')
    fireEvent.change(box, { target: { value: 'handovers' } })
    fireEvent.keyDown(box, { key: 'ArrowDown' })
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('COM overdue')
    fireEvent.keyDown(box, { key: 'Enter' })
    await loaded('handovers')
    expect(document.title).toContain('COM overdue')
  })

  it('says so when nothing is found', async () => {
    await renderApp(madeUpAnswers(), '/blank', 'blank')
    press('k', { ctrlKey: true })
    fireEvent.change(await screen.findByRole('combobox'), { target: { value: 'zzzz' } })
    expect(await screen.findByText(/Nothing found/u)).toBeTruthy()
  })

  it('lists the keyboard shortcuts, those of the page among them', async () => {
    await renderApp(madeUpAnswers(), '/today', 'today')
    press('/', { ctrlKey: true })
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
    expect(within(dialog).getByText('Check the dates: Reyes-Holt, Kai')).toBeTruthy()
    expect(within(dialog).getByText('Lock')).toBeTruthy()
    await expectNoAxeViolations(dialog)
  })
})
