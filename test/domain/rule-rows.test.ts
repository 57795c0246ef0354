import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { CaseFacts } from '../../domain/model/case-facts.ts'
import type { RuleSetId } from '../../domain/model/rule-set-id.ts'
import { planDates } from '../../domain/planning/plan-dates.ts'
import { traceCase } from '../../domain/planning/trace-case.ts'
import { isProblem } from '../../domain/planning/plan-problem.ts'

const TODAY = '2026-11-21' as CivilDate
const date = (text: string) => text as CivilDate

/** Over ten months to serve, released 15 July 2027. */
const SENTENCED: CaseFacts = {
  sentence_start_date: date('2025-03-14'),
  conditional_release_date: date('2027-07-15'),
}
/** Tariff on 10 June 2028. */
const LIFE: CaseFacts = {
  sentence_start_date: date('2015-01-05'),
  is_indeterminate: true,
  tariff_expiry_date: date('2028-06-10'),
}
const FAR = date('2027-11-21')

type Row = [
  what: string,
  row: number,
  facts: CaseFacts,
  who: string,
  reason: string,
  start: string | null,
  handover: string | null,
]

function check(rules: RuleSetId, [, row, facts, who, reason, start, handover]: Row): void {
  const trace = traceCase(facts, rules, TODAY)
  if (isProblem(trace)) throw new Error(trace.error.message)
  expect(trace.row?.number).toBe(row)
  expect(trace.dates).toMatchObject({
    responsibility: who,
    reason,
    handover_start_date: start,
    handover_date: handover,
  })
}

// Manage POM cases, handover_calculation.rb and offender_handover.rb at 7aeb43b9, 21 August 2026.
describe('national-2023', () => {
  const thd = { ...LIFE, tariff_expiry_date: date('2020-01-01'), target_hearing_date: FAR }
  it.each<Row>([
    [
      'further indeterminate sentence',
      1,
      { ...LIFE, additional_isp: true, recalled: true },
      'pom',
      'additional_isp',
      null,
      null,
    ],
    [
      'recalled, hearing exactly 12 months away',
      2,
      { ...thd, recalled: true },
      'pom_with_com',
      'recall_thd_over_12_months',
      null,
      null,
    ],
    [
      'recalled, MAPPA 1',
      2,
      { ...thd, legal_status: 'recall', mappa_level: 1 },
      'pom_with_com',
      'recall_thd_over_12_months',
      null,
      null,
    ],
    [
      'hearing a day under 12 months away',
      5,
      { ...thd, target_hearing_date: date('2027-11-20'), recalled: true },
      'com',
      'recall_case',
      null,
      null,
    ],
    [
      'refused, MAPPA 2',
      3,
      { ...thd, parole_outcome_release: false, mappa_level: 2 },
      'com',
      'parole_mappa_2_3',
      null,
      null,
    ],
    [
      'refused, recalled, MAPPA 3',
      3,
      { ...thd, recalled: true, parole_outcome_release: false, mappa_level: 3 },
      'com',
      'parole_mappa_2_3',
      null,
      null,
    ],
    [
      'refused',
      4,
      { ...thd, parole_outcome_release: false },
      'pom_with_com',
      'thd_over_12_months',
      null,
      null,
    ],
    ['no completed review refuses nothing', 9, thd, 'com', 'indeterminate', '2026-11-21', '2026-11-21'],
    ['recalled', 5, { ...SENTENCED, recalled: true, immigration: true }, 'com', 'recall_case', null, null],
    ['immigration', 6, { ...SENTENCED, legal_status: 'immigration' }, 'com', 'immigration_case', null, null],
    [
      'no release date',
      7,
      { sentence_start_date: date('2025-03-14') },
      'pom',
      'release_date_unknown',
      null,
      null,
    ],
    [
      'HDCED is no release date',
      7,
      { home_detention_curfew_eligibility_date: date('2027-01-01') },
      'pom',
      'release_date_unknown',
      null,
      null,
    ],
    [
      'early allocation',
      8,
      { ...SENTENCED, is_early_allocation: true },
      'com',
      'early_allocation',
      '2026-04-15',
      '2026-04-15',
    ],
    ['indeterminate', 9, LIFE, 'pom', 'indeterminate', '2027-06-10', '2027-06-10'],
    [
      'open conditions, man',
      9,
      {
        ...LIFE,
        in_open_conditions: true,
        prison_arrival_date: date('2026-05-05'),
        category_active_since: date('2026-01-01'),
      },
      'pom_with_com',
      'indeterminate_open',
      '2026-05-05',
      '2027-06-10',
    ],
    [
      'open conditions, woman',
      9,
      {
        ...LIFE,
        in_open_conditions: true,
        womens_prison: true,
        prison_arrival_date: date('2026-05-05'),
        category_active_since: date('2026-01-01'),
      },
      'pom_with_com',
      'indeterminate_open',
      '2026-01-01',
      '2027-06-10',
    ],
    [
      'open conditions, her date unknown: his never stands in',
      9,
      { ...LIFE, in_open_conditions: true, womens_prison: true, prison_arrival_date: date('2026-05-05') },
      'pom',
      'indeterminate_open',
      '2027-06-10',
      '2027-06-10',
    ],
    [
      'open prison rules told apart from open conditions',
      9,
      {
        ...LIFE,
        in_open_conditions: true,
        open_prison_rules_apply: false,
        prison_arrival_date: date('2026-05-05'),
      },
      'pom',
      'indeterminate_open',
      '2027-06-10',
      '2027-06-10',
    ],
    [
      'early allocation in open conditions',
      8,
      {
        ...LIFE,
        is_early_allocation: true,
        open_prison_rules_apply: true,
        prison_arrival_date: date('2026-05-05'),
      },
      'pom_with_com',
      'early_allocation',
      '2026-05-05',
      '2027-03-10',
    ],
    [
      'exactly ten months to serve is short',
      10,
      { sentence_start_date: date('2026-09-15'), conditional_release_date: date('2027-07-15') },
      'com',
      'determinate_short',
      null,
      null,
    ],
    [
      'ten months and a day is not',
      12,
      { sentence_start_date: date('2026-09-14'), conditional_release_date: date('2027-07-15') },
      'com',
      'determinate',
      '2026-11-01',
      '2026-11-01',
    ],
    [
      'parole, though CRD is sooner',
      11,
      { ...SENTENCED, parole_eligibility_date: date('2028-02-29') },
      'pom',
      'determinate_parole',
      '2027-02-28',
      '2027-02-28',
    ],
    ['determinate', 12, SENTENCED, 'com', 'determinate', '2026-11-01', '2026-11-01'],
    [
      'never moved to the sentence start',
      12,
      { sentence_start_date: date('2028-01-30'), automatic_release_date: date('2028-12-01') },
      'pom',
      'determinate',
      '2028-03-18',
      '2028-03-18',
    ],
    [
      'months clamp before days',
      12,
      { ...SENTENCED, conditional_release_date: date('2027-10-31') },
      'pom',
      'determinate',
      '2027-02-14',
      '2027-02-14',
    ],
  ])('%s', (...row) => check('national-2023', row))
})

// HMPPS letter on the resettlement approach, June 2021, Day 1 item 4; offsets of legacy NPS and CRC cases.
describe('day-1-2021', () => {
  const nps: CaseFacts = { ...SENTENCED, legacy_cohort: 'nps' }
  const crc: CaseFacts = { ...SENTENCED, legacy_cohort: 'crc' }
  it.each<Row>([
    ['recalled, no cohort needed', 1, { ...SENTENCED, recalled: true }, 'com', 'recall_case', null, null],
    [
      'immigration, no cohort needed',
      2,
      { ...SENTENCED, immigration: true },
      'com',
      'immigration_case',
      null,
      null,
    ],
    [
      'no release date, no cohort needed',
      3,
      { sentence_start_date: date('2025-03-14') },
      'pom',
      'release_date_unknown',
      null,
      null,
    ],
    [
      'NPS early allocation',
      4,
      { ...nps, is_early_allocation: true },
      'com',
      'early_allocation',
      '2026-04-15',
      '2026-04-15',
    ],
    [
      'CRC early allocation is ignored',
      7,
      { ...crc, is_early_allocation: true },
      'pom',
      'crc_determinate',
      '2027-04-22',
      '2027-04-22',
    ],
    [
      'indeterminate',
      5,
      { ...LIFE, legacy_cohort: 'crc' },
      'pom',
      'indeterminate',
      '2027-10-10',
      '2027-10-10',
    ],
    [
      'parole',
      5,
      { ...crc, parole_eligibility_date: date('2027-10-31') },
      'pom',
      'determinate_parole',
      '2027-02-28',
      '2027-02-28',
    ],
    ['NPS', 6, nps, 'pom', 'nps_determinate', '2026-11-30', '2027-02-28'],
    ['NPS, MAPPA 2', 6, { ...nps, mappa_level: 2 }, 'pom', 'nps_determinate', '2026-11-30', '2026-11-30'],
    [
      'NPS, curfew sooner',
      6,
      { ...nps, home_detention_curfew_eligibility_date: date('2027-01-02') },
      'pom',
      'nps_determinate',
      '2026-11-30',
      '2027-01-02',
    ],
    [
      'NPS, actual curfew before eligibility',
      6,
      {
        ...nps,
        home_detention_curfew_eligibility_date: date('2027-01-02'),
        home_detention_curfew_actual_date: date('2027-01-20'),
      },
      'pom',
      'nps_determinate',
      '2026-11-30',
      '2027-01-20',
    ],
    [
      'NPS, curfew before the start',
      6,
      { ...nps, home_detention_curfew_eligibility_date: date('2026-10-01') },
      'com',
      'nps_determinate',
      '2026-10-01',
      '2026-10-01',
    ],
    [
      'NPS, start moved to the sentence',
      6,
      { ...nps, sentence_start_date: date('2026-12-10') },
      'pom',
      'nps_determinate',
      '2026-12-10',
      '2027-02-28',
    ],
    [
      'CRC, from HDCED',
      7,
      { ...crc, home_detention_curfew_eligibility_date: date('2027-03-01') },
      'pom',
      'crc_determinate',
      '2026-12-07',
      '2026-12-07',
    ],
    [
      'CRC, from HDC actual date though later',
      7,
      {
        ...crc,
        home_detention_curfew_eligibility_date: date('2027-03-01'),
        home_detention_curfew_actual_date: date('2027-04-01'),
      },
      'pom',
      'crc_determinate',
      '2027-01-07',
      '2027-01-07',
    ],
  ])('%s', (...row) => check('day-1-2021', row))

  it('needs the cohort once its rows are reached', () => {
    expect(planDates(SENTENCED, 'day-1-2021', TODAY)).toMatchObject({
      error: { code: 'missing_fact', field: 'legacy_cohort' },
    })
  })
})

// HMPPS letter on the resettlement approach, June 2021, item 3 beyond Day 1.
describe('enhanced-7-5', () => {
  const short: CaseFacts = {
    sentence_start_date: date('2026-10-01'),
    conditional_release_date: date('2027-07-15'),
  }
  it.each<Row>([
    ['recalled', 1, { ...SENTENCED, recalled: true }, 'com', 'recall_case', null, null],
    ['immigration', 2, { ...SENTENCED, immigration: true }, 'com', 'immigration_case', null, null],
    [
      'no release date',
      3,
      { sentence_start_date: date('2025-03-14') },
      'pom',
      'release_date_unknown',
      null,
      null,
    ],
    [
      'early allocation',
      4,
      { ...short, is_early_allocation: true, short_sentence_function: true },
      'com',
      'early_allocation',
      '2026-10-01',
      '2026-10-01',
    ],
    ['indeterminate', 5, LIFE, 'pom', 'indeterminate', '2027-10-10', '2027-10-10'],
    [
      'short, with a service',
      6,
      { ...short, short_sentence_function: true },
      'com',
      'determinate_short',
      null,
      null,
    ],
    ['short, without one', 8, short, 'pom', 'determinate', '2026-11-30', '2026-11-30'],
    [
      'parole',
      7,
      { ...SENTENCED, parole_eligibility_date: date('2027-10-31') },
      'pom',
      'determinate_parole',
      '2027-02-28',
      '2027-02-28',
    ],
    ['determinate', 8, SENTENCED, 'pom', 'determinate', '2026-11-30', '2026-11-30'],
    [
      'moved to the sentence start',
      8,
      { ...SENTENCED, sentence_start_date: date('2026-12-15') },
      'pom',
      'determinate',
      '2026-12-15',
      '2026-12-15',
    ],
    [
      'no sentence start moves nothing',
      8,
      { conditional_release_date: date('2027-07-15') },
      'pom',
      'determinate',
      '2026-11-30',
      '2026-11-30',
    ],
  ])('%s', (...row) => check('enhanced-7-5', row))
})

// Probation Service welcome hub, Resettlement and pre-release policy and practice changes.
describe('pre-release-5', () => {
  it.each<Row>([
    ['recalled', 1, { ...SENTENCED, recalled: true }, 'com', 'recall_case', null, null],
    ['immigration', 2, { ...SENTENCED, immigration: true }, 'com', 'immigration_case', null, null],
    [
      'no release date',
      3,
      { sentence_start_date: date('2025-03-14') },
      'pom',
      'release_date_unknown',
      null,
      null,
    ],
    [
      'early allocation',
      4,
      { ...SENTENCED, is_early_allocation: true },
      'com',
      'early_allocation',
      '2026-04-15',
      '2026-04-15',
    ],
    ['indeterminate', 5, LIFE, 'pom', 'indeterminate', '2027-06-10', '2027-06-10'],
    [
      'short, service or not',
      6,
      { sentence_start_date: date('2026-10-01'), conditional_release_date: date('2027-07-15') },
      'com',
      'determinate_short',
      null,
      null,
    ],
    [
      'parole',
      7,
      { ...SENTENCED, parole_eligibility_date: date('2027-07-31') },
      'pom',
      'determinate_parole',
      '2027-02-28',
      '2027-02-28',
    ],
    [
      'determinate, ARD before CRD',
      7,
      { ...SENTENCED, automatic_release_date: date('2027-07-01') },
      'pom',
      'determinate',
      '2027-02-01',
      '2027-02-01',
    ],
  ])('%s', (...row) => check('pre-release-5', row))
})

describe('scope and earliest release', () => {
  it.each<[string, CaseFacts, boolean]>([
    ['17 today', { ...SENTENCED, date_of_birth: date('2008-11-22') }, false],
    ['18 today', { ...SENTENCED, date_of_birth: date('2008-11-21') }, true],
    ['remand, recalled', { ...SENTENCED, legal_status: 'remand', recalled: true }, false],
    ['unsentenced', { ...SENTENCED, legal_status: 'unsentenced' }, false],
    ['civil', { ...SENTENCED, legal_status: 'civil' }, false],
    [
      'nothing to show a sentence',
      {
        target_hearing_date: date('2027-01-01'),
        confirmed_release_date: date('2027-01-01'),
        home_detention_curfew_actual_date: date('2027-01-01'),
        reception_date: date('2026-01-01'),
      },
      false,
    ],
    ['recalled with no dates', { recalled: true }, true],
    ['tariff on a determinate case', { tariff_expiry_date: date('2027-01-01') }, true],
  ])('%s', (_, facts, inScope) => {
    expect(planDates(facts, 'national-2023', TODAY)).toMatchObject(
      inScope
        ? { in_scope: true }
        : {
            in_scope: false,
            responsibility: null,
            reason: 'outside_omic',
            handover_date: null,
            earliest_release: null,
          },
    )
  })

  it('counts those born on 29 February as 18 on 1 March of a common year', () => {
    const facts = { ...SENTENCED, date_of_birth: date('2008-02-29') }
    expect(planDates(facts, 'enhanced-7-5', date('2026-02-28'))).toMatchObject({ in_scope: false })
    expect(planDates(facts, 'enhanced-7-5', date('2026-03-01'))).toMatchObject({ in_scope: true })
  })

  it.each<[string, string | null, string | null, string]>([
    ['the tariff ahead', '2028-01-01', '2027-01-01', 'TED'],
    ['a tariff today is past: the hearing ahead', '2026-11-21', '2027-01-01', 'THD'],
    ['both past: the nearer', '2020-01-01', '2025-01-01', 'THD'],
    ['both past, a tie', '2025-01-01', '2025-01-01', 'TED'],
    ['only a past hearing', null, '2025-01-01', 'THD'],
  ])('of an indeterminate case: %s', (_, tariff, hearing, type) => {
    const facts = {
      is_indeterminate: true,
      tariff_expiry_date: tariff as CivilDate,
      target_hearing_date: hearing as CivilDate,
    }
    expect(planDates(facts, 'national-2023', TODAY)).toMatchObject({ earliest_release: { type } })
  })
})
