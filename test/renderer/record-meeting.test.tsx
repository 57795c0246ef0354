// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { OutputOf } from '../../domain/contract/index.ts'
import { readOneLineDate } from '../../renderer/components/form/one-line-date.ts'
import { FakeError, type FakeAnswers } from './support/fake-desk.ts'
import { madeUpCase } from './support/made-up-case.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'
import { day, TODAY } from './support/words.ts'

const ROOM: OutputOf<'meetings.show'> = {
  title: 'Handover meeting',
  due: day('2026-11-30'),
  windowFrom: day('2026-10-05'),
  windowTo: day('2026-11-30'),
  latestWorkingDay: day('2026-11-30'),
  suggestions: [],
  whyNone: 'The window is over.',
  people: ['Amy Thornber (POM)', 'Hannah Priestley (COM)', 'Marlowe, Dean', 'Officer Moss (key worker)'],
  modes: [],
  com: 'Hannah Priestley (COM)',
  lastContact: '12 November 2026, phone, with Hannah Priestley (COM)',
  saving: {
    ticks: ['Handover meeting', 'Contact with the COM'],
    leaves: ['Review'],
    opens: ['Second: any day'],
  },
}
const BOOKING = {
  on: TODAY,
  from: '14:00',
  to: '14:35',
  mode: 'video' as const,
  place: 'Room 1',
  attendees: ['Amy Thornber (POM)', 'Hannah Priestley (COM)', 'Marlowe, Dean'],
  words: 'Mon 23 Nov 2026, 2pm to 2:35pm, video',
}
/** The case with its handover meeting booked for today at two. */
function bookedCase(): OutputOf<'case.show'> {
  const file = madeUpCase('p-3')
  const groups = file.work.groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => (row.task === 'mt-handover' ? { ...row, booking: BOOKING } : row)),
  }))
  return { ...file, work: { ...file.work, groups } }
}
const LOG: OutputOf<'meetings.log'> = { contacts: [], steps: [], notes: [], invitations: [] }
const open = async (more: FakeAnswers = {}, at = '/case/p-3/meetings?record=mt-handover') => {
  const copied: string[] = []
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async (text: string) => void copied.push(text) },
  })
  const result = await renderApp(
    pageAnswers('u-amy', {
      'case.show': bookedCase,
      'meetings.show': () => ROOM,
      'meetings.log': () => LOG,
      'meetings.record': () => ({}),
      'case.recordTask': () => ({}),
      'drafts.show': () => ({ draft: null }),
      'drafts.keep': ({ body }) => ({ at: body === null ? null : '2026-11-23T14:41:00Z' }),
      ...more,
    }),
    at,
    'case-meetings',
  )
  return { ...result, copied }
}
const sent = (desk: { calls: { method: string; input: unknown }[] }, method = 'meetings.record') =>
  desk.calls.filter((call) => call.method === method).map(({ input }) => input)
const keys = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more })
const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

it.each([
  ['23 11 2026', '2026-11-23'],
  ['23/11/2026', '2026-11-23'],
  ['23 Nov 2026', '2026-11-23'],
  ['2026-11-23', '2026-11-23'],
  ['Today', TODAY],
  ['yesterday', '2026-11-22'],
  ['tomorrow', '2026-11-24'],
])('%s on one line is a day', (text, date) =>
  expect(readOneLineDate(text, 'the day', TODAY)).toEqual({ date }),
)

it.each(['', '23 11', '31 11 2026', '23 11 26', 'Monday'])('%j on one line is none', (text) =>
  expect(readOneLineDate(text, 'the day', TODAY)).toHaveProperty('error'),
)

describe('Recording a meeting', () => {
  it('takes the outcome and two chords where it went as it was to go, and copies its note', async () => {
    const { desk, copied } = await open()
    await screen.findByRole('heading', { name: 'Record handover meeting' })
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Hannah Priestley (COM)' }).checked).toBe(
        true,
      ),
    )
    expect(
      screen.getByRole<HTMLInputElement>('checkbox', { name: 'Officer Moss (key worker)' }).checked,
    ).toBe(false)
    keys('6', { altKey: true })
    expect(document.activeElement).toBe(screen.getByLabelText('Outcome'))
    type('Outcome', 'Responsibility passes today. Lives with his sister Anna.')
    const note = screen.getByLabelText('Case note for DPS')
    expect(note.textContent).toMatch(/Responsibility passes today\. Lives with his relative\.$/u)
    await expectNoAxeViolations()
    keys('Enter', { ctrlKey: true })
    await screen.findByText('Handover meeting: recorded as held. The case note for DPS is copied.')
    expect(sent(desk)).toEqual([
      {
        personId: 'p-3',
        task: 'mt-handover',
        on: TODAY,
        from: '14:00',
        to: '14:35',
        mode: 'video',
        attended: ['Amy Thornber (POM)', 'Hannah Priestley (COM)', 'Marlowe, Dean'],
        absent: [],
        covered: [],
        outcome: 'Responsibility passes today. Lives with his sister Anna.',
        nextSteps: [],
        why: '',
        entered: { dps: false, ndelius: false },
        seen: null,
      },
    ])
    expect(copied).toEqual([note.textContent])
  })

  it('asks how it was held and who attended where nothing was booked, and takes nothing for granted', async () => {
    const { desk } = await open({ 'case.show': ({ personId }) => madeUpCase(personId) })
    await screen.findByLabelText('Amy Thornber (POM)')
    type('Outcome', 'Held.')
    keys('s', { ctrlKey: true })
    await screen.findByRole('link', { name: 'Choose how it was held' })
    expect(screen.getByRole('link', { name: 'Choose who attended' })).toBeTruthy()
    fireEvent.click(screen.getByLabelText('Phone'))
    fireEvent.click(screen.getByLabelText('Amy Thornber (POM)'))
    expect(screen.getByRole('region', { name: 'Saving this will' }).textContent).not.toContain(
      'Contact with the COM',
    )
    keys('s', { ctrlKey: true })
    await screen.findByText('Handover meeting: recorded as held.')
    expect(sent(desk)[0]).toMatchObject({ mode: 'phone', attended: ['Amy Thornber (POM)'] })
  })

  it('says a day still to come along with everything else that is wrong, and sends nothing', async () => {
    const { desk } = await open({ 'case.show': () => madeUpCase('p-3') })
    await screen.findByLabelText('Amy Thornber (POM)')
    type(/^Held on, like/, '1 12 2026')
    keys('Enter', { ctrlKey: true })
    expect(
      await screen.findByRole('link', {
        name: 'Held on must be today or in the past: book the meeting instead',
      }),
    ).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Choose who attended' })).toBeTruthy()
    expect(sent(desk)).toEqual([])
  })

  it('jumps to every question by its number', async () => {
    await open()
    await screen.findByRole('heading', { name: 'Record handover meeting' })
    const at = [
      'Yes',
      'Held on, like 23 11 2026 or today',
      'Video',
      'Amy Thornber (POM)',
      'Risk and public protection',
      'Outcome',
      'Next step 1: what',
    ]
    await screen.findByLabelText('Amy Thornber (POM)')
    for (const [index, label] of at.entries()) {
      keys(String(index + 1), { altKey: true })
      expect(document.activeElement).toBe(screen.getByLabelText(label))
    }
  })

  it('adds next steps with Enter, and says at each what is wrong', async () => {
    const { desk } = await open()
    await screen.findByLabelText('Amy Thornber (POM)')
    type('Outcome', 'Held.')
    type('Next step 1: what', 'Check the address')
    fireEvent.change(screen.getByLabelText('Next step 1: who'), {
      target: { value: 'Hannah Priestley (COM)' },
    })
    type('Next step 1: by', 'soon')
    screen.getByLabelText('Next step 1: by').focus()
    keys('Enter')
    expect(document.activeElement).toBe(screen.getByLabelText('Next step 2: what'))
    keys('s', { ctrlKey: true })
    expect((await screen.findAllByText(/must be a day, like 27 3 2026/u)).length).toBeGreaterThan(0)
    type('Next step 1: by', '4 12 2026')
    keys('s', { ctrlKey: true })
    await screen.findByText('Handover meeting: recorded as held.')
    expect(sent(desk)[0]).toMatchObject({
      nextSteps: [{ what: 'Check the address', owner: 'Hannah Priestley (COM)', by: '2026-12-04' }],
    })
  })

  it('asks why where the app finds it out of the way, and keeps everything typed', async () => {
    const refuse = vi.fn(
      () =>
        new FakeError('bad_input', 'It was a Sunday. Say why it was held so.', {
          why: 'It was a Sunday. Say why it was held so.',
        }),
    )
    await open({ 'meetings.record': refuse })
    await screen.findByLabelText('Amy Thornber (POM)')
    type('Outcome', 'Held on a Sunday.')
    keys('s', { ctrlKey: true })
    const why = await screen.findByLabelText('Why so')
    expect(screen.getByLabelText<HTMLTextAreaElement>('Outcome').value).toBe('Held on a Sunday.')
    fireEvent.change(why, { target: { value: 'Visits were that day' } })
    keys('s', { ctrlKey: true })
    await waitFor(() => expect(refuse).toHaveBeenCalledTimes(2))
    expect(refuse.mock.calls[1]).toMatchObject([{ why: 'Visits were that day' }])
  })

  it('records why it was not held, with a reason from the list', async () => {
    const { desk } = await open()
    fireEvent.click(await screen.findByLabelText('No, record why'))
    keys('s', { ctrlKey: true })
    await screen.findByRole('link', { name: 'Select why it was not held' })
    fireEvent.change(screen.getByLabelText('Why was it not held?'), { target: { value: 'com_absent' } })
    await expectNoAxeViolations()
    keys('s', { ctrlKey: true })
    await screen.findByText('Handover meeting: recorded as not held.')
    expect(sent(desk, 'case.recordTask')).toMatchObject([
      { doneOn: null, notDone: { reason: 'com_absent', on: TODAY } },
    ])
  })

  it('keeps itself as a draft, brings it back, and forgets it once saved', async () => {
    const { desk } = await open()
    await screen.findByLabelText('Amy Thornber (POM)')
    type('Outcome', 'Half a sentence')
    await screen.findByText(/Draft saved 2:41pm/u)
    const [kept] = sent(desk, 'drafts.keep') as { form: string; body: string }[]
    expect(kept?.form).toBe('meeting p-3 mt-handover')
    expect(JSON.parse(kept?.body ?? '{}')).toMatchObject({ outcome: 'Half a sentence' })
    keys('s', { ctrlKey: true })
    await screen.findByText('Handover meeting: recorded as held.')
    expect(sent(desk, 'drafts.keep').at(-1)).toEqual({ form: 'meeting p-3 mt-handover', body: null })
  })

  it('begins from the draft that was left', async () => {
    const left = {
      took: 'held',
      on: '20 11 2026',
      from: '2pm',
      to: '',
      mode: 'phone',
      attended: ['Marlowe, Dean'],
      added: [],
      covered: ['risk'],
      outcome: 'Left here',
      steps: [],
      why: '',
      reason: '',
      entered: { dps: false, ndelius: false },
      seen: null,
    }
    await open({
      'drafts.show': () => ({ draft: { at: '2026-11-20T15:00:00Z', body: JSON.stringify(left) } }),
    })
    expect(await screen.findByDisplayValue('Left here')).toBeTruthy()
    expect(screen.getByText(/A draft you left is back/u)).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('Phone').checked).toBe(true)
  })

  it('counts in keystrokes: from the list to saved and copied in fewer than a person makes in 15 seconds', async () => {
    // What a person presses, the outcome aside: Enter on the link of the list, Alt+6, the words, Ctrl+Enter.
    const outcome = 'Responsibility passes to Hannah today'
    let pressed = 0
    const press = (act: () => void, count = 1) => {
      act()
      pressed += count
    }
    const { desk } = await open({}, '/case/p-3/meetings')
    press(() => fireEvent.click(screen.getByRole('link', { name: 'Record as held: Handover meeting' })))
    await screen.findByLabelText('Amy Thornber (POM)')
    press(() => keys('6', { altKey: true }))
    press(() => type('Outcome', outcome), outcome.length)
    press(() => keys('Enter', { ctrlKey: true }))
    await screen.findByText(/recorded as held/u)
    expect(sent(desk)).toHaveLength(1)
    // A practised typist presses a key in 0.28 s, as interface studies count it.
    expect(pressed * 0.28).toBeLessThan(15)
    expect(pressed - outcome.length).toBeLessThanOrEqual(3)
  })
})

describe('Contacts, next steps and case notes of a case', () => {
  const full: OutputOf<'meetings.log'> = {
    invitations: [],
    contacts: [
      {
        subject: 'c-1',
        recordId: 'r-1',
        by: 'Amy Thornber',
        at: '2026-11-12T10:00:00Z',
        on: day('2026-11-12'),
        mode: 'phone',
        with: 'Hannah Priestley (COM)',
        minutes: 15,
        about: 'Release address',
        nextSteps: [],
        words: '12 November 2026, phone, 15 minutes',
      },
    ],
    steps: [
      {
        what: 'Check the address',
        owner: 'Hannah Priestley (COM)',
        by: day('2026-11-20'),
        done: null,
        source: 'c-1',
        title: 'Contact of 12 November 2026',
      },
    ],
    notes: [
      {
        subject: 'c-1',
        of: 'r-1',
        title: 'Contact with Hannah Priestley (COM)',
        on: day('2026-11-12'),
        by: 'Amy Thornber',
        parts: { dps: ['For DPS'], ndelius: ['For NDelius'] },
        left: ['relative not named'],
        code: 'C202, prison liaison',
        entered: { dps: null, ndelius: null },
        changed: false,
      },
    ],
  }

  it('are logged, done, copied and ticked from the case', async () => {
    const { desk, copied } = await open(
      {
        'meetings.log': () => full,
        'contacts.save': () => ({}),
        'contacts.stepDone': () => ({}),
        'notes.entered': () => ({}),
      },
      '/case/p-3/meetings',
    )
    await screen.findByRole('heading', { name: 'Next steps' })
    await expectNoAxeViolations()
    fireEvent.click(screen.getByRole('button', { name: 'Done today: Check the address' }))
    await waitFor(() =>
      expect(sent(desk, 'contacts.stepDone')).toMatchObject([{ source: 'c-1', doneOn: TODAY }]),
    )
    fireEvent.click(screen.getByRole('button', { name: /^Copy for NDelius/u }))
    await waitFor(() => expect(copied).toEqual(['For NDelius']))
    fireEvent.click(screen.getByRole('checkbox', { name: /^Entered in DPS/u }))
    await waitFor(() =>
      expect(sent(desk, 'notes.entered')).toEqual([
        { personId: 'p-3', subject: 'c-1', of: 'r-1', dps: TODAY, ndelius: null },
      ]),
    )
    fireEvent.click(screen.getByRole('link', { name: 'Log a contact' }))
    await screen.findByRole('heading', { name: 'Log a contact' })
    type('With whom?', 'Leeds duty officer')
    type('What was it about?', 'Curfew address')
    type('Minutes (optional)', 'x')
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect((await screen.findAllByText('Minutes must be a whole number from 1 to 600, like 15')).length).toBe(
      2,
    )
    type('Minutes (optional)', '10')
    await expectNoAxeViolations()
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('The contact was recorded.')
    expect(sent(desk, 'contacts.save')).toMatchObject([
      { subject: null, minutes: 10, about: 'Curfew address' },
    ])
  })
})

describe('The meetings of somebody who is gone', () => {
  const gone = (died: boolean) =>
    pageAnswers('u-amy', {
      'case.show': () => ({
        ...madeUpCase('p-3'),
        presence: {
          state: 'left',
          words: died ? 'Died' : 'Transferred out',
          on: day('2026-11-21'),
          died,
        },
      }),
    })
  it.each([
    ['died', true],
    ['left', false],
  ])('are neither booked nor recorded where they %s', async (_, died) => {
    await renderApp(gone(died), '/case/p-3/meetings', 'case-meetings')
    const table = within(await screen.findByRole('table', { name: 'Mandated meetings' }))
    expect(table.getAllByRole('row').length).toBeGreaterThan(1)
    expect(table.queryByRole('link', { name: /^(Book|Move|Record)/u })).toBeNull()
    await expectNoAxeViolations()
  })
})

describe('The lists over all cases', () => {
  const row = {
    personId: 'p-3',
    name: 'Marlowe, Dean',
    prisonNumber: 'A4417KD',
    task: 'mt-handover' as const,
    title: 'Handover meeting',
    state: 'missed' as const,
    on: day('2026-11-20'),
    how: '',
    due: day('2026-11-20'),
    windowFrom: day('2026-09-25'),
    windowTo: null,
    release: null,
    rearrange: null,
    relative: '3 days ago',
    with: 'Leeds',
    pom: 'Amy Thornber',
    tags: [{ text: 'Missed', tone: 'late' as const }],
  }
  it('lead from each meeting to what is to be done about it', async () => {
    await renderApp(
      pageAnswers('u-amy', {
        'meetings.list': ({ state }) => ({
          today: TODAY,
          counts: { to_book: 0, booked: 0, to_record: 0, missed: 1, held: 0 },
          steps: 0,
          about: 'What it is.',
          rows: state === 'missed' ? [row] : [],
        }),
      }),
      '/meetings?state=missed',
      'meetings',
    )
    const table = within(screen.getByRole('table'))
    expect(table.getByRole('link', { name: /^Record: Handover/u }).getAttribute('href')).toBe(
      '/case/p-3/meetings?record=mt-handover',
    )
    await expectNoAxeViolations()
    fireEvent.click(screen.getByRole('link', { name: /^To book/u }))
    expect(await screen.findByText(/Every meeting whose window is open/u)).toBeTruthy()
  })

  const list = (rows: OutputOf<'meetings.list'>['rows']) => ({
    today: TODAY,
    counts: { to_book: 0, booked: rows.length, to_record: 0, missed: 0, held: 0 },
    steps: 1,
    about: 'What it is.',
    rows,
  })

  it('say why a booking has to be arranged anew, and lead to moving it first', async () => {
    const booked = {
      ...row,
      state: 'booked' as const,
      release: day('2027-07-15'),
      rearrange: 'Amy Thornber is away until 4 December 2026: move it or let the cover hold it',
      tags: [{ text: 'To rearrange', tone: 'late' as const }],
    }
    await renderApp(
      pageAnswers('u-amy', { 'meetings.list': () => list([booked]) }),
      '/meetings?state=booked',
      'meetings',
    )
    const line = within(screen.getByRole('row', { name: /^Fri 20 Nov 2026/u }))
    expect(line.getByText(/^Amy Thornber is away until/u)).toBeTruthy()
    expect(line.getByText('15 Jul 2027')).toBeTruthy()
    expect(line.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Marlowe, Dean',
      'Move: Handover meeting of Marlowe, Dean',
      'Record: Handover meeting of Marlowe, Dean',
    ])
  })

  it('hold the next steps of all cases, and one is recorded as done there', async () => {
    const step = {
      personId: 'p-3',
      name: 'Marlowe, Dean',
      prisonNumber: 'A4417KD',
      what: 'Send reports',
      owner: 'Amy Thornber (POM)',
      by: day('2026-11-20'),
      source: 'mt-handover',
      title: 'Handover meeting',
      pom: 'Amy Thornber',
      relative: '3 days ago',
      overdue: true,
    }
    const { desk } = await renderApp(
      pageAnswers('u-amy', {
        'meetings.list': () => list([]),
        'meetings.steps': () => ({ today: TODAY, rows: [step] }),
        'contacts.stepDone': () => ({}),
      }),
      '/meetings?state=steps',
      'meetings',
    )
    expect(screen.getByRole('link', { name: /^Next steps/u }).textContent).toContain('1')
    const table = within(await screen.findByRole('table', { name: /Next steps/u }))
    expect(table.getByRole('row', { name: /Overdue.*Send reports.*Amy Thornber \(POM\)/u })).toBeTruthy()
    await expectNoAxeViolations()
    fireEvent.click(table.getByRole('button', { name: 'Done today: Send reports, Marlowe, Dean' }))
    await waitFor(() =>
      expect(sent(desk, 'contacts.stepDone')).toMatchObject([
        { personId: 'p-3', source: 'mt-handover', what: 'Send reports', doneOn: TODAY },
      ]),
    )
  })

  it('keep whose cases they are of in the address, for a reload', async () => {
    const { desk } = await renderApp(
      pageAnswers('u-amy', { 'meetings.list': () => list([]) }),
      '/meetings?state=missed&scope=unit',
      'meetings',
    )
    await waitFor(() =>
      expect(desk.calls).toContainEqual({
        method: 'meetings.list',
        input: { scope: 'unit', state: 'missed' },
      }),
    )
  })

  it('say that every note is entered, or which are not', async () => {
    await renderApp(
      pageAnswers('u-amy', { 'notes.list': () => ({ today: TODAY, rows: [] }) }),
      '/notes',
      'notes',
    )
    expect(screen.getByText(/is entered in DPS and NDelius/u)).toBeTruthy()
    await expectNoAxeViolations()
  })
})
