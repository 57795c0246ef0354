import type { CivilDate } from '../dates/civil-date.ts'
import { pack, packKnown, type PackedDate } from '../dates/packed-date.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { ReleaseType } from '../model/plan.ts'
import type { RuleRow } from '../rule-sets/rule-set.ts'

// What one case is worked out with: filled by `planDates` for each case, and overwritten by the next, so that planning
// a caseload allocates nothing but its answers. The planner is synchronous, so nothing can come between.

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

/** The earliest release for handover. HDCED, APD and ROTL never count. */
export function readRelease(facts: CaseFacts): void {
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

export function isUnsentenced(facts: CaseFacts): boolean {
  const status = facts.legal_status
  return status === 'remand' || status === 'unsentenced' || status === 'civil'
}

export function isUnder18(facts: CaseFacts, today: CivilDate): boolean {
  return Boolean(facts.date_of_birth) && isBefore18(facts.date_of_birth as CivilDate, pack(today))
}

/** Years are added without clamping: 29 February stays just before 1 March, the birthday of a common year. */
export function isBefore18(birth: CivilDate, today: PackedDate): boolean {
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

/** The legal status sets the flag of its name, whatever the flag says. */
export function isRecalled(facts: CaseFacts): boolean {
  return facts.recalled === true || facts.legal_status === 'recall'
}

export function isImmigration(facts: CaseFacts): boolean {
  return facts.immigration === true || facts.legal_status === 'immigration'
}
