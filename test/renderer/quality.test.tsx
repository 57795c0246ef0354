// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FakeError } from './support/fake-desk.ts'
import { madeUpDifferences } from './support/made-up-quality.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'

const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1)

describe('Data quality', () => {
  it('lists what is doubtful of whom, what to check, and says that nothing stops a plan', async () => {
    await renderApp(pageAnswers('u-ruth'), '/data-quality', 'data-quality')
    expect(screen.getByText(/4 things to check, for 3 people\. None of it stops a plan/u)).toBeTruthy()
    expect(rows()).toHaveLength(4)
    expect(rows()[0]?.textContent).toContain('PED after CRD')
    expect(rows()[0]?.textContent).toContain('The PED is 1 May 2028, after the CRD of 15 July 2027.')
    expect(rows()[0]?.textContent).toContain('Check both dates in NOMIS')
  })

  it('is narrowed to one check', async () => {
    const { desk } = await renderApp(pageAnswers('u-ruth'), '/data-quality', 'data-quality')
    fireEvent.change(screen.getByLabelText('Filter by what to check'), { target: { value: 'no_risk' } })
    await waitFor(() => expect(rows()).toHaveLength(2))
    expect(desk.calls).toContainEqual({ method: 'quality.list', input: { scope: 'unit', code: 'no_risk' } })
  })

  it('says so when there is nothing to check', async () => {
    const none = { people: 0, total: 0, checks: [], rows: [] }
    await renderApp(pageAnswers('u-ruth', { 'quality.list': () => none }), '/data-quality', 'data-quality')
    expect(screen.getByText(/Nothing is doubtful or missing/u)).toBeTruthy()
  })

  it('has no axe violations', async () => {
    await renderApp(pageAnswers('u-ruth'), '/data-quality', 'data-quality')
    await expectNoAxeViolations()
  })
})

describe('Differences', () => {
  it('sets the national record beside ours with the likely cause, and counts what is still to explain', async () => {
    await renderApp(pageAnswers('u-ruth'), '/differences', 'differences')
    expect(
      screen.getByText(
        '3 differences, 2 of them still to explain. 40 cases agree. For 5 cases no list read so far gives the national record.',
      ),
    ).toBeTruthy()
    expect(rows()[0]?.textContent).toContain('As at 20 November 2026')
    expect(rows()[0]?.textContent).toContain('an older CRD')
    expect(rows()[1]?.textContent).toContain('Changed since: explain again')
    expect(rows()[1]?.textContent).toContain('Was: both right, different model.')
    expect(rows()[2]?.textContent).toContain('National record to be corrected')
  })

  it('counts one as one, and leaves out what there is none of', async () => {
    const list = { ...madeUpDifferences(), agreeing: 1, unknown: 0 }
    const one = { ...list, rows: list.rows.slice(0, 1) }
    await renderApp(pageAnswers('u-ruth', { 'differences.list': () => one }), '/differences', 'differences')
    expect(screen.getByText('1 difference, still to explain. 1 case agrees.')).toBeTruthy()
  })

  it('is narrowed to what is still to explain', async () => {
    await renderApp(pageAnswers('u-ruth'), '/differences', 'differences')
    fireEvent.change(screen.getByLabelText('Filter by what each was found to be'), {
      target: { value: 'open' },
    })
    expect(rows()).toHaveLength(2)
  })

  it('marks a difference of the two values shown', async () => {
    const { desk } = await renderApp(pageAnswers('u-ruth'), '/differences', 'differences')
    fireEvent.click(screen.getByRole('button', { name: 'Explain the difference for Marlowe, Dean' }))
    expect(document.activeElement).toBe(screen.getAllByRole('radio')[0])
    fireEvent.click(screen.getByLabelText('Both right, different model'))
    fireEvent.change(screen.getByLabelText('Note (optional)'), { target: { value: 'Another region' } })
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(desk.calls).toContainEqual({
        method: 'differences.mark',
        input: {
          personId: 'p-1',
          subject: 'handover_date',
          mark: 'both_right',
          note: 'Another region',
          nationalValue: '2027-01-15',
          oursValue: '2026-11-30',
        },
      }),
    )
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull())
    // On to the next, so that a list can be worked through.
    const [, second] = screen.getAllByRole('button', { name: /^Explain/u })
    expect(document.activeElement).toBe(second)
  })

  it('goes back to the button after Cancel, and to the heading where the last one is no longer listed', async () => {
    const all = madeUpDifferences()
    const list = { ...all, rows: all.rows.slice(0, 1) }
    const { desk } = await renderApp(
      pageAnswers('u-ruth', { 'differences.list': () => list }),
      '/differences',
      'differences',
    )
    const explain = () => screen.getByRole('button', { name: 'Explain the difference for Marlowe, Dean' })
    fireEvent.click(explain())
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(document.activeElement).toBe(explain())
    fireEvent.click(explain())
    fireEvent.click(screen.getByLabelText('Both right, different model'))
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(document.activeElement).toBe(explain()))
    desk.answer({ 'differences.list': () => ({ ...list, rows: list.rows.slice(1) }) })
    desk.changed('decisions')
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
  })

  it('asks for a choice, and keeps what was typed when it is refused', async () => {
    const refused = () => new FakeError('conflict', 'One of the two has changed since this page was shown.')
    await renderApp(pageAnswers('u-ruth', { 'differences.mark': refused }), '/differences', 'differences')
    fireEvent.click(screen.getByRole('button', { name: 'Explain the difference for Marlowe, Dean' }))
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(screen.getByRole('alert').textContent).toContain('Choose what the difference is')
    fireEvent.change(screen.getByLabelText('Note (optional)'), { target: { value: 'My note' } })
    fireEvent.click(screen.getByLabelText('Ours to be corrected'))
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/One of the two has changed/u)).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('Note (optional)').value).toBe('My note')
  })

  it('is read only for those who may not mark', async () => {
    await renderApp(pageAnswers('u-rona'), '/differences', 'differences')
    expect(screen.queryByRole('button', { name: /^Explain/u })).toBeNull()
  })

  it('has no axe violations, with a form open too', async () => {
    await renderApp(pageAnswers('u-ruth'), '/differences', 'differences')
    fireEvent.click(screen.getByRole('button', { name: 'Explain the difference for Marlowe, Dean' }))
    await expectNoAxeViolations()
  })
})
