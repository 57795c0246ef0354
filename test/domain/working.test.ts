import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { CaseFacts } from '../../domain/model/case-facts.ts'
import { REASONS, RELEASE_TYPES, RESPONSIBILITIES } from '../../domain/model/plan.ts'
import type { RuleSetId } from '../../domain/model/rule-set-id.ts'
import { explainCase } from '../../domain/planning/explain-case.ts'
import { planCase } from '../../domain/planning/plan-case.ts'
import { isProblem } from '../../domain/planning/plan-problem.ts'
import { showWorking } from '../../domain/planning/show-working.ts'
import { RULE_SETS, ruleSetIdOf } from '../../domain/rule-sets/rule-sets.ts'
import { isShortSentenceEarlyAdopter } from '../../domain/rule-sets/short-sentence-regions.ts'
import {
  formatDate,
  formatDayAndDate,
  formatLongDate,
  formatMonth,
  formatShortDate,
  relativeDays,
} from '../../domain/text/dates.ts'
import { describeReason, describeResponsibility, RELEASE_TYPE_TEXT } from '../../domain/text/reasons.ts'

const TODAY = '2026-11-23' as CivilDate
const date = (text: string) => text as CivilDate
const SENTENCED: CaseFacts = {
  sentence_start_date: date('2025-03-14'),
  conditional_release_date: date('2027-07-15'),
}

function cards(facts: CaseFacts, rules: RuleSetId = 'enhanced-7-5') {
  const plan = planCase(facts, rules, TODAY)
  if (isProblem(plan)) throw new Error(plan.error.message)
  return showWorking(facts, plan, rules, TODAY)
}

function sum(facts: CaseFacts, rules: RuleSetId, at = 0): string[] {
  return (cards(facts, rules)[at]?.sum ?? []).map(({ sign, label, date, note }) =>
    [sign, label, date, note].join('|'),
  )
}

describe('the working of a case page', () => {
  it('shows the sum of a handover: months first, then days', () => {
    const [handover] = cards(SENTENCED)
    expect(handover).toEqual({
      key: 'handover',
      title: 'Handover',
      date: '2026-11-30',
      windowFrom: null,
      windowTo: null,
      latestWorkingDay: '2026-11-30',
      confidence: 'medium',
      provisional: false,
      sum: [
        { sign: '', label: 'Conditional release date (CRD)', date: '2027-07-15', note: '' },
        { sign: '−', label: '7 months', date: '2026-12-15', note: 'months first' },
        { sign: '−', label: '15 days', date: '2026-11-30', note: 'then days' },
        { sign: '=', label: 'Handover to the COM', date: '2026-11-30', note: 'a working day' },
      ],
      checks: ['Over 10 months to serve', 'No parole date', 'Not recalled', 'After sentence start'],
      rule: 'Enhanced 7½ months, row 8: any other determinate sentence; handover 7 months and 15 days before release.',
      source: RULE_SETS['enhanced-7-5'].source,
    })
  })

  it('says where a shorter month moved the day, and a weekend', () => {
    expect(sum({ ...SENTENCED, conditional_release_date: date('2027-09-29') }, 'enhanced-7-5')).toEqual([
      '|Conditional release date (CRD)|2027-09-29|',
      '−|7 months|2027-02-28|months first; February 2027 has 28 days',
      '−|15 days|2027-02-13|then days',
      '=|Handover to the COM|2027-02-13|a Saturday: last working day Fri 12 Feb 2027',
    ])
  })

  it('says where the sentence start stands', () => {
    expect(sum({ ...SENTENCED, sentence_start_date: date('2026-12-15') }, 'enhanced-7-5').slice(-2)).toEqual([
      '|Sentence start|2026-12-15|later, so this day stands',
      '=|Handover to the COM|2026-12-15|a working day',
    ])
  })

  it('says when the COM supports first', () => {
    const facts: CaseFacts = {
      ...SENTENCED,
      legacy_cohort: 'nps',
      home_detention_curfew_eligibility_date: date('2027-01-02'),
    }
    expect(sum(facts, 'day-1-2021').slice(-3)).toEqual([
      '|Home detention curfew eligibility date (HDCED)|2027-01-02|sooner',
      '=|Handover to the COM|2027-01-02|a Saturday: last working day Thu 31 Dec 2026',
      '|COM supports from|2026-11-30|7 months and 15 days before release',
    ])
  })

  it('shows the meetings in the order they fall', () => {
    const made = cards(SENTENCED)
    expect(made.map(({ key }) => key)).toEqual([
      'handover',
      'mt-handover',
      'mt-prerelease-2',
      'mt-prerelease-1m',
    ])
    expect(sum(SENTENCED, 'enhanced-7-5', 1)).toEqual([
      '|Handover|2026-11-30|above',
      '−|56 days|2026-10-05|the window opens',
    ])
    expect(sum(SENTENCED, 'enhanced-7-5', 3)).toEqual([
      '|Release|2027-07-15|CRD; no confirmed date yet',
      '−|1 month|2027-06-15|',
      '−|14 days|2027-06-01|the window opens',
    ])
  })

  it('shows why a meeting came forward', () => {
    expect(sum({ ...SENTENCED, confirmed_release_date: date('2026-10-01') }, 'enhanced-7-5', 1)).toEqual([
      '|Handover|2026-11-30|not before release: the meeting comes forward',
      '|Release|2026-10-01|confirmed',
      '−|1 month|2026-09-01|',
      '−|56 days|2026-07-07|the window opens',
    ])
  })

  it('has nothing to show where there is no handover date', () => {
    expect(cards({ ...SENTENCED, recalled: true })).toEqual([])
  })
})

describe('the working of a plan', () => {
  it('names each rule tried, in order, to the one that decided', () => {
    const steps = explainCase(SENTENCED, 'enhanced-7-5', TODAY)
    expect(steps.map(({ rule, result }) => `${rule} ${result}`)).toEqual([
      'shared:scope true',
      'shared:earliest_release CRD 2027-07-15',
      ...[1, 2, 3, 4, 5, 6, 7].map((row) => `enhanced-7-5:${row} false`),
      'enhanced-7-5:8 determinate',
      'enhanced-7-5:8:handover 2026-12-15',
      'enhanced-7-5:8:handover 2026-11-30',
      'shared:responsibility pom',
      'meeting:mt-handover 2026-11-30',
      'meeting:mt-prerelease-1m 2027-06-15',
      'meeting:mt-prerelease-2 null',
    ])
    expect(steps.every(({ source }) => source !== '')).toBe(true)
  })

  it('ends where the case is outside, or a fact is missing', () => {
    expect(explainCase({ legal_status: 'remand' }, 'enhanced-7-5', TODAY).map(({ rule }) => rule)).toEqual([
      'shared:scope',
    ])
    expect(explainCase(SENTENCED, 'day-1-2021', TODAY).at(-1)).toMatchObject({
      inputs: { legacy_cohort: null },
    })
  })
})

describe('words', () => {
  it('write dates', () => {
    expect(formatDate(date('2026-03-27'))).toBe('27 March 2026')
    expect(formatShortDate(date('2026-03-07'))).toBe('7 Mar 2026')
    expect(formatDayAndDate(date('2026-11-30'))).toBe('Mon 30 Nov 2026')
    expect(formatLongDate(date('2026-11-29'))).toBe('Sunday 29 November 2026')
    expect(formatMonth('2027-02')).toBe('February 2027')
  })

  it.each([
    ['2026-11-23', 'today'],
    ['2026-11-30', 'in 7 days'],
    ['2026-11-16', '7 days ago'],
    ['2026-11-24', 'in 1 day'],
    ['2026-11-22', '1 day ago'],
  ])('say how far %s is', (day, words) => expect(relativeDays(date(day), TODAY)).toBe(words))

  it('are there for every code', () => {
    for (const reason of REASONS) expect(describeReason(reason)).toMatch(/\w/)
    for (const who of [...RESPONSIBILITIES, null]) expect(describeResponsibility(who)).toMatch(/\w/)
    for (const type of RELEASE_TYPES) expect(RELEASE_TYPE_TEXT[type]).toContain(type)
  })

  it('know the regions that ran a short sentence function first', () => {
    expect(
      ['Wales', 'Yorkshire & the Humber', 'yorkshire and the humber'].every(isShortSentenceEarlyAdopter),
    ).toBe(true)
    expect([null, 'London'].some(isShortSentenceEarlyAdopter)).toBe(false)
  })

  it('name rule sets', () => {
    expect(ruleSetIdOf('enhanced-7-5')).toBe('enhanced-7-5')
    expect([ruleSetIdOf('toString'), ruleSetIdOf(5), ruleSetIdOf('')]).toEqual([null, null, null])
  })
})
