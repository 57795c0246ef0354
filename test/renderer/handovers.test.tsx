// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { windowSentence } from '../../renderer/components/table/window-bar.tsx'
import { madeUpAnswers } from './support/made-up.ts'
import { HANDOVER_COUNTS, manyHandovers } from './support/made-up-handovers.ts'
import { expectNoAxeViolations, loaded, renderApp } from './support/render-app.tsx'
import { TODAY } from './support/words.ts'

const table = () => screen.getByRole('table')
const rows = () => within(table()).getAllByRole('row').slice(1)
const open = (tab: string) => renderApp(madeUpAnswers('u-ruth'), `/handovers/${tab}`, 'handovers')

describe('Handovers', () => {
  it('lists every tab with its count, those the national service leaves out under a bracket', async () => {
    await open('upcoming')
    const tabs = within(screen.getByRole('navigation', { name: 'Lists of handovers' }))
    expect(tabs.getByRole('link', { name: 'Upcoming 31' }).getAttribute('aria-current')).toBe('page')
    const group = within(tabs.getByRole('group', { name: 'The national service does not list these' }))
    expect(group.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Past tariff 11',
      'Open, COM supports 7',
      'Recalls 46',
      'Short sentences 19',
      'Immigration 3',
    ])
  })

  it('shows a row’s dates, meeting, COM and flags in words, and its window as one sentence', async () => {
    await open('upcoming')
    const row = rows()[0] as HTMLElement
    const cells = within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent)
    expect(within(row).getByRole('rowheader').textContent).toBe('Reyes-Holt, Kai A7781MR')
    expect(cells).toEqual([
      'Mon 18 Jan 2027',
      '56 days',
      '',
      'To book',
      'COM missing',
      'A Thornber',
      'B · High',
      'Release first, 4 Jan',
    ])
    expect(within(row).getByRole('img').getAttribute('aria-label')).toBe(
      'Window 23 November 2026 to 18 January 2027, 56 days left, meeting to book.',
    )
  })

  it('says why a list stands here that the national service leaves out', async () => {
    await open('past_tariff')
    expect(screen.getByText('Why these are here.').parentElement?.textContent).toContain(
      'tariff that has passed',
    )
    expect(within(table()).getByRole('columnheader', { name: 'Responsible' })).toBeTruthy()
  })

  it('narrows by POM, region and RoSH, and takes a filter off again', async () => {
    await open('upcoming')
    fireEvent.change(screen.getByRole('combobox', { name: 'Filter by POM' }), {
      target: { value: 'J Askey' },
    })
    expect(rows()).toHaveLength(2)
    fireEvent.change(screen.getByRole('combobox', { name: 'Filter by Region' }), {
      target: { value: 'East Midlands' },
    })
    expect(rows()).toHaveLength(1)
    expect(screen.getAllByText(/Showing 1 of 16\./u).length).toBeGreaterThan(0)
    fireEvent.click(screen.getByRole('button', { name: /Remove filter Region: East Midlands/u }))
    expect(rows()).toHaveLength(2)
    fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }))
    expect(rows()).toHaveLength(16)
    expect(screen.getByText('flags, then handover date')).toBeTruthy()
  })

  it('moves the row in hand with the arrow keys', async () => {
    await open('upcoming')
    const link = (at: number) => within(rows()[at] as HTMLElement).getByRole('link')
    link(0).focus()
    fireEvent.keyDown(link(0), { key: 'ArrowDown' })
    expect(document.activeElement).toBe(link(1))
    fireEvent.keyDown(link(1), { key: 'ArrowUp' })
    expect(document.activeElement).toBe(link(0))
  })

  it('puts the same row in hand after going back to the list', async () => {
    await open('upcoming')
    const link = within(rows()[3] as HTMLElement).getByRole('link')
    link.focus()
    fireEvent.click(link)
    await screen.findByText(
      (_, element) => element?.tagName === 'H1' && !element.textContent?.includes('Handovers'),
    )
    fireEvent.keyDown(document.body, { key: 'ArrowLeft', altKey: true })
    await loaded('handovers')
    expect(document.activeElement?.textContent).toBe('Stannard, Lee')
  })

  it('turns pages beyond 50 rows', async () => {
    const list = () => ({
      today: TODAY,
      tab: 'upcoming' as const,
      counts: HANDOVER_COUNTS,
      about: 'Handover in the next 8 weeks.',
      sortedBy: 'handover date',
      rows: manyHandovers(240),
    })
    await renderApp(
      { ...madeUpAnswers('u-ruth'), 'handovers.list': list },
      '/handovers/upcoming',
      'handovers',
    )
    expect(rows()).toHaveLength(50)
    fireEvent.click(screen.getByRole('button', { name: 'Page 5' }))
    expect(rows()).toHaveLength(40)
    expect(screen.getAllByText(/Showing 201 to 240 of 240\./u).length).toBeGreaterThan(0)
  })

  it('is good news when a list is empty', async () => {
    await open('com_overdue')
    expect(screen.getByText('No COM is overdue.')).toBeTruthy()
  })

  it.each(['upcoming', 'past_tariff'])('has no axe violations on %s', async (tab) => {
    await open(tab)
    await expectNoAxeViolations()
  })
})

describe('the window bar’s sentence', () => {
  const facts = { today: '2026-11-23', windowFrom: '2026-10-05', windowTo: '2026-11-30', due: '2026-11-30' }

  it.each([
    [{ state: 'to_book', on: null }, 'Window 5 October to 30 November, 7 days left, meeting to book.'],
    [
      { state: 'held', on: '2026-11-19' },
      'Window 5 October to 30 November, 7 days left, meeting held 19 Nov.',
    ],
    [null, 'Window 5 October to 30 November, 7 days left.'],
  ] as const)('says all that is drawn: %o', (meeting, sentence) => {
    expect(windowSentence({ ...facts, meeting })).toBe(sentence)
  })

  it('counts the days past', () => {
    expect(
      windowSentence({
        ...facts,
        windowTo: '2026-11-22',
        due: '2026-11-22',
        meeting: { state: 'missed', on: null },
      }),
    ).toBe('Window 5 October to 22 November, 1 day past, meeting missed.')
  })

  it('says so where there is none', () => {
    expect(
      windowSentence({ today: '2026-11-23', windowFrom: null, windowTo: null, due: null, meeting: null }),
    ).toBe('No window.')
  })
})
