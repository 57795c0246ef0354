// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { OutputOf } from '../../domain/contract/index.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { EMPTY_ROW, type SheetRow } from '../../domain/sheets/sheet.ts'
import { FakeError, type FakeAnswers } from './support/fake-desk.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'

type Sheet = OutputOf<'sheets.show'>
const row = (more: Partial<SheetRow>): SheetRow => ({
  ...EMPTY_ROW,
  personId: 'p-3',
  name: 'Marlowe, Dean',
  ...more,
})
const part = (
  key: string,
  more: Partial<Sheet['blocks'][number][number]>,
): Sheet['blocks'][number][number] => ({
  key,
  layout: 'week',
  title: key,
  note: '',
  says: '',
  rows: [],
  empty: '',
  more: '',
  ...more,
})
const SHEET: Sheet = {
  kind: 'morning',
  today: '2026-11-23' as CivilDate,
  title: 'Morning sheet: Amy Thornber',
  lead: 'Monday 23 November 2026. 58 cases.',
  establishment: 'HMP Leeds',
  blocks: [
    [
      part('first', {
        layout: 'first',
        title: 'Three things first',
        rows: [row({ number: 'A4417KD, C2-014', second: 'Book the meeting.', aside: 'RoSH high.' })],
        more: 'and 6 more, on Today',
      }),
    ],
    [
      part('meetings', {
        layout: 'meetings',
        title: 'Today’s meetings',
        rows: [
          row({
            when: '2pm',
            second: 'Handover meeting, video',
            aside: 'Leon Grady (COM)',
            boxes: ['held', 'not held'],
          }),
        ],
      }),
    ],
    [part('week', { title: 'Rest of the week', empty: 'Nothing else falls in these days.' })],
    [
      part('waiting', {
        layout: 'list',
        title: 'Waiting on others',
        rows: [row({ text: 'COM, Leeds', days: 14 }), row({ text: 'No COM, Hull', days: 5667 })],
      }),
      part('changed', {
        layout: 'changes',
        title: 'Changed since Friday',
        rows: [row({ text: 'handover', was: '13 Feb 2027', now: '30 Nov 2026', second: 'CRD moved' })],
      }),
    ],
  ],
  noteLines: 4,
  sign: '',
  foot: 'Made 23 November 2026, 8:31am. As at NOMIS 22 Nov.',
}
const answers = (who: Parameters<typeof pageAnswers>[0], more: FakeAnswers = {}) =>
  pageAnswers(who, { 'sheets.show': ({ kind }) => ({ ...SHEET, kind }), ...more })

describe('the morning sheet', () => {
  it('shows the page with its marking, its parts in order and what was left off', async () => {
    await renderApp(answers('u-amy'), '/sheet/morning', 'sheet-morning')
    const paper = within(screen.getByRole('region', { name: 'Morning sheet: Amy Thornber' }))
    expect(paper.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'Three things first',
      'Today’s meetings',
      'Rest of the week',
      'Waiting on others',
      'Changed since Friday',
      'Notes',
    ])
    expect(paper.getByText('OFFICIAL-SENSITIVE')).toBeTruthy()
    expect(paper.getByText('and 6 more, on Today')).toBeTruthy()
    expect(paper.getByText('Nothing else falls in these days.')).toBeTruthy()
    expect(paper.getByText('Page 1 of 1')).toBeTruthy()
    expect(paper.getByText('15 years')).toBeTruthy()
    const changed = within(screen.getByRole('region', { name: 'Changed since Friday' }))
    expect(changed.getByRole('listitem').textContent).toBe(
      'Marlowe, Dean handover 13 Feb 2027 30 Nov 2026 CRD moved',
    )
    expect(changed.getByRole('link', { name: 'Marlowe, Dean' }).getAttribute('href')).toContain('/case/p-3')
    expect(screen.getByRole('region', { name: 'Morning sheet: Amy Thornber' }).hasAttribute('tabindex')).toBe(
      false,
    )
    await expectNoAxeViolations()
  })

  it('is saved as a PDF of the cases it shows, and printed', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
    const { desk } = await renderApp(
      answers('u-amy', { 'sheets.save': () => ({ saved: true, file: 'MORNING-SHEET_2026-11-23.pdf' }) }),
      '/sheet/morning',
      'sheet-morning',
    )
    fireEvent.click(screen.getByRole('button', { name: 'Save as PDF' }))
    const outcome = within(await screen.findByRole('alert', { name: 'Success' }))
    expect(outcome.getByText('Saved as MORNING-SHEET_2026-11-23.pdf.')).toBeTruthy()
    expect(desk.calls.findLast(({ method }) => method === 'sheets.save')?.input).toEqual({
      kind: 'morning',
      scope: 'mine',
    })
    fireEvent.click(screen.getByRole('button', { name: 'Print' }))
    expect(print).toHaveBeenCalledOnce()
  })

  it('says why it could not be saved', async () => {
    await renderApp(
      answers('u-amy', { 'sheets.save': () => new FakeError('not_allowed', 'Exports are turned off.') }),
      '/sheet/morning',
      'sheet-morning',
    )
    fireEvent.click(screen.getByRole('button', { name: 'Save as PDF' }))
    expect(await screen.findByText('Exports are turned off.')).toBeTruthy()
  })
})

describe('the Friday close', () => {
  it('has its own page, and those who only read save no file', async () => {
    await renderApp(answers('u-rona'), '/sheet/friday', 'sheet-friday')
    expect(screen.getByRole('heading', { level: 1, name: 'Friday close' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Save as PDF' })).toBeNull()
    await expectNoAxeViolations()
  })

  it('is found by its name with the palette', async () => {
    await renderApp(answers('u-amy'), '/sheet/morning', 'sheet-morning')
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true })
    const find = await screen.findByRole('combobox')
    fireEvent.change(find, { target: { value: 'Friday close' } })
    fireEvent.keyDown(find, { key: 'Enter' })
    expect(await screen.findByRole('heading', { level: 1, name: 'Friday close' })).toBeTruthy()
  })

  it('knows no other sheet', async () => {
    await renderApp(answers('u-amy'), '/sheet/evening', 'not-found')
    expect(screen.getByRole('heading', { name: 'Page not found' })).toBeTruthy()
  })
})
