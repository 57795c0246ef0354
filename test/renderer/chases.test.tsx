// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { MethodName } from '../../domain/contract/index.ts'
import { madeUpChases, madeUpLadder } from './support/made-up-chases.ts'
import { FakeError, type FakeAnswers, type FakeDesk } from './support/fake-desk.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, loaded, renderApp } from './support/render-app.tsx'

type Who = Parameters<typeof pageAnswers>[0]
const open = (who: Who, at = '/chases', route = 'chases', more: FakeAnswers = {}) =>
  renderApp(
    pageAnswers(who, {
      'chases.show': ({ names }) => madeUpChases(names),
      'chases.ladder': () => madeUpLadder(),
      'chases.draft': ({ keys }) => ({
        saved: true,
        messages: keys.length,
        file: 'chase-leeds-2026-11-23.eml',
      }),
      'chases.sent': () => ({}),
      'chases.answered': () => ({}),
      'chases.takeBack': () => ({}),
      'chases.monthlySent': () => ({}),
      'chases.saveLadder': () => ({}),
      'chases.saveAddresses': () => ({}),
      ...more,
    }),
    at,
    route,
  )
const asked = (desk: FakeDesk, method: MethodName) =>
  desk.calls.findLast((call) => call.method === method)?.input
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

describe('Chases', () => {
  it('shows what is due by step, who owes it, what was asked, and the monthly lists', async () => {
    await open('u-ruth')
    expect(screen.getByRole('heading', { name: /Day 7 Head of the LDU/ })).toBeTruthy()
    expect(
      screen.getByRole('row', { name: /^Leeds ?Head of the LDU 1 Day 7 7 days Not asked yet/ }),
    ).toBeTruthy()
    expect(
      screen.getByRole('row', { name: /^Bradford 1 19 Nov 2026 ?Dev Malik None yet Day 14, 26 Nov 2026/ }),
    ).toBeTruthy()
    const owes = within(screen.getByRole('region', { name: 'Who owes an answer' }))
    expect(owes.getByText('3 open')).toBeTruthy()
    const grady = owes.getByText('COM, Bradford').closest('tr')
    expect(grady && within(grady).getByText('Not known')).toBeTruthy()
    expect(screen.getByRole('row', { name: /^Leeds 2 1 Due/ })).toBeTruthy()
  })

  it('is clean of faults a machine can find, and counts messages in the side navigation', async () => {
    await open('u-ruth')
    expect(screen.getAllByRole('link', { name: 'Chases 8' })).not.toHaveLength(0)
    await expectNoAxeViolations()
  })

  it('drafts all by Alt+D, with numbers and initials unless full names are asked for', async () => {
    const { desk } = await open('u-ruth')
    fireEvent.keyDown(document.body, { key: 'd', altKey: true })
    expect(await screen.findByText(/1 message was saved as email drafts/)).toBeTruthy()
    expect(asked(desk, 'chases.draft')).toEqual({
      scope: 'unit',
      names: 'initials',
      kind: 'chase',
      keys: ['leeds'],
    })
    press('Full names')
    await waitFor(() => expect(asked(desk, 'chases.show')).toMatchObject({ names: 'names' }))
    await loaded('chases')
    press(/^Draft all chases/)
    await waitFor(() => expect(asked(desk, 'chases.draft')).toMatchObject({ names: 'names' }))
  })

  it('only shows to those who read', async () => {
    await open('u-rona')
    expect(screen.queryByRole('button', { name: /Draft all/ })).toBeNull()
    expect(screen.queryByRole('link', { name: /Log the answer/ })).toBeNull()
    expect(screen.queryByRole('link', { name: /Mark/ })).toBeNull()
    await expectNoAxeViolations()
  })

  it('says so where nothing is due and nobody owes anything', async () => {
    const nothing = { ...madeUpChases(), messages: 0, escalations: [], owes: [], drafts: [], asked: [] }
    await open('u-ruth', '/chases', 'chases', { 'chases.show': () => nothing })
    expect(screen.getByText(/No message is due today/)).toBeTruthy()
    expect(screen.getByText('Nobody owes an answer.')).toBeTruthy()
  })
})

describe('one message', () => {
  const at = '/chases?to=leeds'

  it('is copied, saved and marked as sent for every case in it', async () => {
    const writeText = vi.fn(async () => undefined)
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
    const { desk } = await open('u-amy', at, 'chase-message')
    expect(screen.getByText('head@leeds.example.gov.uk')).toBeTruthy()
    await expectNoAxeViolations()
    press('Copy the message')
    expect(await screen.findByText('The message was copied.')).toBeTruthy()
    expect(writeText).toHaveBeenCalledWith(madeUpChases().drafts[0]?.text)
    press(/^Save as email/)
    expect(await screen.findByText(/Saved as chase-leeds-2026-11-23.eml/)).toBeTruthy()
    press('Mark as sent')
    expect(await screen.findByText(/recorded as sent on 23 November 2026: 2 asks/)).toBeTruthy()
    const of = { personId: 'p-3', due: '2026-11-16', rung: 7, seen: null }
    expect(asked(desk, 'chases.sent')).toEqual({
      key: 'leeds',
      sentOn: '2026-11-23',
      asks: [
        { ...of, about: 'com' },
        { ...of, about: 'meeting' },
      ],
    })
  })

  it('says where it may not copy', async () => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })
    await open('u-amy', at, 'chase-message')
    press('Copy the message')
    expect(await screen.findByText(/This window may not copy/)).toBeTruthy()
  })

  it('shows full names once asked', async () => {
    await open('u-amy', at, 'chase-message')
    expect(screen.getByText(/A2750EJ, Y\./)).toBeTruthy()
    press('Full names')
    expect(await screen.findByText(/A2750EJ, Yardley, Curtis/)).toBeTruthy()
  })

  it('keeps what was typed where somebody recorded it meanwhile', async () => {
    await open('u-amy', at, 'chase-message', {
      'chases.sent': () => new FakeError('conflict', 'Dev Malik recorded a message about Yardley, Curtis.'),
    })
    fireEvent.change(screen.getByLabelText('Day'), { target: { value: '20' } })
    press('Mark as sent')
    expect(await screen.findByText('Dev Malik recorded a message about Yardley, Curtis.')).toBeTruthy()
    expect((screen.getByLabelText('Day') as HTMLInputElement).value).toBe('20')
  })

  it('that is not due any more says why', async () => {
    await open('u-amy', '/chases?to=york', 'chase-message')
    expect(screen.getByText(/what it asked for is no longer owed/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Mark as sent' })).toBeNull()
  })
})

describe('an answer', () => {
  const at = '/chases?answer=bradford'
  const asks = [{ personId: 'p-4', subject: 'com 2026-11-12 7', seen: 'd-7' }]

  it('is logged with its day, and asked for where nothing was typed', async () => {
    const { desk } = await open('u-amy', at, 'chase-answer')
    await expectNoAxeViolations()
    press('Save the answer')
    expect(await screen.findByRole('link', { name: 'Enter what they answered' })).toBeTruthy()
    fireEvent.change(screen.getByLabelText('What did they answer?'), { target: { value: 'To be allocated' } })
    press('Save the answer')
    expect(await screen.findByText('The answer is recorded for 1 ask.')).toBeTruthy()
    expect(asked(desk, 'chases.answered')).toEqual({
      answeredOn: '2026-11-23',
      answer: 'To be allocated',
      asks,
    })
  })

  it('or the message was not sent after all', async () => {
    const { desk } = await open('u-amy', at, 'chase-answer')
    fireEvent.click(screen.getByRole('checkbox', { name: /Hussain, Tariq/ }))
    press('Not sent after all')
    expect(await screen.findByRole('link', { name: 'Choose at least one person' })).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: /Hussain, Tariq/ }))
    press('Not sent after all')
    expect(await screen.findByText(/1 record taken back/)).toBeTruthy()
    expect(asked(desk, 'chases.takeBack')).toEqual({ asks })
  })
})

describe('the monthly lists', () => {
  it('are saved and marked as sent, one or all that are due', async () => {
    const { desk } = await open('u-ruth')
    press('Save as email, the list of Leeds')
    expect(await screen.findByText('1 list was saved as email drafts.')).toBeTruthy()
    expect(asked(desk, 'chases.draft')).toMatchObject({ kind: 'monthly', scope: 'unit', keys: ['leeds'] })
    fireEvent.click(screen.getByRole('link', { name: 'Mark all due as sent' }))
    await loaded('chase-monthly')
    await expectNoAxeViolations()
    press('Mark as sent')
    expect(await screen.findByText('1 monthly list is recorded as sent on 23 November 2026.')).toBeTruthy()
    expect(asked(desk, 'chases.monthlySent')).toEqual({
      sentOn: '2026-11-23',
      lists: [{ key: 'leeds', seen: null }],
    })
  })
})

describe('the escalation ladder', () => {
  const at = '/chases/ladder'

  it('is changed by the head of OMU; what is wrong stands at its field', async () => {
    const { desk } = await open('u-ruth', at, 'chase-ladder')
    await expectNoAxeViolations()
    press('Add a step')
    const last = screen.getByLabelText('Step 4, days after')
    fireEvent.change(last, { target: { value: '14' } })
    press('Save the ladder')
    expect(await screen.findByRole('link', { name: /Step 4 must come after step 3/ })).toBeTruthy()
    await expectNoAxeViolations()
    press('Remove step 4')
    fireEvent.change(screen.getByLabelText('Step 1, days after'), { target: { value: '3' } })
    press('Save the ladder')
    expect(await screen.findByText(/The ladder was saved/)).toBeTruthy()
    expect(asked(desk, 'chases.saveLadder')).toMatchObject({
      seen: null,
      rungs: [{ days: 3 }, { days: 7 }, { days: 14 }],
    })
  })

  it('is read by others, with addresses for case administrators to change', async () => {
    const { desk } = await open('u-dev', at, 'chase-ladder')
    expect(screen.queryByRole('button', { name: 'Save the ladder' })).toBeNull()
    fireEvent.click(screen.getByRole('link', { name: 'Change the addresses of Hull' }))
    await loaded('chase-addresses')
    await expectNoAxeViolations()
    fireEvent.change(screen.getByLabelText('To, day 7'), { target: { value: 'duty@hull.example.gov.uk' } })
    press('Save')
    expect(await screen.findByText('The addresses of Hull were saved.')).toBeTruthy()
    expect(asked(desk, 'chases.saveAddresses')).toMatchObject({
      key: 'hull',
      seen: '2026-11-20T09:00:00.000Z',
      emails: [
        { days: 2, to: '', cc: '' },
        { days: 7, to: 'duty@hull.example.gov.uk', cc: '' },
        { days: 14, to: 'head@hull.example.gov.uk', cc: 'lead@yorkshire.example.gov.uk' },
      ],
    })
  })

  it('is read by a POM, who changes nothing', async () => {
    await open('u-amy', at, 'chase-ladder')
    expect(screen.getByRole('row', { name: '14 days Head of the LDU, again Regional lead' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: /Change/ })).toBeNull()
  })
})
