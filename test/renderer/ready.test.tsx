// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OutputOf } from '../../domain/contract/index.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { READY_ITEMS, READY_WORDS } from '../../domain/model/ready-to-go.ts'
import type { FakeAnswers } from './support/fake-desk.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'

const day = (text: string) => text as CivilDate
type Row = OutputOf<'ready.board'>['rows'][number]
const ROW: Row = {
  personId: 'p-3',
  name: 'Marlowe, Dean',
  prisonNumber: 'A4417KD',
  release: day('2026-12-02'),
  releaseType: 'Release (confirmed)',
  days: 9,
  pom: 'Amy Thornber',
  location: 'C2-014',
  items: READY_ITEMS.map((item) => ({
    item,
    title: READY_WORDS[item],
    state: item === 'com_named' ? ('yes' as const) : ('open' as const),
    words: item === 'com_named' ? 'Yes' : 'Not yet',
    note: item === 'com_named' ? 'Leon Grady' : '',
    by: null,
    at: null,
    fromFacts: item === 'com_named',
  })),
  open: 7,
}
const today = day('2026-11-23')
const answers = (who: Parameters<typeof pageAnswers>[0], more: FakeAnswers = {}) =>
  pageAnswers(who, {
    'ready.board': () => ({ today, until: day('2026-12-21'), rows: [ROW] }),
    'ready.show': () => ({ today, person: ROW, name: ROW.name }),
    ...more,
  })

describe('Ready to go', () => {
  it('shows each person and each item in words', async () => {
    await renderApp(answers('u-ruth'), '/ready', 'ready')
    const row = within(screen.getByRole('row', { name: /Marlowe, Dean/u }))
    expect(row.getAllByText('Not yet')).toHaveLength(7)
    expect(row.getByText(/in 9 days/u)).toBeTruthy()
    await expectNoAxeViolations()
  })

  it('answers several items at once, asks for a note with a no, and keeps what was typed', async () => {
    const { desk } = await renderApp(
      answers('u-amy', { 'ready.answer': () => ({}) }),
      '/ready/p-3',
      'ready-person',
    )
    const box = (name: string) => within(screen.getByRole('region', { name }))
    fireEvent.click(box('Transport').getByRole('radio', { name: 'Not needed' }))
    fireEvent.click(box('Address').getByRole('radio', { name: 'No' }))
    await expectNoAxeViolations()
    fireEvent.click(screen.getByRole('button', { name: 'Save 2 changed' }))
    expect(await screen.findByRole('link', { name: /Address: say what is missing/u })).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Note on address'), { target: { value: 'CAS-3 referred' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save 2 changed' }))
    await waitFor(() => expect(screen.getByText('2 answers were saved.')).toBeTruthy())
    expect(desk.calls.find(({ method }) => method === 'ready.answer')?.input).toEqual({
      personId: 'p-3',
      answers: [
        { item: 'address', state: 'no', note: 'CAS-3 referred' },
        { item: 'transport', state: 'not_needed', note: '' },
      ],
    })
  })

  it('only shows the answers to those who read', async () => {
    await renderApp(answers('u-rona'), '/ready/p-3', 'ready-person')
    expect(screen.queryByRole('button', { name: /Save/u })).toBeNull()
    expect(screen.getByText('As the facts say')).toBeTruthy()
    await expectNoAxeViolations()
  })
})
