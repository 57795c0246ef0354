import type { CivilDate } from '../dates/civil-date.ts'
import {
  addMonthsPacked,
  pack,
  packKnown,
  subtractDaysPacked,
  unpack,
  type PackedDate,
} from '../dates/packed-date.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { PlanDates, Reason, ReleaseType, Responsibility } from '../model/plan.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'
import {
  FAR_HEARING_MONTHS,
  SHORT_SENTENCE_MONTHS,
  type Offset,
  type RowResult,
  type RowTest,
  type RuleRow,
  type RuleSet,
} from '../rule-sets/rule-set.ts'
import { RULE_SETS } from '../rule-sets/rule-sets.ts'
import type { PlanProblem } from './plan-problem.ts'

// The one place policy dates are worked out. It runs the rows of the rule sets as they are written there. A caseload
// is replanned whole at every look, so this avoids allocating anything but its answer: dates are packed integers, and
// what one case is worked out with stands in `work`, overwritten by the next. The planner is synchronous, so nothing
// can come between.

/** What a plan was worked out from: read by `traceCase`, which explains. Dates are packed, 0 where there is none. */
export const work = {
  /** The row that decided; null outside OMiC. */
  row: null as RuleRow | null,
  today: 0 as PackedDate,
  isIndeterminate: false,
  isRecalled: false,
  isImmigration: false,
  sentenceStart: 0 as PackedDate,
  release: 0 as PackedDate,
  releaseType: 'CRD' as ReleaseType,
  /** The date the handover was counted from, and what it is: the release, HDCED or HDCAD. */
  base: 0 as PackedDate,
  baseType: 'CRD' as ReleaseType | 'HDCED' | 'HDCAD',
  /** As the row gives them, before any is moved to the sentence start. */
  start: 0 as PackedDate,
  handover: 0 as PackedDate,
}

const MISSING_COHORT: PlanProblem = {
  error: {
    code: 'missing_fact',
    field: 'legacy_cohort',
    message: 'The Day 1 rules need to know whether this is a legacy NPS or legacy CRC case',
  },
}

/**
 * Who is responsible on `today`, why, and the days that decide it. `facts` must have passed `checkFacts` (real ISO
 * dates). Cheap: below a third of a microsecond, allocating only the result.
 */
export function planDates(facts: CaseFacts, rules: RuleSetId, today: CivilDate): PlanDates | PlanProblem {
  work.row = null
  work.today = pack(today)
  const status = facts.legal_status
  const birth = facts.date_of_birth
  if (status === 'remand' || status === 'unsentenced' || status === 'civil') return outside()
  if (birth && isBefore18(birth, work.today)) return outside()
  work.isIndeterminate = facts.is_indeterminate === true
  work.isRecalled = status === 'recall' || facts.recalled === true
  work.isImmigration = status === 'immigration' || facts.immigration === true
  readRelease(facts)
  if (work.sentenceStart === 0 && work.release === 0 && !showsSentence(facts)) return outside()
  const { tests, set } = programOf(rules)
  for (let at = 0; at < tests.length; at += 1) {
    const row = set.rows[at] as RuleRow
    if (row.needsCohort && !facts.legacy_cohort) return MISSING_COHORT
    if ((tests[at] as Program['tests'][number])(facts)) return decide(row, facts, set.openPrisonStart)
  }
  throw new Error(`No row of ${rules} matched: its last row must take every case`)
}

function outside(): PlanDates {
  return outcome(false, null, 'outside_omic', 0, 0)
}

function programOf(rules: RuleSetId): Program {
  switch (rules) {
    case 'national-2023':
      return NATIONAL
    case 'day-1-2021':
      return DAY_1
    case 'enhanced-7-5':
      return ENHANCED
    case 'pre-release-5':
      return PRE_RELEASE
  }
}

function decide(row: RuleRow, facts: CaseFacts, openPrisonStart: boolean): PlanDates {
  work.row = row
  const reason =
    row.reasonIf !== null && reasonFactHolds(row.reasonIf.fact, facts) ? row.reasonIf.reason : row.reason
  if (row.outcome.kind === 'no_dates') return outcome(true, row.outcome.responsibility, reason, 0, 0)
  countBack(row.outcome, facts)
  if (openPrisonStart && work.isIndeterminate) startInOpenPrison(facts)
  let { start, handover } = work
  if (row.clamped) {
    // An unknown sentence start is 0, before every date: nothing is moved.
    if (start < work.sentenceStart) start = work.sentenceStart
    if (handover < work.sentenceStart) handover = work.sentenceStart
  }
  const { today } = work
  return outcome(
    true,
    today < start ? 'pom' : today < handover ? 'pom_with_com' : 'com',
    reason,
    start,
    handover,
  )
}

function outcome(
  inScope: boolean,
  responsibility: Responsibility | null,
  reason: Reason,
  start: PackedDate,
  handover: PackedDate,
): PlanDates {
  return {
    in_scope: inScope,
    responsibility,
    reason,
    handover_start_date: start === 0 ? null : unpack(start),
    handover_date: handover === 0 ? null : unpack(handover),
    earliest_release:
      inScope && work.release !== 0 ? { type: work.releaseType, date: unpack(work.release) } : null,
  }
}

export function isUnsentenced(facts: CaseFacts): boolean {
  const status = facts.legal_status
  return status === 'remand' || status === 'unsentenced' || status === 'civil'
}

export function isUnder18(facts: CaseFacts, today: CivilDate): boolean {
  return Boolean(facts.date_of_birth) && isBefore18(facts.date_of_birth as CivilDate, pack(today))
}

/** Years are added without clamping: 29 February stays just before 1 March, the birthday of a common year. */
function isBefore18(birth: CivilDate, today: PackedDate): boolean {
  return today < pack(birth) + EIGHTEEN_YEARS
}
const EIGHTEEN_YEARS = 18 * 12 * 32

/** A person with nothing to show a sentence is outside too. One sentenced without a release date is kept. */
export function showsSentence(facts: CaseFacts): boolean {
  return Boolean(
    facts.sentence_start_date ||
    facts.conditional_release_date ||
    facts.automatic_release_date ||
    facts.is_indeterminate === true ||
    facts.parole_eligibility_date ||
    isRecalled(facts) ||
    isImmigration(facts) ||
    facts.home_detention_curfew_eligibility_date ||
    facts.tariff_expiry_date,
  )
}

export function isRecalled(facts: CaseFacts): boolean {
  return facts.recalled === true || facts.legal_status === 'recall'
}

export function isImmigration(facts: CaseFacts): boolean {
  return facts.immigration === true || facts.legal_status === 'immigration'
}

/** The earliest release for handover. HDCED, APD and ROTL never count. */
function readRelease(facts: CaseFacts): void {
  work.sentenceStart = packKnown(facts.sentence_start_date)
  if (work.isIndeterminate) {
    readIndeterminateRelease(packKnown(facts.tariff_expiry_date), packKnown(facts.target_hearing_date))
    return
  }
  const parole = packKnown(facts.parole_eligibility_date)
  if (parole !== 0) {
    work.release = parole
    work.releaseType = 'PED'
    return
  }
  const automatic = packKnown(facts.automatic_release_date)
  const conditional = packKnown(facts.conditional_release_date)
  const isAutomatic = automatic !== 0 && (conditional === 0 || automatic <= conditional)
  work.release = isAutomatic ? automatic : conditional
  work.releaseType = isAutomatic ? 'ARD' : 'CRD'
}

/** The tariff if ahead, else the hearing if ahead, else whichever is nearer to today; of two past, the later. */
function readIndeterminateRelease(tariff: PackedDate, hearing: PackedDate): void {
  const { today } = work
  const isTariff = tariff > today || (hearing <= today && tariff >= hearing)
  work.release = isTariff ? tariff : hearing
  work.releaseType = isTariff ? 'TED' : 'THD'
}

/** What each test of a row means. */
const MEETS: Readonly<Record<RowTest, (facts: CaseFacts) => boolean>> = {
  additional_isp: (facts) => work.isIndeterminate && facts.additional_isp === true,
  far_hearing_recalled_low_mappa: (facts) =>
    work.isIndeterminate && work.isRecalled && !isMappa2or3(facts) && isHearingFar(facts),
  far_hearing_refused_mappa_2_3: (facts) =>
    work.isIndeterminate && isRefused(facts) && isMappa2or3(facts) && isHearingFar(facts),
  far_hearing_refused: (facts) => work.isIndeterminate && isRefused(facts) && isHearingFar(facts),
  recalled: () => work.isRecalled,
  immigration: () => work.isImmigration,
  no_release: () => work.release === 0,
  early_allocation: (facts) => facts.is_early_allocation === true,
  early_allocation_nps: (facts) => facts.is_early_allocation === true && facts.legacy_cohort === 'nps',
  indeterminate: () => work.isIndeterminate,
  indeterminate_or_parole: () => work.isIndeterminate || work.releaseType === 'PED',
  short: () => isShort(),
  short_with_service: (facts) => isShort() && facts.short_sentence_function === true,
  parole: () => work.releaseType === 'PED',
  nps: (facts) => facts.legacy_cohort === 'nps',
  any: () => true,
  crc: (facts) => facts.legacy_cohort === 'crc',
}

/** A rule set made ready to run. */
interface Program {
  set: RuleSet
  tests: ((facts: CaseFacts) => boolean)[]
}

function makeProgram(rules: RuleSetId): Program {
  const set = RULE_SETS[rules]
  return { set, tests: set.rows.map(({ test }) => MEETS[test]) }
}

const NATIONAL = makeProgram('national-2023')
const DAY_1 = makeProgram('day-1-2021')
const ENHANCED = makeProgram('enhanced-7-5')
const PRE_RELEASE = makeProgram('pre-release-5')

/** Exactly ten months to serve is short. Without a sentence start it cannot be tested, and is not short. */
function isShort(): boolean {
  return (
    work.sentenceStart !== 0 && addMonthsPacked(work.sentenceStart, SHORT_SENTENCE_MONTHS) >= work.release
  )
}

function isMappa2or3(facts: CaseFacts): boolean {
  return facts.mappa_level === 2 || facts.mappa_level === 3
}

/** Only a completed review can have refused: with none, nothing is known and nothing is refused. */
function isRefused(facts: CaseFacts): boolean {
  return facts.parole_outcome_release === false
}

function isHearingFar(facts: CaseFacts): boolean {
  const hearing = packKnown(facts.target_hearing_date)
  return hearing !== 0 && hearing >= addMonthsPacked(work.today, FAR_HEARING_MONTHS)
}

function reasonFactHolds(fact: 'open_conditions' | 'parole_date' | 'determinate', facts: CaseFacts): boolean {
  if (fact === 'open_conditions') return facts.in_open_conditions === true
  if (fact === 'parole_date') return work.releaseType === 'PED'
  return !work.isIndeterminate
}

/** Months first, then days. */
function before(date: PackedDate, offset: Offset): PackedDate {
  const month = offset.months === 0 ? date : addMonthsPacked(date, -offset.months)
  return offset.days === 0 ? month : subtractDaysPacked(month, offset.days)
}

function countBack(outcome: RowResult, facts: CaseFacts): void {
  work.base = work.release
  work.baseType = work.releaseType
  switch (outcome.kind) {
    case 'before_release':
      work.handover = before(work.release, outcome.offset)
      work.start = work.handover
      return
    case 'legacy_nps':
      countLegacyNps(outcome.start, outcome.handover, facts)
      return
    case 'legacy_crc':
      readLegacyCrcBase(facts)
      work.handover = before(work.base, outcome.offset)
      work.start = work.handover
      return
    default:
  }
}

function countLegacyNps(startOffset: Offset, handoverOffset: Offset, facts: CaseFacts): void {
  work.start = before(work.release, startOffset)
  if (isMappa2or3(facts)) {
    work.handover = work.start
    return
  }
  work.handover = before(work.release, handoverOffset)
  const actual = packKnown(facts.home_detention_curfew_actual_date)
  const curfew = actual === 0 ? packKnown(facts.home_detention_curfew_eligibility_date) : actual
  if (curfew !== 0 && curfew < work.handover) {
    work.handover = curfew
    work.base = curfew
    work.baseType = actual === 0 ? 'HDCED' : 'HDCAD'
  }
  if (work.start > work.handover) work.start = work.handover
}

function readLegacyCrcBase(facts: CaseFacts): void {
  const actual = packKnown(facts.home_detention_curfew_actual_date)
  if (actual !== 0) {
    work.base = actual
    work.baseType = 'HDCAD'
    return
  }
  const curfew = packKnown(facts.home_detention_curfew_eligibility_date)
  if (curfew !== 0 && curfew < work.release) {
    work.base = curfew
    work.baseType = 'HDCED'
  }
}

/**
 * Open conditions bring the COM in early: men from the day they reached the open prison, women from the day the
 * category became open. The other date never stands in for a missing one.
 */
function startInOpenPrison(facts: CaseFacts): void {
  const applies = facts.open_prison_rules_apply ?? facts.in_open_conditions
  if (applies !== true) return
  const since = packKnown(
    facts.womens_prison === true ? facts.category_active_since : facts.prison_arrival_date,
  )
  if (since !== 0 && since < work.start) work.start = since
}

/** Whether the case just planned is short, whatever row decided. */
export function lastCaseIsShort(): boolean {
  return work.release !== 0 && isShort()
}
