import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { composeLetter, type LetterChoices } from '../../domain/letters/compose-letter.ts'
import { kindOf, whyNoLetter, type LetterCase } from '../../domain/letters/letter-case.ts'
import { spokenName } from '../../domain/letters/spoken-name.ts'
import type { MovementKind } from '../../domain/model/movement.ts'

const day = (text: string) => text as CivilDate
const NOTHING: LetterChoices = { confirmed: null, withDay: [], release: false }

const CASE: LetterCase = {
  name: 'Dean Marlowe',
  prisonNumber: 'A4417KD',
  establishment: 'HMP Leeds',
  today: day('2026-11-23'),
  pom: 'Amy Thornber',
  com: 'Leon Grady',
  responsibility: 'pom',
  reason: 'determinate',
  cannotPlan: null,
  handover: day('2026-11-30'),
  presence: { state: 'here', movement: null },
  isUnder18: false,
  isIndeterminate: false,
  inHospital: false,
  meetings: [
    {
      task: 'mt-handover',
      booking: {
        on: day('2026-11-26'),
        from: '14:00',
        to: '14:35',
        mode: 'video',
        place: '',
        attendees: ['Amy Thornber (POM)'],
      },
    },
    { task: 'mt-prerelease-2', booking: null },
    { task: 'mt-prerelease-1m', booking: null },
  ],
  refused: [],
  release: null,
}
const of = (more: Partial<LetterCase>): LetterCase => ({ ...CASE, ...more })
const NO_MEETINGS = { handover: null, meetings: [] }

/** Every kind of case that gets a letter. */
const CASES: [what: string, one: LetterCase][] = [
  ['handover ahead', CASE],
  ['handover ahead, no COM yet', of({ com: null })],
  ['handover ahead, life sentence', of({ isIndeterminate: true, reason: 'indeterminate' })],
  ['COM supports, handover ahead', of({ responsibility: 'pom_with_com' })],
  ['COM supports, nobody named', of({ responsibility: 'pom_with_com', com: null })],
  [
    'open conditions',
    of({
      responsibility: 'pom_with_com',
      reason: 'indeterminate_open',
      isIndeterminate: true,
      ...NO_MEETINGS,
    }),
  ],
  [
    'life past tariff, COM supports',
    of({
      responsibility: 'pom_with_com',
      reason: 'thd_over_12_months',
      isIndeterminate: true,
      ...NO_MEETINGS,
    }),
  ],
  [
    'life past tariff, COM responsible',
    of({ responsibility: 'com', reason: 'parole_mappa_2_3', isIndeterminate: true, ...NO_MEETINGS }),
  ],
  ['POM by override after handover', of({ responsibility: 'pom_with_com', handover: day('2026-11-02') })],
  ['life past tariff, refused', of({ reason: 'additional_isp', isIndeterminate: true, ...NO_MEETINGS })],
  ['release date not known', of({ reason: 'release_date_unknown', ...NO_MEETINGS })],
  ['handover passed', of({ responsibility: 'com', handover: day('2026-11-02') })],
  ['handover today', of({ responsibility: 'com', handover: day('2026-11-23') })],
  ['handover passed, nobody named', of({ responsibility: 'com', handover: day('2026-11-02'), com: null })],
  ['short sentence', of({ responsibility: 'com', reason: 'determinate_short', ...NO_MEETINGS })],
  [
    'short sentence, nobody named',
    of({ responsibility: 'com', reason: 'determinate_short', com: null, pom: null, ...NO_MEETINGS }),
  ],
  ['recall', of({ responsibility: 'com', reason: 'recall_case', ...NO_MEETINGS })],
  ['immigration', of({ responsibility: 'com', reason: 'immigration_case', ...NO_MEETINGS })],
  ['COM by override before handover', of({ responsibility: 'com' })],
  ['a meeting refused', of({ meetings: [], refused: ['mt-handover'] })],
  ['two meetings refused, nobody named', of({ com: null, refused: ['mt-handover', 'mt-prerelease-2'] })],
  ['in hospital', of({ inHospital: true })],
  [
    'in hospital, COM responsible',
    of({ inHospital: true, responsibility: 'com', handover: day('2026-11-02') }),
  ],
]

const wordsOf = (one: LetterCase, choices: Partial<LetterChoices> = {}) => {
  const { blocks, title, signed } = composeLetter(one, { ...NOTHING, ...choices })
  return [title, ...blocks.map(({ text, items }) => [text].concat(items).join('\n')), signed].join('\n')
}

describe('the kind of letter', () => {
  it.each([
    ['handover ahead', 'ahead'],
    ['COM supports, handover ahead', 'supported'],
    ['open conditions', 'open'],
    ['life past tariff, COM supports', 'both'],
    ['life past tariff, COM responsible', 'com_now'],
    ['POM by override after handover', 'both'],
    ['life past tariff, refused', 'no_date'],
    ['release date not known', 'no_date'],
    ['handover passed', 'passed'],
    ['handover today', 'passed'],
    ['short sentence', 'com_short'],
    ['recall', 'com_recall'],
    ['immigration', 'com_now'],
    ['COM by override before handover', 'com_now'],
  ])('for %s is %s', (what, kind) => {
    const [, one = CASE] = CASES.find(([name]) => name === what) ?? []
    expect(kindOf(one)).toBe(kind)
  })
})

describe('no letter', () => {
  const moved = (kind: MovementKind, state: 'here' | 'away' | 'left' = 'left') =>
    of({ presence: { state, movement: { kind, on: day('2026-11-20'), where: '', note: '' } } })
  it.each([
    ['somebody who died', moved('died'), /having died on 20 November 2026/],
    ['somebody released', moved('release'), /no longer here: released on 20 November 2026/],
    ['somebody transferred', moved('transfer_out'), /no longer here: transferred out/],
    ['somebody at large', moved('at_large', 'away'), /unlawfully at large/],
    ['somebody under 18', of({ isUnder18: true, responsibility: null }), /under 18/],
    [
      'a case that cannot be planned',
      of({ reason: null, responsibility: null, cannotPlan: 'A date is missing.' }),
      /A date is missing/,
    ],
    ['somebody on remand', of({ responsibility: null, reason: 'outside_omic' }), /not serving a sentence/],
    ['a case nobody has', of({ pom: null }), /allocate the case first/],
  ])('for %s, with the reason', (_what, one, why) => {
    expect(whyNoLetter(one)).toMatch(why)
  })

  it.each(CASES)('but one for %s', (_what, one) => {
    expect(whyNoLetter(one)).toBeNull()
  })

  it('but one for somebody at court or in hospital', () => {
    expect(whyNoLetter(moved('court', 'away'))).toBeNull()
    expect(whyNoLetter(moved('hospital', 'away'))).toBeNull()
  })
})

describe.each(CASES)('the letter for %s', (what, one) => {
  const words = wordsOf(one)

  it('names who has the case and whom to ask, and says what a COM is', () => {
    const who = one.responsibility === 'com' ? (one.com ?? 'A COM') : (one.pom ?? '')
    expect(words).toContain(`${who} looks after your case.`)
    expect(words).toContain('community offender manager')
    if (one.com !== null && what !== 'life past tariff, refused' && what !== 'release date not known')
      expect(words).toContain(one.com)
    if (one.com === null) expect(words).toContain('We do not know the name of your COM yet.')
    for (const part of ['If you do not agree', 'If you need help to read this', 'If you have a question'])
      expect(words).toContain(part)
  })

  it('says no date that nobody confirmed, and nothing of risk, victims or the offence', () => {
    expect(words).not.toMatch(/\d{4}/)
    expect(words).not.toMatch(/risk|harm|mappa|victim|offence|danger|tariff|null|undefined/i)
  })

  it('is read at about ten: short sentences, plain words', () => {
    const { grade, longest } = reading(words)
    expect(longest).toBeLessThanOrEqual(20)
    expect(grade).toBeLessThanOrEqual(5.5)
  })
})

describe('a date', () => {
  const confirmed = day('2026-11-30')

  it('is said once it is confirmed, with who has the case until then', () => {
    expect(wordsOf(CASE, { confirmed })).toContain(
      'Your COM will look after your case from Monday 30 November 2026. Until then, Amy Thornber looks after your case.',
    )
    expect(wordsOf(CASE)).toContain(
      'We are checking the date. We will tell you as soon as we are sure of it. Until then, Amy Thornber looks after your case.',
    )
  })

  it.each([
    ['open conditions', true],
    ['life past tariff, COM supports', false],
    ['POM by override after handover', false],
  ])('and open conditions are spoken of to nobody who is not in them: %s', (what, open) => {
    const [, one = CASE] = CASES.find(([name]) => name === what) ?? []
    expect(/open conditions/.test(wordsOf(one))).toBe(open)
  })

  it('is said of a handover that has passed', () => {
    const passed = of({ responsibility: 'com', handover: day('2026-11-02') })
    expect(wordsOf(passed, { confirmed: day('2026-11-02') })).toContain('since Monday 2 November 2026')
  })

  it.each([
    'open conditions',
    'life past tariff, refused',
    'short sentence',
    'recall',
    'COM by override before handover',
  ])('is never said for %s', (what) => {
    const [, one = CASE] = CASES.find(([name]) => name === what) ?? []
    expect(wordsOf(one, { confirmed })).not.toMatch(/2026/)
  })

  it('of a meeting is said where it is booked and chosen, and of no other', () => {
    expect(wordsOf(CASE, { withDay: ['mt-handover', 'mt-prerelease-2'] })).toContain(
      'to pass your case on. It is on Thursday 26 November 2026 at 2pm, by video.',
    )
  })

  it('of a meeting that was refused is none, and they may still ask for one', () => {
    const words = wordsOf(of({ meetings: [], refused: ['mt-handover'] }), { withDay: ['mt-handover'] })
    expect(words).toContain('You did not take part in this meeting:')
    expect(words).toContain('You can still ask for it. Tell Amy Thornber.')
    expect(words).not.toContain('We will ask you to come')
    expect(words).not.toMatch(/2026/)
  })

  it('of release is said where it is confirmed and asked for', () => {
    const released = of({ release: day('2027-07-15') })
    expect(wordsOf(released, { release: true })).toContain(
      'You are due to leave prison on Thursday 15 July 2027.',
    )
    expect(wordsOf(released)).not.toContain('2027')
    expect(wordsOf(CASE, { release: true })).not.toContain('Your release')
  })
})

it.each([
  ['THORNBER, Amy', 'Amy Thornber'],
  ['O’NEILL-SMITH, SEAN', 'Sean O’Neill-Smith'],
  ['Leon Grady', 'Leon Grady'],
  ['Unallocated', null],
  ['', null],
])('%s is said %s', (written, said) => {
  expect(spokenName(written)).toBe(said)
})

/** Flesch and Kincaid’s grade, and the longest sentence in words. Syllables are counted by groups of vowels. */
function reading(words: string): { grade: number; longest: number } {
  const sentences = words.split(/[.:?\n]+/u).filter((sentence) => /\p{L}/u.test(sentence))
  const counts = sentences.map((sentence) => sentence.trim().split(/\s+/u).length)
  const all = sentences.flatMap((sentence) => sentence.trim().split(/\s+/u))
  const syllables = all.reduce((sum, word) => sum + syllablesOf(word), 0)
  const total = all.length
  return {
    grade: 0.39 * (total / sentences.length) + 11.8 * (syllables / total) - 15.59,
    longest: Math.max(...counts),
  }
}

function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/gu, '')
  const groups = letters.replace(/e$/u, '').match(/[aeiouy]+/gu)?.length ?? 0
  return Math.max(1, groups)
}
