// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OutputOf } from '../../domain/contract/index.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { FakeError, type FakeAnswers } from './support/fake-desk.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'

const UNDO: OutputOf<'import.showUndo'> = {
  importId: 'i-2',
  name: 'nomis.csv',
  source: 'NOMIS',
  asAt: '2026-11-22' as CivilDate,
  at: '2026-11-23T07:42:00Z',
  by: 'Dev Malik',
  seq: 812,
  restored: 41,
  removed: 1,
  keptTotal: 1,
  kept: [
    {
      personId: 'p-3',
      name: 'Marlowe, Dean',
      prisonNumber: 'A4417KD',
      fields: ['Location'],
      why: 'changed since',
    },
  ],
}

const open = (more: FakeAnswers = {}) =>
  renderApp(
    pageAnswers('u-dev', { 'import.showUndo': () => UNDO, ...more }),
    '/import/undo/i-2',
    'import-undo',
  )

describe('Taking an import back', () => {
  it('says what goes back, who leaves the lists and what stays, before anything is written', async () => {
    await open()
    expect(screen.getByText(/41 people would go back/u)).toBeTruthy()
    expect(screen.getByText(/1 person it brought would be in no list/u)).toBeTruthy()
    expect(screen.getByRole('row', { name: /Marlowe, Dean.*Location.*changed since/u })).toBeTruthy()
    await expectNoAxeViolations()
  })

  it('takes it back as it was shown, and says what was done', async () => {
    const { desk } = await open({ 'import.undo': () => ({ restored: 41, removed: 1, kept: 1 }) })
    fireEvent.click(screen.getByRole('button', { name: 'Take it back' }))
    expect(await screen.findByText(/41 people went back/u)).toBeTruthy()
    expect(desk.calls.find(({ method }) => method === 'import.undo')?.input).toEqual({
      importId: 'i-2',
      seq: 812,
    })
    await waitFor(() => expect(document.activeElement?.textContent).toBe('The import was taken back'))
    await expectNoAxeViolations()
  })

  it('asks to look again where something changed meanwhile', async () => {
    await open({ 'import.undo': () => new FakeError('conflict', 'The caseload has changed since.') })
    fireEvent.click(screen.getByRole('button', { name: 'Take it back' }))
    expect(await screen.findByText('The caseload has changed since.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Look again' }))
    expect(await screen.findByRole('button', { name: 'Take it back' })).toBeTruthy()
  })
})
