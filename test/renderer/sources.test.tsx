// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OutputOf } from '../../domain/contract/index.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'

const day = (text: string) => text as CivilDate
const SHOWN: OutputOf<'sources.show'> = {
  today: day('2026-11-23'),
  people: 407,
  limit: 7,
  limitBy: null,
  sources: [
    {
      source: 'NOMIS',
      newest: day('2026-11-22'),
      days: 1,
      stale: false,
      importedAt: '2026-11-23T07:42:00Z',
      by: 'Dev Malik',
      doubt: 'Release dates and sentences.',
      held: 405,
      fields: [
        { field: 'crd', label: 'CRD', missing: 21, newest: day('2026-11-22'), oldest: day('2026-11-19') },
      ],
    },
    {
      source: 'Delius',
      newest: null,
      days: null,
      stale: true,
      importedAt: null,
      by: null,
      doubt: 'COM names and risk.',
      held: 0,
      fields: [{ field: 'rosh', label: 'RoSH level', missing: 407, newest: null, oldest: null }],
    },
  ],
}
const open = (who: Parameters<typeof pageAnswers>[0]) =>
  renderApp(
    pageAnswers(who, { 'sources.show': () => SHOWN, 'sources.setLimit': () => ({}) }),
    '/sources',
    'sources',
  )

describe('Sources', () => {
  it('shows how old each is in words, what is in doubt and what is missing', async () => {
    await open('u-amy')
    expect(screen.getByText('In date, 1 day old')).toBeTruthy()
    expect(screen.getByText('No list yet')).toBeTruthy()
    expect(screen.getByRole('row', { name: 'CRD 21 22 Nov 2026 19 Nov 2026' })).toBeTruthy()
    expect(screen.queryByLabelText('After how many days?')).toBeNull()
    await expectNoAxeViolations()
  })

  it('lets the head of OMU say when a source is stale, and refuses what is no number of days', async () => {
    const { desk } = await open('u-ruth')
    const days = screen.getByLabelText('After how many days?')
    fireEvent.change(days, { target: { value: 'many' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/Enter a number of days from 1 to 60/u)).toBeTruthy()
    fireEvent.change(days, { target: { value: '14' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.getByText('A source is now called stale after 14 days.')).toBeTruthy())
    expect(desk.calls.find(({ method }) => method === 'sources.setLimit')?.input).toEqual({ days: 14 })
    await expectNoAxeViolations()
  })
})
