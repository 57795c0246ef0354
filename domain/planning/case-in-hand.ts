import type { CivilDate } from '../dates/civil-date.ts'
import { pack, packKnown, type PackedDate } from '../dates/packed-date.ts'
import { ITEM_ANCHORS, type ItemAnchor } from '../dated-work/dated-item.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { AnchorType, Plan } from '../model/plan.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'
import { isRecalled } from './case-work.ts'

/** What a schedule needs of a plan. */
export type PlanForSchedule = Pick<
  Plan,
  'in_scope' | 'reason' | 'handover_date' | 'handover_start_date' | 'handover_type' | 'earliest_release'
>

// The case a schedule is being made for: filled for each and overwritten by the next, so that nothing but the answer is
// allocated. Scheduling is synchronous, so nothing can come between.

export const hand = {
  facts: {} as CaseFacts,
  plan: {} as PlanForSchedule,
  rules: 'national-2023' as RuleSetId,
  today: 0 as PackedDate,
  isRecalled: false,
  sentenceStart: 0 as PackedDate,
  /** A release is known, but it falls before the sentence: nothing is counted from it. */
  isReleaseBeforeSentence: false,
}

/** The day and the kind of each anchor, in the order of `ITEM_ANCHORS`; day 0 where it is not known. */
export const anchorDays = new Int32Array(ITEM_ANCHORS.length)
export const anchorTypes: AnchorType[] = ITEM_ANCHORS.map(() => 'CRD')

/** The place of an anchor in the two lists above. */
export const placeOf = (anchor: ItemAnchor): number => ITEM_ANCHORS.indexOf(anchor)
const RELEASE = placeOf('release_date')
const HANDOVER = placeOf('handover_date')
const HANDOVER_START = placeOf('handover_start')
const HANDOVER_OR_SENTENCE = placeOf('handover_or_sentence_start')
const NEXT_RELEASE_OR_REVIEW = placeOf('next_release_or_review')
const NEXT_REVIEW = placeOf('next_review')
const RECEPTION = placeOf('reception')
const SENTENCE = placeOf('sentence_start')
const LAST_OASYS = placeOf('last_oasys')
const PED = placeOf('PED')
const TED = placeOf('TED')
const THD = placeOf('THD')

function setAnchor(place: number, day: PackedDate, type: AnchorType): void {
  anchorDays[place] = day
  anchorTypes[place] = type
}

/** The release found for this case; 0 where there is none to count from. */
export const releaseDay = (): PackedDate => anchorDays[RELEASE] as PackedDate
export const releaseType = (): AnchorType => anchorTypes[RELEASE] as AnchorType

export function takeInHand(
  facts: CaseFacts,
  plan: PlanForSchedule,
  rules: RuleSetId,
  today: CivilDate,
): void {
  hand.facts = facts
  hand.plan = plan
  hand.rules = rules
  hand.today = pack(today)
  hand.isRecalled = isRecalled(facts)
  hand.sentenceStart = packKnown(facts.sentence_start_date)
  setAnchor(SENTENCE, hand.sentenceStart, 'sentence_start')
  setAnchor(RECEPTION, packKnown(facts.reception_date), 'reception')
  setAnchor(LAST_OASYS, packKnown(facts.last_oasys_date), 'last_oasys')
  setAnchor(PED, packKnown(facts.parole_eligibility_date), 'PED')
  setAnchor(TED, packKnown(facts.tariff_expiry_date), 'TED')
  setAnchor(THD, packKnown(facts.target_hearing_date), 'THD')
  setAnchor(HANDOVER, packKnown(plan.handover_date), 'handover')
  setAnchor(HANDOVER_START, packKnown(plan.handover_start_date), 'handover_start')
  const joined = plan.reason === 'determinate_short' ? SENTENCE : HANDOVER
  setAnchor(HANDOVER_OR_SENTENCE, anchorDays[joined] as PackedDate, anchorTypes[joined] as AnchorType)
  findRelease()
  findNext()
}

/**
 * The release that dated work is counted from: confirmed; after a recall the post-recall release date or nothing, since
 * the other dates belong to the release before it; the curfew date; approved on parole; the earlier of CRD and ARD; and
 * only then a PED, TED or THD, which nobody has directed. Nothing is counted from one before the sentence.
 */
function findRelease(): void {
  const { facts, plan } = hand
  if (facts.confirmed_release_date) setRelease(facts.confirmed_release_date, 'confirmed_release')
  else if (hand.isRecalled) setRelease(facts.post_recall_release_date, 'post_recall_release')
  else if (facts.home_detention_curfew_actual_date)
    setRelease(facts.home_detention_curfew_actual_date, 'hdc_actual')
  else if (facts.approved_parole_date) setRelease(facts.approved_parole_date, 'approved_parole')
  else {
    const automatic = facts.automatic_release_date
    const conditional = facts.conditional_release_date
    if (automatic && (!conditional || automatic <= conditional)) setRelease(automatic, 'ARD')
    else if (conditional) setRelease(conditional, 'CRD')
    else setRelease(plan.earliest_release?.date, plan.earliest_release?.type ?? 'CRD')
  }
}

function setRelease(date: CivilDate | null | undefined, type: AnchorType): void {
  const day = packKnown(date)
  hand.isReleaseBeforeSentence = day !== 0 && day < hand.sentenceStart
  setAnchor(RELEASE, hand.isReleaseBeforeSentence ? 0 : day, type)
}

/** The earliest still ahead of TED, PED and THD, and of these with ARD and CRD; of two on one day the first named. */
function findNext(): void {
  setAnchor(NEXT_REVIEW, 0, 'TED')
  keepEarlier(NEXT_REVIEW, anchorDays[TED] as PackedDate, 'TED')
  keepEarlier(NEXT_REVIEW, anchorDays[PED] as PackedDate, 'PED')
  keepEarlier(NEXT_REVIEW, anchorDays[THD] as PackedDate, 'THD')
  const review = anchorDays[NEXT_REVIEW] as PackedDate
  setAnchor(NEXT_RELEASE_OR_REVIEW, review, anchorTypes[NEXT_REVIEW] as AnchorType)
  keepEarlier(NEXT_RELEASE_OR_REVIEW, packKnown(hand.facts.automatic_release_date), 'ARD')
  keepEarlier(NEXT_RELEASE_OR_REVIEW, packKnown(hand.facts.conditional_release_date), 'CRD')
}

function keepEarlier(place: number, day: PackedDate, type: AnchorType): void {
  const kept = anchorDays[place] as PackedDate
  if (day > hand.today && (kept === 0 || day < kept)) setAnchor(place, day, type)
}
