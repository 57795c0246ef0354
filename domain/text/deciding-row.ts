import type { CivilDate } from '../dates/civil-date.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'
import { isProblem } from '../planning/plan-problem.ts'
import { traceCase } from '../planning/trace-case.ts'
import { describeOffset, type Offset, type RowTest, type RuleRow } from '../rule-sets/rule-set.ts'
import { formatDate } from './dates.ts'

/** What a row is about, in the words of a table cell; empty for the row that takes all others. */
const ROW_WORDS: Record<RowTest, string> = {
  additional_isp: 'further sentence',
  far_hearing_recalled_low_mappa: 'recalled, hearing far off',
  far_hearing_refused_mappa_2_3: 'hearing far off, MAPPA 2 or 3',
  far_hearing_refused: 'hearing far off',
  recalled: 'recalled',
  immigration: 'immigration',
  no_release: 'no release date',
  early_allocation: 'early allocation',
  early_allocation_nps: 'early allocation',
  indeterminate: 'indeterminate',
  indeterminate_or_parole: 'indeterminate or parole',
  short: 'short sentence',
  short_with_service: 'short sentence',
  parole: 'parole',
  nps: 'legacy NPS',
  crc: 'legacy CRC',
  any: '',
}

const shortOffset = (offset: Offset) => describeOffset(offset).replace(' and ', ' ')

/** The time taken off by a row, where it takes any: Day 1 hands MAPPA 2 and 3 over when support starts. */
function offsetOf({ outcome }: RuleRow, facts: CaseFacts): Offset | null {
  switch (outcome.kind) {
    case 'no_dates':
      return null
    case 'legacy_nps':
      return facts.mappa_level === 2 || facts.mappa_level === 3 ? outcome.start : outcome.handover
    default:
      return outcome.offset
  }
}

/** `Row 12, 8 months 14 days`, `Row 11, parole, 12 months`, `Row 10, short sentence, no date`. */
export function decidingRow(facts: CaseFacts, rules: RuleSetId, today: CivilDate): string {
  const trace = traceCase(facts, rules, today)
  if (isProblem(trace)) return 'A fact is missing'
  const { row } = trace
  if (row === null) return 'Outside OMiC'
  const offset = offsetOf(row, facts)
  const parts = [ROW_WORDS[row.test], offset === null ? 'no date' : shortOffset(offset)]
  return [`Row ${row.number}`, ...parts].filter(Boolean).join(', ')
}

/** `15 July 2027 − 15 months`, with what then moved the day; null where the case has no handover date. */
export function handoverSum(facts: CaseFacts, rules: RuleSetId, today: CivilDate): string | null {
  const trace = traceCase(facts, rules, today)
  if (isProblem(trace) || trace.row === null || trace.counted === null) return null
  const { counted, dates, row } = trace
  const { type, date } = counted.from
  const isCurfew = row.outcome.kind === 'legacy_nps' && (type === 'HDCED' || type === 'HDCAD')
  const offset = offsetOf(row, facts)
  const sum =
    isCurfew || offset === null
      ? `${formatDate(date)} (${type})`
      : `${formatDate(date)} (${type}) − ${describeOffset(offset)}`
  return dates.handover_date === counted.handover ? sum : `${sum}, moved to the sentence start`
}
