// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OutputOf } from '../../domain/contract/index.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { FakeError, type FakeAnswers } from './support/fake-desk.ts'
import { madeUpCase } from './support/made-up-case.ts'
import { TODAY } from './support/words.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, loaded, renderApp } from './support/render-app.tsx'

const open = (
  part: string,
  person = 'p-3',
  who: Parameters<typeof pageAnswers>[0] = 'u-amy',
  more: FakeAnswers = {},
) => renderApp(pageAnswers(who, more), `/case/${person}/${part}`, `case-${part}`)
const card = (name: string) => within(screen.getByRole('article', { name }))

describe('The case page', () => {
  it('says who this is and which parts there are', async () => {
    await open('dates')
    expect(screen.getByRole('heading', { level: 1, name: 'Marlowe, Dean' })).toBe(document.activeElement)
    expect(document.title).toBe('Case A4417KD – Dates and reasons – Handover Desk')
    const parts = within(screen.getByRole('navigation', { name: 'Parts of this case' }))
    expect(parts.getAllByRole('link').map((link) => link.textContent.trim())).toEqual([
      'Overview',
      'Dates and reasons',
      'Meetings',
      'Tasks 5',
      'Risk and contacts',
      'Parole',
      'Pre-release',
      'Responsibility',
      'Allocation',
      'Facts',
      'Sentence',
      'Pack',
      'Timeline',
    ])
    expect(parts.getByRole('link', { current: 'page' }).textContent.trim()).toBe('Dates and reasons')
    expect(screen.getByText('Born 9 May 1991 (35)')).toBeTruthy()
  })

  it.each(['overview', 'dates', 'meetings', 'tasks', 'risk', 'parole', 'decisions', 'facts', 'timeline'])(
    'has no axe violations: %s',
    async (part) => {
      await open(part, 'p-1')
      await expectNoAxeViolations()
    },
  )

  it('goes to the previous and next person of the list it was opened from, on the same part', async () => {
    await renderApp(pageAnswers('u-ruth'), '/handovers/upcoming', 'handovers')
    const people = screen.getAllByRole('rowheader').map((cell) => within(cell).getByRole('link'))
    fireEvent.click(people[1] as HTMLElement)
    await screen.findByRole('navigation', { name: 'Parts of this case' })
    const neighbours = () => within(screen.getByRole('navigation', { name: 'People in the list' }))
    expect(neighbours().getByText(`2 of ${people.length}`)).toBeTruthy()
    fireEvent.click(neighbours().getByRole('link', { name: 'Next' }))
    await waitFor(() => expect(neighbours().getByText(`3 of ${people.length}`)).toBeTruthy())
  })

  it('offers no neighbours where it was not opened from a list', async () => {
    await open('overview')
    expect(screen.queryByRole('navigation', { name: 'People in the list' })).toBeNull()
  })
})

describe('The other parts', () => {
  it('shows every meeting with its window, day, state and what was recorded', async () => {
    await open('meetings')
    const table = within(screen.getByRole('table', { name: 'Mandated meetings' }))
    const meeting = table.getByRole('row', { name: /^Handover meeting/u })
    expect(meeting.textContent).toContain('To book')
    expect(meeting.textContent).toContain('Mon 30 Nov 2026')
    expect(meeting.textContent).toContain('5 October 2026 to 30 November 2026')
    expect(screen.getByText('0 of 3 held')).toBeTruthy()
    expect(
      table.getByRole('link', { name: 'Record as held: Handover meeting' }).getAttribute('href'),
    ).toContain('/case/p-3/meetings?record=mt-handover')
    await expectNoAxeViolations()
  })

  it('shows risk and contacts with their sources, each to be changed in place', async () => {
    await open('risk')
    expect(screen.getByRole('region', { name: 'COM and probation' }).textContent).toContain('Delius')
    await expectNoAxeViolations()
    fireEvent.click(screen.getByRole('button', { name: 'Change Probation region' }))
    await screen.findByRole('heading', { name: 'Change Probation region' })
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change Probation region' })),
    )
  })

  it('shows what leads to release, and says that nothing is asked yet of somebody not near it', async () => {
    await renderApp(
      pageAnswers('u-amy', { 'ready.show': () => ({ today: TODAY, person: null, name: 'Marlowe, Dean' }) }),
      '/case/p-3/pre-release',
      'case-pre-release',
    )
    await screen.findByText(/None is expected by then/u)
    expect(screen.getByRole('region', { name: 'Release dates' }).textContent).toContain('15 July 2027')
    const work = within(screen.getByRole('table', { name: 'Work before release' }))
    expect(work.getByRole('row', { name: /^Licence hard stop near/u })).toBeTruthy()
    expect(work.queryByRole('row', { name: /^Handover meeting/u })).toBeNull()
    await expectNoAxeViolations()
  })

  it('shows one kind of the timeline, with how many of each there are', async () => {
    await open('timeline')
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(3)
    fireEvent.change(screen.getByLabelText('Show'), { target: { value: 'checklist' } })
    await waitFor(() => expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(1))
    expect(screen.getByRole('option', { name: 'Checklist and meetings (1)' })).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Show'), { target: { value: 'pack' } })
    await screen.findByText('Nothing of this kind has happened yet.')
    await expectNoAxeViolations()
  })
})

describe('Dates and reasons', () => {
  it('shows each date as a sum that can be checked with a pencil', async () => {
    await open('dates')
    const handover = card('Handover')
    expect(handover.getByText('Monday 30 November 2026')).toBeTruthy()
    const rows = handover.getAllByRole('row').slice(1)
    expect(
      rows.map((row) =>
        within(row)
          .getAllByRole('cell')
          .map((cell) => cell.textContent)
          .slice(0, 2)
          .join('|'),
      ),
    ).toEqual([
      'from|Thu 15 Jul 2027',
      '−minus|Tue 15 Dec 2026',
      '−minus|Mon 30 Nov 2026',
      '=equals|Mon 30 Nov 2026',
    ])
    expect(handover.getByText('Medium confidence')).toBeTruthy()
    expect(handover.getByText(/row 8/u)).toBeTruthy()
    expect(handover.getByText(/June 2021/u)).toBeTruthy()
  })

  it('says “by” a meeting’s day, and asks for one where no source gives it', async () => {
    await open('dates')
    expect(card('Handover meeting').getByText('By Monday 30 November 2026')).toBeTruthy()
    const second = card('Second pre-release meeting')
    expect(second.getAllByText('Set a date')).toHaveLength(2)
    expect(second.queryByRole('table')).toBeNull()
  })

  it('draws the sentence as one picture with a text of the same days', async () => {
    await open('dates')
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('Handover Monday 30 November 2026')
  })

  it('shows the same case under every rule set, and which applies', async () => {
    await open('dates')
    const rules = within(screen.getByRole('table', { name: 'The same case under every rule set' }))
    expect(rules.getAllByRole('row')).toHaveLength(5)
    const here = rules.getByText('Applies here').closest('tr') as HTMLElement
    expect(here.textContent).toContain('Enhanced 7½ months')
    expect(here.textContent).toContain('30 Nov 2026')
  })

  it('shows the national record beside ours', async () => {
    await open('dates')
    const box = within(screen.getByRole('region', { name: 'The national record differs' }))
    expect(box.getByText('15 January 2027')).toBeTruthy()
    expect(box.getByText('30 November 2026')).toBeTruthy()
  })

  it('says aloud what each flag means and what to do', async () => {
    await open('dates', 'p-1')
    const flags = within(screen.getByRole('region', { name: 'What to know before acting' }))
    expect(flags.getByRole('heading', { name: 'May be released before handover' })).toBeTruthy()
    expect(flags.getByText(/Agree an earlier handover/u)).toBeTruthy()
  })

  it('puts what is missing where the dates would be', async () => {
    await open('dates', 'p-9')
    const missing = within(screen.getByRole('region', { name: 'No dates can be worked out yet' }))
    expect(missing.getByText('The date of birth is not a date that exists.')).toBeTruthy()
    expect(missing.getByRole('link', { name: 'See what is known' })).toBeTruthy()
    expect(screen.queryByRole('img')).toBeNull()
  })
})

describe('Tasks', () => {
  const record = async (name: RegExp) => {
    fireEvent.click(screen.getByRole('link', { name }))
    return screen.findByRole('heading', { name: 'Contact with the COM: record as done' })
  }
  const type = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } })

  const group = (name: string) => within(screen.getByRole('region', { name }))

  it('shows all dated work in groups, each row with its day, owner and what it rests on', async () => {
    await open('tasks')
    const headings = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)
    expect(headings).toEqual([
      'Enhanced handover checklist',
      'Overdue',
      'Due and due soon',
      'Open, and reminders',
      'Coming',
      'Without a date',
    ])
    const list = group('Enhanced handover checklist')
    expect(list.getByText('1 of 5 recorded')).toBeTruthy()
    const meeting = list.getByRole('row', { name: /^Handover meeting/u })
    expect(meeting.textContent).toContain('Mon 30 Nov 2026')
    const reviewed = list.getByRole('row', { name: /^Review the last OASys/u })
    expect(reviewed.textContent).toContain('Done Thu 12 Nov 2026Recorded by Amy Thornber')
    // What the checklist shows is not listed twice.
    expect(screen.getAllByRole('row', { name: /^Handover meeting/u })).toHaveLength(1)
    const warning = group('Coming').getByRole('row', { name: /^Licence hard stop near/u })
    expect(warning.textContent).toContain('4 working days before CRD, 15 July 2027.')
    expect(warning.textContent).toContain('Assumes: licence not approved.')
    expect(warning.textContent).toContain('National service code, create and vary a licence')
    expect(group('Open, and reminders').queryByText('Overdue')).toBeNull()
  })

  it('says what is switched off here, and why', async () => {
    await open('tasks')
    const off = screen.getByText(/^Switched off here \(\d+\)$/u).closest('details') as HTMLElement
    const report = within(off).getByText('Pre-release report in the digital tool can be started')
    expect(report.nextElementSibling?.textContent).toMatch(/closed in June 2025/u)
  })

  it('asks for no dated work where the plan cannot be made, and says so', async () => {
    await open('tasks', 'p-9')
    expect(screen.getByText(/until the plan of this case can be made/u)).toBeTruthy()
  })

  it('warns where bank holidays are not known', async () => {
    const note = 'Bank holidays are known here from 2021 to 2028.'
    const answers = pageAnswers('u-amy', {
      'case.show': ({ personId }) =>
        madeUpCase(personId, { workHolidaysNote: note, holidaysNote: `Meetings: ${note}` }),
    })
    await renderApp(answers, '/case/p-3/tasks', 'case-tasks')
    expect(screen.getByText(note)).toBeTruthy()
    fireEvent.click(screen.getByRole('link', { name: 'Dates and reasons' }))
    await loaded('case-dates')
    expect(screen.getByText(`Meetings: ${note}`)).toBeTruthy()
    await expectNoAxeViolations()
  })

  it('records any other work too', async () => {
    const { desk } = await open('tasks')
    fireEvent.click(screen.getByRole('link', { name: /^Record as done: Pre-release team meets/u }))
    await screen.findByRole('heading', { name: /^Pre-release team meets .*: record as done$/u })
    fireEvent.click(screen.getByRole('button', { name: 'Use today, 23 November 2026' }))
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText(/recorded as done on 23 November 2026/u)
    expect(desk.calls.find(({ method }) => method === 'case.recordTask')?.input).toMatchObject({
      task: 'as-prt-12w',
      doneOn: '2026-11-23',
    })
  })

  it('records a contact as done on a typed day, with a note', async () => {
    const { desk } = await open('tasks')
    expect(await record(/^Record as done: Contact with the COM/u)).toBe(document.activeElement)
    type('Day', '19')
    type('Month', '11')
    type('Year', '2026')
    type('Note (optional)', 'By video. COM, POM and Dean.')
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Contact with the COM: recorded as done on 19 November 2026.')).toBe(
      document.activeElement,
    )
    expect(desk.calls.find(({ method }) => method === 'case.recordTask')?.input).toEqual({
      personId: 'p-3',
      task: 'com_contact',
      doneOn: '2026-11-19',
      notDone: null,
      note: 'By video. COM, POM and Dean.',
      reference: '',
      seen: null,
    })
  })

  it('records why it was not done', async () => {
    const { desk } = await open('tasks')
    await record(/^Record as done: Contact with the COM/u)
    fireEvent.click(screen.getByRole('radio', { name: 'No, and it will not be' }))
    fireEvent.click(screen.getByRole('button', { name: 'Use today, 23 November 2026' }))
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    fireEvent.click(await screen.findByRole('link', { name: 'Select why it was not done' }))
    expect(document.activeElement).toBe(screen.getByLabelText('Why was it not done?'))
    await expectNoAxeViolations()
    fireEvent.change(screen.getByLabelText('Why was it not done?'), { target: { value: 'com_absent' } })
    type('Document reference (optional)', 'Contact 4')
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Contact with the COM: recorded as not done.')
    expect(desk.calls.find(({ method }) => method === 'case.recordTask')?.input).toMatchObject({
      doneOn: null,
      notDone: { reason: 'com_absent', on: '2026-11-23' },
      reference: 'Contact 4',
    })
  })

  it('puts a record right without taking it back, and keeps what was typed where somebody was quicker', async () => {
    const { desk } = await open('tasks')
    desk.answer({ 'case.recordTask': () => new FakeError('conflict', 'Dev Malik recorded this meanwhile.') })
    fireEvent.click(screen.getByRole('link', { name: /^Change: Review the last OASys/u }))
    await screen.findByRole('heading', { name: /change the record$/u })
    expect((screen.getByLabelText('Day') as HTMLInputElement).value).toBe('12')
    type('Document reference (optional)', 'OASys 2')
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('Dev Malik recorded this meanwhile.')
    expect((screen.getByLabelText('Document reference (optional)') as HTMLInputElement).value).toBe('OASys 2')
    expect(desk.calls.find(({ method }) => method === 'case.recordTask')?.input).toMatchObject({ seen: 1 })
  })

  it('goes back to the link of the work after Cancel', async () => {
    await open('tasks')
    await record(/^Record as done: Contact with the COM/u)
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    await waitFor(() =>
      expect(document.activeElement).toBe(
        screen.getByRole('link', { name: /^Record as done: Contact with the COM/u }),
      ),
    )
  })

  it('tells whoever has a form open what was changed meanwhile, and loses nothing typed', async () => {
    const { desk } = await open('tasks')
    await record(/^Record as done: Contact with the COM/u)
    type('Note (optional)', 'Kept')
    const newer: OutputOf<'case.show'>['timeline'][number] = {
      id: 't-9',
      at: '2026-11-23T10:00:00Z',
      by: 'Dev Malik',
      kind: 'facts',
      title: 'Changed, from NOMIS, as at 23 November 2026',
      details: ['CRD: 15 July 2027 became 16 July 2027'],
    }
    const before = madeUpCase('p-3')
    desk.answer({ 'case.show': () => madeUpCase('p-3', { timeline: [newer, ...before.timeline] }) })
    act(() => desk.changed('caseload'))
    const told = await screen.findByRole('region', { name: 'Changed meanwhile' })
    expect(told.textContent).toContain('CRD: 15 July 2027 became 16 July 2027')
    expect((screen.getByLabelText('Note (optional)') as HTMLTextAreaElement).value).toBe('Kept')
    await expectNoAxeViolations()
  })

  it('takes a whole date pasted into the day', async () => {
    await open('tasks')
    await record(/^Record as done: Contact with the COM/u)
    type('Day', '19/11/2026')
    expect((screen.getByLabelText('Month') as HTMLInputElement).value).toBe('11')
    expect((screen.getByLabelText('Year') as HTMLInputElement).value).toBe('2026')
  })

  it('keeps what was typed after a mistake, and leads from the summary to the field', async () => {
    const { desk } = await open('tasks')
    await record(/^Record as done: Contact with the COM/u)
    type('Day', '24')
    type('Month', '11')
    type('Year', '2026')
    type('Note (optional)', 'Kept')
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    const link = await screen.findByRole('link', { name: 'The day it was done must be today or in the past' })
    expect(document.activeElement?.textContent).toContain('There is a problem')
    fireEvent.click(link)
    expect(document.activeElement).toBe(screen.getByLabelText('Day'))
    expect((screen.getByLabelText('Note (optional)') as HTMLTextAreaElement).value).toBe('Kept')
    expect(desk.calls.some(({ method }) => method === 'case.recordTask')).toBe(false)
    await expectNoAxeViolations()
  })

  it('shows why the app refused, and keeps the form', async () => {
    const { desk } = await open('tasks')
    desk.answer({
      'case.recordTask': () => new FakeError('bad_input', 'This task is not part of the case any more.'),
    })
    await record(/^Record as done: Contact with the COM/u)
    fireEvent.click(screen.getByRole('button', { name: 'Use today, 23 November 2026' }))
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText('This task is not part of the case any more.')
    expect((screen.getByLabelText('Day') as HTMLInputElement).value).toBe('23')
  })

  it('leads from what the app refused of a day to its first field', async () => {
    const { desk } = await open('tasks')
    const message = 'The day must be on or after the start of the sentence, 14 March 2024.'
    desk.answer({ 'case.recordTask': () => new FakeError('bad_input', message, { doneOn: message }) })
    await record(/^Record as done: Contact with the COM/u)
    fireEvent.click(screen.getByRole('button', { name: 'Use today, 23 November 2026' }))
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    fireEvent.click(await screen.findByRole('link', { name: message }))
    expect(document.activeElement).toBe(screen.getByLabelText('Day'))
    expect(screen.getByLabelText('Day').getAttribute('aria-invalid')).toBe('true')
  })

  it('takes a record back only after saying what that does', async () => {
    const { desk } = await open('tasks')
    fireEvent.click(screen.getByRole('link', { name: /^Take back: Review the last OASys/u }))
    await screen.findByText(/no longer count as done on 12 November 2026/u)
    expect(desk.calls.some(({ method }) => method === 'case.recordTask')).toBe(false)
    fireEvent.click(screen.getByRole('button', { name: 'Take back' }))
    await screen.findByText('Review the last OASys assessment: the record was taken back.')
    expect(desk.calls.find(({ method }) => method === 'case.recordTask')?.input).toMatchObject({
      doneOn: null,
    })
  })

  it('offers neither to those who may only read', async () => {
    await open('tasks', 'p-3', 'u-rona')
    expect(screen.queryByRole('link', { name: /Record as|Take back/u })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Export pack' })).toBeNull()
  })
})

describe('Facts and timeline', () => {
  it('says where each fact came from and how old it is', async () => {
    await open('facts')
    const risk = within(screen.getByRole('region', { name: 'Risk' }))
    expect(risk.getByRole('button', { name: 'Change RoSH level' })).toBeTruthy()
    expect(risk.getAllByText('Delius, as at 20 November 2026')).toHaveLength(2)
  })

  it('changes a fact in place, keeps what was typed after a refusal, and goes back to where it was', async () => {
    let refused = false
    const { desk } = await open('facts', 'p-3', 'u-amy', {
      'facts.change': () => {
        if (refused) return {}
        refused = true
        return new FakeError('conflict', 'CRD became 1 August 2027 while you were writing, by NOMIS.')
      },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Change CRD' }))
    expect(document.activeElement?.textContent).toBe('Change CRD')
    expect(screen.getByLabelText<HTMLInputElement>('Month').value).toBe('7')
    fireEvent.change(screen.getByLabelText('Month'), { target: { value: '9' } })
    fireEvent.change(screen.getByLabelText(/Why is it changed/u), {
      target: { value: 'Letter of 20 November' },
    })
    await expectNoAxeViolations()
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/while you were writing/u)).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('Month').value).toBe('9')
    fireEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(document.activeElement?.id).toBe('change-crd'))
    expect(desk.calls.findLast(({ method }) => method === 'facts.change')?.input).toEqual({
      personId: 'p-3',
      field: 'crd',
      value: '2027-09-15',
      reason: 'Letter of 20 November',
      seen: 41,
    })
  })

  it('records what was not recorded, and offers none of it to those who only read', async () => {
    await open('facts')
    fireEvent.click(screen.getByRole('button', { name: 'Record VLO assigned' }))
    fireEvent.click(screen.getByRole('radio', { name: 'Yes' }))
    await expectNoAxeViolations()
    cleanup()
    await open('facts', 'p-3', 'u-rona')
    expect(screen.queryByRole('button', { name: /^(Change|Record)/u })).toBeNull()
  })

  it('shows the case as it was known on a past day', async () => {
    await open('facts', 'p-3', 'u-amy', {
      'facts.asKnown': ({ on }) => ({
        on: on as CivilDate,
        known: true,
        responsibilitySentence: 'POM responsible until Friday 12 February 2027.',
        handover: null,
        earliestRelease: null,
        rules: 'Enhanced 7½ months',
        facts: [
          {
            group: 'Release dates',
            field: 'crd',
            label: 'CRD',
            value: '29 September 2027',
            source: 'NOMIS',
            asAt: null,
            differs: true,
          },
        ],
      }),
    })
    fireEvent.click(screen.getByRole('button', { name: 'Show what we knew' }))
    expect(screen.getAllByText('Enter the day').length).toBeGreaterThan(0)
    for (const [label, value] of [
      ['Day', '20'],
      ['Month', '11'],
      ['Year', '2026'],
    ] as const)
      fireEvent.change(screen.getByLabelText(label), { target: { value } })
    fireEvent.click(screen.getByRole('button', { name: 'Show what we knew' }))
    expect(
      await screen.findByRole('row', { name: /CRD 29 September 2027 NOMIS Otherwise now/u }),
    ).toBeTruthy()
    await expectNoAxeViolations()
  })

  it('lists what happened, newest first', async () => {
    await open('timeline')
    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
      'Changed, from NOMIS, as at 22 November 2026',
      'Review the last OASys assessment: done on 12 November 2026',
      'First recorded, from NOMIS',
    ])
    expect(screen.getByText('CRD: 29 September 2027 became 15 July 2027')).toBeTruthy()
  })
})

describe('Between two people', () => {
  it('never shows one person’s page under another’s address', async () => {
    let release: (() => void) | undefined
    const answers = pageAnswers('u-amy', {
      'case.show': ({ personId }) =>
        personId === 'p-3'
          ? madeUpCase('p-3')
          : new Promise(
              (resolve) => (release = () => resolve(madeUpCase('p-1', { name: 'Reyes-Holt, Kai' }))),
            ),
    })
    await renderApp(answers, '/case/p-3/tasks', 'case-tasks')
    fireEvent.keyDown(document, { key: 'k', ctrlKey: true })
    const { useUi } = await import('../../renderer/state/ui-store.ts')
    useUi.getState().closeDialogs()
    useUi.getState().setList('opened', { ids: 'p-3 p-1' })
    fireEvent.click(await screen.findByRole('link', { name: 'Next' }))
    await waitFor(() => expect(release).toBeDefined())
    expect(screen.queryByText('Marlowe, Dean')).toBeNull()
    release?.()
    await loaded('case-tasks')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Reyes-Holt, Kai')
  })
})
