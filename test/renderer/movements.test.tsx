// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OutputOf } from '../../domain/contract/index.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { FakeError, type FakeAnswers } from './support/fake-desk.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'

type List = OutputOf<'movements.list'>
const day = (text: string) => text as CivilDate
const asked = (personId: string, name: string, suggested: List['arrived'][number]['suggested']) => ({
  personId,
  name,
  prisonNumber: 'A4417KD',
  says: 'Last in a list as at 20 November 2026.',
  suggested,
  suggestedOn: day('2026-11-22'),
  handover: day('2026-11-30'),
  pom: 'Amy Thornber',
})
const LIST: List = {
  today: day('2026-11-23'),
  listAsAt: day('2026-11-22'),
  arrived: [],
  unaccounted: [asked('p-3', 'Marlowe, Dean', 'transfer_out'), asked('p-4', 'Gill, Harpreet', 'release')],
  returned: [],
  recent: [
    {
      personId: 'p-9',
      name: 'Quill, Anton',
      prisonNumber: 'A1180QX',
      movementId: 'm-1',
      words: 'Released',
      on: day('2026-11-20'),
      at: '2026-11-20T09:00:00Z',
      by: 'Dev Malik',
    },
  ],
}
const open = (who: Parameters<typeof pageAnswers>[0] = 'u-dev', more: FakeAnswers = {}) =>
  renderApp(pageAnswers(who, { 'movements.list': () => LIST, ...more }), '/movements', 'movements')

describe('Arrivals and departures', () => {
  it('asks about each person, the likely answer first, and records those with an answer', async () => {
    const { desk } = await open('u-dev', { 'movements.record': () => ({ recorded: 1 }) })
    await expectNoAxeViolations()
    const what = screen.getByLabelText<HTMLSelectElement>('What happened, Marlowe, Dean')
    expect(within(what).getAllByRole('option')[1]?.textContent).toBe('Transferred out (likely)')
    fireEvent.change(what, { target: { value: 'transfer_out' } })
    fireEvent.change(screen.getByLabelText('Where, Marlowe, Dean'), { target: { value: 'HMP Moorland' } })
    fireEvent.click(screen.getByRole('button', { name: 'Confirm 1 of 2' }))
    await waitFor(() => expect(screen.getByText('1 movement was recorded.')).toBeTruthy())
    expect(desk.calls.find(({ method }) => method === 'movements.record')?.input).toEqual({
      entries: [{ personId: 'p-3', kind: 'transfer_out', on: '2026-11-22', where: 'HMP Moorland', note: '' }],
    })
  })

  it('keeps what was typed after a mistake, here or in the app, and leads to the field', async () => {
    const { desk } = await open('u-dev', {
      'movements.record': () =>
        new FakeError('bad_input', 'The day must be today or in the past', {
          'entries.0.on': 'The day must be today or in the past',
        }),
    })
    fireEvent.change(screen.getByLabelText('What happened, Gill, Harpreet'), { target: { value: 'release' } })
    const on = screen.getByLabelText<HTMLInputElement>('Day, Gill, Harpreet')
    fireEvent.change(on, { target: { value: 'some day' } })
    fireEvent.click(screen.getByRole('button', { name: 'Confirm 1 of 2' }))
    const link = await screen.findByRole('link', { name: /The day of Gill, Harpreet must be a real date/u })
    fireEvent.click(link)
    expect(document.activeElement).toBe(on)
    expect(desk.calls.some(({ method }) => method === 'movements.record')).toBe(false)
    fireEvent.change(on, { target: { value: '1 1 2027' } })
    fireEvent.click(screen.getByRole('button', { name: 'Confirm 1 of 2' }))
    expect(await screen.findByRole('link', { name: 'The day must be today or in the past' })).toBeTruthy()
    expect(on.value).toBe('1 1 2027')
    await expectNoAxeViolations()
  })

  it('takes a movement back only with a reason', async () => {
    const { desk } = await open('u-dev', { 'movements.takeBack': () => ({}) })
    fireEvent.click(screen.getByRole('button', { name: 'Take back Quill, Anton' }))
    fireEvent.click(screen.getByRole('button', { name: 'Take it back' }))
    expect(await screen.findByText('Say what was wrong')).toBeTruthy()
    fireEvent.change(screen.getByLabelText('What was wrong?'), { target: { value: 'Another man' } })
    fireEvent.click(screen.getByRole('button', { name: 'Take it back' }))
    await waitFor(() =>
      expect(desk.calls.find(({ method }) => method === 'movements.takeBack')?.input).toEqual({
        personId: 'p-9',
        movementId: 'm-1',
        reason: 'Another man',
      }),
    )
  })

  it('only shows them to those who may not record', async () => {
    await open('u-amy')
    expect(screen.getByText('Marlowe, Dean')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Confirm/u })).toBeNull()
    await expectNoAxeViolations()
  })
})
