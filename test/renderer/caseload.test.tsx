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
      input: { scope: 'unit', find: 'X100007', page: 1, view: 'all', filters: {}, sort: null },
    })
  })

  it('says so when nobody is found', async () => {
    await renderApp(madeUpAnswers('u-ruth'), '/caseload', 'caseload')
    find('nobody')
    expect(await screen.findByText(/Nobody is found for “nobody”/u)).toBeTruthy()
  })

  it('narrows, sorts and shows a list, and asks for the first page again', async () => {
    const { desk } = await renderApp(madeUpAnswers('u-ruth'), '/caseload', 'caseload')
    const asked = () => desk.calls.findLast(({ method }) => method === 'caseload.list')?.input
    fireEvent.click(screen.getByRole('button', { name: /^Next/u }))
    fireEvent.change(screen.getByLabelText('Filter by POM'), { target: { value: 'C Reid' } })
    await waitFor(() => expect(asked()).toMatchObject({ page: 1, filters: { pom: 'C Reid' } }))
    fireEvent.click(screen.getByRole('button', { name: 'Handover' }))
    await waitFor(() => expect(asked()).toMatchObject({ sort: { by: 'handover', down: false } }))
    expect(screen.getByRole('columnheader', { name: 'Handover' }).getAttribute('aria-sort')).toBe('ascending')
    fireEvent.click(screen.getByRole('button', { name: 'Handover' }))
    await waitFor(() => expect(asked()).toMatchObject({ sort: { by: 'handover', down: true } }))
    fireEvent.change(screen.getByLabelText('Show'), { target: { value: 'releases' } })
    await waitFor(() => expect(asked()).toMatchObject({ view: 'releases' }))
    fireEvent.click(screen.getByRole('button', { name: /Remove filter POM: C Reid/u }))
    await waitFor(() => expect(asked()).toMatchObject({ filters: {} }))
    await expectNoAxeViolations()
  })

  it('leaves out columns, and keeps a view under a name', async () => {
    const { desk } = await renderApp(
      { ...madeUpAnswers('u-ruth'), 'caseload.saveView': () => ({}) },
      '/caseload',
      'caseload',
    )
    fireEvent.click(screen.getByText('Columns and saved views'))
    expect(screen.queryByRole('columnheader', { name: 'CRN' })).toBeNull()
    fireEvent.click(screen.getByRole('checkbox', { name: 'CRN' }))
    expect(screen.getByRole('columnheader', { name: 'CRN' })).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: 'POM' }))
    expect(screen.queryByRole('columnheader', { name: 'POM' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Save view' }))
    expect(await screen.findByText(/Enter a name for the view/u)).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Save this view as'), { target: { value: 'Mine first' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save view' }))
    await waitFor(() =>
      expect(desk.calls.find(({ method }) => method === 'caseload.saveView')?.input).toEqual({
        name: 'Mine first',
        view: 'all',
        filters: {},
        sort: null,
        hidden: ['pom', 'region'],
      }),
    )
    await expectNoAxeViolations()
  })

  it('exports what is found, and not for those who only read', async () => {
    const { desk } = await renderApp(
      {
        ...madeUpAnswers('u-ruth'),
        'caseload.export': () => ({ saved: true, rows: 574, file: 'caseload.xlsx' }),
      },
      '/caseload',
      'caseload',
    )
    find('parkin')
    fireEvent.click(screen.getByRole('button', { name: 'Export to Excel' }))
    await waitFor(() =>
      expect(desk.calls.find(({ method }) => method === 'caseload.export')?.input).toMatchObject({
        find: 'parkin',
        format: 'xlsx',
      }),
    )
  })

  it('has no axe violations', async () => {
    await renderApp(madeUpAnswers('u-ruth'), '/caseload', 'caseload')
    await expectNoAxeViolations()
  })
})
