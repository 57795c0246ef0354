import type { CivilDate } from '../dates/civil-date.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'
import { isProblem } from '../planning/plan-problem.ts'
import { traceCase } from '../planning/trace-case.ts'
import { RULE_SETS } from './rule-sets.ts'

// Made-up cases, planned by the planner itself: what an example shows is what the rules do, and cannot say anything else.

/** The day the examples are planned for. */
export const EXAMPLE_DAY = '2026-11-23' as CivilDate
const day = (text: string) => text as CivilDate

interface ExampleCase {
  /** The case in words. */
  title: string
  facts: CaseFacts
}

const SENTENCE: CaseFacts = {
  date_of_birth: day('1990-05-09'),
  legal_status: 'sentenced',
  sentence_start_date: day('2024-03-14'),
  rosh_level: 'medium',
}
const LIFE: CaseFacts = { ...SENTENCE, sentence_start_date: day('2010-03-14'), is_indeterminate: true }

/** Enough cases that every row of every set decides one of them. Earlier ones are preferred. */
const CASES: readonly ExampleCase[] = [
  {
    title: 'A fixed sentence with a CRD of 15 July 2027',
    facts: { ...SENTENCE, conditional_release_date: day('2027-07-15') },
  },
  {
    title: 'A fixed sentence, legacy NPS, with a CRD of 15 July 2027',
    facts: { ...SENTENCE, conditional_release_date: day('2027-07-15'), legacy_cohort: 'nps' },
  },
  {
    title: 'A fixed sentence, legacy CRC, with a CRD of 15 July 2027',
    facts: { ...SENTENCE, conditional_release_date: day('2027-07-15'), legacy_cohort: 'crc' },
  },
  {
    title: 'A fixed sentence with a PED of 10 November 2027',
    facts: {
      ...SENTENCE,
      parole_eligibility_date: day('2027-11-10'),
      conditional_release_date: day('2030-11-10'),
    },
  },
  {
    title: 'A life sentence whose tariff ends on 31 August 2028',
    facts: { ...LIFE, tariff_expiry_date: day('2028-08-31') },
  },
  {
    title: 'A life sentence, legacy NPS, whose tariff ends on 31 August 2028',
    facts: { ...LIFE, tariff_expiry_date: day('2028-08-31'), legacy_cohort: 'nps' },
  },
  {
    title: 'Early allocation agreed, with a CRD of 15 July 2028',
    facts: { ...SENTENCE, conditional_release_date: day('2028-07-15'), is_early_allocation: true },
  },
  {
    title: 'Early allocation agreed, legacy NPS, with a CRD of 15 July 2028',
    facts: {
      ...SENTENCE,
      conditional_release_date: day('2028-07-15'),
      is_early_allocation: true,
      legacy_cohort: 'nps',
    },
  },
  {
    title:
      'Sentenced on 1 October 2026, with a CRD of 1 August 2027: exactly 10 months, in a region with a short sentence function',
    facts: {
      ...SENTENCE,
      sentence_start_date: day('2026-10-01'),
      conditional_release_date: day('2027-08-01'),
      short_sentence_function: true,
    },
  },
  { title: 'Recalled to custody', facts: { ...SENTENCE, recalled: true } },
  { title: 'Held for immigration', facts: { ...SENTENCE, legal_status: 'immigration' } },
  { title: 'Sentenced, with no release date yet', facts: SENTENCE },
  {
    title: 'A life sentence with another still to start',
    facts: { ...LIFE, tariff_expiry_date: day('2028-08-31'), additional_isp: true },
  },
  {
    title: 'A life sentence, recalled, hearing on 23 November 2027 (exactly 12 months away), MAPPA level 1',
    facts: { ...LIFE, recalled: true, target_hearing_date: day('2027-11-23'), mappa_level: 1 },
  },
  {
    title: 'A life sentence, release refused, hearing on 1 March 2028, MAPPA level 2',
    facts: {
      ...LIFE,
      tariff_expiry_date: day('2020-03-14'),
      target_hearing_date: day('2028-03-01'),
      parole_outcome_release: false,
      mappa_level: 2,
    },
  },
  {
    title: 'A life sentence, release refused, hearing on 1 March 2028, MAPPA level 1',
    facts: {
      ...LIFE,
      tariff_expiry_date: day('2020-03-14'),
      target_hearing_date: day('2028-03-01'),
      parole_outcome_release: false,
      mappa_level: 1,
    },
  },
]

/** The case that shows a row at work, or undefined where none was made up for it. */
export function exampleFor(rules: RuleSetId, rowNumber: number): ExampleCase | undefined {
  return CASES.find(({ facts }) => {
    const trace = traceCase(facts, rules, EXAMPLE_DAY)
    return !isProblem(trace) && trace.row?.number === rowNumber
  })
}

/** The number of the row that takes most fixed sentences: the one a set is known by. */
export function usualRow(rules: RuleSetId): number {
  return rules === 'day-1-2021' ? 6 : (RULE_SETS[rules].rows.at(-1)?.number ?? 1)
}
