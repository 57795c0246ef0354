import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { CaseFacts } from '../../domain/model/case-facts.ts'
import { RULE_SET_IDS } from '../../domain/model/rule-set-id.ts'
import {
  CONCERN_CODES,
  CONCERN_TEXT,
  concernsOf,
  type ConcernCode,
  type ConcernInput,
} from '../../domain/planning/concerns.ts'
import { planCase } from '../../domain/planning/plan-case.ts'
import { anyFacts } from './arbitrary-facts.ts'

const TODAY = '2026-11-23' as CivilDate
const day = (text: string) => text as CivilDate

const SOUND: CaseFacts = {
  date_of_birth: day('1990-05-09'),
  legal_status: 'sentenced',
  sentence_start_date: day('2024-03-14'),
  conditional_release_date: day('2027-07-15'),
  rosh_level: 'medium',
}

function inputOf(facts: CaseFacts, more: Partial<ConcernInput> = {}): ConcernInput {
  const answer = planCase(facts, 'enhanced-7-5', TODAY)
  return {
    facts,
    plan: 'error' in answer ? null : answer,
    missing: 'error' in answer ? answer.error.message : null,
    today: TODAY,
    region: 'Wales',
    regionKnown: true,
    unknownStatus: null,
    openReviews: [],
    sameCrn: [],
    ...more,
  }
}
const codes = (facts: CaseFacts, more?: Partial<ConcernInput>) =>
  concernsOf(inputOf(facts, more)).map(({ code }) => code)

/** The facts that raise each, over a sound record, and facts close to them that do not. */
const TABLE: [ConcernCode, raised: CaseFacts, not: CaseFacts][] = [
  [
    'release_before_sentence',
    { conditional_release_date: day('2024-03-13') },
    { conditional_release_date: day('2024-03-14') },
  ],
  [
    'tariff_on_determinate',
    { tariff_expiry_date: day('2030-01-01') },
    { tariff_expiry_date: day('2030-01-01'), is_indeterminate: true },
  ],
  [
    'ped_after_crd',
    { parole_eligibility_date: day('2027-07-16') },
    { parole_eligibility_date: day('2027-07-15') },
  ],
  [
    'hdced_after_crd',
    { home_detention_curfew_eligibility_date: day('2027-07-16') },
    { home_detention_curfew_eligibility_date: day('2027-07-15') },
  ],
  [
    'confirmed_release_before_sentence',
    { confirmed_release_date: day('2024-03-13') },
    { confirmed_release_date: day('2024-03-14') },
  ],
  ['no_legal_status', { legal_status: null }, { legal_status: 'recall' }],
  ['no_release_date', { conditional_release_date: null }, { conditional_release_date: null, recalled: true }],
  [
    'indeterminate_without_dates',
    { is_indeterminate: true },
    { is_indeterminate: true, target_hearing_date: day('2027-01-04') },
  ],
  [
    'recall_without_prrd',
    { recalled: true },
    { recalled: true, post_recall_release_date: day('2026-12-24') },
  ],
  ['no_sentence_start', { sentence_start_date: null }, { sentence_start_date: null, immigration: true }],
  ['no_date_of_birth', { date_of_birth: null }, {}],
  ['no_risk', { rosh_level: null }, { rosh_level: 'low' }],
  ['born_after_sentence', { date_of_birth: day('2024-03-14') }, { date_of_birth: day('2000-03-13') }],
  ['sentence_ahead', { sentence_start_date: day('2026-11-24') }, { sentence_start_date: TODAY }],
  [
    'arrived_before_reception',
    { reception_date: day('2024-03-14'), prison_arrival_date: day('2024-03-13') },
    { reception_date: day('2024-03-14'), prison_arrival_date: day('2024-03-14') },
  ],
]

describe('what is doubtful of a case', () => {
  it('is nothing, for a sound record', () => {
    expect(codes(SOUND)).toEqual([])
  })

  it.each(TABLE)('%s', (code, raised, not) => {
    expect(codes({ ...SOUND, ...raised })).toContain(code)
    expect(codes({ ...SOUND, ...not })).not.toContain(code)
  })

  it.each<[ConcernCode, Partial<ConcernInput>]>([
    ['two_open_reviews', { openReviews: ['hearing 4 January 2027', 'no date'] }],
    ['unknown_region', { region: 'Northumberland', regionKnown: false }],
    ['no_region', { region: null, regionKnown: false }],
    ['unknown_status', { unknownStatus: 'XYZ_NEW' }],
    ['same_crn', { sameCrn: ['A1234BC'] }],
    ['cannot_plan', { plan: null, missing: 'The legacy provider is needed.' }],
  ])('%s, from beside the facts', (code, more) => {
    expect(codes(SOUND, more)).toContain(code)
  })

  it('one open review is no concern, and a region decides nothing outside OMiC', () => {
    expect(codes(SOUND, { openReviews: ['one'] })).toEqual([])
    expect(codes({ ...SOUND, legal_status: 'remand' }, { region: null, regionKnown: false })).toEqual([])
  })

  it('names every code in a table or beside it, with words for each', () => {
    const tested = [
      ...TABLE.map(([code]) => code),
      'two_open_reviews',
      'unknown_region',
      'no_region',
      'unknown_status',
      'same_crn',
      'cannot_plan',
    ]
    expect([...CONCERN_CODES].sort()).toEqual(tested.sort())
    for (const code of CONCERN_CODES) {
      expect(CONCERN_TEXT[code].title).not.toBe('')
      expect(CONCERN_TEXT[code].check).toMatch(/\.$/u)
    }
  })

  it('says words as they were written, and both numbers of one CRN', () => {
    const says = (more: Partial<ConcernInput>) => concernsOf(inputOf(SOUND, more))[0]?.says
    expect(says({ region: 'Northumberland', regionKnown: false })).toContain('“Northumberland”')
    expect(says({ unknownStatus: 'XYZ_NEW' })).toContain('“XYZ_NEW”')
    expect(says({ sameCrn: ['A1234BC', 'A1235BC'] })).toContain('A1234BC, A1235BC')
  })

  it('never throws and never stops a plan, whatever contradicts whatever', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...RULE_SET_IDS), (facts, rules) => {
        const answer = planCase(facts, rules, TODAY)
        const found = concernsOf({
          ...inputOf(facts),
          plan: 'error' in answer ? null : answer,
          missing: 'error' in answer ? answer.error.message : null,
        })
        const order = found.map(({ code }) => CONCERN_CODES.indexOf(code))
        expect(order).toEqual([...order].sort((a, b) => a - b))
        // Only a fact nobody recorded can leave a case without a plan: a contradiction never does.
        if ('error' in answer) expect(answer.error.code).toBe('missing_fact')
      }),
    )
  })
})
