// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ALLOCATION_ANSWERS, madeUpShown } from './support/made-up-allocation.ts'
import { FakeError, type FakeAnswers } from './support/fake-desk.ts'
import { madeUpStatus, PEOPLE } from './support/made-up.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, loaded, renderApp } from './support/render-app.tsx'
import { day } from './support/words.ts'

type Who = Parameters<typeof pageAnswers>[0]
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const pick = (name: string | RegExp) => fireEvent.click(screen.getByLabelText(name))
const alert = () => within(screen.getByRole('alert'))
const open = (at: string, route: string, who: Who = 'u-ruth', more: FakeAnswers = {}) =>
  renderApp(pageAnswers(who, { ...ALLOCATION_ANSWERS, ...more }), at, route)
const sent = (desk: Awaited<ReturnType<typeof open>>['desk'], method: string) =>
  desk.calls.filter((call) => call.method === method).map(({ input }) => input)

describe('Allocation', () => {
  it('lists who waits, how long, with the kind recommended and why; and what nobody looks after', async () => {
    await open('/allocation', 'allocation')
    const first = screen.getByRole('row', { name: /Ashdown, Corey/u })
    expect(first.textContent).toMatch(/10since 9 Nov 2026/u)
    expect(first.textContent).toMatch(/B1 · High.*Probation POM/u)
    expect(screen.getByText('Held before by Segun Oyelaran.')).toBeTruthy()
    expect(screen.getByRole('row', { name: /Bellweather, Tom/u }).textContent).toMatch(/not known.*Neither/u)
    expect(screen.getByText(/is away and nobody covers/u).textContent).toContain('44 cases')
    expect(screen.getByText(/4 people without a POM ask for none/u)).toBeTruthy()
    await expectNoAxeViolations()
  })

  it('offers a POM nothing to change', async () => {
    const { unmount } = await open('/allocation', 'allocation', 'u-amy')
    expect(screen.queryByRole('button', { name: 'Allocate several together' })).toBeNull()
    expect(screen.queryByRole('link', { name: 'Jonah Askey' })).toBeNull()
    unmount()
    await open('/allocation/hand-over', 'hand-over', 'u-amy')
    expect(screen.getByText(/Only the head of OMU hands cases over/u)).toBeTruthy()
  })
})

describe('The allocation of a case', () => {
  const at = '/case/p-2/allocation'

  it('says who has it, who had it, the kind recommended with source and confidence, and what was decided', async () => {
    await open(at, 'case-allocation', 'u-amy')
    expect(await screen.findByText('16 December 2025')).toBeTruthy()
    expect(screen.getByText('Segun Oyelaran')).toBeTruthy()
    expect(screen.getByText('High confidence')).toBeTruthy()
    expect(screen.getByText(/^Manage POM cases, recommendation of a POM, 21 August 2026\./u)).toBeTruthy()
    expect(screen.getByText('Allocated to Amy Thornber, before Segun Oyelaran')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Allocate/u })).toBeNull()
    await expectNoAxeViolations()
  })

  it('allocates by the recommendation without asking why', async () => {
    const { desk } = await open(at, 'case-allocation')
    fireEvent.click(await screen.findByRole('button', { name: 'Allocate to another POM' }))
    expect(document.activeElement?.textContent).toBe('Allocate to another POM')
    press('Cancel')
    await waitFor(() => expect(document.activeElement?.id).toBe('allocation-pom'))
    press('Allocate to another POM')
    const beth = screen.getByRole('row', { name: /Beth Lindqvist/u })
    expect(within(beth).getByText('Recommended kind')).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>(/^Priya Nair/u).disabled).toBe(true)
    // Whoever has it is no choice.
    expect(screen.queryByLabelText(/^Amy Thornber/u)).toBeNull()
    await expectNoAxeViolations()
    press('Allocate')
    expect(alert().getByText('Choose a POM')).toBeTruthy()
    pick(/^Beth Lindqvist/u)
    expect(screen.queryByRole('group', { name: /^Why a/u })).toBeNull()
    press('Allocate')
    expect(await screen.findByText('Allocated to Beth Lindqvist.')).toBeTruthy()
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Allocated to Beth Lindqvist.'))
    expect(sent(desk, 'allocation.save')).toEqual([
      { personId: 'p-2', version: 812, staffId: 's-beth', overridden: null },
    ])
  })

  it('asks why against the recommendation, says who is away, and keeps what was chosen after a refusal', async () => {
    const refused = new FakeError('conflict', 'Nothing was written: Marlowe, Dean changed meanwhile.')
    const { desk } = await open(at, 'case-allocation', 'u-ruth', { 'allocation.save': () => refused })
    fireEvent.click(await screen.findByRole('button', { name: 'Allocate to another POM' }))
    pick(/^Jonah Askey/u)
    expect(screen.getByText('Jonah Askey: Away until 4 Dec 2026, Amy Thornber covers.')).toBeTruthy()
    press('Allocate')
    expect(alert().getByText(/^Say why this POM is chosen/u)).toBeTruthy()
    pick('Another reason')
    press('Allocate')
    expect(alert().getByText('Give the reason in a few words')).toBeTruthy()
    type('The reason in a few words', 'Asked for by psychology')
    press('Allocate')
    expect(await screen.findByText(/changed meanwhile/u)).toBeTruthy()
    expect(screen.getByLabelText<HTMLTextAreaElement>('The reason in a few words').value).toBe(
      'Asked for by psychology',
    )
    expect(sent(desk, 'allocation.save')).toEqual([
      {
        personId: 'p-2',
        version: 812,
        staffId: 's-jonah',
        overridden: { why: 'other', note: 'Asked for by psychology' },
      },
    ])
  })

  it('adds a co-working POM with the reason, and ends it', async () => {
    const first = await open(at, 'case-allocation')
    fireEvent.click(await screen.findByRole('button', { name: 'Add a co-working POM' }))
    press('Save')
    expect(alert().getByText('Enter the reason')).toBeTruthy()
    pick(/^Callum Reid/u)
    type('Why?', 'Two to see him')
    press('Save')
    expect(await screen.findByText('Callum Reid is the co-working POM.')).toBeTruthy()
    expect(sent(first.desk, 'allocation.saveCoWorking')).toEqual([
      { personId: 'p-2', version: 812, staffId: 's-callum', reason: 'Two to see him' },
    ])
    first.unmount()
    const coPom = { 'allocation.show': () => madeUpShown('p-2', { coPom: 'Callum Reid' }) } as const
    const { desk } = await open(at, 'case-allocation', 'u-ruth', coPom)
    fireEvent.click(await screen.findByRole('button', { name: 'Change the co-working POM' }))
    pick('Nobody works beside the POM any more')
    type('Why?', 'Settled')
    press('Save')
    await screen.findByText('Callum Reid no longer works beside the POM.')
    expect(sent(desk, 'allocation.saveCoWorking')).toMatchObject([{ staffId: null, reason: 'Settled' }])
  })
})

describe('Handing several cases over', () => {
  const at = '/allocation/hand-over?from=s-jonah'

  it('chooses, checks and only then writes, with the reasons', async () => {
    const { desk } = await open(at, 'hand-over')
    expect(screen.getByText('2 of 2 chosen')).toBeTruthy()
    await expectNoAxeViolations()
    press('Continue')
    expect(alert().getByText('Choose at least one POM')).toBeTruthy()
    expect(alert().getByText('Enter why the cases change hands')).toBeTruthy()
    expect(screen.queryByLabelText(/^Jonah Askey/u)).toBeNull()
    pick(/^Amy Thornber/u)
    type('Why do the cases change hands?', 'Jonah is leaving')
    press('Continue')
    await loaded('hand-over-check')
    expect(document.activeElement?.textContent).toMatch(/nothing is written yet/u)
    expect(sent(desk, 'allocation.handOver')).toEqual([])
    await expectNoAxeViolations()
    const ede = screen.getByRole('row', { name: /Ede, Michael/u })
    expect(within(ede).getByText('Reason needed')).toBeTruthy()
    expect(screen.getByRole('row', { name: /^Amy Thornber/u }).textContent).toMatch(/44145/u)
    type('Co-working POM for Gill, Harpreet', 'nobody')
    press('Hand over 2 cases')
    expect(alert().getByText(/^Say why/u)).toBeTruthy()
    pick('No POM of the recommended kind is available')
    press('Hand over 2 cases')
    await loaded('hand-over-done')
    expect(sent(desk, 'allocation.handOver')).toEqual([
      {
        from: 's-jonah',
        cases: [
          { personId: 'p-31', role: 'pom', version: 500, to: 's-amy' },
          { personId: 'p-32', role: 'co_pom', version: 501, to: null },
        ],
        reason: 'Jonah is leaving',
        overridden: { why: 'none_available', note: '' },
      },
    ])
    expect(screen.getByRole('region', { name: 'Amy Thornber' }).textContent).toContain('Ede, Michael')
    expect(screen.getByRole('region', { name: 'Co-working ended' }).textContent).toContain('Gill, Harpreet')
    await expectNoAxeViolations()
  })

  it('takes only the cases chosen, goes back with the choice kept, and shows a refusal beside the proposal', async () => {
    const refused = new FakeError('conflict', 'Nothing was written: Ede, Michael changed meanwhile.')
    const { desk } = await open(at, 'hand-over', 'u-ruth', { 'allocation.handOver': () => refused })
    press('Choose none')
    pick(/^Amy Thornber/u)
    type('Why do the cases change hands?', 'Leaving')
    press('Continue')
    expect(alert().getByText('Choose at least one case')).toBeTruthy()
    pick(/^Ede, Michael/u)
    pick(/^Beth Lindqvist/u)
    pick(/^Amy Thornber/u)
    press('Continue')
    await loaded('hand-over-check')
    expect(sent(desk, 'allocation.propose')).toEqual([
      { from: 's-jonah', cases: [{ personId: 'p-31', role: 'pom' }], to: ['s-beth'] },
    ])
    press('Hand over 1 case')
    expect(await screen.findByText(/Ede, Michael changed meanwhile/u)).toBeTruthy()
    press('Back to the choice')
    await loaded('hand-over')
    expect(screen.getByText('1 of 2 chosen')).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>(/^Beth Lindqvist/u).checked).toBe(true)
    expect(screen.getByLabelText<HTMLInputElement>('Why do the cases change hands?').value).toBe('Leaving')
  })

  it('allocates those who wait, with no reason needed', async () => {
    const { desk } = await open('/allocation/hand-over', 'hand-over')
    pick(/^Bellweather, Tom/u)
    pick(/^Beth Lindqvist/u)
    press('Continue')
    await loaded('hand-over-check')
    press('Allocate 1 case')
    await loaded('hand-over-done')
    expect(sent(desk, 'allocation.handOver')).toMatchObject([{ from: null, reason: '', overridden: null }])
    await waitFor(() => expect(document.activeElement?.textContent).toBe('1 case was allocated'))
  })
})

describe('Covering', () => {
  const covering = () =>
    madeUpStatus({
      user: { ...PEOPLE[0] },
      covering: [{ name: 'Jonah Askey', until: day('2026-12-04') }],
      counts: {
        unit: {
          handovers: 31,
          caseload: 574,
          differences: 12,
          quality: 27,
          waiting: 3,
          meetings: 0,
          notes: 0,
          chases: 0,
        },
        mine: {
          handovers: 9,
          caseload: 58,
          differences: 2,
          quality: 3,
          waiting: 3,
          meetings: 0,
          notes: 0,
          chases: 0,
        },
        covering: {
          handovers: 4,
          caseload: 44,
          differences: 1,
          quality: 2,
          waiting: 3,
          meetings: 0,
          notes: 0,
          chases: 0,
        },
      },
    })

  it('stands between My cases and The unit on the days of it, and says for whom until when', async () => {
    const { desk } = await open('/today', 'today', 'u-amy', { 'session.status': covering })
    const group = within(screen.getByRole('group', { name: 'Whose cases' }))
    expect(group.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'My cases',
      'Covering',
      'The unit',
    ])
    press('Covering')
    expect(await screen.findByText(/for Jonah Askey until 4 Dec 2026/u)).toBeTruthy()
    expect(sent(desk, 'today.show')).toContainEqual({ scope: 'covering' })
    expect(screen.getAllByRole('link', { name: 'Handovers 4' }).length).toBeGreaterThan(0)
    await expectNoAxeViolations()
  })

  it('is no choice where nobody is covered, and what was chosen falls back to one’s own when it ends', async () => {
    const { desk } = await open('/today', 'today', 'u-amy', { 'session.status': covering })
    press('Covering')
    await screen.findByText(/for Jonah Askey/u)
    desk.answer({ 'session.status': () => madeUpStatus({ user: { ...PEOPLE[0] } }) })
    desk.changed('caseload')
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Covering' })).toBeNull())
    expect(screen.getByRole('button', { name: 'My cases' }).getAttribute('aria-pressed')).toBe('true')
  })
})
