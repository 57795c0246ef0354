// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const date = (legend: RegExp, day: string, month: string, year: string) => {
  const group = within(screen.getByRole('group', { name: legend }))
  fireEvent.change(group.getByLabelText('Day'), { target: { value: day } })
  fireEvent.change(group.getByLabelText('Month'), { target: { value: month } })
  fireEvent.change(group.getByLabelText('Year'), { target: { value: year } })
}
const open = (who: Parameters<typeof pageAnswers>[0] = 'u-amy') =>
  renderApp(pageAnswers(who), '/case/p-2/parole', 'case-parole')

describe('Parole of a case', () => {
  it('shows the last three reviews with their steps, and never calls an unrecorded outcome a refusal', async () => {
    await open()
    expect(screen.getByText(/Next: Target hearing date \(THD\), 8 March 2027/u)).toBeTruthy()
    const steps = within(screen.getByRole('list', { name: 'Steps of this review' }))
    expect(steps.getAllByRole('listitem')).toHaveLength(7)
    expect(steps.getByText('Done 2 November 2026')).toBeTruthy()
    expect(screen.getAllByText('No outcome recorded').length).toBeGreaterThan(0)
    expect(screen.queryByText(/refused/iu)).toBeNull()
    expect(screen.getByText('Older reviews (1)')).toBeTruthy()
  })

  it('records a review, asking for the outcome only of a completed one', async () => {
    const { desk } = await open()
    press('Record a review')
    type('What kind of review is it?', 'On tariff')
    date(/Target hearing date/u, '8', '3', '2027')
    expect(screen.queryByRole('group', { name: /What was decided/u })).toBeNull()
    fireEvent.click(screen.getByLabelText('Completed'))
    press('Save the review')
    expect(within(screen.getByRole('alert')).getByText('Choose what was decided')).toBeTruthy()
    fireEvent.click(screen.getByLabelText('Not released'))
    date(/outcome received/u, '20', '11', '2026')
    press('Save the review')
    expect(await screen.findByText('The review was recorded.')).toBe(document.activeElement)
    expect(desk.calls).toContainEqual({
      method: 'parole.saveReview',
      input: {
        personId: 'p-2',
        reviewId: null,
        reviewType: 'On tariff',
        hearing: '2027-03-08',
        status: 'completed',
        outcome: 'no_release',
        outcomeOn: '2026-11-20',
        writer: '',
        countersigner: '',
        note: '',
      },
    })
  })

  it('records when a step was done', async () => {
    const { desk } = await open()
    press('Change custody report')
    date(/When was it done/u, '20', '11', '2026')
    press('Save')
    expect(await screen.findByText('Custody report: saved.')).toBe(document.activeElement)
    expect(desk.calls).toContainEqual({
      method: 'parole.saveStep',
      input: {
        personId: 'p-2',
        reviewId: 'r-1',
        milestone: 'custody_report',
        due: null,
        doneOn: '2026-11-20',
      },
    })
  })

  it('takes a review back only after saying what that does', async () => {
    const { desk } = await open()
    fireEvent.click(screen.getAllByRole('button', { name: 'Take it back' })[0] as HTMLElement)
    expect(document.activeElement?.textContent).toBe('On tariff, hearing 8 March 2027: take back the review')
    expect(desk.calls.some(({ method }) => method === 'parole.takeBack')).toBe(false)
    press('Take back')
    expect(await screen.findByText('The review was taken back.')).toBe(document.activeElement)
    expect(desk.calls).toContainEqual({
      method: 'parole.takeBack',
      input: { personId: 'p-2', reviewId: 'r-1' },
    })
  })

  it('keeps abbreviations as they are', async () => {
    await open()
    expect(screen.getByRole('button', { name: 'Change COM report' })).toBeTruthy()
  })

  it.each(['Record a review', 'Change dossier'])('goes back to %s after Cancel', async (name) => {
    await open()
    press(name)
    expect(document.activeElement?.tagName).toBe('H2')
    press('Cancel')
    expect(document.activeElement).toBe(screen.getByRole('button', { name }))
  })

  it('goes back to a button among the older reviews, and shows them', async () => {
    await open()
    const last = () => screen.getAllByRole('button', { name: 'Take it back', hidden: true }).at(-1)
    fireEvent.click(last() as HTMLElement)
    press('Cancel')
    expect(document.activeElement).toBe(last())
    expect(last()?.closest('details')?.open).toBe(true)
  })

  it('is read only for those who may not record', async () => {
    await open('u-rona')
    expect(screen.queryByRole('button', { name: 'Record a review' })).toBeNull()
    expect(screen.queryByRole('button', { name: /^Change/u })).toBeNull()
  })

  it.each(['Record a review', 'Change custody report', 'Take it back'])(
    'has no axe violations: %s',
    async (name) => {
      await open()
      fireEvent.click(screen.getAllByRole('button', { name })[0] as HTMLElement)
      await expectNoAxeViolations()
    },
  )
})

describe('Parole of the unit', () => {
  it('lists what is near, which reports are due and from whom, and says so where nothing is', async () => {
    await renderApp(pageAnswers('u-ruth'), '/parole', 'parole')
    const near = within(screen.getByRole('region', { name: 'Approaching' }))
    expect(near.getByRole('link', { name: 'Vasey, Robert' })).toBeTruthy()
    const reports = within(screen.getByRole('region', { name: 'Custody reports' }))
    expect(reports.getByText(/countersigner not named/u)).toBeTruthy()
    expect(screen.getByText('Every outcome is recorded.')).toBeTruthy()
  })

  it('lets the head of OMU set a timetable, with who said so', async () => {
    const { desk } = await renderApp(pageAnswers('u-ruth'), '/parole', 'parole')
    press('Set our own timetable')
    expect(document.activeElement?.textContent).toBe('Our own timetable')
    press('Cancel')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Set our own timetable' }))
    press('Set our own timetable')
    type('Custody report, days before the hearing', 'soon')
    press('Save the timetable')
    expect(within(screen.getByRole('alert')).getByText(/Custody report must be a whole number/u)).toBeTruthy()
    type('Custody report, days before the hearing', '70')
    type('Who told you?', 'Priya Holt')
    type('Which body did they speak for?', 'Regional office')
    press('Save the timetable')
    await waitFor(() =>
      expect(desk.calls).toContainEqual({
        method: 'parole.setOffsets',
        input: {
          offsets: [{ milestone: 'custody_report', days: -70 }],
          toldBy: 'Priya Holt',
          body: 'Regional office',
          document: null,
        },
      }),
    )
  })

  it('has no axe violations', async () => {
    await renderApp(pageAnswers('u-ruth'), '/parole', 'parole')
    press('Set our own timetable')
    await expectNoAxeViolations()
  })
})
