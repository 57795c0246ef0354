import { addDays, addMonths } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import { holidaysBetween, holidaysKnown, latestWorkingDay } from '../dates/working-days.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { LocalItem } from '../model/local-item.ts'
import type { Plan } from '../model/plan.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'
import { describeOffset, type Offset, type RuleRow } from '../rule-sets/rule-set.ts'
import { RULE_SETS } from '../rule-sets/rule-sets.ts'
import { formatDayAndDate, formatWeekday } from '../text/dates.ts'
import { RELEASE_TYPE_TEXT } from '../text/reasons.ts'
import { choosingChecks } from './choosing-checks.ts'
import { isProblem } from './plan-problem.ts'
import { scheduleMeetings } from './schedule-case.ts'
import { showMeetings } from './show-meetings.ts'
import { traceCase, type CaseTrace } from './trace-case.ts'
import { clampNote, type SumLine, type WorkingCard } from './working-card.ts'

/**
 * The cards of a case page: the handover date, then the mandated meetings in the order they fall. None where the plan
 * has no handover date. `plan` must be the plan of these facts under `rules` on `today`; `local` what is in force.
 */
export function showWorking(
  facts: CaseFacts,
  plan: Plan,
  rules: RuleSetId,
  today: CivilDate,
  local: readonly LocalItem[] = [],
): WorkingCard[] {
  const trace = traceCase(facts, rules, today)
  if (isProblem(trace) || trace.row === null || trace.counted === null) return []
  const cards = showMeetings(scheduleMeetings(facts, plan, rules, today, local), facts, plan, local)
  return [handoverCard(facts, plan, trace, trace.row, trace.counted), ...cards]
}

type Counted = NonNullable<CaseTrace['counted']>

function handoverCard(
  facts: CaseFacts,
  plan: Plan,
  trace: CaseTrace,
  row: RuleRow,
  counted: Counted,
): WorkingCard {
  const set = RULE_SETS[plan.rules]
  const handover = plan.handover_date as CivilDate
  return {
    key: 'handover',
    title: 'Handover',
    date: handover,
    windowFrom: null,
    windowTo: null,
    latestWorkingDay: latestWorkingDay(handover).date,
    confidence: set.confidence,
    provisional: false,
    sum: [
      ...countingLines(facts, trace, row, counted),
      ...sentenceLine(facts, counted.handover, handover),
      { sign: '=', label: 'Handover to the COM', date: handover, note: describeDay(handover) },
      ...startLine(facts, plan, row, handover),
    ],
    checks: choosingChecks(facts, set, row, trace.dates),
    rule: `${set.name}, row ${row.number}: ${row.condition}; ${row.result}.`,
    source: set.source,
  }
}

function countingLines(facts: CaseFacts, { dates }: CaseTrace, row: RuleRow, counted: Counted): SumLine[] {
  const release = dates.earliest_release
  if (release === null) return []
  const { outcome } = row
  switch (outcome.kind) {
    case 'before_release':
      return takeOff(RELEASE_TYPE_TEXT[release.type], release.date, outcome.offset)
    case 'legacy_crc':
      return takeOff(baseLabel(counted.from.type), counted.from.date, outcome.offset)
    case 'legacy_nps': {
      const offset = facts.mappa_level === 2 || facts.mappa_level === 3 ? outcome.start : outcome.handover
      const lines = takeOff(RELEASE_TYPE_TEXT[release.type], release.date, offset)
      if (counted.from.type !== 'HDCED' && counted.from.type !== 'HDCAD') return lines
      return [
        ...lines,
        { sign: '', label: baseLabel(counted.from.type), date: counted.from.date, note: 'sooner' },
      ]
    }
    default:
      return []
  }
}

function baseLabel(type: Counted['from']['type']): string {
  if (type === 'HDCED') return 'Home detention curfew eligibility date (HDCED)'
  return type === 'HDCAD' ? 'Home detention curfew actual date (HDCAD)' : RELEASE_TYPE_TEXT[type]
}

/** The date, less months, less days, with the day reached after each. */
function takeOff(label: string, date: CivilDate, offset: Offset): SumLine[] {
  const lines: SumLine[] = [{ sign: '', label, date, note: '' }]
  let reached = date
  if (offset.months > 0) {
    reached = addMonths(reached, -offset.months)
    const note = [offset.days > 0 ? 'months first' : '', clampNote(date, reached)].filter(Boolean).join('; ')
    lines.push({ sign: '−', label: describeOffset({ months: offset.months, days: 0 }), date: reached, note })
  }
  if (offset.days > 0) {
    reached = addDays(reached, -offset.days)
    const note = offset.months > 0 ? 'then days' : ''
    lines.push({ sign: '−', label: describeOffset({ months: 0, days: offset.days }), date: reached, note })
  }
  return lines
}

function sentenceLine(facts: CaseFacts, counted: CivilDate, stands: CivilDate): SumLine[] {
  const start = facts.sentence_start_date
  if (!start || counted >= start) return []
  const note =
    counted === stands ? 'later than the handover date: due on allocation' : 'later, so this day stands'
  return [{ sign: '', label: 'Sentence start', date: start, note }]
}

function startLine(facts: CaseFacts, plan: Plan, row: RuleRow, handover: CivilDate): SumLine[] {
  const start = plan.handover_start_date
  if (start === null || start === handover) return []
  let note = facts.womens_prison ? 'the category became open' : 'arrived at the open prison'
  if (row.outcome.kind === 'legacy_nps') {
    note =
      start === facts.sentence_start_date
        ? 'the sentence start'
        : `${describeOffset(row.outcome.start)} before release`
  }
  return [{ sign: '', label: 'COM supports from', date: start, note }]
}

/** `a working day`; otherwise what kind of day it is, and the last working day before it. */
function describeDay(date: CivilDate): string {
  const latest = latestWorkingDay(date)
  const unsure = holidaysKnown(date) ? '' : '; bank holidays of that year are not known'
  if (latest.date === date) return `a working day${unsure}`
  const holiday = holidaysBetween(date, date)[0]?.title
  return `${holiday ?? `a ${formatWeekday(date)}`}: last working day ${formatDayAndDate(latest.date)}${unsure}`
}
