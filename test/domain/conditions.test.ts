import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { CONDITION_IDS, CONDITION_WORDS, type ConditionId } from '../../domain/dated-work/condition.ts'
import type { CaseFacts } from '../../domain/model/case-facts.ts'
import type { RuleSetId } from '../../domain/model/rule-set-id.ts'
import { takeInHand } from '../../domain/planning/case-in-hand.ts'
import { MET } from '../../domain/planning/conditions-met.ts'
import { planCase } from '../../domain/planning/plan-case.ts'
import { isProblem } from '../../domain/planning/plan-problem.ts'

const TODAY = '2026-11-23' as CivilDate
const date = (text: string) => text as CivilDate
const SENTENCED: CaseFacts = {
  sentence_start_date: date('2025-03-14'),
  conditional_release_date: date('2027-07-15'),
}
const SHORT: CaseFacts = {
  sentence_start_date: date('2026-10-01'),
  conditional_release_date: date('2027-03-01'),
}
const BARE: CaseFacts = { sentence_start_date: date('2025-03-14') }
const RECALLED: CaseFacts = { ...SENTENCED, recalled: true }
const releasedOn = (day: string): CaseFacts => ({ ...BARE, conditional_release_date: date(day) })

function isMet(id: ConditionId, facts: CaseFacts, rules: RuleSetId = 'pre-release-5'): boolean {
  const plan = planCase(facts, rules, TODAY)
  if (isProblem(plan)) throw new Error(plan.error.message)
  takeInHand(facts, plan, rules, TODAY)
  return MET[id](facts)
}

/** Each condition with facts that meet it, facts that do not, and what it says while the fact is not known. */
const ROWS: [ConditionId, CaseFacts, CaseFacts, CaseFacts, boolean][] = [
  ['handover_known', SENTENCED, RECALLED, BARE, false],
  ['no_com', SENTENCED, { ...SENTENCED, com_name: 'Made Up' }, SENTENCED, true],
  ['no_com', SENTENCED, { ...SENTENCED, com_email: 'made.up@example.com' }, SENTENCED, true],
  [
    'handover_enhanced',
    { ...SENTENCED, enhanced_resourcing: true },
    { ...SENTENCED, enhanced_resourcing: false },
    SENTENCED,
    true,
  ],
  [
    'handover_standard',
    { ...SENTENCED, enhanced_resourcing: false },
    { ...SENTENCED, enhanced_resourcing: true },
    SENTENCED,
    false,
  ],
  [
    'not_early_allocation',
    { ...SENTENCED, is_early_allocation: false },
    { ...SENTENCED, is_early_allocation: true },
    SENTENCED,
    true,
  ],
  ['not_recalled', SENTENCED, RECALLED, SENTENCED, true],
  ['not_recalled', SENTENCED, { ...SENTENCED, legal_status: 'recall' }, SENTENCED, true],
  ['not_immigration', SENTENCED, { ...SENTENCED, immigration: true }, SENTENCED, true],
  ['not_immigration', SENTENCED, { ...SENTENCED, legal_status: 'immigration' }, SENTENCED, true],
  ['indeterminate', { ...BARE, is_indeterminate: true }, { ...BARE, is_indeterminate: false }, BARE, false],
  ['determinate', { ...BARE, is_indeterminate: false }, { ...BARE, is_indeterminate: true }, BARE, true],
  ['risk_not_high', { rosh_level: 'medium' }, { rosh_level: 'high' }, {}, true],
  ['risk_not_high', { rosh_level: 'low' }, { rosh_level: 'very_high' }, {}, true],
  ['risk_unknown', {}, { rosh_level: 'low' }, {}, true],
  ['short_sentence', SHORT, SENTENCED, BARE, false],
  ['not_short_sentence', SENTENCED, SHORT, BARE, true],
  ['short_sentence_or_remand', SHORT, SENTENCED, BARE, false],
  ['short_sentence_or_remand', { legal_status: 'remand' }, { legal_status: 'civil' }, {}, false],
  ['release_known', SENTENCED, { ...SENTENCED, sentence_start_date: date('2027-08-01') }, BARE, false],
  ['release_known', { ...RECALLED, post_recall_release_date: date('2027-01-04') }, RECALLED, BARE, false],
  ['need_accommodation', { needs: ['accommodation'] }, { needs: ['ete'] }, {}, false],
  ['need_personal_wellbeing', { needs: ['personal_wellbeing'] }, { needs: [] }, {}, false],
  ['need_approved_premises', { needs: ['approved_premises'] }, { needs: [] }, {}, false],
  ['need_universal_credit', { needs: ['ete', 'universal_credit'] }, { needs: ['ete'] }, {}, false],
  ['need_duty_to_refer', { needs: ['duty_to_refer'] }, { needs: ['accommodation'] }, {}, false],
  ['any_need', { needs: ['ete'] }, { needs: [] }, {}, false],
  ['need_of_womens_services', { needs: ['womens_services'] }, { needs: ['ete'] }, {}, false],
  ['need_of_womens_services', { needs: ['accommodation'] }, { needs: ['universal_credit'] }, {}, false],
  [
    'approved_premises_likely',
    { needs: ['approved_premises'] },
    { needs: [], rosh_level: 'medium' },
    {},
    false,
  ],
  ['approved_premises_likely', { rosh_level: 'very_high' }, { rosh_level: 'low' }, {}, false],
  ['woman', { sex: 'female' }, { sex: 'male', womens_prison: true }, {}, false],
  ['woman', { womens_prison: true }, { womens_prison: false }, {}, false],
  ['not_a_woman', { sex: 'male' }, { sex: 'female' }, {}, true],
  ['may_live_in_england', { destination_nation: 'england' }, { destination_nation: 'wales' }, {}, true],
  [
    'may_live_in_wales',
    { destination_nation: 'wales' },
    { destination_nation: 'england', prison_nation: 'wales' },
    {},
    true,
  ],
  [
    'no_parole_date',
    SENTENCED,
    { ...SENTENCED, parole_eligibility_date: date('2027-01-04') },
    SENTENCED,
    true,
  ],
  [
    'not_released_on_curfew',
    SENTENCED,
    { ...SENTENCED, home_detention_curfew_actual_date: date('2027-01-04') },
    SENTENCED,
    true,
  ],
  // 16 July 2027 is a Friday; 25 March 2027 the day before Good Friday; 28 March the day before Easter Monday.
  ['released_before_days_off', releasedOn('2027-07-16'), releasedOn('2027-07-15'), BARE, false],
  ['released_before_days_off', releasedOn('2027-03-25'), releasedOn('2027-03-24'), BARE, false],
  ['released_before_days_off', releasedOn('2027-03-28'), releasedOn('2027-03-29'), BARE, false],
  [
    'served_28_days',
    releasedOn('2025-04-11'),
    releasedOn('2025-04-10'),
    { conditional_release_date: date('2027-07-15') },
    false,
  ],
  [
    'hearing_passed',
    { ...BARE, target_hearing_date: date('2026-11-22') },
    { ...BARE, target_hearing_date: TODAY },
    BARE,
    false,
  ],
  ['prison_in_wales', { prison_nation: 'wales' }, { prison_nation: 'england' }, {}, false],
  [
    'closed_mens_prison',
    { womens_prison: false },
    { womens_prison: false, in_open_conditions: true },
    {},
    false,
  ],
  [
    'closed_mens_prison',
    { womens_prison: false, in_open_conditions: false },
    { womens_prison: true },
    {},
    false,
  ],
]

describe('the conditions of dated work', () => {
  it.each(ROWS)('%s', (id, met, notMet, unknown, whenUnknown) => {
    expect(isMet(id, met)).toBe(true)
    expect(isMet(id, notMet)).toBe(false)
    expect(isMet(id, unknown)).toBe(whenUnknown)
  })

  it('not_day_1_rules', () => {
    const facts: CaseFacts = { ...SENTENCED, legacy_cohort: 'nps' }
    expect(isMet('not_day_1_rules', facts, 'day-1-2021')).toBe(false)
    for (const rules of ['national-2023', 'enhanced-7-5', 'pre-release-5'] as const)
      expect(isMet('not_day_1_rules', facts, rules)).toBe(true)
  })

  it('are all shown by example, and all have words', () => {
    const shown = new Set<ConditionId>([...ROWS.map(([id]) => id), 'not_day_1_rules'])
    expect([...CONDITION_IDS].sort()).toEqual([...shown].sort())
    for (const words of Object.values(CONDITION_WORDS)) expect(words).toMatch(/^[a-z(]|^CO|^CRS/)
  })
})
