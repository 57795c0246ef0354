// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OutputOf } from '../../domain/contract/index.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { FakeError, type FakeAnswers } from './support/fake-desk.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'

const day = (text: string) => text as CivilDate
type Shown = OutputOf<'letter.show'>
const told = {
  handover: day('2026-11-30'),
  confirmedOn: day('2026-11-20'),
  by: 'Amy Thornber',
  givenOn: null,
}
const shown = (more: Partial<Shown> = {}): Shown => ({
  personId: 'p-3',
  name: 'Marlowe, Dean',
  prisonNumber: 'A4417KD',
  today: day('2026-11-23'),
  refused: null,
  doubts: [],
  handover: day('2026-11-30'),
  confirmation: 'not_confirmed',
  told: null,
  seen: null,
  booked: [{ task: 'mt-handover', words: 'Handover meeting, Thu 26 Nov 2026, 2pm to 2:30pm, video' }],
  release: day('2027-07-15'),
  letter: {
    kind: 'ahead',
    title: 'Who looks after your case',
    from: 'HMP Leeds, offender management unit',
    to: 'Dean Marlowe, A4417KD',
    date: '23 November 2026',
    blocks: [
      { kind: 'text', text: 'Dear Dean Marlowe,', items: [] },
      { kind: 'heading', text: 'Your meetings', items: [] },
      { kind: 'list', text: '', items: ['a meeting with your POM and your COM, to pass your case on'] },
    ],
    signed: 'Amy Thornber, prison offender manager',
  },
  ...more,
})
const confirmed = (more: Partial<Shown> = {}) =>
  shown({ confirmation: 'confirmed', told, seen: 'd-1', ...more })
const open = (who: Parameters<typeof pageAnswers>[0], answer: Shown, more: FakeAnswers = {}) =>
  renderApp(pageAnswers(who, { 'letter.show': () => answer, ...more }), '/case/p-3/letter', 'letter')

describe('the letter to the person', () => {
  it('is shown as it reads, with the date to be confirmed beside it', async () => {
    const { desk } = await open('u-amy', shown({ doubts: ['No COM is named.'] }), {
      'letter.confirmDate': () => ({}),
    })
    expect(screen.getByRole('heading', { level: 1, name: 'Letter to Marlowe, Dean' })).toBeTruthy()
    const paper = within(screen.getByRole('article', { name: 'The letter' }))
    expect(paper.getByText('Dear Dean Marlowe,')).toBeTruthy()
    expect(paper.getByRole('heading', { level: 3, name: 'Your meetings' })).toBeTruthy()
    expect(paper.getByRole('listitem').textContent).toContain('to pass your case on')
    expect(screen.getByText('No COM is named.')).toBeTruthy()
    await expectNoAxeViolations()
    fireEvent.click(screen.getByRole('button', { name: 'Confirm 30 November 2026' }))
    await waitFor(() => expect(screen.getByText('Confirmed: the letter says 30 November 2026.')).toBeTruthy())
    expect(desk.calls.find(({ method }) => method === 'letter.confirmDate')?.input).toEqual({
      personId: 'p-3',
      handover: '2026-11-30',
      seen: null,
    })
  })

  it('says that a confirmation is void, and of which date', async () => {
    await open('u-amy', shown({ confirmation: 'void', told: { ...told, handover: day('2026-11-16') } }))
    const part = within(screen.getByRole('region', { name: 'The date' }))
    expect(part.getByText('No longer so')).toBeTruthy()
    expect(part.getByText(/16 November 2026 was confirmed by Amy Thornber/)).toBeTruthy()
    expect(part.getByRole('button', { name: 'Confirm 30 November 2026' })).toBeTruthy()
  })

  it('says what was refused', async () => {
    await open('u-amy', shown(), {
      'letter.confirmDate': () => new FakeError('conflict', 'The handover date is now 7 December 2026.'),
    })
    fireEvent.click(screen.getByRole('button', { name: 'Confirm 30 November 2026' }))
    expect(await screen.findByText('The handover date is now 7 December 2026.')).toBeTruthy()
  })

  it('asks for the days that are ticked, and saves what the preview said in large print', async () => {
    const { desk } = await open('u-amy', confirmed(), {
      'letter.save': () => ({ saved: true, file: 'LETTER_A4417KD_2026-11-23_LARGE-PRINT.pdf' }),
    })
    fireEvent.click(screen.getByRole('checkbox', { name: /The day of a meeting: Handover meeting/ }))
    fireEvent.click(screen.getByRole('checkbox', { name: 'The confirmed release date, 15 July 2027' }))
    fireEvent.click(screen.getByRole('checkbox', { name: /Large print/ }))
    await waitFor(() =>
      expect(desk.calls.findLast(({ method }) => method === 'letter.show')?.input).toEqual({
        personId: 'p-3',
        withDay: ['mt-handover'],
        release: true,
      }),
    )
    fireEvent.click(screen.getByRole('button', { name: 'Save as PDF' }))
    await waitFor(() => expect(screen.getByText(/^Saved as LETTER_/)).toBeTruthy())
    expect(desk.calls.find(({ method }) => method === 'letter.save')?.input).toEqual({
      personId: 'p-3',
      format: 'pdf',
      largePrint: true,
      withDay: ['mt-handover'],
      release: true,
      handover: '2026-11-30',
    })
  })

  it('records when it was given, and says what is wrong with the day', async () => {
    const { desk } = await open('u-amy', confirmed(), { 'letter.given': () => ({}) })
    fireEvent.change(screen.getByLabelText('Day'), { target: { value: '40' } })
    fireEvent.click(screen.getByRole('button', { name: 'Record that it was given' }))
    expect(await screen.findByRole('link', { name: /must be a real date/ })).toBeTruthy()
    await expectNoAxeViolations()
    fireEvent.change(screen.getByLabelText('Day'), { target: { value: '20' } })
    fireEvent.click(screen.getByRole('button', { name: 'Record that it was given' }))
    await waitFor(() =>
      expect(screen.getByText('Recorded: the letter was given on 20 November 2026.')).toBeTruthy(),
    )
    expect(desk.calls.find(({ method }) => method === 'letter.given')?.input).toEqual({
      personId: 'p-3',
      on: '2026-11-20',
      handover: '2026-11-30',
      seen: 'd-1',
    })
  })

  it('is recorded as given without a date where none is confirmed', async () => {
    const { desk } = await open('u-amy', shown(), { 'letter.given': () => ({}) })
    expect(screen.getByText('It says no handover date.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Record that it was given' }))
    await waitFor(() => expect(screen.getByText(/^Recorded: the letter was given/)).toBeTruthy())
    expect(desk.calls.find(({ method }) => method === 'letter.given')?.input).toMatchObject({
      handover: null,
      seen: null,
    })
  })

  it('says of one given without a date that it was, and still offers the date', async () => {
    await open(
      'u-amy',
      shown({ told: { handover: null, confirmedOn: null, by: 'Amy Thornber', givenOn: day('2026-11-20') } }),
    )
    expect(screen.getByText(/given on 20 November 2026, without a handover date/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Confirm 30 November 2026' })).toBeTruthy()
  })

  it('puts the focus on what was done once the button that did it is gone', async () => {
    let answer: Shown | Promise<Shown> = shown()
    let arrive = (_shown: Shown): void => undefined
    await renderApp(
      pageAnswers('u-amy', {
        'letter.show': () => answer,
        'letter.confirmDate': () => {
          // The outcome is told before the page has been asked for again.
          answer = new Promise((resolve) => (arrive = resolve))
          return {}
        },
      }),
      '/case/p-3/letter',
      'letter',
    )
    const button = screen.getByRole('button', { name: 'Confirm 30 November 2026' })
    button.focus()
    fireEvent.click(button)
    await screen.findByText('Confirmed: the letter says 30 November 2026.')
    expect(document.activeElement).toBe(button)
    arrive(confirmed())
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Confirm/ })).toBeNull())
    expect(document.activeElement?.textContent).toBe('Confirmed: the letter says 30 November 2026.')
  })

  it('has no letter for some, and says why and what to do', async () => {
    await open(
      'u-amy',
      shown({
        refused: 'This person is under 18.',
        letter: null,
        handover: null,
        confirmation: 'not_needed',
      }),
    )
    expect(screen.getByText('This person is under 18.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Save/ })).toBeNull()
    await expectNoAxeViolations()
  })

  it('is only read by those who read, and its date is not for the administrator to confirm', async () => {
    await open('u-rona', shown())
    expect(screen.queryByRole('button', { name: /Confirm|Save as|Record/ })).toBeNull()
    expect(screen.getByText('A POM or the head of OMU confirms it.')).toBeTruthy()
  })
})
