import { addDays } from '../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { CaseFacts } from '../../domain/model/case-facts.ts'
import type { RuleSetId } from '../../domain/model/rule-set-id.ts'

export const BENCH_TODAY = '2026-11-21' as CivilDate

/** A repeatable stream of whole numbers below a bound: the same cases in every run. */
export function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >>> 8) % below
  }
}

/** A made-up caseload: mostly determinate, some parole, some indeterminate, a few recalls and short sentences. */
export function madeUpFacts(count: number): CaseFacts[] {
  const next = numbers(20_261_121)
  return Array.from({ length: count }, () => {
    const start = addDays('2022-01-01' as CivilDate, next(1780))
    const release = addDays(start, 150 + next(2200))
    const facts: CaseFacts = {
      date_of_birth: addDays('1960-01-01' as CivilDate, next(16_000)),
      legal_status: next(20) === 0 ? 'recall' : 'sentenced',
      sentence_start_date: start,
      rosh_level: 'medium',
      legacy_cohort: next(2) === 0 ? 'nps' : 'crc',
    }
    if (next(8) === 0) {
      facts.is_indeterminate = true
      facts.tariff_expiry_date = release
    } else {
      facts.conditional_release_date = release
      if (next(6) === 0) facts.parole_eligibility_date = addDays(release, -300)
      if (next(2) === 0) facts.home_detention_curfew_eligibility_date = addDays(release, -150)
    }
    if (next(2) === 0) facts.mappa_level = next(4) as 0 | 1 | 2 | 3
    if (next(25) === 0) facts.is_early_allocation = true
    facts.reception_date = next(3) === 0 ? start : addDays(start, next(200))
    if (next(3) === 0) facts.needs = ['accommodation', 'duty_to_refer', 'universal_credit']
    if (next(2) === 0) facts.com_name = 'Made Up'
    if (next(2) === 0) facts.last_oasys_date = addDays(start, 100 + next(300))
    // As an import leaves them: each its own object with its own strings, in memory in the order they came.
    return JSON.parse(JSON.stringify(facts)) as CaseFacts
  })
}

export const BENCH_RULES: readonly RuleSetId[] = [
  'national-2023',
  'enhanced-7-5',
  'pre-release-5',
  'day-1-2021',
]
