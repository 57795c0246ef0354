// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FakeError } from './support/fake-desk.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { madeUpRules } from './support/made-up-rules.ts'
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

describe('Rules and dates', () => {
  it('says who works under which rules from when and on whose word', async () => {
    await renderApp(pageAnswers('u-ruth'), '/rules', 'rules')
    const adoptions = screen.getByRole('table', { name: /^Adoptions/u })
    expect(adoptions.textContent).toContain('Told by Priya Holt, Regional office: Notice 12, 12 March 2026')
    expect(within(adoptions).getByText('Coming')).toBeTruthy()
    expect(adoptions.textContent).toContain('Nobody named')
  })

  it('sets the sources side by side where they disagree', async () => {
    await renderApp(pageAnswers('u-ruth'), '/rules', 'rules')
    const row = screen.getByRole('row', { name: /When most determinate sentences are handed over/u })
    for (const what of ['5 months before', '7½ months before', '8 months and 14 days before'])
      expect(row.textContent).toContain(what)
    expect(within(row).getAllByText('Applies here')).toHaveLength(1)
  })

  it('works an example for each rule set', async () => {
    await renderApp(pageAnswers('u-ruth'), '/rules', 'rules')
    const set = screen.getByRole('article', { name: /^National service/u })
    expect(set.textContent).toContain('15 July 2027 (CRD) − 8 months and 14 days = Handover 1 November 2026')
  })

  it('finds dated work by a word', async () => {
    await renderApp(pageAnswers('u-ruth'), '/rules', 'rules')
    type('Find by a word', 'licence')
    const table = screen.getByRole('table', { name: /items of dated work/u })
    for (const row of within(table).getAllByRole('row').slice(1)) expect(row.textContent).toMatch(/licen/iu)
    type('Find by a word', 'nothing at all')
    expect(screen.getByText('Nothing is found for “nothing at all”.')).toBeTruthy()
  })

  it('asks who said so where nobody is named, and leaves adopting to the head of OMU', async () => {
    const answers = { 'rules.show': () => madeUpRules({ needsProof: true }) }
    await renderApp(pageAnswers('u-ruth', answers), '/rules', 'rules')
    expect(screen.getByText(/Nobody is named for the rules of HMP Hollin Moor/u)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Adopt a rule set' })).toBeTruthy()
  })

  it('shows a POM the rules without the button', async () => {
    await renderApp(pageAnswers('u-amy'), '/rules', 'rules')
    expect(screen.queryByRole('button', { name: 'Adopt a rule set' })).toBeNull()
  })

  it('has no axe violations', async () => {
    await renderApp(pageAnswers('u-ruth'), '/rules', 'rules')
    await expectNoAxeViolations()
  })
})

const fillProof = () => {
  type('Who told you?', 'Priya Holt')
  type('Which body did they speak for?', 'Regional office')
  type('Which document says so?', 'Notice 14')
  date(/What is its date/u, '2', '11', '2026')
}

describe('Adopting a rule set', () => {
  it('shows what it would do before it asks who said so, and records what was shown', async () => {
    const { desk } = await renderApp(pageAnswers('u-ruth'), '/rules/adopt?set=national-2023', 'adopt')
    fireEvent.change(screen.getByLabelText('Whose cases?'), { target: { value: 'Wales' } })
    date(/From which day/u, '1', '4', '2027')
    expect(screen.queryByLabelText('Who told you?')).toBeNull()
    press('Show what it would do')
    await screen.findByText(
      /2 of 574 cases would change, as of 23 November 2026\. 4 cases the COM already has keep/u,
    )
    const counted = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(counted).toContain('1 case would be past handover at once')
    expect(counted).toContain('2 cases would have another COM')
    expect(desk.calls).toContainEqual({
      method: 'rules.previewAdoption',
      input: { region: 'Wales', ruleSet: 'national-2023', from: '2027-04-01' },
    })
    fillProof()
    fireEvent.click(screen.getByLabelText('Drop them'))
    press('Record the adoption')
    await waitFor(() =>
      expect(desk.calls).toContainEqual({
        method: 'rules.adopt',
        input: {
          region: 'Wales',
          ruleSet: 'national-2023',
          from: '2027-04-01',
          proof: {
            toldBy: 'Priya Holt',
            body: 'Regional office',
            document: 'Notice 14',
            documentDate: '2026-11-02',
          },
          keepFurtherMeetings: false,
          revision: 812,
        },
      }),
    )
    await screen.findByRole('heading', { name: 'Rules and dates' })
  })

  it('takes word of mouth for proof, said as such', async () => {
    const { desk } = await renderApp(pageAnswers('u-ruth'), '/rules/adopt?set=enhanced-7-5', 'adopt')
    press('Show what it would do')
    await screen.findByText(/cases would change/u)
    type('Who told you?', 'Priya Holt')
    type('Which body did they speak for?', 'Regional office')
    fireEvent.click(screen.getByLabelText('There is no document'))
    press('Record the adoption')
    await waitFor(() =>
      expect(desk.calls).toContainEqual(
        expect.objectContaining({
          method: 'rules.adopt',
          input: expect.objectContaining({
            proof: { toldBy: 'Priya Holt', body: 'Regional office', document: null, documentDate: null },
            keepFurtherMeetings: null,
          }),
        }),
      ),
    )
  })

  it('leads from what was refused to its field, with everything still there', async () => {
    const message = 'The document must not be dated in the future'
    const refused = () => new FakeError('bad_input', message, { documentDate: message })
    await renderApp(
      pageAnswers('u-ruth', { 'rules.adopt': refused }),
      '/rules/adopt?set=enhanced-7-5',
      'adopt',
    )
    press('Show what it would do')
    await screen.findByText(/cases would change/u)
    fillProof()
    date(/What is its date/u, '1', '12', '2026')
    press('Record the adoption')
    fireEvent.click(await screen.findByRole('link', { name: message }))
    const day = within(screen.getByRole('group', { name: /What is its date/u })).getByLabelText('Day')
    expect(document.activeElement).toBe(day)
    expect((day as HTMLInputElement).value).toBe('1')
    expect(screen.getByText(/cases would change/u)).toBeTruthy()
  })

  it('can be left with nothing recorded', async () => {
    const { desk } = await renderApp(pageAnswers('u-ruth'), '/rules/adopt?set=enhanced-7-5', 'adopt')
    fireEvent.click(screen.getByRole('link', { name: 'Cancel' }))
    await screen.findByRole('heading', { name: 'Rules and dates' })
    expect(desk.calls.some(({ method }) => method === 'rules.adopt')).toBe(false)
  })

  it('shows the effect again after another choice, and asks for it anew where the caseload has changed', async () => {
    const refused = () => new FakeError('conflict', 'The caseload has changed since the effect was shown.')
    const { desk } = await renderApp(
      pageAnswers('u-ruth', { 'rules.adopt': refused }),
      '/rules/adopt?set=enhanced-7-5',
      'adopt',
    )
    press('Show what it would do')
    await screen.findByText(/cases would change/u)
    fireEvent.change(screen.getByLabelText('Whose cases?'), { target: { value: 'Wales' } })
    expect(screen.queryByText(/cases would change/u)).toBeNull()
    press('Show what it would do')
    await screen.findByText(/cases would change/u)
    fillProof()
    press('Record the adoption')
    const asked = () => desk.calls.filter(({ method }) => method === 'rules.previewAdoption')
    expect(await screen.findByText(/The caseload has changed since/u)).toBeTruthy()
    await waitFor(() => expect(asked()).toHaveLength(3))
    expect(screen.getByLabelText<HTMLInputElement>('Who told you?').value).toBe('Priya Holt')
    expect(screen.getByRole('button', { name: 'Record the adoption' })).toBeTruthy()
  })

  it('says what is missing at its field', async () => {
    await renderApp(pageAnswers('u-ruth'), '/rules/adopt', 'adopt')
    date(/From which day/u, '31', '2', '2027')
    press('Show what it would do')
    const summary = within(screen.getByRole('alert'))
    expect(summary.getByText('Choose a rule set')).toBeTruthy()
    expect(summary.getByText('The first day must be a real date')).toBeTruthy()
    await expectNoAxeViolations()
  })

  it('has no axe violations with the effect shown', async () => {
    await renderApp(pageAnswers('u-ruth'), '/rules/adopt?set=national-2023', 'adopt')
    press('Show what it would do')
    await screen.findByText(/cases would change/u)
    await expectNoAxeViolations()
  })
})

describe('One item of dated work', () => {
  it('is done another way from a day, shown first', async () => {
    const { desk } = await renderApp(pageAnswers('u-ruth'), '/rules/item/mt-prerelease-2', 'rule-item')
    type('Weeks', '8')
    press('Show what it would do')
    await screen.findByText(/2 of 574 cases would change/u)
    fillProof()
    press('Record it')
    await waitFor(() =>
      expect(desk.calls).toContainEqual({
        method: 'rules.overrideItem',
        input: {
          item: 'mt-prerelease-2',
          region: null,
          from: '2026-11-23',
          on: null,
          owner: null,
          offset: { months: 0, weeks: 8, days: 0, workingDays: 0, direction: 'before' },
          proof: {
            toldBy: 'Priya Holt',
            body: 'Regional office',
            document: 'Notice 14',
            documentDate: '2026-11-02',
          },
          revision: 812,
        },
      }),
    )
  })

  it('keeps the effect and what was typed after a refusal', async () => {
    const message = 'The document must not be dated in the future'
    const refused = () => new FakeError('bad_input', message, { documentDate: message })
    await renderApp(
      pageAnswers('u-ruth', { 'rules.overrideItem': refused }),
      '/rules/item/mt-prerelease-2',
      'rule-item',
    )
    type('Weeks', '8')
    press('Show what it would do')
    await screen.findByText(/2 of 574 cases would change/u)
    fillProof()
    press('Record it')
    fireEvent.click(await screen.findByRole('link', { name: message }))
    const day = within(screen.getByRole('group', { name: /What is its date/u })).getByLabelText('Day')
    expect(document.activeElement).toBe(day)
  })

  it('refuses a count that is none, and working days with others', async () => {
    await renderApp(pageAnswers('u-ruth'), '/rules/item/rf-cas3', 'rule-item')
    type('Weeks', 'two')
    press('Show what it would do')
    expect(within(screen.getByRole('alert')).getByText(/Weeks must be a whole number/u)).toBeTruthy()
    type('Weeks', '2')
    type('Working days (alone)', '3')
    press('Show what it would do')
    expect(within(screen.getByRole('alert')).getByText(/Count in working days alone/u)).toBeTruthy()
  })

  it('has no axe violations', async () => {
    await renderApp(pageAnswers('u-ruth'), '/rules/item/mt-prerelease-2', 'rule-item')
    await expectNoAxeViolations()
  })
})
