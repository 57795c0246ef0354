import { addMonthsPacked, packKnown } from '../dates/packed-date.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import { FAR_HEARING_MONTHS, SHORT_SENTENCE_MONTHS, type RowTest } from '../rule-sets/rule-set.ts'
import { work } from './case-work.ts'

/** What each test of a row means, asked of the case in hand: its facts, and what `work` already holds of it. */
export const MEETS: Readonly<Record<RowTest, (facts: CaseFacts) => boolean>> = {
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

/** Exactly ten months to serve is short. Without a sentence start it cannot be tested, and is not short. */
export function isShort(): boolean {
  return (
    work.sentenceStart !== 0 && addMonthsPacked(work.sentenceStart, SHORT_SENTENCE_MONTHS) >= work.release
  )
}

export function isMappa2or3(facts: CaseFacts): boolean {
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
