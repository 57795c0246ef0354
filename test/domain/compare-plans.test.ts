import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { addDays } from '../../domain/dates/arithmetic.ts'
import type { CaseFacts } from '../../domain/model/case-facts.ts'
import type { RuleSetId } from '../../domain/model/rule-set-id.ts'
import { RULE_SET_IDS } from '../../domain/model/rule-set-id.ts'
import { compareCase, comparePlans, type CaseToCompare } from '../../domain/planning/compare-plans.ts'
import { handoversByMonth, totalComparison } from '../../domain/planning/comparison-totals.ts'
import { planCase } from '../../domain/planning/plan-case.ts'
import { isProblem } from '../../domain/planning/plan-problem.ts'
import { scheduleMeetings } from '../../domain/planning/schedule-case.ts'
import { findingOf, roughly } from '../../domain/text/comparison.ts'
import { decidingRow, handoverSum } from '../../domain/text/deciding-row.ts'
import { anyFacts } from './arbitrary-facts.ts'

const day = (text: string) => text as CivilDate
const TODAY = day('2026-11-23')

const DETERMINATE: CaseFacts = {
  date_of_birth: day('1990-05-09'),
  legal_status: 'sentenced',
  sentence_start_date: day('2024-03-14'),
  rosh_level: 'medium',
}

function planned(facts: CaseFacts, rules: RuleSetId): CaseToCompare['a'] {
  const plan = planCase(facts, rules, TODAY)
  return isProblem(plan)
    ? { plan: null, schedule: [] }
    : { plan, schedule: scheduleMeetings(facts, plan, rules, TODAY) }
}

function pair(
  more: CaseFacts,
  {
    a = 'enhanced-7-5',
    b = 'national-2023',
    ...rest
  }: Partial<Omit<CaseToCompare, 'a' | 'b'>> & {
    a?: RuleSetId
    b?: RuleSetId
  } = {},
): CaseToCompare {
  const facts = { ...DETERMINATE, ...more }
  const sides = { a: planned(facts, a), b: planned(facts, b) }
  return { id: 'p', facts, pom: 'Amy Thornber', held: new Set(), arrived: null, ...rest, ...sides }
}

const crd = (date: string): CaseFacts => ({ conditional_release_date: day(date) })
const short: CaseFacts = { sentence_start_date: day('2026-06-01'), ...crd('2027-03-01') }

describe('what happens to a handover date', () => {
  it.each<[string, CaseToCompare, object]>([
    [
      'past at once, with nobody named',
      pair(crd('2027-07-15')),
      { move: 'earlier', from: '2026-11-30', to: '2026-11-01', days: -29, pastAtOnce: true, hasCom: false },
    ],
    [
      'on the very day: the COM is responsible today',
      pair({ ...crd('2027-08-07'), com_name: 'Leon Grady' }),
      { to: '2026-11-23', pastAtOnce: true, hasCom: true },
    ],
    ['sooner and still ahead', pair(crd('2027-09-15')), { move: 'earlier', days: -30, pastAtOnce: false }],
    [
      'already with the COM: the move is in the past',
      pair(crd('2027-07-01')),
      { move: 'earlier', pastAtOnce: false, responsibilityChanges: false },
    ],
    [
      'later, the other way about',
      pair(crd('2027-07-15'), { a: 'national-2023', b: 'enhanced-7-5' }),
      { move: 'later', days: 29, responsibilityChanges: true, pastAtOnce: false },
    ],
    [
      'early allocation stays',
      pair({ ...crd('2029-07-15'), is_early_allocation: true }),
      { move: 'same', stays: 'early_allocation', days: 0 },
    ],
    [
      'newly short loses its date, and is not past: there is no date to be past',
      pair(short),
      { move: 'loses', newlyShort: true, days: null, to: null, pastAtOnce: false },
    ],
    [
      'no longer short gets one',
      pair(short, { a: 'national-2023', b: 'enhanced-7-5' }),
      { move: 'gains', noLongerShort: true, from: null, pastAtOnce: false },
    ],
    ['a recall has none in either', pair({ recalled: true, ...crd('2028-01-01') }), { move: 'none' }],
    [
      'no plan without the fact it needs',
      pair(crd('2027-07-15'), { b: 'day-1-2021' }),
      { move: 'not_planned', to: null, days: null, responsibilityChanges: false },
    ],
  ])('%s', (_what, one, expected) => {
    expect(compareCase(one, TODAY)).toMatchObject(expected)
  })
})

describe('meetings late at once', () => {
  const late = (one: CaseToCompare) => compareCase(one, TODAY).meetings.filter(({ lateAtOnce }) => lateAtOnce)

  it('are those due before today under B and not under A', () => {
    expect(late(pair(crd('2027-07-15')))).toEqual([
      { id: 'mt-handover', from: '2026-11-30', to: '2026-11-01', held: false, lateAtOnce: true },
    ])
    expect(late(pair(crd('2027-07-01')))).toEqual([])
  })

  it('are told apart from those already held', () => {
    const totals = totalComparison(
      comparePlans(
        [pair(crd('2027-07-15'), { held: new Set(['mt-handover']) }), pair(crd('2027-07-16'))],
        TODAY,
      ),
      TODAY,
    )
    expect(totals).toMatchObject({ meetingsLate: 1, meetingsHeld: 1 })
  })

  it('are never what was due before arrival, nor a planning date', () => {
    expect(late(pair(crd('2027-07-15'), { arrived: day('2026-11-10') }))).toEqual([])
    const parole = pair(
      {
        ...crd('2030-01-01'),
        parole_eligibility_date: day('2026-12-05'),
        sentence_start_date: day('2018-01-01'),
      },
      { a: 'pre-release-5', b: 'enhanced-7-5' },
    )
    expect(late(parole)).toEqual([])
  })
})

describe('the totals', () => {
  const cases = [
    pair(crd('2027-07-15'), { id: '1' }),
    pair({ ...crd('2027-07-20'), com_name: 'Leon Grady' }, { id: '2', pom: 'Fay Noor' }),
    pair(crd('2027-09-15'), { id: '3' }),
    pair(crd('2027-12-15'), { id: '4', pom: null }),
    pair(short, { id: '5' }),
    pair({ recalled: true, ...crd('2028-01-01') }, { id: '6' }),
    pair({ ...crd('2029-07-15'), is_early_allocation: true }, { id: '7' }),
  ]
  const compared = comparePlans(cases, TODAY)
  const totals = totalComparison(compared, TODAY)

  it('count each case once', () => {
    expect(totals).toMatchObject({
      cases: 7,
      moves: { earlier: 4, later: 0, same: 1, gains: 0, loses: 1, none: 1, not_planned: 0 },
      earlierBy: { least: 29, most: 30 },
      laterBy: null,
      stays: { with_com: 0, early_allocation: 1, other: 0 },
      pastAtOnce: 2,
      withoutCom: 1,
      newlyShort: 1,
      meetingsLate: 2,
    })
  })

  it('give twelve months from this one, and what is past at once in none of them', () => {
    expect(totals.handovers.map(({ month }) => month)).toHaveLength(12)
    expect(totals.handovers.filter(({ a, b }) => a + b > 0)).toEqual([
      { month: '2026-11', a: 1, b: 0 },
      { month: '2026-12', a: 1, b: 0 },
      { month: '2027-01', a: 1, b: 1 },
      { month: '2027-04', a: 1, b: 1 },
    ])
    expect(totals.meetings[0]).toMatchObject({ month: '2026-11', handover: { a: 1, b: 0 } })
  })

  it('give each POM, most past at once first and cases of nobody last', () => {
    expect(totals.byPom.map(({ pom, cases, pastAtOnce }) => [pom, cases, pastAtOnce])).toEqual([
      ['Amy Thornber', 5, 1],
      ['Fay Noor', 1, 1],
      [null, 1, 0],
    ])
  })

  it('come to one sentence', () => {
    expect(findingOf(compared, totals)).toBe(
      '2 cases would be past handover at once; most others come about a month sooner',
    )
    const one = (...some: CaseToCompare[]) => {
      const found = comparePlans(some, TODAY)
      return findingOf(found, totalComparison(found, TODAY))
    }
    expect(one()).toBe('No handover date would move')
    expect(one(pair(crd('2027-07-15')))).toBe('1 case would be past handover at once; no other date moves')
    expect(one(pair(short))).toBe('No handover date would move; 1 case would gain or lose one')
    expect(one(pair(crd('2028-07-15'), { a: 'national-2023', b: 'pre-release-5' }))).toBe(
      '1 case would be handed over later, by about 3 months as a rule; none would be past handover at once',
    )
  })

  it.each([
    [1, '1 day'],
    [10, '10 days'],
    [14, 'about 2 weeks'],
    [29, 'about a month'],
    [122, 'about 4 months'],
  ])('say %i days as %s', (days, words) => expect(roughly(days)).toBe(words))

  it('hold whatever the cases are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyFacts, fc.constantFrom(...RULE_SET_IDS), fc.constantFrom(...RULE_SET_IDS)), {
          maxLength: 12,
        }),
        (some) => {
          const found = comparePlans(
            some.map(([facts, a, b], at) => ({
              ...pair({}, { id: String(at) }),
              facts,
              a: planned(facts, a),
              b: planned(facts, b),
            })),
            TODAY,
          )
          const sums = totalComparison(found, TODAY)
          expect(Object.values(sums.moves).reduce((sum, count) => sum + count, 0)).toBe(some.length)
          expect(sums.byPom.reduce((sum, { cases }) => sum + cases, 0)).toBe(some.length)
          expect(sums.pastAtOnce).toBeGreaterThanOrEqual(sums.withoutCom)
          for (const one of found) {
            if (one.days !== null) expect(addDays(one.from as CivilDate, one.days)).toBe(one.to)
            expect(one.stays !== null).toBe(one.move === 'same')
          }
          const months = handoversByMonth(found)
          expect(months.reduce((sum, { a }) => sum + a, 0)).toBe(
            found.filter(({ from }) => from !== null).length,
          )
          expect(months.reduce((sum, { b }) => sum + b, 0)).toBe(found.filter(({ to }) => to !== null).length)
          expect(months.map(({ month }) => month)).toEqual(months.map(({ month }) => month).toSorted())
        },
      ),
    )
  })
})

describe('the row that decides, in a few words', () => {
  it.each<[CaseFacts, RuleSetId, string, string | null]>([
    [
      crd('2027-07-15'),
      'national-2023',
      'Row 12, 8 months 14 days',
      '15 July 2027 (CRD) − 8 months and 14 days',
    ],
    [
      { ...crd('2028-07-15'), parole_eligibility_date: day('2027-08-09') },
      'national-2023',
      'Row 11, parole, 12 months',
      '9 August 2027 (PED) − 12 months',
    ],
    [short, 'national-2023', 'Row 10, short sentence, no date', null],
    [{ recalled: true }, 'enhanced-7-5', 'Row 1, recalled, no date', null],
    [crd('2027-07-15'), 'day-1-2021', 'A fact is missing', null],
    [{ legal_status: 'remand' }, 'enhanced-7-5', 'Outside OMiC', null],
    [
      { ...crd('2027-07-15'), legacy_cohort: 'nps' },
      'day-1-2021',
      'Row 6, legacy NPS, 4 months 15 days',
      '15 July 2027 (CRD) − 4 months and 15 days',
    ],
    [
      { ...crd('2027-07-15'), legacy_cohort: 'nps', mappa_level: 2 },
      'day-1-2021',
      'Row 6, legacy NPS, 7 months 15 days',
      '15 July 2027 (CRD) − 7 months and 15 days',
    ],
    [
      { ...crd('2027-07-15'), legacy_cohort: 'crc' },
      'day-1-2021',
      'Row 7, legacy CRC, 84 days',
      '15 July 2027 (CRD) − 84 days',
    ],
    [
      { ...crd('2027-07-15'), sentence_start_date: day('2026-12-20') },
      'enhanced-7-5',
      'Row 8, 7 months 15 days',
      '15 July 2027 (CRD) − 7 months and 15 days, moved to the sentence start',
    ],
  ])('%o under %s', (more, rules, row, sum) => {
    const facts = { ...DETERMINATE, ...more }
    expect(decidingRow(facts, rules, TODAY)).toBe(row)
    expect(handoverSum(facts, rules, TODAY)).toBe(sum)
  })
})
