import type { CivilDate } from '../dates/civil-date.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { Flag, PlanDates } from '../model/plan.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'
import { RULE_SETS } from '../rule-sets/rule-sets.ts'
import { isRecalled, isUnder18, isUnsentenced, showsSentence, work } from './case-work.ts'
import { lastCaseIsShort } from './plan-dates.ts'
import { meetingRelease } from './meeting-release.ts'

/** HDC is understood to have ended for most adults on this day (national release date service, configuration of August 2026). */
export const HDC_CHECK_FROM = '2026-09-02' as CivilDate

/**
 * What the plan must say aloud, in the order of `FLAGS`. Reads what `planDates` left in `work`, so it is called straight
 * after it for the same case. A flag never changes a date.
 */
export function flagsOf(facts: CaseFacts, dates: PlanDates, rules: RuleSetId, today: CivilDate): Flag[] {
  const flags: Flag[] = []
  if (isReleaseBeforeHandover(facts, dates, today)) flags.push('release_before_handover')
  if (isParoleOutcomeUnknown(facts, today)) flags.push('parole_outcome_unknown')
  if (!facts.sentence_start_date) flags.push('sentence_start_unknown')
  if (!facts.date_of_birth) flags.push('assumed_adult')
  if (!facts.legal_status) flags.push('assumed_sentenced')
  if (!facts.rosh_level) flags.push('risk_unknown')
  if (isShortServiceUnconfirmed(facts, rules)) flags.push('short_sentence_service_unconfirmed')
  if (isBeforeSentence(dates)) flags.push('handover_from_sentence_start')
  const curfew = facts.home_detention_curfew_eligibility_date
  if (curfew && curfew >= HDC_CHECK_FROM) flags.push('hdc_check')
  if (facts.early_removal_scheme_eligibility_date) flags.push('removal_possible')
  if (facts.restricted_patient === true) flags.push('restricted_patient')
  if (isContradictory(facts, dates)) flags.push('release_date_contradiction')
  if (!dates.in_scope && isUnder18(facts, today) && !isUnsentenced(facts) && showsSentence(facts))
    flags.push('under_18')
  return flags
}

/** The dates on which somebody may leave before, or on, the handover date. Empty where none does. */
export function releasesBeforeHandover(facts: CaseFacts, dates: PlanDates, today: CivilDate): CivilDate[] {
  const handover = dates.handover_date
  if (handover === null) return []
  const found: CivilDate[] = []
  const consider = (release: CivilDate | null | undefined) => {
    if (release && comesFirst(release, handover, today)) found.push(release)
  }
  consider(facts.home_detention_curfew_actual_date)
  consider(facts.confirmed_release_date)
  consider(facts.approved_parole_date)
  const curfew = facts.home_detention_curfew_eligibility_date
  if (curfew && curfew > today) consider(curfew)
  const removal = facts.early_removal_scheme_eligibility_date
  if (removal && removal > today) consider(removal)
  // The meetings are brought forward for any release on or before the handover, a contradictory record included:
  // whatever brings them forward is said.
  const release = meetingRelease(facts, dates)
  if (release !== null && release.date <= handover && !found.includes(release.date)) found.push(release.date)
  return found.sort()
}

/** Whether there is any: the same question as `releasesBeforeHandover`, asked of every case, so without making a list. */
function isReleaseBeforeHandover(facts: CaseFacts, dates: PlanDates, today: CivilDate): boolean {
  const handover = dates.handover_date
  if (handover === null) return false
  const confirmed = facts.confirmed_release_date
  const approved = facts.approved_parole_date
  const release = confirmed || approved || dates.earliest_release?.date
  if (release && release <= handover) return true
  const curfew = facts.home_detention_curfew_eligibility_date
  const removal = facts.early_removal_scheme_eligibility_date
  return (
    comesFirst(facts.home_detention_curfew_actual_date, handover, today) ||
    (Boolean(confirmed) && comesFirst(approved, handover, today)) ||
    (Boolean(curfew) && (curfew as CivilDate) > today && comesFirst(curfew, handover, today)) ||
    (Boolean(removal) && (removal as CivilDate) > today && comesFirst(removal, handover, today))
  )
}

/** On or before a handover date still ahead of the release, or of today. */
function comesFirst(release: CivilDate | null | undefined, handover: CivilDate, today: CivilDate): boolean {
  return Boolean(release) && ((release as CivilDate) < handover || (release === handover && handover > today))
}

function isParoleOutcomeUnknown(facts: CaseFacts, today: CivilDate): boolean {
  const eligible = facts.parole_eligibility_date
  if (!eligible || eligible >= today || facts.is_indeterminate === true) return false
  return (facts.parole_outcome_release ?? null) === null && !isRecalled(facts)
}

/** A case the rules come to test for a short sentence, and find short, with nobody sure to take it. */
function isShortServiceUnconfirmed(facts: CaseFacts, rules: RuleSetId): boolean {
  if (rules !== 'enhanced-7-5' && rules !== 'pre-release-5') return false
  const { row } = work
  if (row === null || facts.short_sentence_function === true) return false
  return row.number >= shortRowNumber(rules) && lastCaseIsShort()
}

const SHORT_ROW: Partial<Record<RuleSetId, number>> = {}
function shortRowNumber(rules: RuleSetId): number {
  return (SHORT_ROW[rules] ??=
    RULE_SETS[rules].rows.find(({ test }) => test === 'short' || test === 'short_with_service')?.number ??
    Infinity)
}

function isBeforeSentence(dates: PlanDates): boolean {
  if (dates.handover_date === null || work.sentenceStart === 0) return false
  return work.start < work.sentenceStart || work.handover < work.sentenceStart
}

/** Whether `contradictions` would find any, asked of every case, so without making a list. */
function isContradictory(facts: CaseFacts, dates: PlanDates): boolean {
  const conditional = facts.conditional_release_date
  const curfew = facts.home_detention_curfew_eligibility_date
  const parole = facts.parole_eligibility_date
  if (conditional && ((curfew && curfew > conditional) || (parole && parole > conditional))) return true
  if (facts.tariff_expiry_date && facts.is_indeterminate !== true) return true
  const { earliest_release: release } = dates
  return release !== null && work.sentenceStart !== 0 && work.release < work.sentenceStart
}

export const CONTRADICTIONS = [
  'release_before_sentence',
  'tariff_on_determinate',
  'hdced_after_crd',
  'ped_after_crd',
] as const
export interface Contradiction {
  code: (typeof CONTRADICTIONS)[number]
  /** One phrase, as in _on this record the PED is after the CRD_. */
  phrase: string
}

/** What the record says against itself. Empty for a sound record. */
export function contradictions(
  facts: CaseFacts,
  dates: Pick<PlanDates, 'earliest_release'>,
): Contradiction[] {
  const found: Contradiction[] = []
  const release = dates.earliest_release
  const start = facts.sentence_start_date
  if (release !== null && start && release.date < start) {
    found.push({
      code: 'release_before_sentence',
      phrase: `the ${release.type} is before the sentence start`,
    })
  }
  if (facts.tariff_expiry_date && facts.is_indeterminate !== true) {
    found.push({
      code: 'tariff_on_determinate',
      phrase: 'there is a tariff expiry date on a determinate sentence',
    })
  }
  const conditional = facts.conditional_release_date
  if (conditional) {
    const curfew = facts.home_detention_curfew_eligibility_date
    if (curfew && curfew > conditional)
      found.push({ code: 'hdced_after_crd', phrase: 'the HDCED is after the CRD' })
    const parole = facts.parole_eligibility_date
    if (parole && parole > conditional)
      found.push({ code: 'ped_after_crd', phrase: 'the PED is after the CRD' })
  }
  return found
}
