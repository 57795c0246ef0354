// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { madeUpAnswers } from './support/made-up.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'

const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1)
const find = (value: string) =>
  fireEvent.change(screen.getByLabelText('Find by name, prison number or CRN'), { target: { value } })

describe('Caseload', () => {
  it('shows 50 people to a page and turns pages', async () => {
    await renderApp(madeUpAnswers('u-ruth'), '/caseload', 'caseload')
    expect(rows()).toHaveLength(50)
    expect(screen.getAllByText(/Showing 1 to 50 of 574\./u).length).toBeGreaterThan(0)
    fireEvent.click(screen.getByRole('button', { name: 'Page 12' }))
    await waitFor(() => expect(rows()).toHaveLength(24))
  })

  it('finds by name in any order, number or CRN, from the first page', async () => {
    const { desk } = await renderApp(madeUpAnswers('u-ruth'), '/caseload', 'caseload')
    fireEvent.click(screen.getByRole('button', { name: /^Next/u }))
    find('X100007')
    await waitFor(() => expect(rows()).toHaveLength(1))
    expect(rows()[0]?.textContent).toContain('Hussain, Tariq')
    expect(rows()[0]?.textContent).toContain('Sentence start and release date are missing')
    expect(desk.calls).toContainEqual({
      method: 'caseload.list',
      input: { scope: 'unit', find: 'X100007', page: 1 },
    })
  })

  it('says so when nobody is found', async () => {
    await renderApp(madeUpAnswers('u-ruth'), '/caseload', 'caseload')
    find('nobody')
    expect(await screen.findByText(/Nobody is found for “nobody”/u)).toBeTruthy()
  })

  it('has no axe violations', async () => {
    await renderApp(madeUpAnswers('u-ruth'), '/caseload', 'caseload')
    await expectNoAxeViolations()
  })
})
