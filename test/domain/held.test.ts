import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { contactMistakes, type Contact } from '../../domain/meetings/contact.ts'
import {
  heldDoubts,
  heldInWords,
  heldMistakes,
  type HeldLimits,
  type MeetingHeld,
} from '../../domain/meetings/held.ts'

const day = (text: string) => text as CivilDate
const TODAY = day('2026-11-23')
const COM = 'Hannah Priestley (COM)'
const held = (parts: Partial<MeetingHeld> = {}): MeetingHeld => ({
  on: TODAY,
  from: '14:00',
  to: '14:35',
  mode: 'video',
  attended: ['Amy Thornber (POM)', COM, 'Whitlock, Terence'],
  absent: [],
  covered: ['risk'],
  nextSteps: [],
  why: '',
  outcome: 'Responsibility passes today.',
  ...parts,
})
const limits = (parts: Partial<HeldLimits> = {}): HeldLimits => ({
  task: 'mt-handover',
  today: TODAY,
  now: '15:00',
  sentenced: day('2025-03-14'),
  left: null,
  windowFrom: day('2026-09-28'),
  windowTo: TODAY,
  com: COM,
  ...parts,
})
const step = { what: 'Check the address', owner: COM, by: day('2026-12-04') }

describe('what cannot have been', () => {
  it.each<[string, Partial<MeetingHeld>, string[]]>([
    ['nothing', {}, []],
    ['no times noted', { from: '', to: '' }, []],
    ['tomorrow', { on: day('2026-11-24') }, ['on']],
    ['before the sentence', { on: day('2025-03-13') }, ['on']],
    ['a beginning later today', { from: '15:01', to: '' }, ['from']],
    ['the same time yesterday', { on: day('2026-11-22'), from: '15:01', to: '' }, []],
    ['an hour there is not', { from: '24:10' }, ['from']],
    ['an end before the beginning', { to: '13:59' }, ['to']],
    ['nobody there', { attended: [] }, ['attended']],
    ['nothing came of it', { outcome: ' ' }, ['outcome']],
    ['too much came of it', { outcome: 'x'.repeat(4001) }, ['outcome']],
    ['as much as is kept', { outcome: 'x'.repeat(4000) }, []],
    ['a step of nothing', { nextSteps: [{ ...step, what: '' }] }, ['steps.0.what']],
    ['a step twice', { nextSteps: [step, { ...step, what: 'check the ADDRESS ' }] }, ['steps.1.what']],
    ['a step of nobody', { nextSteps: [{ ...step, owner: '' }] }, ['steps.0.owner']],
    ['a step before the meeting', { nextSteps: [{ ...step, by: day('2026-11-22') }] }, ['steps.0.by']],
  ])('%s', (_, parts, fields) => expect(Object.keys(heldMistakes(held(parts), limits()))).toEqual(fields))

  it('a meeting after the person left', () =>
    expect(heldMistakes(held(), limits({ left: day('2026-11-20') }))).toEqual({
      on: 'Held on must be on or before 20 November 2026, when the person left',
    }))
})

describe('what is out of the way, and allowed with a reason', () => {
  it.each<[string, Partial<MeetingHeld>, Partial<HeldLimits>, string[]]>([
    ['nothing', {}, {}, []],
    ['before the window', { on: day('2026-09-25') }, {}, ['The window opened on 28 September 2026.']],
    [
      'after the window',
      {},
      { windowTo: day('2026-11-20') },
      ['The last day of the window was 20 November 2026.'],
    ],
    ['a Sunday', { on: day('2026-11-22') }, {}, ['Sun 22 Nov 2026 is no working day.']],
    [
      'a bank holiday',
      { on: day('2026-08-31') },
      { windowFrom: null, windowTo: null },
      ['Mon 31 Aug 2026 is a bank holiday: Summer bank holiday.'],
    ],
    ['without the COM', { attended: ['Whitlock, Terence'] }, {}, ['Hannah Priestley (COM) did not attend.']],
    ['without a COM where none is named', { attended: ['Whitlock, Terence'] }, { com: null }, []],
    [
      'the last meeting without what it is for',
      {},
      { task: 'mt-prerelease-1m' },
      [
        'Licence conditions: not covered, and this meeting is for it.',
        'Plan reviewed: not covered, and this meeting is for it.',
      ],
    ],
    [
      'the last meeting with both',
      { covered: ['licence_conditions', 'plan_reviewed'] },
      { task: 'mt-prerelease-1m' },
      [],
    ],
  ])('%s', (_, parts, about, doubts) => expect(heldDoubts(held(parts), limits(about))).toEqual(doubts))
})

it.each([
  [{ from: '14:00', to: '14:35', mode: 'video' as const }, '2pm to 2:35pm, video'],
  [{ from: '14:00', to: '', mode: 'phone' as const }, '2pm, phone'],
  [{ from: '', to: '', mode: 'in_person' as const }, 'in person'],
])('how it was held is said as far as it is known', (how, words) => expect(heldInWords(how)).toBe(words))

describe('a contact', () => {
  const contact = (parts: Partial<Contact> = {}): Contact => ({
    on: day('2026-11-12'),
    mode: 'phone',
    with: COM,
    minutes: 15,
    about: 'Release address.',
    nextSteps: [],
    ...parts,
  })
  it.each<[string, Partial<Contact>, string[]]>([
    ['sound', {}, []],
    ['tomorrow', { on: day('2026-11-24') }, ['on']],
    ['before birth', { on: day('1984-01-29') }, ['on']],
    ['with nobody', { with: ' ' }, ['with']],
    ['about nothing', { about: '' }, ['about']],
    ['a step before it', { nextSteps: [{ ...step, by: day('2026-11-11') }] }, ['steps.0.by']],
  ])('%s', (_, parts, fields) =>
    expect(Object.keys(contactMistakes(contact(parts), { today: TODAY, born: day('1984-01-30') }))).toEqual(
      fields,
    ),
  )
})
