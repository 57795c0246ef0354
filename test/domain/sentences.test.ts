import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { recallMistakes, type Recall } from '../../domain/sentences/recall.ts'
import {
  sentenceInWords,
  sentenceMistakes,
  termInWords,
  type Sentence,
  type Term,
} from '../../domain/sentences/sentence.ts'

const day = (text: string) => text as CivilDate
const TODAY = day('2026-11-23')

const term = (parts: Partial<Term> = {}): Term => ({
  kind: 'custodial',
  years: 0,
  months: 0,
  weeks: 0,
  days: 0,
  ...parts,
})
const sentence = (parts: Partial<Sentence> = {}): Sentence => ({
  offence: '',
  startedOn: day('2025-03-14'),
  indeterminate: false,
  terms: [term({ years: 4 })],
  consecutiveTo: null,
  court: '',
  status: 'active',
  note: '',
  ...parts,
})

describe('a term', () => {
  it.each<[Partial<Term>, string]>([
    [{ years: 4, months: 6 }, '4 years 6 months'],
    [{ years: 1 }, '1 year'],
    [{ weeks: 1, days: 3 }, '1 week 3 days'],
    [{}, ''],
  ])('%j is said as %s', (parts, words) => expect(termInWords(term(parts))).toBe(words))

  it('is said with its kind, life before it', () => {
    const licence = term({ kind: 'extended_licence', years: 2 })
    expect(sentenceInWords({ indeterminate: false, terms: [term({ years: 4 }), licence] })).toBe(
      'Custodial term 4 years, extended licence 2 years',
    )
    expect(sentenceInWords({ indeterminate: true, terms: [] })).toBe('Life or other indeterminate')
  })
})

describe('a sentence', () => {
  const check = (parts: Partial<Sentence>, subject: string | null = null) =>
    sentenceMistakes(sentence(parts), {
      today: TODAY,
      born: day('1991-05-09'),
      subject,
      others: new Map([
        ['b', { consecutiveTo: 'a' }],
        ['c', { consecutiveTo: 'b' }],
      ]),
    })

  it.each<[string, Partial<Sentence>, string[]]>([
    ['is sound', {}, []],
    ['needs no term where it is indeterminate', { indeterminate: true, terms: [] }, []],
    ['may begin after another', { consecutiveTo: 'b' }, []],
    ['begins tomorrow', { startedOn: day('2026-11-24') }, ['startedOn']],
    ['begins on the day of birth', { startedOn: day('1991-05-09') }, ['startedOn']],
    ['has no term', { terms: [] }, ['custodial']],
    ['has a term of nothing', { terms: [term()] }, ['custodial']],
    ['has a licence alone', { terms: [term({ kind: 'extended_licence', years: 1 })] }, ['custodial']],
    ['has half a year', { terms: [term({ years: 0.5 })] }, ['custodial']],
    ['has a hundred years', { terms: [term({ years: 100 })] }, ['custodial']],
    ['begins after one that is not there', { consecutiveTo: 'z' }, ['consecutiveTo']],
  ])('%s', (_, parts, fields) => expect(Object.keys(check(parts))).toEqual(fields))

  it('cannot begin after itself, however long the way round', () => {
    expect(check({ consecutiveTo: 'c' }, 'a')).toMatchObject({ consecutiveTo: expect.any(String) })
    expect(check({ consecutiveTo: 'c' }, 'd')).toEqual({})
  })
})

describe('a recall', () => {
  const recall = (parts: Partial<Recall>): Recall => ({
    type: 'standard',
    recalledOn: day('2026-10-01'),
    returnedOn: day('2026-10-03'),
    releasedAgainOn: null,
    reason: '',
    ...parts,
  })
  it.each<[string, Partial<Recall>, string[]]>([
    ['is sound', {}, []],
    ['may leave somebody at large', { returnedOn: null }, []],
    ['may have a release ahead', { releasedAgainOn: day('2027-01-04') }, []],
    ['is tomorrow', { recalledOn: day('2026-11-24'), returnedOn: null }, ['recalledOn']],
    ['is before the sentence', { recalledOn: day('2024-01-01') }, ['recalledOn']],
    ['is after the return', { returnedOn: day('2026-09-30') }, ['returnedOn']],
    ['has a return to come', { returnedOn: day('2026-11-24') }, ['returnedOn']],
    [
      'has a release without a return',
      { returnedOn: null, releasedAgainOn: day('2026-11-01') },
      ['releasedAgainOn'],
    ],
    ['has a release before the return', { releasedAgainOn: day('2026-10-02') }, ['releasedAgainOn']],
  ])('%s', (_, parts, fields) =>
    expect(
      Object.keys(recallMistakes(recall(parts), { today: TODAY, sentenced: day('2025-03-14') })),
    ).toEqual(fields),
  )
})
