// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { OutputOf } from '../../domain/contract/index.ts'
import { FakeError } from './support/fake-desk.ts'
import { madeUpAnswers } from './support/made-up.ts'
import { goodDay, madeUpToday } from './support/made-up-today.ts'
import { expectNoAxeViolations, loaded, renderApp } from './support/render-app.tsx'
import { day, TODAY } from './support/words.ts'

const section = (name: string) => screen.getByRole('region', { name })

describe('Today for a POM', () => {
  it('begins with three things, what each is and why it is first', async () => {
    const { desk } = await renderApp(madeUpAnswers('u-amy'), '/today', 'today')
    expect(desk.calls).toContainEqual({ method: 'today.show', input: { scope: 'mine' } })
    const first = within(section('Three things first')).getAllByRole('listitem')
    expect(first).toHaveLength(3)
    expect(first[0]?.textContent).toContain('Reyes-Holt, Kai')
    expect(first[0]?.textContent).toContain('Release before handover')
    expect(first[0]?.textContent).toContain('Why first Could leave with no COM.')
    expect(within(section('Three things first')).getByText('of 9 that need you')).toBeTruthy()
  })

  it('offers one verb each, under Alt and its number', async () => {
    await renderApp(madeUpAnswers('u-amy'), '/today', 'today')
    const verb = screen.getByRole('button', { name: /Book meeting.*Marlowe, Dean/u })
    expect(verb.getAttribute('aria-keyshortcuts')).toBe('Alt+3')
    expect(verb.getAttribute('href')).toBe('/case/p-3/meetings?book=mt-handover')
    fireEvent.keyDown(document.body, { key: '3', altKey: true })
    await waitFor(() => expect(document.querySelector('[data-route="today"]')).toBeNull())
  })

  it('shows the week by day, what is overdue and what is coming', async () => {
    await renderApp(madeUpAnswers('u-amy'), '/today', 'today')
    const week = within(section('This week'))
    expect(week.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
      'Monday 23 November, today',
      'Thursday 26 November',
      'Friday 27 November',
    ])
    expect(week.getByText('2 handovers, 1 meeting, 1 task')).toBeTruthy()
    expect(section('Overdue').textContent).toContain('2 days late')
    expect(section('Coming').textContent).toContain('30 Nov Marlowe, Dean')
    expect(section('No dates can be worked out').textContent).toContain('The sentence start date is missing.')
  })

  it('says how many overdue stand among the first three, also where nothing else is', async () => {
    await renderApp(madeUpAnswers('u-amy'), '/today', 'today')
    expect(section('Overdue').textContent).toContain('2, 1 stands above')
  })

  it('never says that nothing is overdue below what is', async () => {
    const above = () => ({ ...goodDay(), first: madeUpToday('mine').overdue, overdueAbove: 2 })
    await renderApp({ ...madeUpAnswers('u-amy'), 'today.show': above }, '/today', 'today')
    expect(screen.getByText('2 stand above. Nothing else is overdue.')).toBeTruthy()
    const chase = screen.getByRole('button', { name: /^Chase for a COM.*Tunstall/u })
    expect(chase.getAttribute('href')).toBe('/chases?person=p-4')
  })

  it('says which meetings nobody will come to, and leads to telling those invited', async () => {
    await renderApp(madeUpAnswers('u-amy'), '/today', 'today')
    const off = within(section('Called off, still in diaries'))
    expect(off.getByText('Transferred out, HMP Hull, on 22 November 2026')).toBeTruthy()
    expect(off.getByRole('link', { name: /^Tell those invited/u }).getAttribute('href')).toBe(
      '/case/p-6/meetings',
    )
  })

  it('counts what lies on each list, as links', async () => {
    await renderApp(madeUpAnswers('u-amy'), '/today', 'today')
    const link = within(section('Handovers in numbers')).getByRole('link', { name: 'Past tariff' })
    expect(link.getAttribute('href')).toBe('/handovers/past_tariff')
  })

  it('is good news in sentences when nothing needs doing', async () => {
    await renderApp({ ...madeUpAnswers('u-amy'), 'today.show': () => goodDay() }, '/today', 'today')
    expect(screen.getByText('Nothing is late and nothing needs deciding today.')).toBeTruthy()
    expect(screen.getByText('Nothing is overdue.')).toBeTruthy()
    expect(screen.getByText('Nothing is due this week, and nothing in the four weeks after it.')).toBeTruthy()
  })

  it('says so when no case is allocated', async () => {
    await renderApp(
      { ...madeUpAnswers('u-amy'), 'today.show': () => ({ ...goodDay(), cases: 0 }) },
      '/today',
      'today',
    )
    expect(screen.getByText(/No case is allocated to you/u)).toBeTruthy()
  })

  it('says why it cannot be shown', async () => {
    const refuse = () => new FakeError('unexpected', 'The caseload could not be read.')
    await renderApp({ ...madeUpAnswers('u-amy'), 'today.show': refuse }, '/today', 'today')
    expect(screen.getByRole('alert').textContent).toContain('The caseload could not be read.')
  })

  it('asks for the unit when that is chosen', async () => {
    const { desk } = await renderApp(madeUpAnswers('u-amy'), '/today', 'today')
    fireEvent.click(screen.getByRole('button', { name: 'The unit' }))
    await screen.findByRole('region', { name: 'Order of worry' })
    expect(desk.calls).toContainEqual({ method: 'today.show', input: { scope: 'unit' } })
  })

  it('has no axe violations', async () => {
    await renderApp(madeUpAnswers('u-amy'), '/today', 'today')
    await expectNoAxeViolations()
  })
})

describe('Forms left unfinished', () => {
  it('are offered where they go on', async () => {
    await renderApp(
      {
        ...madeUpAnswers('u-amy'),
        'drafts.list': () => ({
          drafts: [
            {
              personId: 'p-3',
              name: 'Marlowe, Dean',
              prisonNumber: 'A4417KD',
              form: 'meeting p-3 mt-handover',
              title: 'Record handover meeting',
              at: '2026-11-23T14:41:00Z',
              to: '/case/p-3/meetings?record=mt-handover',
            },
          ],
        }),
      },
      '/today',
      'today',
    )
    const link = await screen.findByRole('link', { name: 'Record handover meeting, Marlowe, Dean' })
    expect(link.getAttribute('href')).toBe('/case/p-3/meetings?record=mt-handover')
    await expectNoAxeViolations()
  })
})

describe('The notice at start', () => {
  const withNotices = async (permission: NotificationPermission) => {
    const said: string[] = []
    class Fake {
      static readonly permission = permission
      constructor(title: string, { body }: { body: string }) {
        said.push(`${title}: ${body}`)
      }
    }
    vi.stubGlobal('Notification', Fake)
    const { desk } = await renderApp(madeUpAnswers('u-amy'), '/today', 'today')
    await waitFor(() => expect(desk.calls.some(({ method }) => method === 'today.show')).toBe(true))
    desk.changed('tasks')
    await screen.findByRole('heading', { name: 'Three things first' })
    vi.unstubAllGlobals()
    return said
  }

  it('says once what is due, and names nobody', async () =>
    expect(await withNotices('granted')).toEqual(['Handover Desk: 1 meeting today at 2pm. 2 cases overdue']))

  it('is not given where the computer does not allow it', async () =>
    expect(await withNotices('denied')).toEqual([]))
})

describe('Today for a case administrator', () => {
  const DAY: OutputOf<'today.administration'> = {
    today: TODAY,
    imports: [
      { source: 'NOMIS', newest: day('2026-11-22'), days: 1, state: 'fresh', doubt: '' },
      { source: 'Delius', newest: day('2026-11-09'), days: 14, state: 'stale', doubt: 'COM names' },
      { source: 'Parole (PPUD)', newest: null, days: null, state: 'none', doubt: 'hearings' },
    ],
    limit: 7,
    arrived: 2,
    returned: 0,
    unaccounted: [
      {
        personId: 'p-3',
        name: 'Marlowe, Dean',
        prisonNumber: 'A4417KD',
        says: 'Not in the list of 22 November.',
      },
    ],
    unaccountedTotal: 3,
    missing: [{ title: 'No home region', people: 4 }],
    missingPeople: 5,
    waiting: 6,
  }
  it('begins with lists due, people to account for, details missing and old sources', async () => {
    await renderApp({ ...madeUpAnswers('u-dev'), 'today.administration': () => DAY }, '/today', 'today')
    const imports = within(await screen.findByRole('region', { name: 'Imports due' }))
    expect(imports.getByRole('row', { name: /^Delius Old/u }).textContent).toContain('COM names')
    expect(imports.getByText('2 of 3')).toBeTruthy()
    expect(section('Unaccounted for').textContent).toContain('See all 3')
    expect(section('Missing details').textContent).toContain('No home region4')
    expect(section('To confirm and allocate').textContent).toContain('Waiting for a POM6')
    await expectNoAxeViolations()
  })

  it('is asked for by nobody else', async () => {
    const { desk } = await renderApp(madeUpAnswers('u-amy'), '/today', 'today')
    expect(desk.calls.some(({ method }) => method === 'today.administration')).toBe(false)
  })
})

describe('What is waited for and escalated', () => {
  it('stands beside the three things of a POM, the longest wait first', async () => {
    await renderApp(madeUpAnswers('u-amy'), '/today', 'today')
    const items = within(section('Waiting on others')).getAllByRole('listitem')
    expect(items[0]?.textContent).toMatch(
      /Tunstall, Kyle.*7 days.*No COM.*Leeds, asked 16 Nov, answered 18 Nov.*Chase again/u,
    )
    expect(
      within(items[0] as HTMLElement)
        .getByRole('link', { name: /^Chase again/u })
        .getAttribute('href'),
    ).toBe('/chases?person=p-4')
    expect(items[1]?.textContent).toMatch(/Check the address.*Log it done/u)
  })

  it('stands for the head of OMU by step, with who owes an answer', async () => {
    await renderApp(madeUpAnswers('u-ruth'), '/today', 'today')
    expect(section('Escalations due today').textContent).toMatch(
      /1 person.*Day 7 head of the LDU.*Yardley, Curtis.*Leeds/u,
    )
    expect(within(section('Who owes an answer')).getByRole('row', { name: /^Leeds 5 7 days/u })).toBeTruthy()
    expect(screen.getByText('How this order is made')).toBeTruthy()
  })

  it('leads to the morning sheet and the chases by their keys', async () => {
    await renderApp(madeUpAnswers('u-amy'), '/today', 'today')
    expect(screen.getByRole('button', { name: /^Morning sheet/u }).getAttribute('href')).toBe(
      '/sheet/morning',
    )
    fireEvent.keyDown(document.body, { key: 'p', altKey: true })
    await waitFor(() => expect(document.querySelector('[data-route="today"]')).toBeNull())
  })
})

describe('A newer extract in the folder they are saved in', () => {
  const newFiles = () => ({
    folder: 'Extracts',
    problem: null,
    files: [
      { key: 'a', name: 'nomis_20261123.csv', bytes: 9, at: '2026-11-23T07:12:00Z' },
      { key: 'b', name: 'delius.csv', bytes: 9, at: '2026-11-23T07:10:00Z' },
    ],
  })
  it('is said to those who may bring it in', async () => {
    await renderApp({ ...madeUpAnswers('u-ruth'), 'import.newFiles': newFiles }, '/today', 'today')
    const said = await screen.findByText(/2 newer extracts are in Extracts/u)
    expect(said.closest('p')?.textContent).toContain(
      'nomis_20261123.csv, saved 23 Nov 2026, 7:12am and 1 more',
    )
    await expectNoAxeViolations()
  })

  it('is not asked about by a POM', async () => {
    const { desk } = await renderApp(
      { ...madeUpAnswers('u-amy'), 'import.newFiles': newFiles },
      '/today',
      'today',
    )
    expect(desk.calls.some(({ method }) => method === 'import.newFiles')).toBe(false)
  })
})

describe('Today for a head of OMU', () => {
  it('puts the old source first, then the counts, then one order of worry', async () => {
    await renderApp(madeUpAnswers('u-ruth'), '/today', 'today')
    expect(screen.getByRole('region', { name: 'Old source' }).textContent).toContain(
      'Delius, North East is 14 days old.',
    )
    const tickets = screen.getByRole('list', { name: 'Handovers in numbers' })
    expect(within(tickets).getByRole('link', { name: '6 COM overdue' }).getAttribute('href')).toBe(
      '/handovers/com_overdue',
    )
    const rows = within(screen.getByRole('table', { name: 'What needs the unit, worst first' }))
      .getAllByRole('row')
      .slice(1)
    expect(rows[0]?.textContent).toContain('Reyes-Holt, Kai')
    const people = rows.map((row) => within(row).getByRole('rowheader').textContent)
    expect(new Set(people).size).toBe(people.length)
  })

  it('asks again when a task was recorded', async () => {
    const { desk } = await renderApp(madeUpAnswers('u-ruth'), '/today', 'today')
    desk.answer({ 'today.show': () => ({ ...madeUpToday('unit'), needing: 46 }) })
    desk.changed('tasks')
    expect(await screen.findByText(/of 46/u)).toBeTruthy()
  })

  it('shows no scope control to a role that holds no cases', async () => {
    const { desk } = await renderApp(madeUpAnswers('u-dev'), '/today', 'today')
    expect(screen.queryByRole('group', { name: 'Whose cases' })).toBeNull()
    expect(desk.calls).toContainEqual({ method: 'today.show', input: { scope: 'unit' } })
  })

  it('has no axe violations', async () => {
    await renderApp(madeUpAnswers('u-ruth'), '/today', 'today')
    await loaded('today')
    await expectNoAxeViolations()
  })
})
