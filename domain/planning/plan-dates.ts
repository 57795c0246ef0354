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
  type RuleRow,
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
  if (isOutsideOmic(facts, today)) return outcome(false, null, 'outside_omic', 0, 0)
  readRelease(facts, today)
  const set = RULE_SETS[rules]
  const rows = set.rows
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as RuleRow
    if (row.needsCohort && !facts.legacy_cohort) return MISSING_COHORT
    if (meets(row, facts, today)) return decide(row, facts, today, set.openPrisonStart)
  }
  throw new Error(`No row of ${rules} matched: its last row must take every case`)
}

function decide(row: RuleRow, facts: CaseFacts, today: CivilDate, openPrisonStart: boolean): PlanDates {
  work.row = row
  const reason =
    row.reasonIf !== null && reasonFactHolds(row.reasonIf.fact, facts) ? row.reasonIf.reason : row.reason
  if (row.outcome.kind === 'no_dates') return outcome(true, row.outcome.responsibility, reason, 0, 0)
  countBack(row, facts)
  if (openPrisonStart && facts.is_indeterminate === true) startInOpenPrison(facts)
  let { start, handover } = work
  if (row.clamped && work.sentenceStart !== 0) {
    if (start < work.sentenceStart) start = work.sentenceStart
    if (handover < work.sentenceStart) handover = work.sentenceStart
  }
  const day = pack(today)
  return outcome(true, day < start ? 'pom' : day < handover ? 'pom_with_com' : 'com', reason, start, handover)
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

/** Scope, from what Manage POM cases leaves out; a sentenced person without a release date is kept, unlike there. */
function isOutsideOmic(facts: CaseFacts, today: CivilDate): boolean {
  return isUnsentenced(facts) || isUnder18(facts, today) || !showsSentence(facts)
}

export function isUnsentenced(facts: CaseFacts): boolean {
  const status = facts.legal_status
  return status === 'remand' || status === 'unsentenced' || status === 'civil'
}

/** Compared as texts: nobody is born on 29 February of a common year, so that birthday falls on 1 March by itself. */
export function isUnder18(facts: CaseFacts, today: CivilDate): boolean {
  const birth = facts.date_of_birth
  if (!birth) return false
  return pack(today) < pack(birth) + EIGHTEEN_YEARS
}
/** Eighteen years in packed form, without clamping: 29 February becomes a day just before 1 March. */
const EIGHTEEN_YEARS = 18 * 12 * 32

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
function readRelease(facts: CaseFacts, today: CivilDate): void {
  work.sentenceStart = packKnown(facts.sentence_start_date)
  if (facts.is_indeterminate === true) {
    readIndeterminateRelease(packKnown(facts.tariff_expiry_date), packKnown(facts.target_hearing_date), today)
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
function readIndeterminateRelease(tariff: PackedDate, hearing: PackedDate, today: CivilDate): void {
  const day = pack(today)
  const isTariff = tariff > day || (hearing <= day && tariff >= hearing)
  work.release = isTariff ? tariff : hearing
  work.releaseType = isTariff ? 'TED' : 'THD'
}

function meets(row: RuleRow, facts: CaseFacts, today: CivilDate): boolean {
  switch (row.test) {
    case 'recalled':
      return isRecalled(facts)
    case 'immigration':
      return isImmigration(facts)
    case 'no_release':
      return work.release === 0
    case 'early_allocation':
      return facts.is_early_allocation === true
    case 'indeterminate':
      return facts.is_indeterminate === true
    case 'short':
      return isShort()
    case 'parole':
      return work.releaseType === 'PED'
    case 'any':
      return true
    case 'short_with_service':
      return facts.short_sentence_function === true && isShort()
    case 'additional_isp':
      return facts.is_indeterminate === true && facts.additional_isp === true
    case 'far_hearing_recalled_low_mappa':
      return (
        facts.is_indeterminate === true &&
        isRecalled(facts) &&
        !isMappa2or3(facts) &&
        isHearingFar(facts, today)
      )
    case 'far_hearing_refused_mappa_2_3':
      return (
        facts.is_indeterminate === true &&
        isRefused(facts) &&
        isMappa2or3(facts) &&
        isHearingFar(facts, today)
      )
    case 'far_hearing_refused':
      return facts.is_indeterminate === true && isRefused(facts) && isHearingFar(facts, today)
    case 'early_allocation_nps':
      return facts.is_early_allocation === true && facts.legacy_cohort === 'nps'
    case 'indeterminate_or_parole':
      return facts.is_indeterminate === true || work.releaseType === 'PED'
    case 'nps':
      return facts.legacy_cohort === 'nps'
    case 'crc':
      return facts.legacy_cohort === 'crc'
  }
}

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

function isHearingFar(facts: CaseFacts, today: CivilDate): boolean {
  const hearing = packKnown(facts.target_hearing_date)
  return hearing !== 0 && hearing >= addMonthsPacked(pack(today), FAR_HEARING_MONTHS)
}

function reasonFactHolds(fact: 'open_conditions' | 'parole_date' | 'determinate', facts: CaseFacts): boolean {
  if (fact === 'open_conditions') return facts.in_open_conditions === true
  if (fact === 'parole_date') return work.releaseType === 'PED'
  return facts.is_indeterminate !== true
}

/** Months first, then days. */
function before(date: PackedDate, offset: Offset): PackedDate {
  const month = offset.months === 0 ? date : addMonthsPacked(date, -offset.months)
  return offset.days === 0 ? month : subtractDaysPacked(month, offset.days)
}

function countBack(row: RuleRow, facts: CaseFacts): void {
  work.base = work.release
  work.baseType = work.releaseType
  switch (row.outcome.kind) {
    case 'before_release':
      work.handover = before(work.release, row.outcome.offset)
      work.start = work.handover
      return
    case 'legacy_nps':
      countLegacyNps(row.outcome.start, row.outcome.handover, facts)
      return
    case 'legacy_crc':
      readLegacyCrcBase(facts)
      work.handover = before(work.base, row.outcome.offset)
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
