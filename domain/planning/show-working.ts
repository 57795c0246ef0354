import { addDays, addMonths } from '../dates/arithmetic.ts'
import type { CivilDate } from '../dates/civil-date.ts'
import { holidaysBetween, holidaysKnown, latestWorkingDay } from '../dates/working-days.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { Confidence, MandatedMeetingId, Plan, ScheduleEntry } from '../model/plan.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'
import { describeOffset, type Offset, type RuleRow } from '../rule-sets/rule-set.ts'
import { RULE_SETS } from '../rule-sets/rule-sets.ts'
import { formatDayAndDate, formatMonth, formatWeekday } from '../text/dates.ts'
import { RELEASE_TYPE_TEXT } from '../text/reasons.ts'
import { choosingChecks } from './choosing-checks.ts'
import {
  HANDOVER_WINDOW_DAYS,
  LAST_MEETING_MONTHS,
  LAST_MEETING_WINDOW_DAYS,
  MANDATED_MEETINGS,
} from './mandated-meetings.ts'
import { isProblem } from './plan-problem.ts'
import { scheduleMeetings } from './schedule-meetings.ts'
import { traceCase, type CaseTrace } from './trace-case.ts'

/** One line of a sum: what is taken off (`−`) or comes out (`=`), and the day reached. */
export interface SumLine {
  sign: '' | '−' | '='
  label: string
  date: CivilDate | null
  note: string
}

/** One date of a case page, with everything needed to check it by hand. */
export interface WorkingCard {
  key: 'handover' | MandatedMeetingId
  title: string
  /** Null where no source gives one: the user sets it. */
  date: CivilDate | null
  windowFrom: CivilDate | null
  windowTo: CivilDate | null
  latestWorkingDay: CivilDate | null
  confidence: Confidence
  provisional: boolean
  sum: SumLine[]
  /** The tests that chose the rule. */
  checks: string[]
  rule: string
  source: string
}

const MEETING_ORDER: readonly MandatedMeetingId[] = ['mt-handover', 'mt-prerelease-2', 'mt-prerelease-1m']

/**
 * The cards of a case page: the handover date, then the mandated meetings in the order they fall. None where the plan
 * has no handover date. `plan` must be the plan of these facts under `rules` on `today`.
 */
export function showWorking(facts: CaseFacts, plan: Plan, rules: RuleSetId, today: CivilDate): WorkingCard[] {
  const trace = traceCase(facts, rules, today)
  if (isProblem(trace) || trace.row === null || trace.counted === null) return []
  const entries = scheduleMeetings(facts, plan, rules, today)
  const cards = MEETING_ORDER.map((id) => entries.find((entry) => entry.id === id))
    .filter((entry) => entry !== undefined)
    .map((entry) => meetingCard(entry, facts, plan))
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

/** Why the day of the month changed, where the month reached has no such day: `February 2027 has 28 days`. */
function clampNote(from: CivilDate, reached: CivilDate): string {
  return from.slice(8) === reached.slice(8)
    ? ''
    : `${formatMonth(reached)} has ${Number(reached.slice(8))} days`
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

function meetingCard(entry: ScheduleEntry, facts: CaseFacts, plan: Plan): WorkingCard {
  const id = entry.id as MandatedMeetingId
  const meeting = MANDATED_MEETINGS[id]
  const place = MEETING_ORDER.indexOf(id) + 1
  return {
    key: id,
    title: meeting.name,
    date: entry.due,
    windowFrom: entry.window_from,
    windowTo: entry.window_to,
    latestWorkingDay: entry.latest_working_day,
    confidence: entry.confidence,
    provisional: entry.provisional,
    sum: meetingSum(entry, facts, plan),
    checks: [],
    rule: `Mandated meeting ${place} of 3. ${meetingRule(id)} Record: ${meeting.mustRecord}.`,
    source: entry.source,
  }
}

function meetingRule(id: MandatedMeetingId): string {
  switch (id) {
    case 'mt-handover':
      return 'COM arranges; POM and prisoner attend; family and key worker as needed.'
    case 'mt-prerelease-2':
      return 'COM, POM and prisoner. No source gives a day: set one between the handover meeting and the last meeting.'
    case 'mt-prerelease-1m':
      return 'COM, POM and prisoner, one month before release but not before handover.'
  }
}

function meetingSum(entry: ScheduleEntry, facts: CaseFacts, plan: Plan): SumLine[] {
  if (entry.due === null) return []
  const due = entry.due
  if (entry.anchor.type === 'handover') {
    return [
      { sign: '', label: 'Handover', date: entry.anchor.date, note: 'above' },
      windowLine(entry, due, facts),
    ]
  }
  const reached = addMonths(entry.anchor.date, -LAST_MEETING_MONTHS)
  const isReleaseFirst = plan.handover_date !== null && entry.anchor.date <= plan.handover_date
  const lines: SumLine[] = [
    ...(isReleaseFirst ? [releaseFirstLine(plan.handover_date)] : []),
    { sign: '', label: 'Release', date: entry.anchor.date, note: releaseNote(entry) },
    { sign: '−', label: '1 month', date: reached, note: clampNote(entry.anchor.date, reached) },
  ]
  if (reached !== due) {
    const label =
      due === plan.handover_date ? 'Handover' : due === entry.anchor.date ? 'Release' : 'Sentence start'
    const note = label === 'Release' ? 'never after release' : 'later, so this day stands'
    lines.push({ sign: '=', label, date: due, note })
  }
  return [...lines, windowLine(entry, due, facts)]
}

function releaseFirstLine(handover: CivilDate | null): SumLine {
  return {
    sign: '',
    label: 'Handover',
    date: handover,
    note: 'not before release: the meeting comes forward',
  }
}

function windowLine(entry: ScheduleEntry, due: CivilDate, facts: CaseFacts): SumLine {
  const from = entry.window_from as CivilDate
  const days = entry.id === 'mt-handover' ? HANDOVER_WINDOW_DAYS : LAST_MEETING_WINDOW_DAYS
  if (from === addDays(due, -days))
    return { sign: '−', label: `${days} days`, date: from, note: 'the window opens' }
  const label =
    from === facts.sentence_start_date ? 'Sentence start' : from === due ? 'The day itself' : 'Handover'
  return { sign: '', label, date: from, note: `the window opens: later than ${days} days before` }
}

function releaseNote(entry: ScheduleEntry): string {
  switch (entry.anchor.type) {
    case 'confirmed_release':
      return 'confirmed'
    case 'approved_parole':
      return 'approved on parole; no confirmed date yet'
    case 'PED':
    case 'TED':
    case 'THD':
      return `${entry.anchor.type}; nobody has directed release: a planning date`
    default:
      return `${entry.anchor.type}; no confirmed date yet`
  }
}
