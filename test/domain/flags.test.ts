import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { CaseFacts } from '../../domain/model/case-facts.ts'
import type { Flag, Plan } from '../../domain/model/plan.ts'
import type { RuleSetId } from '../../domain/model/rule-set-id.ts'
import { planCase } from '../../domain/planning/plan-case.ts'
import { isProblem } from '../../domain/planning/plan-problem.ts'
import { describeFlag } from '../../domain/text/flags.ts'

const TODAY = '2026-11-21' as CivilDate
const date = (text: string) => text as CivilDate

/** Nothing to say of this one: handover 30 November 2026 under the 7½-month rules. */
const SOUND: CaseFacts = {
  date_of_birth: date('1991-05-09'),
  legal_status: 'sentenced',
  rosh_level: 'medium',
  sentence_start_date: date('2025-03-14'),
  conditional_release_date: date('2027-07-15'),
}

function plan(facts: CaseFacts, rules: RuleSetId = 'enhanced-7-5', today = TODAY): Plan {
  const made = planCase(facts, rules, today)
  if (isProblem(made)) throw new Error(made.error.message)
  return made
}

describe('flags', () => {
  it('are none for a sound record', () => expect(plan(SOUND).flags).toEqual([]))

  it.each<[string, Flag, Partial<CaseFacts>, RuleSetId?]>([
    [
      'confirmed release before handover',
      'release_before_handover',
      { confirmed_release_date: date('2026-11-29') },
    ],
    [
      'confirmed release on a handover ahead',
      'release_before_handover',
      { confirmed_release_date: date('2026-11-30') },
    ],
    [
      'a release in the past, before handover',
      'release_before_handover',
      { confirmed_release_date: date('2026-01-05') },
    ],
    ['approved parole', 'release_before_handover', { approved_parole_date: date('2026-11-25') }],
    [
      'actual curfew date',
      'release_before_handover',
      { home_detention_curfew_actual_date: date('2026-10-01') },
    ],
    [
      'curfew eligibility ahead',
      'release_before_handover',
      { home_detention_curfew_eligibility_date: date('2026-11-25') },
    ],
    [
      'early removal ahead',
      'release_before_handover',
      { early_removal_scheme_eligibility_date: date('2026-11-30') },
    ],
    [
      'release before the sentence',
      'release_before_handover',
      { conditional_release_date: date('2025-01-01') },
    ],
    [
      'parole passed, outcome unknown',
      'parole_outcome_unknown',
      { parole_eligibility_date: date('2026-11-20') },
    ],
    ['no sentence start', 'sentence_start_unknown', { sentence_start_date: null }],
    ['no date of birth', 'assumed_adult', { date_of_birth: null }],
    ['no legal status', 'assumed_sentenced', { legal_status: null }],
    ['no risk level', 'risk_unknown', { rosh_level: null }],
    ['short, no service', 'short_sentence_service_unconfirmed', { sentence_start_date: date('2026-10-01') }],
    [
      'short, no service',
      'short_sentence_service_unconfirmed',
      { sentence_start_date: date('2026-10-01') },
      'pre-release-5',
    ],
    [
      'moved to the sentence start',
      'handover_from_sentence_start',
      { sentence_start_date: date('2026-12-01'), conditional_release_date: date('2027-07-15') },
    ],
    [
      'before the sentence start, not moved',
      'handover_from_sentence_start',
      { sentence_start_date: date('2026-11-15'), parole_eligibility_date: date('2027-10-15') },
      'national-2023',
    ],
    ['curfew after it ended', 'hdc_check', { home_detention_curfew_eligibility_date: date('2026-09-02') }],
    [
      'early removal known',
      'removal_possible',
      { early_removal_scheme_eligibility_date: date('2020-01-01') },
    ],
    ['restricted patient', 'restricted_patient', { restricted_patient: true }],
    [
      'release before sentence start',
      'release_date_contradiction',
      { conditional_release_date: date('2025-01-01') },
    ],
    [
      'tariff on a determinate case',
      'release_date_contradiction',
      { tariff_expiry_date: date('2030-01-01') },
    ],
    [
      'HDCED after CRD',
      'release_date_contradiction',
      { home_detention_curfew_eligibility_date: date('2027-07-16') },
    ],
    ['PED after CRD', 'release_date_contradiction', { parole_eligibility_date: date('2027-07-16') }],
    ['under 18', 'under_18', { date_of_birth: date('2009-01-01') }],
  ])('%s raises %s', (_, flag, change, rules) => {
    const facts = { ...SOUND, ...change }
    const made = plan(facts, rules)
    expect(made.flags).toContain(flag)
    const text = describeFlag(flag, facts, made)
    expect(text.says).toMatch(/\.$/)
    expect(text.todo).toMatch(/\.$/)
  })

  it.each<[string, Flag, Partial<CaseFacts>, RuleSetId?]>([
    [
      'curfew eligibility past',
      'release_before_handover',
      { home_detention_curfew_eligibility_date: date('2026-11-21') },
    ],
    [
      'confirmed release after handover',
      'release_before_handover',
      { confirmed_release_date: date('2026-12-01') },
    ],
    [
      'a curfew on a handover already past',
      'release_before_handover',
      { home_detention_curfew_actual_date: date('2026-11-01') },
      'national-2023',
    ],
    [
      'a recall has no handover to come before',
      'release_before_handover',
      { confirmed_release_date: date('2026-11-25'), recalled: true },
    ],
    ['parole today', 'parole_outcome_unknown', { parole_eligibility_date: date('2026-11-21') }],
    [
      'parole refused',
      'parole_outcome_unknown',
      { parole_eligibility_date: date('2026-11-20'), parole_outcome_release: false },
    ],
    [
      'recalled after parole',
      'parole_outcome_unknown',
      { parole_eligibility_date: date('2026-11-20'), recalled: true },
    ],
    [
      'indeterminate',
      'parole_outcome_unknown',
      { parole_eligibility_date: date('2026-11-20'), is_indeterminate: true },
    ],
    [
      'short, with a service',
      'short_sentence_service_unconfirmed',
      { sentence_start_date: date('2026-10-01'), short_sentence_function: true },
    ],
    [
      'short under the national rules',
      'short_sentence_service_unconfirmed',
      { sentence_start_date: date('2026-10-01') },
      'national-2023',
    ],
    [
      'short, but allocated early',
      'short_sentence_service_unconfirmed',
      { sentence_start_date: date('2026-10-01'), is_early_allocation: true },
    ],
    ['curfew before it ended', 'hdc_check', { home_detention_curfew_eligibility_date: date('2026-09-01') }],
    ['PED on the CRD', 'release_date_contradiction', { parole_eligibility_date: date('2027-07-15') }],
    ['a young remand prisoner', 'under_18', { date_of_birth: date('2009-01-01'), legal_status: 'remand' }],
  ])('%s does not raise %s', (_, flag, change, rules) => {
    expect(plan({ ...SOUND, ...change }, rules).flags).not.toContain(flag)
  })

  it('never bend a date', () => {
    const facts = { ...SOUND, confirmed_release_date: date('2026-11-29'), restricted_patient: true }
    expect(plan(facts)).toMatchObject({ handover_date: '2026-11-30', responsibility: 'pom' })
  })

  it('say which day and which date', () => {
    const facts = { ...SOUND, confirmed_release_date: date('2026-11-25') }
    expect(describeFlag('release_before_handover', facts, plan(facts))).toEqual({
      title: 'Release first, 25 November 2026',
      says: 'May be released on 25 November 2026, before the handover date of 30 November 2026.',
      todo: 'Agree an earlier handover with the community now.',
    })
    const late = { ...SOUND, sentence_start_date: date('2026-12-01') }
    expect(describeFlag('handover_from_sentence_start', late, plan(late)).says).toBe(
      'Counted back, handover falls on 30 November 2026, before the sentence began on 1 December 2026, so the sentence start stands.',
    )
    const early = {
      ...SOUND,
      sentence_start_date: date('2026-11-15'),
      parole_eligibility_date: date('2027-10-15'),
    }
    expect(describeFlag('handover_from_sentence_start', early, plan(early, 'national-2023')).says).toBe(
      'Counted back, handover falls on 15 October 2026, before the sentence began on 15 November 2026.',
    )
    const young = { ...SOUND, date_of_birth: date('2012-02-29') }
    expect(describeFlag('under_18', young, plan(young)).says).toContain('1 March 2030')
  })
})

describe('handover type', () => {
  it.each<[string, Partial<CaseFacts>, Plan['handover_type']]>([
    ['standard resourcing', { enhanced_resourcing: false }, 'standard'],
    ['unknown resourcing', { enhanced_resourcing: null }, 'enhanced'],
    [
      'a short sentence, before resourcing',
      { enhanced_resourcing: false, sentence_start_date: date('2026-10-01'), short_sentence_function: true },
      'none',
    ],
    ['outside', { enhanced_resourcing: false, legal_status: 'remand' }, 'unknown'],
    ['recall', { recalled: true }, 'enhanced'],
  ])('%s', (_, change, type) => {
    expect(plan({ ...SOUND, ...change }).handover_type).toBe(type)
  })
})
