import type { CivilDate } from '../dates/civil-date.ts'
import { CONDITION_IDS } from '../dated-work/condition.ts'
import { standingOf, type DatedItem, type ItemAnchor } from '../dated-work/dated-item.ts'
import { DATED_ITEMS } from '../dated-work/dated-items.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { LocalItem } from '../model/local-item.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'
import { anchorDays, hand, takeInHand, type PlanForSchedule } from './case-in-hand.ts'
import { met, testConditions } from './conditions-met.ts'
import { isOn, prepareItems, proofSource } from './prepare-items.ts'

/** An item that is not in the schedule of a case, and why, as a sentence. */
export interface Unlisted {
  item: DatedItem
  why: string
}

/** What stands beside a schedule: what is off, and what would be in it if a fact were known. */
export interface ListedOff {
  /** Switched off, by whom or why; and work that has ended. */
  off: Unlisted[]
  /** Work of this case with no day, because what it is counted from is not known. */
  undated: Unlisted[]
}

/**
 * What `scheduleCase` leaves out of the same case and somebody should know of: nothing whose condition is not met.
 * Arguments as there.
 */
export function listedOff(
  facts: CaseFacts,
  plan: PlanForSchedule,
  rules: RuleSetId,
  today: CivilDate,
  local: readonly LocalItem[] = [],
): ListedOff {
  takeInHand(facts, plan, rules, today)
  testConditions()
  const off: Unlisted[] = []
  for (const item of DATED_ITEMS) {
    const own = local.find((known) => known.item === item.id) ?? null
    const why = isForCase(item) && !isOn(item, own) ? offBecause(item, own) : null
    if (why !== null) off.push({ item, why })
  }
  const undated = prepareItems(local)
    .work.filter(({ anchor, offset, repeats, from }) => {
      const isCounted = offset !== null && repeats?.from !== 'last_done'
      return isCounted && anchorDays[anchor] === 0 && from <= hand.today
    })
    .map(({ id }) => DATED_ITEMS.find((item) => item.id === id) as DatedItem)
    .filter((item) => isForCase(item) && !(item.anchor === 'next_review' && hasNoReviews(facts)))
    .map((item) => ({ item, why: missingFor(item.anchor) }))
  return { off, undated }
}

function isForCase(item: DatedItem): boolean {
  if (!hand.plan.in_scope && !item.outsideOmic) return false
  return item.when.every((condition) => met[CONDITION_IDS.indexOf(condition)] === 1)
}

/** Null for what no case ever has: handover points, and what only the application can set off. */
function offBecause(item: DatedItem, own: LocalItem | null): string | null {
  const standing = standingOf(item)
  if (standing === 'handover_point' || standing === 'app_only') return null
  if (standing === 'generated') return own === null ? null : `Switched off here. ${proofSource(own.proof)}.`
  return item.offReason
}

/** A determinate sentence without parole has no review to wait for: nothing is missing. */
function hasNoReviews(facts: CaseFacts): boolean {
  return (
    facts.is_indeterminate !== true &&
    !facts.parole_eligibility_date &&
    !facts.tariff_expiry_date &&
    !facts.target_hearing_date
  )
}

const MISSING: Record<Exclude<ItemAnchor, 'release_date'>, string> = {
  handover_date: 'No handover date.',
  handover_start: 'No handover start date.',
  handover_or_sentence_start: 'No handover date.',
  next_release_or_review: 'No TED, PED, target hearing date, ARD or CRD still ahead.',
  next_review: 'No TED, PED or target hearing date still ahead.',
  reception: 'The reception date is not known.',
  sentence_start: 'The sentence start date is not known.',
  last_oasys: 'The day of the last completed OASys is not known.',
  PED: 'The PED is not known.',
  TED: 'The TED is not known.',
  THD: 'The target hearing date is not known.',
  HDCED: 'The HDCED is not known.',
}

function missingFor(anchor: ItemAnchor): string {
  if (anchor !== 'release_date') return MISSING[anchor]
  if (hand.isReleaseBeforeSentence)
    return 'The release date is before the sentence start: nothing can be counted from it.'
  return hand.isRecalled
    ? 'No confirmed release date and no post-recall release date (PRRD). Dates of the release before the recall do not count.'
    : 'No release date of any kind is known.'
}
