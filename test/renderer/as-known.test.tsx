// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'

const day = (text: string) => text as CivilDate

describe('The unit as we knew it', () => {
  it('shows everybody of that day beside today, page by page', async () => {
    const { desk } = await renderApp(
      pageAnswers('u-ruth', {
        'facts.unitAsKnown': ({ on, page }) => ({
          on: on as CivilDate,
          total: 60,
          page,
          pages: 2,
          rows: [
            {
              personId: 'p-3',
              name: 'Marlowe, Dean',
              prisonNumber: 'A4417KD',
              responsibility: 'POM responsible',
              handover: day('2027-02-13'),
              handoverNow: day('2026-11-30'),
              differs: true,
              pom: 'Amy Thornber',
              com: null,
            },
          ],
        }),
      }),
      '/as-known',
      'as-known',
    )
    fireEvent.click(screen.getByRole('button', { name: 'Show what we knew' }))
    expect(screen.getAllByText('Enter the day').length).toBeGreaterThan(0)
    for (const [label, value] of [
      ['Day', '20'],
      ['Month', '11'],
      ['Year', '2026'],
    ] as const)
      fireEvent.change(screen.getByLabelText(label), { target: { value } })
    fireEvent.click(screen.getByRole('button', { name: 'Show what we knew' }))
    expect(await screen.findByRole('row', { name: /Marlowe, Dean.*13 Feb 2027.*30 Nov 2026/u })).toBeTruthy()
    await expectNoAxeViolations()
    fireEvent.click(screen.getByRole('button', { name: 'Page 2' }))
    await screen.findByRole('button', { name: 'Page 2', current: 'page' })
    expect(desk.calls.findLast(({ method }) => method === 'facts.unitAsKnown')?.input).toEqual({
      on: '2026-11-20',
      page: 2,
    })
  })
})
