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

describe('one person', () => {
  const focused = () => document.activeElement?.textContent

  it('opens on the message that asks about them, with their row in focus', async () => {
    await open('u-amy', '/chases?person=p-3', 'chase-message')
    expect(screen.getByRole('heading', { level: 1, name: 'Message to Leeds' })).toBeTruthy()
    expect(focused()).toMatch(/^Yardley, Curtis.*Not asked yet/)
    await expectNoAxeViolations()
  })

  it('opens on who owes where no message is due, and says when the next is', async () => {
    await open('u-amy', '/chases?person=p-4')
    expect(focused()).toMatch(
      /^Hussain, Tariq.*Asked 19 Nov 2026, no answer yet\. No message is due today; next is Head of the LDU, again on Thu 26 Nov 2026\./,
    )
    const place = screen.getByText('COM, Bradford').closest('details')
    expect(place?.open).toBe(true)
    await expectNoAxeViolations()
  })

  it('opens on the team to find where nobody is known to ask', async () => {
    await open('u-amy', '/chases?person=p-9')
    expect(focused()).toMatch(/^Ogden, Paul.*No COM, 40 days/)
  })

  it('says so where nothing is owed', async () => {
    await open('u-amy', '/chases?person=p-77')
    expect(screen.getByText(/Nothing is owed on this person now/)).toBeTruthy()
  })
})

describe('a team to find', () => {
  it('stands outside the messages, with its own count, leading to the contacts of the case', async () => {
    await open('u-amy')
    const section = within(screen.getByRole('region', { name: 'Probation team to find' }))
    expect(section.getByText('1 person')).toBeTruthy()
    expect(section.getByRole('link', { name: 'Ogden, Paul' }).getAttribute('href')).toBe('/case/p-9/risk')
    expect(within(screen.getByRole('region', { name: 'Messages to send' })).queryByText(/Ogden/)).toBeNull()
  })

  it('is not there where every team is known', async () => {
    await open('u-amy', '/chases', 'chases', {
      'chases.show': () => ({ ...madeUpChases(), teamToFind: [] }),
    })
    expect(screen.queryByRole('region', { name: 'Probation team to find' })).toBeNull()
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

  it('says who reads what where several steps are in it', async () => {
    const shown = madeUpChases()
    const steps = [
      { days: 2, toWords: 'COM’s team', people: 1 },
      { days: 7, toWords: 'Head of the LDU', people: 2 },
    ]
    await open('u-amy', at, 'chase-message', {
      'chases.show': () => ({
        ...shown,
        drafts: shown.drafts.map((draft) => Object.assign(draft, { steps })),
      }),
    })
    expect(screen.getByText('COM’s team, for 1 person 2 days or more overdue')).toBeTruthy()
    expect(screen.getByText('Head of the LDU, for 2 people 7 days or more overdue')).toBeTruthy()
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
      promisedOn: null,
      asks,
    })
  })

  it('keeps all that was pasted, counts it, and is refused at its field beyond 2,000 characters', async () => {
    const { desk } = await open('u-amy', at, 'chase-answer')
    expect(screen.getByRole('heading', { level: 1, name: 'Answer from Bradford' })).toBeTruthy()
    expect(screen.getByText('2,000 characters left')).toBeTruthy()
    const field = screen.getByLabelText('What did they answer?') as HTMLTextAreaElement
    expect(field.maxLength).toBe(-1)
    fireEvent.change(field, { target: { value: 'x'.repeat(10_000) } })
    expect(screen.getByText('8,000 characters too many')).toBeTruthy()
    press('Save the answer')
    expect(
      await screen.findByRole('link', {
        name: 'What they answered must be 2,000 characters or fewer: it has 10,000',
      }),
    ).toBeTruthy()
    expect(field.value).toHaveLength(10_000)
    expect(asked(desk, 'chases.answered')).toBeUndefined()
    await expectNoAxeViolations()
  })

  it('may carry a day they promise, today or later', async () => {
    const { desk } = await open('u-amy', at, 'chase-answer')
    fireEvent.change(screen.getByLabelText('What did they answer?'), { target: { value: 'Names by Friday' } })
    const day = within(screen.getByRole('group', { name: /By when did they promise/ })).getByLabelText('Day')
    fireEvent.change(day, { target: { value: '20/11/2026' } })
    press('Save the answer')
    expect(
      await screen.findByRole('link', {
        name: 'The day they promised must be today or later, or left empty',
      }),
    ).toBeTruthy()
    fireEvent.change(day, { target: { value: '27/11/2026' } })
    press('Save the answer')
    expect(await screen.findByText('The answer is recorded for 1 ask.')).toBeTruthy()
    expect(asked(desk, 'chases.answered')).toMatchObject({ promisedOn: '2026-11-27' })
  })

  it('is about nobody until somebody is chosen, where several were asked about', async () => {
    const shown = madeUpChases()
    const [bradford] = shown.asked
    const second = {
      ...bradford?.rows[0],
      personId: 'p-5',
      name: 'Ives, Mark',
    } as (typeof shown.drafts)[0]['due'][0]
    const two = { key: 'bradford', place: 'Bradford', rows: [...(bradford?.rows ?? []), second] }
    const { desk } = await open('u-amy', at, 'chase-answer', {
      'chases.show': () => ({ ...shown, asked: [two] }),
    })
    expect(screen.getAllByRole('checkbox').filter((box) => (box as HTMLInputElement).checked)).toEqual([])
    fireEvent.change(screen.getByLabelText('What did they answer?'), { target: { value: 'Soon' } })
    press('Save the answer')
    expect(await screen.findByRole('link', { name: 'Choose at least one person' })).toBeTruthy()
    press('All of them')
    press('Save the answer')
    expect(await screen.findByText('The answer is recorded for 2 asks.')).toBeTruthy()
    expect(asked(desk, 'chases.answered')).toMatchObject({ asks: [{ personId: 'p-4' }, { personId: 'p-5' }] })
  })

  it('is shown with its place and its person', async () => {
    const shown = madeUpChases()
    const answered = { answeredOn: '2026-11-20', answer: 'Names by Friday', promisedOn: '2026-11-27' }
    const words = JSON.parse(
      JSON.stringify(shown, (key, value) => (key === 'last' && value ? { ...value, ...answered } : value)),
    ) as typeof shown
    await open('u-amy', '/chases', 'chases', { 'chases.show': () => words })
    const said = 'answered 20 Nov 2026: Names by Friday; promised by 27 Nov'
    expect(screen.getByText(said).closest('tr')?.textContent).toMatch(/^Bradford/)
    expect(screen.getByText(new RegExp(`Asked 19 Nov 2026, ${said}`)).closest('li')?.textContent).toMatch(
      /^Hussain, Tariq/,
    )
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
    const who = screen.getByLabelText('Whom to ask', { selector: '#rung-4-who' }) as HTMLInputElement
    fireEvent.change(who, { target: { value: 'x'.repeat(300) } })
    expect(who.value).toHaveLength(300)
    expect(who.maxLength).toBe(-1)
    expect(screen.getByText('220 characters too many')).toBeTruthy()
    press('Save the ladder')
    expect(
      await screen.findByRole('link', {
        name: /Step 4: use 80 characters or fewer for whom to ask, not 300/,
      }),
    ).toBeTruthy()
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
    const to = screen.getByLabelText('To, day 7') as HTMLInputElement
    expect(to.maxLength).toBe(-1)
    fireEvent.change(to, { target: { value: `${'x'.repeat(280)}@hull.example.gov.uk` } })
    press('Save')
    expect(
      await screen.findByRole('link', {
        name: 'An email address must be 254 characters or fewer: it has 300',
      }),
    ).toBeTruthy()
    expect(asked(desk, 'chases.saveAddresses')).toBeUndefined()
    fireEvent.change(to, { target: { value: 'duty@hull.example.gov.uk' } })
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
