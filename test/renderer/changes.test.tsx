// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'

const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1)

describe('What changed', () => {
  it('shows what each plan was and is, its cause and when, worst first', async () => {
    await renderApp(pageAnswers('u-ruth'), '/changes', 'changes')
    expect(rows()).toHaveLength(3)
    expect(rows()[0]?.textContent).toContain('Was 13 February 2027')
    expect(rows()[0]?.textContent).toContain('and is now 30 November 2026')
    expect(rows()[0]?.textContent).toContain('Newly past')
    expect(rows()[0]?.textContent).toContain('CRD: 29 September 2027 became 15 July 2027')
    expect(rows()[1]?.textContent).toContain('The day passing, with no fact changed')
    expect(rows()[2]?.textContent).toContain('told by Priya Holt: Notice 12')
  })

  it('is narrowed to one kind of change', async () => {
    const { desk } = await renderApp(pageAnswers('u-ruth'), '/changes', 'changes')
    fireEvent.change(screen.getByLabelText('Filter by kind of change'), {
      target: { value: 'rules_changed' },
    })
    await waitFor(() => expect(rows()).toHaveLength(1))
    expect(desk.calls).toContainEqual({
      method: 'changes.list',
      input: { scope: 'unit', kind: 'rules_changed' },
    })
  })

  it('says so where nothing has changed', async () => {
    const none = { since: '2026-10-26' as never, total: 0, kinds: [], rows: [] }
    await renderApp(pageAnswers('u-ruth', { 'changes.list': () => none }), '/changes', 'changes')
    expect(screen.getByText('No plan has changed since 26 October 2026.')).toBeTruthy()
  })

  it('has no axe violations', async () => {
    await renderApp(pageAnswers('u-ruth'), '/changes', 'changes')
    await expectNoAxeViolations()
  })

  it('stands on Today too, the newest with their cause', async () => {
    await renderApp(pageAnswers('u-ruth'), '/today', 'today')
    const moved = within(screen.getByRole('region', { name: 'What changed since Friday, and why' }))
    expect(moved.getAllByRole('listitem')).toHaveLength(2)
    expect(moved.getByRole('link', { name: 'All changes' })).toBeTruthy()
  })
})
