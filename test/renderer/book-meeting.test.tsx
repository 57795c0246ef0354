// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OutputOf } from '../../domain/contract/index.ts'
import { readTime } from '../../renderer/features/meeting/read-time.ts'
import { FakeError, type FakeAnswers } from './support/fake-desk.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'
import { day } from './support/words.ts'

const ROOM: OutputOf<'meetings.show'> = {
  title: 'Handover meeting',
  due: day('2026-11-30'),
  windowFrom: day('2026-10-05'),
  windowTo: day('2026-11-30'),
  latestWorkingDay: day('2026-11-30'),
  suggestions: [day('2026-11-25'), day('2026-11-26')],
  whyNone: 'The window is over.',
  people: ['Amy Thornber (POM)', 'Marlowe, Dean', 'Officer Moss (key worker)'],
  modes: [],
  com: null,
  lastContact: null,
  saving: { ticks: [], leaves: [], opens: [] },
}
const open = (more: FakeAnswers = {}) =>
  renderApp(
    pageAnswers('u-amy', {
      'meetings.show': () => ROOM,
      'meetings.book': () => ({}),
      'drafts.show': () => ({ draft: null }),
      'drafts.keep': ({ body }) => ({ at: body === null ? null : '2026-11-23T14:41:00Z' }),
      ...more,
    }),
    '/case/p-3/meetings',
    'case-meetings',
  )
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const called = (desk: { calls: { method: string; input: unknown }[] }) =>
  desk.calls.filter(({ method }) => method === 'meetings.book').map(({ input }) => input)

it.each([
  ['2pm', '14:00'],
  ['2:35 pm', '14:35'],
  ['14', '14:00'],
  ['1430', '14:30'],
  ['9.05', '09:05'],
  ['12am', '00:00'],
  ['25:00', ''],
  ['14:60', ''],
  ['13pm', ''],
  ['soon', ''],
  ['2', '14:00'],
  ['6.30', '18:30'],
  ['9', '09:00'],
  ['02:30', '02:30'],
  ['2am', '02:00'],
])('%s is read as %j', (text, time) => expect(readTime(text)).toBe(time))

describe('Booking a meeting', () => {
  it('takes a suggested day, times as people write them, and who is to take part', async () => {
    const { desk } = await open()
    fireEvent.click(screen.getByRole('link', { name: 'Book: Handover meeting' }))
    expect(await screen.findByRole('heading', { name: 'Handover meeting: book' })).toBe(
      document.activeElement,
    )
    expect(await screen.findByText(/Window 5 October 2026 to 30 November 2026/u)).toBeTruthy()
    press('Thu 26 Nov 2026')
    type('From', '2pm')
    type('To', '2.35pm')
    type('Where, or which link (optional)', 'Room 1')
    const people = within(screen.getByRole('group', { name: 'Who is to take part?' }))
    expect(
      people.getByRole<HTMLInputElement>('checkbox', { name: 'Officer Moss (key worker)' }).checked,
    ).toBe(false)
    fireEvent.click(people.getByRole('checkbox', { name: 'Officer Moss (key worker)' }))
    await expectNoAxeViolations()
    press('Book')
    await screen.findByText('Handover meeting: booked for 26 November 2026, 2pm.')
    expect(called(desk)).toEqual([
      {
        personId: 'p-3',
        task: 'mt-handover',
        booking: {
          on: '2026-11-26',
          from: '14:00',
          to: '14:35',
          mode: 'video',
          place: 'Room 1',
          attendees: ['Amy Thornber (POM)', 'Marlowe, Dean', 'Officer Moss (key worker)'],
        },
        reason: '',
        seen: null,
      },
    ])
  })

  it('leads from each mistake to its field, and keeps what was typed where the app asks a reason', async () => {
    const why = 'Sat 28 Nov 2026 is no working day. Say why it is booked so.'
    await open({ 'meetings.book': () => new FakeError('bad_input', why, { reason: why }) })
    fireEvent.click(screen.getByRole('link', { name: 'Book: Handover meeting' }))
    await screen.findByText(/Days that would do/u)
    press('Book')
    fireEvent.click(await screen.findByRole('link', { name: 'Enter when it begins, like 14:00' }))
    expect(document.activeElement).toBe(screen.getByLabelText('From'))
    press('Thu 26 Nov 2026')
    type('From', '14:00')
    type('To', '14:35')
    press('Book')
    fireEvent.click(await screen.findByRole('link', { name: why }))
    expect(document.activeElement?.id).toBe('book-reason')
    expect((screen.getByLabelText('From') as HTMLInputElement).value).toBe('14:00')
    await expectNoAxeViolations()
    press('Cancel')
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Book: Handover meeting' })),
    )
  })

  it('says how times are read, keeps all that is pasted, and refuses what is too long at its field', async () => {
    const { desk } = await open()
    fireEvent.click(screen.getByRole('link', { name: 'Book: Handover meeting' }))
    await screen.findByText(/Days that would do/u)
    press('Thu 26 Nov 2026')
    type('From', '2')
    type('To', '3')
    expect(screen.getByText('Read as 2pm to 3pm.')).toBeTruthy()
    const long = 'x'.repeat(10_000)
    type('Where, or which link (optional)', long)
    type('Somebody else (optional)', 'Jo Bloggs (mentor); Ann Other (chaplain)')
    press('Book')
    await screen.findByRole('link', { name: 'Where must be 100 characters or fewer; it has 10000' })
    expect((screen.getByLabelText('Where, or which link (optional)') as HTMLInputElement).value).toBe(long)
    type('Where, or which link (optional)', '')
    press('Book')
    await screen.findByText('Handover meeting: booked for 26 November 2026, 2pm.')
    expect(called(desk)[0]).toMatchObject({
      booking: {
        from: '14:00',
        attendees: expect.arrayContaining(['Jo Bloggs (mentor)', 'Ann Other (chaplain)']),
      },
    })
  })

  it('brings back what was left, and says that somebody recorded the same since', async () => {
    const left = {
      day: { day: '27', month: '11', year: '2026' },
      from: '2pm',
      to: '3pm',
      mode: 'phone',
      place: 'Left here',
      attendees: null,
      also: '',
      reason: '',
      seen: 12,
    }
    const { desk } = await open({
      'drafts.show': () => ({ draft: { at: '2026-11-20T15:00:00Z', body: JSON.stringify(left) } }),
    })
    fireEvent.click(screen.getByRole('link', { name: 'Book: Handover meeting' }))
    expect(await screen.findByDisplayValue('Left here')).toBeTruthy()
    expect(screen.getByText('Somebody recorded this after you began.')).toBeTruthy()
    press('Book')
    await waitFor(() => expect(called(desk)[0]).toMatchObject({ seen: 12 }))
  })
})
