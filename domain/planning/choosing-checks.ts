import { addMonths } from '../dates/arithmetic.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { PlanDates } from '../model/plan.ts'
import { SHORT_SENTENCE_MONTHS, type RuleRow, type RuleSet } from '../rule-sets/rule-set.ts'

/** The tests that chose the row of a dated plan, in words, as a POM would tick them off. */
export function choosingChecks(facts: CaseFacts, set: RuleSet, row: RuleRow, dates: PlanDates): string[] {
  const checks: string[] = []
  if (row.test === 'early_allocation' || row.test === 'early_allocation_nps')
    checks.push('Early allocation agreed')
  if (facts.is_indeterminate === true) {
    checks.push('Indeterminate sentence')
    if (facts.in_open_conditions === true) checks.push('In open conditions')
  } else {
    if (row.number > shortRow(set)) checks.push(lengthCheck(facts, dates))
    checks.push(facts.parole_eligibility_date ? 'Parole eligibility date' : 'No parole date')
  }
  if (row.needsCohort) checks.push(`Legacy ${facts.legacy_cohort === 'crc' ? 'CRC' : 'NPS'} case`)
  if (row.test === 'nps') checks.push(mappaCheck(facts))
  checks.push('Not recalled')
  return [...checks, ...startCheck(facts, row, dates)]
}

function shortRow(set: RuleSet): number {
  return set.rows.find(({ test }) => test === 'short' || test === 'short_with_service')?.number ?? Infinity
}

function lengthCheck(facts: CaseFacts, { earliest_release: release }: PlanDates): string {
  if (!facts.sentence_start_date || release === null) return 'Sentence start not known, so length not tested'
  return addMonths(facts.sentence_start_date, SHORT_SENTENCE_MONTHS) >= release.date
    ? '10 months or less to serve, no short sentence function confirmed'
    : 'Over 10 months to serve'
}

function mappaCheck({ mappa_level: level }: CaseFacts): string {
  return level === 2 || level === 3 ? `MAPPA level ${level}` : 'Not MAPPA level 2 or 3'
}

function startCheck({ sentence_start_date: start }: CaseFacts, row: RuleRow, dates: PlanDates): string[] {
  if (!start || dates.handover_date === null) return []
  if (dates.handover_date < start) return ['Before sentence start']
  return [row.clamped && dates.handover_date === start ? 'Not before sentence start' : 'After sentence start']
}
