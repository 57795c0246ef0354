// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OutputOf } from '../../domain/contract/index.ts'
import { readWhatIf, EMPTY_FORM, type WhatIfForm } from '../../renderer/features/case/what-if-form.ts'
import { FakeError } from './support/fake-desk.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'
import { day } from './support/words.ts'

const open = (person = 'p-3', who: Parameters<typeof pageAnswers>[0] = 'u-amy') =>
  renderApp(pageAnswers(who), `/case/${person}/dates`, 'case-dates')
const panel = () => within(screen.getByRole('region', { name: 'What if' }))
const choose = (name: string) => fireEvent.click(panel().getByRole('radio', { name }))
const ask = () => fireEvent.click(panel().getByRole('button', { name: 'Work it out' }))
const typeDate = (...parts: [string, string, string]) => {
  for (const [at, name] of ['Day', 'Month', 'Year'].entries())
    fireEvent.change(panel().getByRole('textbox', { name }), { target: { value: parts[at] } })
}

describe('What if', () => {
  it('answers in words, in a region that is read out', async () => {
    const { desk } = await open()
    expect(panel().getByText('nothing is saved')).toBeTruthy()
    ask()
    const answer = await panel().findByText('Handover would be 15 April 2026: COM responsible now')
    expect(answer.closest('[aria-live="polite"]')).not.toBeNull()
    expect(panel().getByText(/late at once/u).className).toContain('late')
    expect(desk.calls.at(-1)).toEqual({
      method: 'case.whatIf',
      input: { personId: 'p-3', change: { kind: 'early_allocation' } },
    })
    await expectNoAxeViolations()
  })

  it('has the focus by Alt+W, on the choice made', async () => {
    await open()
    fireEvent.keyDown(document.body, { key: 'w', altKey: true })
    expect(document.activeElement).toBe(panel().getByRole('radio', { name: 'Early allocation granted' }))
  })

  it('asks for a day where one is needed, and keeps what was typed after a mistake', async () => {
    const { desk } = await open()
    choose('Parole date set')
    ask()
    const summary = within(panel().getByRole('alert'))
    fireEvent.click(summary.getByRole('link', { name: 'Enter the parole eligibility date' }))
    expect(document.activeElement).toBe(panel().getByRole('textbox', { name: 'Day' }))
    typeDate('31', '4', '2027')
    ask()
    expect(
      panel().getByRole('link', { name: 'The parole eligibility date must be a real date' }),
    ).toBeTruthy()
    expect((panel().getByRole('textbox', { name: 'Day' }) as HTMLInputElement).value).toBe('31')
    await expectNoAxeViolations()
    expect(desk.calls.some(({ method }) => method === 'case.whatIf')).toBe(false)
  })

  it('moves the release that is named', async () => {
    const { desk } = await open()
    choose('Release moves')
    fireEvent.change(panel().getByLabelText('Which date'), { target: { value: 'confirmed' } })
    typeDate('29', '9', '2027')
    ask()
    await panel().findByText(/^Handover would be/u)
    expect(desk.calls.at(-1)?.input).toMatchObject({
      change: { kind: 'release', which: 'confirmed', to: '2027-09-29' },
    })
  })

  it('shows the app’s own word on a day at the field', async () => {
    const { desk } = await open()
    const message = 'The target hearing date must be on or after the day the sentence started, 14 March 2024'
    desk.answer({ 'case.whatIf': () => new FakeError('bad_input', message, { 'change.to': message }) })
    choose('Hearing date')
    typeDate('1', '1', '2020')
    ask()
    expect(await panel().findByRole('link', { name: message })).toBeTruthy()
    expect(panel().getByRole('textbox', { name: 'Day' }).getAttribute('aria-invalid')).toBe('true')
  })

  it('forgets an answer when the question or the case changes', async () => {
    const { desk } = await open()
    ask()
    await panel().findByText(/^Handover would be/u)
    choose('Recalled')
    expect(panel().queryByText(/^Handover would be/u)).toBeNull()
    ask()
    await panel().findByText(/^Handover would be/u)
    desk.changed('caseload')
    await expect.poll(() => panel().queryByText(/^Handover would be/u)).toBeNull()
  })

  it('says what is missing on a case that cannot be planned', async () => {
    const { desk } = await open('p-9')
    const missing: OutputOf<'case.whatIf'> = {
      headline: 'No plan could be made',
      planned: false,
      handover: null,
      responsibility: null,
      days: null,
      lines: ['The Day 1 rules need to know whether this is a legacy NPS or legacy CRC case.'],
      meetings: [],
      flagsAppear: [],
      flagsGo: [],
    }
    desk.answer({ 'case.whatIf': () => missing })
    ask()
    expect(await panel().findByText(/^The Day 1 rules need/u)).toBeTruthy()
  })

  it('may be asked by those who may only read', async () => {
    await open('p-3', 'u-rona')
    ask()
    expect(await panel().findByText(/^Handover would be/u)).toBeTruthy()
  })
})

describe('what was described', () => {
  const date = { day: '1', month: 'Apr', year: '2027' }
  it.each<[Partial<WhatIfForm>, object]>([
    [{ kind: 'early_allocation' }, { change: { kind: 'early_allocation' } }],
    [{ kind: 'recalled' }, { change: { kind: 'recalled', postRecallRelease: null } }],
    [{ kind: 'recalled', date }, { change: { kind: 'recalled', postRecallRelease: day('2027-04-01') } }],
    [
      { kind: 'recalled', date: { ...date, year: '' } },
      { mistake: { message: 'The post-recall release date must include a year', part: 'year' } },
    ],
    [{ kind: 'parole_date', date }, { change: { kind: 'parole_date', to: day('2027-04-01') } }],
    [{ kind: 'hearing_date', date }, { change: { kind: 'hearing_date', to: day('2027-04-01') } }],
    [
      { kind: 'release', which: 'TED', date },
      { change: { kind: 'release', which: 'TED', to: day('2027-04-01') } },
    ],
    [{ kind: 'rules', ruleSet: 'pre-release-5' }, { change: { kind: 'rules', ruleSet: 'pre-release-5' } }],
  ])('%o', (form, expected) => expect(readWhatIf({ ...EMPTY_FORM, ...form })).toEqual(expected))
})
