// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FakeError } from './support/fake-desk.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'

const PATH = '/case/p-2/decisions'
const open = (who: Parameters<typeof pageAnswers>[0] = 'u-ruth', more = {}) =>
  renderApp(pageAnswers(who, more), PATH, 'case-decisions')
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const date = (legend: RegExp, day: string, month: string, year: string) => {
  const group = within(screen.getByRole('group', { name: legend }))
  fireEvent.change(group.getByLabelText('Day'), { target: { value: day } })
  fireEvent.change(group.getByLabelText('Month'), { target: { value: month } })
  fireEvent.change(group.getByLabelText('Year'), { target: { value: year } })
}
const choose = (legend: RegExp, label: string) =>
  fireEvent.click(within(screen.getByRole('group', { name: legend })).getByLabelText(label))

describe('Responsibility and early allocation', () => {
  it('shows what the rules say beside what holds now, every override and every assessment', async () => {
    await open()
    expect(screen.getByText('By the rules').nextSibling?.textContent).toBe('POM responsible')
    expect(screen.getByText('Now').nextSibling?.textContent).toBe('COM responsible')
    const overrides = screen.getByRole('table', { name: /^Overrides of responsibility/u })
    expect(overrides.textContent).toContain('Ruth Adeyemi (prison) and Priya Holt (probation)')
    expect(overrides.textContent).toContain('On local instruction: no document')
    expect(screen.getByRole('button', { name: 'Record decision' })).toBeTruthy()
  })

  it('leaves overriding to the head of OMU', async () => {
    await open('u-amy')
    expect(screen.queryByRole('button', { name: 'Override responsibility' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'End it' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Assess for early allocation' })).toBeTruthy()
  })

  it('records an override', async () => {
    const { desk } = await open()
    press('Override responsibility')
    choose(/Who is to be responsible/u, 'The POM')
    choose(/Why/u, 'The community cannot take the case yet')
    type('Who agreed it for the prison?', 'Ruth Adeyemi')
    type('Who agreed it for probation?', 'Priya Holt')
    date(/When was it agreed/u, '20', '11', '2026')
    date(/Last day/u, '31', '12', '2026')
    press('Record the override')
    expect(await screen.findByText('The override was recorded. No date of the case has moved.')).toBe(
      document.activeElement,
    )
    expect(desk.calls).toContainEqual({
      method: 'responsibility.override',
      input: {
        personId: 'p-2',
        to: 'pom',
        reason: 'community_cannot_take',
        note: '',
        agreedByPrison: 'Ruth Adeyemi',
        agreedByProbation: 'Priya Holt',
        agreedOn: '2026-11-20',
        document: null,
        from: '2026-11-23',
        until: '2026-12-31',
      },
    })
  })

  it('says what is missing at its field and in the summary, and keeps what was typed', async () => {
    const refused = () =>
      new FakeError('bad_input', 'no', { until: 'The last day must be within 24 months of the first' })
    await open('u-ruth', { 'responsibility.override': refused })
    press('Override responsibility')
    type('Who agreed it for the prison?', 'Ruth Adeyemi')
    press('Record the override')
    const summary = screen.getByRole('alert')
    expect(within(summary).getByText('Choose who is to be responsible')).toBeTruthy()
    expect(within(summary).getByText('Enter the last day')).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('Who agreed it for the prison?').value).toBe(
      'Ruth Adeyemi',
    )
    choose(/Who is to be responsible/u, 'The COM')
    choose(/Why/u, 'Recalled to custody')
    type('Who agreed it for probation?', 'Priya Holt')
    date(/When was it agreed/u, '20', '11', '2026')
    date(/Last day/u, '31', '12', '2030')
    press('Record the override')
    await waitFor(() =>
      expect(screen.getAllByText(/must be within 24 months of the first/u).length).toBeGreaterThan(1),
    )
    fireEvent.click(screen.getByRole('link', { name: /must be within 24 months/u }))
    const last = within(screen.getByRole('group', { name: /Last day/u }))
    expect(document.activeElement).toBe(last.getByLabelText('Day'))
    await expectNoAxeViolations()
  })

  it('says which of several dates has no whole year', async () => {
    await open()
    press('Override responsibility')
    date(/When was it agreed/u, '20', '11', '26')
    date(/Last day/u, '31', '12', '26')
    press('Record the override')
    const summary = within(screen.getByRole('alert'))
    expect(summary.getByText('The day it was agreed: year must include 4 numbers')).toBeTruthy()
    expect(summary.getByText('The last day: year must include 4 numbers')).toBeTruthy()
  })

  it('ends an override from a day, with why', async () => {
    const { desk } = await open()
    press('End it')
    type('Why does it end?', 'A COM took it over')
    press('End it')
    expect(await screen.findByText('The override ends from 23 November 2026.')).toBe(document.activeElement)
    expect(desk.calls).toContainEqual({
      method: 'responsibility.end',
      input: { personId: 'p-2', overrideId: 'o-1', on: '2026-11-23', because: 'A COM took it over' },
    })
  })

  it('asks the further questions only where none of the first is yes', async () => {
    const { desk } = await open('u-amy')
    press('Assess for early allocation')
    date(/OASys risk assessment/u, '2', '11', '2026')
    const first = [/Terrorism Act/u, /high profile/u, /crime prevention/u, /MAPPA level 3/u, /CPPC/u]
    for (const question of first) choose(question, 'No')
    expect(screen.getByRole('group', { name: /extremism separation/u })).toBeTruthy()
    choose(/extremism separation/u, 'Yes')
    expect(screen.getByRole('group', { name: /within 24 months/u })).toBeTruthy()
    choose(/CPPC/u, 'Yes')
    expect(screen.queryByRole('group', { name: /extremism separation/u })).toBeNull()
    press('Save the assessment')
    await screen.findByText('Eligible for early allocation.')
    expect(desk.calls).toContainEqual({
      method: 'assessment.save',
      input: expect.objectContaining({
        oasysDate: '2026-11-02',
        automatic: expect.objectContaining({ cppc: true, high_profile: false }),
        discretionary: null,
      }),
    })
  })

  it('does not save an assessment with a question left out', async () => {
    const { desk } = await open('u-amy')
    press('Assess for early allocation')
    press('Save the assessment')
    expect(within(screen.getByRole('alert')).getAllByRole('link').length).toBe(6)
    expect(desk.calls.some(({ method }) => method === 'assessment.save')).toBe(false)
  })

  it('records the community’s decision, and saves the assessment as a PDF', async () => {
    const { desk } = await open('u-amy')
    press(/^Save as PDF/u)
    await screen.findByText(/Saved EARLY-ALLOCATION_A4417KD/u)
    press('Record decision')
    choose(/What was decided/u, 'Accepted: early allocation is agreed')
    date(/When/u, '22', '11', '2026')
    type('Who decided it?', 'Priya Holt')
    press('Record the decision')
    await screen.findByText('Early allocation is agreed.')
    expect(desk.calls).toContainEqual({
      method: 'assessment.recordDecision',
      input: {
        personId: 'p-2',
        assessmentId: 'a-1',
        accepted: true,
        decidedOn: '2026-11-22',
        by: 'Priya Holt',
      },
    })
  })

  it.each(['Override responsibility', 'End it', 'Assess for early allocation', 'Record decision'])(
    'takes the focus to the form, and after Cancel back to %s',
    async (name) => {
      await open()
      press(name)
      expect(document.activeElement?.tagName).toBe('H2')
      press('Cancel')
      expect(document.activeElement).toBe(screen.getByRole('button', { name }))
    },
  )

  it('leaves the focus where it is when a file was saved', async () => {
    await open()
    const button = screen.getByRole('button', { name: /^Save as PDF/u })
    button.focus()
    fireEvent.click(button)
    await screen.findByText(/Saved EARLY-ALLOCATION_A4417KD/u)
    expect(document.activeElement).toBe(button)
  })

  it.each(['Override responsibility', 'End it', 'Assess for early allocation', 'Record decision'])(
    'has no axe violations: %s',
    async (button) => {
      await open()
      press(button)
      await expectNoAxeViolations()
    },
  )
})
