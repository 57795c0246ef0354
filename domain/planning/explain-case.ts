import { addDays, addMonths } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { Plan, Step } from '../model/plan.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'
import {
  SHORT_SENTENCE_MONTHS,
  type Offset,
  type RowTest,
  type RuleRow,
  type RuleSet,
} from '../rule-sets/rule-set.ts'
import { RULE_SETS } from '../rule-sets/rule-sets.ts'
import { planCase } from './plan-case.ts'
import { isProblem } from './plan-problem.ts'
import { scheduleMeetings } from './schedule-case.ts'
import { traceCase, type CaseTrace } from './trace-case.ts'

type FactName = keyof CaseFacts

/** The facts each test reads, to be shown beside its answer. */
const READ_BY: Record<RowTest, FactName[]> = {
  additional_isp: ['is_indeterminate', 'additional_isp'],
  far_hearing_recalled_low_mappa: [
    'is_indeterminate',
    'target_hearing_date',
    'recalled',
    'legal_status',
    'mappa_level',
  ],
  far_hearing_refused_mappa_2_3: [
    'is_indeterminate',
    'target_hearing_date',
    'parole_outcome_release',
    'mappa_level',
  ],
  far_hearing_refused: ['is_indeterminate', 'target_hearing_date', 'parole_outcome_release'],
  recalled: ['recalled', 'legal_status'],
  immigration: ['immigration', 'legal_status'],
  no_release: [],
  early_allocation: ['is_early_allocation'],
  early_allocation_nps: ['is_early_allocation', 'legacy_cohort'],
  indeterminate: ['is_indeterminate'],
  indeterminate_or_parole: ['is_indeterminate', 'parole_eligibility_date'],
  short: ['sentence_start_date'],
  short_with_service: ['sentence_start_date', 'short_sentence_function'],
  parole: ['parole_eligibility_date'],
  nps: ['legacy_cohort'],
  any: [],
  crc: ['legacy_cohort'],
}

const SCOPE_SOURCE = 'Manage POM cases, who is in scope of offender management in custody, August 2026'
const RELEASE_SOURCE = 'Manage POM cases, earliest release for handover, August 2026'
const MONTHS_SOURCE = 'Months first, clamped to the end of a shorter month; then days'

/**
 * The working of a plan, step by step, in the order it is done: enough to check with a pencil. Where the rules need a
 * fact nobody recorded, the working up to there and what is missing.
 */
export function explainCase(facts: CaseFacts, rules: RuleSetId, today: CivilDate): Step[] {
  const trace = traceCase(facts, rules, today)
  const set = RULE_SETS[rules]
  if (isProblem(trace))
    return [...rowSteps(facts, set, today, cohortRow(set), null), missingStep(set, trace.error)]
  const scope = scopeStep(facts, trace, today)
  if (trace.row === null) return [scope]
  const steps = [scope, releaseStep(facts, trace, today), ...rowSteps(facts, set, today, trace.row, trace)]
  const counting = trace.counted === null ? [] : countingSteps(facts, set, trace, trace.row)
  return [...steps, ...counting, responsibilityStep(set, trace, today), ...meetingSteps(facts, rules, today)]
}

function pick(facts: CaseFacts, names: readonly FactName[]): Step['inputs'] {
  const inputs: Step['inputs'] = {}
  for (const name of names) {
    const value = facts[name]
    inputs[name] = typeof value === 'object' ? null : (value ?? null)
  }
  return inputs
}

function scopeStep(facts: CaseFacts, { dates }: CaseTrace, today: CivilDate): Step {
  return {
    rule: 'shared:scope',
    source: SCOPE_SOURCE,
    inputs: { today, ...pick(facts, ['date_of_birth', 'legal_status', 'sentence_start_date']) },
    result: dates.in_scope,
  }
}

function releaseStep(facts: CaseFacts, { dates }: CaseTrace, today: CivilDate): Step {
  const release = dates.earliest_release
  const inputs = facts.is_indeterminate
    ? { today, ...pick(facts, ['tariff_expiry_date', 'target_hearing_date']) }
    : pick(facts, ['parole_eligibility_date', 'automatic_release_date', 'conditional_release_date'])
  return {
    rule: 'shared:earliest_release',
    source: RELEASE_SOURCE,
    inputs,
    result: release === null ? null : `${release.type} ${release.date}`,
  }
}

/** Every row tried, to the one that decided: false for those passed over, then the reason. */
function rowSteps(
  facts: CaseFacts,
  set: RuleSet,
  today: CivilDate,
  last: RuleRow,
  trace: CaseTrace | null,
): Step[] {
  return set.rows
    .filter((row) => row.number < last.number || (row === last && trace !== null))
    .map((row) => ({
      rule: `${set.id}:${row.number}`,
      source: set.source,
      inputs: { condition: row.condition, ...rowInputs(row, facts, today, trace) },
      result: row === last && trace !== null ? trace.dates.reason : false,
    }))
}

function rowInputs(
  row: RuleRow,
  facts: CaseFacts,
  today: CivilDate,
  trace: CaseTrace | null,
): Step['inputs'] {
  const inputs = pick(facts, READ_BY[row.test])
  if (row.test.startsWith('far_hearing')) inputs['today'] = today
  if (row.test === 'no_release' || row.test.startsWith('short')) {
    inputs['earliest_release'] = trace?.dates.earliest_release?.date ?? null
  }
  const start = facts.sentence_start_date
  if (row.test.startsWith('short') && start) inputs['ten_months_on'] = addMonths(start, SHORT_SENTENCE_MONTHS)
  return inputs
}

function cohortRow(set: RuleSet): RuleRow {
  return set.rows.find((row) => row.needsCohort) as RuleRow
}

function missingStep(set: RuleSet, { field, message }: { field: string; message: string }): Step {
  return { rule: `${set.id}:missing`, source: set.source, inputs: { [field]: null }, result: message }
}

/** The days reached on the way from `date` back to a handover: months first, then days. */
export function offsetSteps(
  date: CivilDate,
  offset: Offset,
): { months: CivilDate | null; days: CivilDate | null } {
  const months = offset.months === 0 ? null : addMonths(date, -offset.months)
  return { months, days: offset.days === 0 ? null : addDays(months ?? date, -offset.days) }
}

function countingSteps(facts: CaseFacts, set: RuleSet, trace: CaseTrace, row: RuleRow): Step[] {
  const { dates, counted } = trace
  if (counted === null || dates.handover_date === null || dates.handover_start_date === null) return []
  const rule = `${set.id}:${row.number}`
  const steps: Step[] = []
  const count = (what: string, offset: Offset, from: { type: string; date: CivilDate }) => {
    const reached = offsetSteps(from.date, offset)
    if (reached.months !== null) {
      const inputs = { [from.type]: from.date, months: -offset.months }
      steps.push({ rule: `${rule}:${what}`, source: MONTHS_SOURCE, inputs, result: reached.months })
    }
    if (reached.days !== null) {
      const after = reached.months === null ? { [from.type]: from.date } : { after_months: reached.months }
      steps.push({
        rule: `${rule}:${what}`,
        source: MONTHS_SOURCE,
        inputs: { ...after, days: -offset.days },
        result: reached.days,
      })
    }
  }
  const release = dates.earliest_release
  if (row.outcome.kind === 'legacy_nps' && release !== null) {
    count('start', row.outcome.start, release)
    if (counted.from.type === 'HDCED' || counted.from.type === 'HDCAD') {
      const inputs = { [counted.from.type]: counted.from.date }
      steps.push({ rule: `${rule}:handover`, source: set.source, inputs, result: counted.handover })
    } else if (facts.mappa_level !== 2 && facts.mappa_level !== 3) {
      count('handover', row.outcome.handover, release)
    }
  } else if (row.outcome.kind === 'before_release' || row.outcome.kind === 'legacy_crc') {
    count('handover', row.outcome.offset, counted.from)
  }
  return [...steps, ...startSteps(facts, set, counted), ...clampSteps(facts, dates, counted)]
}

function responsibilityStep(set: RuleSet, { dates }: CaseTrace, today: CivilDate): Step {
  const { handover_start_date, handover_date, reason, responsibility } = dates
  const inputs = handover_date === null ? { reason } : { today, handover_start_date, handover_date }
  return { rule: 'shared:responsibility', source: set.source, inputs, result: responsibility }
}

function startSteps(facts: CaseFacts, set: RuleSet, counted: NonNullable<CaseTrace['counted']>): Step[] {
  if (counted.start === counted.handover || !set.openPrisonStart) return []
  const since: FactName = facts.womens_prison ? 'category_active_since' : 'prison_arrival_date'
  const inputs = pick(facts, ['open_prison_rules_apply', 'in_open_conditions', 'womens_prison', since])
  return [{ rule: `${set.id}:open_prison_start`, source: set.source, inputs, result: counted.start }]
}

function clampSteps(
  facts: CaseFacts,
  dates: CaseTrace['dates'],
  counted: NonNullable<CaseTrace['counted']>,
): Step[] {
  const sentence_start_date = facts.sentence_start_date ?? null
  const steps: Step[] = []
  const add = (name: string, from: CivilDate, to: CivilDate | null) => {
    if (to === null || to === from) return
    const inputs = { [name]: from, sentence_start_date }
    steps.push({
      rule: 'shared:not_before_sentence',
      source: 'No date before the sentence start',
      inputs,
      result: to,
    })
  }
  add('handover_start_date', counted.start, dates.handover_start_date)
  add('handover_date', counted.handover, dates.handover_date)
  return steps
}

function meetingSteps(facts: CaseFacts, rules: RuleSetId, today: CivilDate): Step[] {
  const plan = planCase(facts, rules, today)
  if (isProblem(plan)) return []
  return scheduleMeetings(facts, plan satisfies Plan, rules, today).map((entry) => ({
    rule: `meeting:${entry.id}`,
    source: entry.source,
    inputs: {
      [entry.anchor.type]: entry.anchor.date,
      window_from: entry.window_from,
      window_to: entry.window_to,
    },
    result: entry.due,
  }))
}
