import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contactNote,
  decisionNote,
  meetingNote,
  NOTE_LIMITS,
  notHeldNote,
  whoInNote,
} from '../../domain/case-notes/case-note.ts'
import { contactCodeOf } from '../../domain/case-notes/contact-codes.ts'
import { withoutThirdParties } from '../../domain/case-notes/third-parties.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { MeetingHeld } from '../../domain/meetings/held.ts'

const day = (text: string) => text as CivilDate
const held = (parts: Partial<MeetingHeld> = {}): MeetingHeld => ({
  on: day('2026-11-23'),
  from: '14:00',
  to: '14:35',
  mode: 'video',
  attended: ['Amy Thornber (POM)', 'PRIESTLEY, Hannah (COM)', 'Whitlock, Terence'],
  absent: ['Luke Farnley (key worker)'],
  covered: ['risk', 'address'],
  nextSteps: [{ what: 'Check the address', owner: 'Hannah Priestley (COM)', by: day('2026-12-04') }],
  why: '',
  outcome: 'Responsibility passes today. Plans to live at his sister’s',
  ...parts,
})

describe('the note of a meeting', () => {
  it('says when, how, who, what and what comes next, as both systems write it', () => {
    expect(meetingNote('Handover meeting', held(), 'dps')).toEqual({
      parts: [
        [
          'Handover meeting held 23/11/2026, 14:00-14:35, video.',
          'Present: POM A Thornber, COM H PRIESTLEY, T Whitlock.',
          'Invited, did not attend: Key worker L Farnley.',
          'Covered: risk and public protection, release address.',
          'Responsibility passes today. Plans to live at his relative’s.',
          'COM H Priestley to check the address by 04/12/2026.',
        ].join('\n'),
      ],
      left: ['relative not named'],
    })
  })

  it('leaves out what nobody noted', () =>
    expect(
      meetingNote(
        'Handover meeting',
        held({ from: '', to: '', absent: [], covered: [], nextSteps: [], outcome: 'Held.' }),
        'ndelius',
      ).parts,
    ).toEqual([
      'Handover meeting held 23/11/2026, video.\nPresent: POM A Thornber, COM H PRIESTLEY, T Whitlock.\nHeld.',
    ]))

  it('is cut into parts where it is too long, between sentences, and loses no word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,12}){0,20}$/), { minLength: 60, maxLength: 400 }),
        (sentences) => {
          const outcome = sentences.map((words) => `${words}.`).join(' ')
          const { parts } = meetingNote('Handover meeting', held({ outcome, nextSteps: [] }), 'dps')
          for (const part of parts) expect(part.length).toBeLessThanOrEqual(NOTE_LIMITS.dps)
          const words = parts.map((part) => part.replace(/^\(\d+ of \d+\) /u, '')).join(' ')
          const whole =
            meetingNote('Handover meeting', held({ outcome: 'x', nextSteps: [] }), 'dps').parts[0] ?? ''
          const expected = whole.replace(/x\.$/u, withoutThirdParties(outcome).text)
          expect(words.replaceAll(/\s+/gu, ' ')).toBe(expected.replaceAll(/\s+/gu, ' '))
        },
      ),
      { numRuns: 60 },
    )
  })
})

it('a meeting not held, a contact and a decision have notes too', () => {
  expect(
    notHeldNote(
      'Handover meeting',
      { on: day('2026-11-17'), words: 'The COM did not take part', note: 'Link failed' },
      'dps',
    ).parts,
  ).toEqual(['Handover meeting not held, as of 17/11/2026: The COM did not take part.\nLink failed.'])
  expect(
    contactNote(
      {
        on: day('2026-11-12'),
        mode: 'phone',
        with: 'Hannah Priestley (COM)',
        minutes: 15,
        about: 'Release address',
        nextSteps: [],
      },
      'ndelius',
    ).parts,
  ).toEqual(['Contact with COM H Priestley 12/11/2026, phone, 15 minutes.\nRelease address.'])
  expect(
    decisionNote(
      { on: day('2026-11-12'), title: 'Responsibility overridden', details: ['Because: other'] },
      'dps',
    ).parts,
  ).toEqual(['12/11/2026: Responsibility overridden.\nBecause: other.'])
})

it.each([
  ['Amy Thornber (POM)', 'POM A Thornber'],
  ['THORNBER, Amy (POM)', 'POM A THORNBER'],
  ['Luke Farnley (key worker)', 'Key worker L Farnley'],
  ['Whitlock, Terence', 'T Whitlock'],
  ['Leeds duty officer', 'Leeds duty officer'],
  ['Wakefield', 'Wakefield'],
  ['Jo Bloggs, Leeds duty; Ann Other', 'Jo Bloggs, Leeds duty; Ann Other'],
])('%s is written %s', (named, words) => expect(whoInNote(named)).toBe(words))

describe('third parties', () => {
  it.each<[string, string, string[]]>([
    ['Nothing to hide.', 'Nothing to hide.', []],
    [
      'He will live with his sister Anna Marsh in Leeds.',
      'He will live with his relative in Leeds.',
      ['relative not named'],
    ],
    ['Mother visits. Father does not.', 'Relative visits. Relative does not.', ['relative not named']],
    [
      'His ex-wife objects; his partner, Jo, agrees.',
      'His former partner objects; his partner agrees.',
      ['former partner not named', 'partner not named'],
    ],
    ['His step-daughter is at school.', 'His child is at school.', ['child not named']],
    ['His grandmother and mother-in-law.', 'His relative and relative.', ['relative not named']],
    ['His daughter-in-law Ann.', 'His relative.', ['relative not named']],
    [
      'His ex-partner Sarah Smith must not be told.',
      'His former partner must not be told.',
      ['former partner not named', 'partner not named'],
    ],
    ['Work with Brother Ltd.', 'Work with Brother Ltd.', []],
    ['He is the victim of bullying on the wing.', 'He is the victim of bullying on the wing.', []],
    [
      'Lives at 12 High Street, or 4 Mill Lane.',
      'Lives at [address left out], or [address left out].',
      ['address left out'],
    ],
    ['Ms Jane Doe and Ms Priestley met.', '[name left out] and Ms Priestley met.', ['name left out']],
    ['Parole was granted. Grandiose plans.', 'Parole was granted. Grandiose plans.', []],
    [
      'The victim lives near. All else is well.',
      'All else is well.',
      ['left out, about a victim: “The victim lives near.”'],
    ],
    [
      'Ring 07700 900123 or 0113 496 0000.',
      'Ring [phone number left out] or [phone number left out].',
      ['phone number left out'],
    ],
    [
      'Write to jo.marsh@example.org, LS1 4AP.',
      'Write to [email left out], [postcode left out].',
      ['email left out', 'postcode left out'],
    ],
    ['Recorded as A1234BC on 23/11/2026 at 14:00.', 'Recorded as A1234BC on 23/11/2026 at 14:00.', []],
  ])('%s', (typed, text, left) => expect(withoutThirdParties(typed, ['Priestley'])).toEqual({ text, left }))
})

it('a code is given where a source gives one, and never guessed', () => {
  expect(contactCodeOf({ kind: 'meeting' })).toBeNull()
  expect(contactCodeOf({ kind: 'contact' })?.code).toBe('C202')
  expect(contactCodeOf({ kind: 'report' })?.code).toBe('POM4')
  expect(contactCodeOf({ kind: 'decision', decision: 'parole_review' })?.code).toBe('C395')
  expect(contactCodeOf({ kind: 'decision', decision: 'responsibility' })).toBeNull()
})
