// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FakeError, type FakeAnswers } from './support/fake-desk.ts'
import { ALLOCATION_ANSWERS, madeUpMember } from './support/made-up-allocation.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, loaded, renderApp } from './support/render-app.tsx'

type Who = Parameters<typeof pageAnswers>[0]
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const pick = (name: string | RegExp) => fireEvent.click(screen.getByLabelText(name))
const alert = () => within(screen.getByRole('alert'))
const date = (legend: string, ...parts: [string, string, string]) => {
  const group = within(screen.getByRole('group', { name: legend }))
  for (const [at, part] of ['Day', 'Month', 'Year'].entries())
    fireEvent.change(group.getByLabelText(part), { target: { value: parts[at] } })
}
const open = (at: string, route: string, who: Who = 'u-ruth', more: FakeAnswers = {}) =>
  renderApp(pageAnswers(who, { ...ALLOCATION_ANSWERS, ...more }), at, route)
const sent = (desk: Awaited<ReturnType<typeof open>>['desk'], method: string) =>
  desk.calls.filter((call) => call.method === method).map(({ input }) => input)

describe('Staff', () => {
  it('shows who holds what, who is away and covered, and whom cases name without a record', async () => {
    await open('/staff', 'staff')
    expect(screen.getByRole('row', { name: /^Jonah Askey/u }).textContent).toMatch(
      /Away until 4 Dec.*Amy Thornber covers/u,
    )
    expect(screen.getByRole('row', { name: /^Amy Thornber/u }).textContent).toContain('Covers Jonah Askey')
    expect(screen.getByRole('link', { name: 'Add Hana Whitcombe' })).toBeTruthy()
    await expectNoAxeViolations()
  })

  it('is read by a case administrator, who changes nothing, and is no area of a POM', async () => {
    const first = await open('/staff', 'staff', 'u-dev')
    expect(screen.queryByRole('link', { name: /^Add/u })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Add a POM' })).toBeNull()
    first.unmount()
    const second = await open('/staff/s-jonah', 'staff-member', 'u-dev')
    for (const name of ['Change', 'Hand over cases', 'Record as left'])
      expect(screen.queryByRole('button', { name })).toBeNull()
    expect(screen.queryByRole('link', { name: 'Record an absence' })).toBeNull()
    second.unmount()
    await open('/today', 'today', 'u-amy')
    expect(screen.queryByRole('link', { name: 'Staff' })).toBeNull()
  })

  it('adds whom cases name, with the name as they write it', async () => {
    const { desk } = await open('/staff', 'staff')
    fireEvent.click(screen.getByRole('link', { name: 'Add Hana Whitcombe' }))
    await loaded('staff-form')
    expect(screen.getByLabelText<HTMLInputElement>('Full name').value).toBe('Hana Whitcombe')
    await expectNoAxeViolations()
    pick('Friday morning')
    pick('Friday afternoon')
    expect(screen.getByText(/8 of 10 chosen/u)).toBeTruthy()
    press('Save')
    expect(alert().getByText('Choose prison or probation POM')).toBeTruthy()
    pick('Probation POM')
    press('Save')
    expect(await screen.findByText('Hana Whitcombe was added.')).toBeTruthy()
    expect(sent(desk, 'staff.save')).toEqual([
      {
        staffId: null,
        seq: null,
        name: 'Hana Whitcombe',
        kind: 'probation',
        status: 'active',
        halfDays: [true, true, true, true, true, true, true, true, false, false],
        email: '',
      },
    ])
  })

  it('keeps what was typed where the app refuses it, at its field', async () => {
    const message = 'Amy Thornber is on the record already: change that record instead'
    const refused = new FakeError('bad_input', message, { name: message })
    await open('/staff?add', 'staff-form', 'u-ruth', { 'staff.save': () => refused })
    type('Full name', 'THORNBER, Amy')
    pick('Prison POM')
    press('Save')
    expect((await screen.findAllByText(message)).length).toBe(2)
    expect(screen.getByLabelText<HTMLInputElement>('Full name').value).toBe('THORNBER, Amy')
  })
})

describe('One POM', () => {
  const at = '/staff/s-jonah'

  it('shows the record, absences and cases, and what leaving still needs', async () => {
    await open(at, 'staff-member')
    expect(screen.getByText('20 Nov 2026 to 4 Dec 2026')).toBeTruthy()
    expect(screen.getByText(/Leave\. Amy Thornber covers\./u)).toBeTruthy()
    expect(screen.getByRole('row', { name: /Gill, Harpreet/u }).textContent).toContain('Co-working')
    const leaving = within(screen.getByRole('region', { name: 'Leaving' }))
    expect(leaving.getAllByRole('listitem')).toHaveLength(2)
    expect(leaving.queryByRole('button')).toBeNull()
    await expectNoAxeViolations()
  })

  it('records as left once nothing is theirs', async () => {
    const { desk } = await open(at, 'staff-member', 'u-ruth', {
      'staff.show': () => madeUpMember({ cases: [], before: [] }),
    })
    press('Record as left')
    expect(await screen.findByText('Jonah Askey is recorded as left.')).toBeTruthy()
    expect(sent(desk, 'staff.save')).toMatchObject([{ staffId: 's-jonah', seq: 40, status: 'left' }])
  })

  it('records an absence with cover, and says what is wrong with one', async () => {
    const { desk } = await open(at, 'staff-member')
    fireEvent.click(screen.getByRole('link', { name: 'Record an absence' }))
    await loaded('staff-absence')
    press('Save')
    expect(alert().getByText('Enter the last day')).toBeTruthy()
    date('Last day away', '18', '12', '2026')
    date('First day away', '14', '12', '2026')
    type('Who covers?', 's-beth')
    type(/^Reason/u, 'Training')
    await expectNoAxeViolations()
    press('Save')
    expect(
      await screen.findByText('Jonah Askey is away from 14 December 2026 to 18 December 2026.'),
    ).toBeTruthy()
    expect(sent(desk, 'staff.saveAbsence')).toEqual([
      {
        staffId: 's-jonah',
        seq: 40,
        place: null,
        absence: { from: '2026-12-14', to: '2026-12-18', reason: 'Training', coverId: 's-beth' },
      },
    ])
  })

  it('changes an absence, or takes it away', async () => {
    const { desk } = await open(`${at}?absence=0`, 'staff-absence')
    expect(screen.getByLabelText<HTMLSelectElement>('Who covers?').value).toBe('s-amy')
    press('Take the absence away')
    expect(await screen.findByText('The absence was taken away.')).toBeTruthy()
    expect(sent(desk, 'staff.saveAbsence')).toEqual([
      { staffId: 's-jonah', seq: 40, place: 0, absence: null },
    ])
  })
})
