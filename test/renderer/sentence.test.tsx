// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OutputOf } from '../../domain/contract/index.ts'
import { FakeError, type FakeAnswers } from './support/fake-desk.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'
import { day } from './support/words.ts'

const RECORDS: OutputOf<'records.show'> = {
  sentences: [
    {
      subject: 's-1',
      recordId: 'd-1',
      by: 'Amy Thornber',
      at: '2026-11-12T09:00:00Z',
      words: 'Custodial term 4 years 6 months',
      offence: 'Burglary',
      startedOn: day('2025-03-14'),
      indeterminate: false,
      terms: [{ kind: 'custodial', years: 4, months: 6, weeks: 0, days: 0 }],
      consecutiveTo: null,
      court: 'Leeds Crown Court',
      status: 'active',
      note: '',
    },
  ],
  recalls: [],
  categories: [{ value: 'C', from: day('2025-04-02'), source: 'NOMIS', now: true }],
  movements: [
    {
      id: 'm-1',
      words: 'Transferred in, HMP Hull',
      on: day('2026-09-30'),
      note: '',
      by: 'Dev Malik',
      at: '2026-10-01T09:00:00Z',
    },
  ],
}
const open = (more: FakeAnswers = {}, who: Parameters<typeof pageAnswers>[0] = 'u-amy') =>
  renderApp(
    pageAnswers(who, {
      'records.show': () => RECORDS,
      'records.saveSentence': () => ({}),
      'records.saveRecall': () => ({}),
      'records.takeBack': () => ({}),
      ...more,
    }),
    '/case/p-3/sentence',
    'case-sentence',
  )
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const called = (desk: { calls: { method: string; input: unknown }[] }, name: string) =>
  desk.calls.filter(({ method }) => method === name).map(({ input }) => input)

describe('The sentence part', () => {
  it('shows sentences, recalls, categories and movements, with who recorded them', async () => {
    await open()
    const row = (await screen.findByRole('row', { name: /^Custodial term 4 years 6 months/u })).textContent
    expect(row).toContain('14 March 2025')
    expect(row).toContain('Recorded by Amy Thornber')
    expect(screen.getByText('No recall is recorded here.')).toBeTruthy()
    expect(screen.getByRole('row', { name: /^Transferred in, HMP Hull/u })).toBeTruthy()
    await expectNoAxeViolations()
  })

  it('records a sentence, and leads from each mistake to its field', async () => {
    const { desk } = await open()
    await screen.findByRole('button', { name: 'Record a sentence' })
    press('Record a sentence')
    expect(await screen.findByRole('heading', { name: 'Record a sentence' })).toBe(document.activeElement)
    press('Save')
    fireEvent.click(
      await screen.findByRole('link', {
        name: 'Enter the custodial term, or say that the sentence is indeterminate',
      }),
    )
    const custodial = within(screen.getByRole('group', { name: 'Custodial term' }))
    expect(document.activeElement).toBe(custodial.getByLabelText('Years'))
    await expectNoAxeViolations()
    fireEvent.change(custodial.getByLabelText('Years'), { target: { value: '3' } })
    for (const [label, value] of [
      ['Day', '14'],
      ['Month', '3'],
      ['Year', '2025'],
    ] as const)
      fireEvent.change(screen.getByLabelText(label, { selector: '[id^=sentence-startedOn]' }), {
        target: { value },
      })
    fireEvent.change(screen.getByLabelText('Does it begin after another sentence?'), {
      target: { value: 's-1' },
    })
    press('Save')
    await screen.findByText('The sentence was recorded.')
    expect(called(desk, 'records.saveSentence')).toEqual([
      expect.objectContaining({
        subject: null,
        seen: null,
        startedOn: '2025-03-14',
        terms: [{ kind: 'custodial', years: 3, months: 0, weeks: 0, days: 0 }],
        consecutiveTo: 's-1',
      }),
    ])
  })

  it('keeps what was typed where somebody was quicker, and goes back to its button after Cancel', async () => {
    const { desk } = await open({
      'records.saveSentence': () => new FakeError('conflict', 'Dev Malik changed this meanwhile.'),
    })
    const change = await screen.findByRole('button', { name: /^Change Custodial/u })
    fireEvent.click(change)
    fireEvent.change(await screen.findByLabelText('Note (optional)'), { target: { value: 'Kept' } })
    press('Save')
    await screen.findByText('Dev Malik changed this meanwhile.')
    expect((screen.getByLabelText('Note (optional)') as HTMLTextAreaElement).value).toBe('Kept')
    expect(called(desk, 'records.saveSentence')[0]).toMatchObject({ subject: 's-1', seen: 'd-1' })
    press('Cancel')
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Change Custodial/u })),
    )
  })

  it('records a recall and says that it moves no date', async () => {
    const { desk } = await open()
    await screen.findByRole('button', { name: 'Record a recall' })
    press('Record a recall')
    expect(await screen.findByText(/moves no date/u)).toBeTruthy()
    await expectNoAxeViolations()
    press('Save')
    await screen.findByRole('link', { name: 'Select the kind of recall' })
    fireEvent.change(screen.getByLabelText('What kind of recall is it?'), { target: { value: 'fixed_28' } })
    const recalled = within(screen.getByRole('group', { name: 'When were they recalled?' }))
    for (const [label, value] of [
      ['Day', '1'],
      ['Month', '10'],
      ['Year', '2026'],
    ] as const)
      fireEvent.change(recalled.getByLabelText(label), { target: { value } })
    press('Save')
    await screen.findByText('The recall was recorded.')
    expect(called(desk, 'records.saveRecall')).toEqual([
      expect.objectContaining({ type: 'fixed_28', recalledOn: '2026-10-01', returnedOn: null }),
    ])
  })

  it('takes a record back after saying what that does', async () => {
    const { desk } = await open()
    fireEvent.click(await screen.findByRole('button', { name: /^Take back Custodial/u }))
    await screen.findByText(/will no longer be on the case/u)
    await expectNoAxeViolations()
    press('Take back')
    await screen.findByText('The sentence was taken back.')
    expect(called(desk, 'records.takeBack')).toEqual([
      { personId: 'p-3', kind: 'sentence', subject: 's-1', seen: 'd-1' },
    ])
  })
})
