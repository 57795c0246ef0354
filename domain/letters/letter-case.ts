import type { CivilDate } from '../dates/civil-date.ts'
import type { Booking } from '../meetings/booking.ts'
import { MOVEMENT_WORDS } from '../model/movement.ts'
import type { MandatedMeetingId, Reason, Responsibility } from '../model/plan.ts'
import type { Presence } from '../movements/presence.ts'
import { formatDate } from '../text/dates.ts'

/** A meeting the person will be asked to. */
export interface LetterMeeting {
  task: MandatedMeetingId
  booking: Booking | null
}

/** What a letter is made from. Names as they are said. */
export interface LetterCase {
  name: string
  prisonNumber: string
  establishment: string
  today: CivilDate
  pom: string | null
  com: string | null
  responsibility: Responsibility | null
  /** Null where the case could not be planned; `cannotPlan` says why. */
  reason: Reason | null
  cannotPlan: string | null
  handover: CivilDate | null
  presence: Presence
  isUnder18: boolean
  isIndeterminate: boolean
  /** A restricted patient, or moved to a hospital for now. */
  inHospital: boolean
  meetings: readonly LetterMeeting[]
  /** Meetings the person refused: nobody will ask again, and they still may. */
  refused: readonly MandatedMeetingId[]
  /** Only a confirmed release date. */
  release: CivilDate | null
}

/**
 * `ahead` the POM has the case until a handover still ahead; `supported` the same, with a COM working beside the POM;
 * `open` a COM supports in open conditions, with no date; `both` a COM supports for another reason, with no date; `no_date` the POM has the case and no date is known; `passed` the
 * handover day has come; `com_short`, `com_recall`, `com_now` the COM has the case with no handover to speak of.
 */
export const LETTER_KINDS = [
  'ahead',
  'supported',
  'open',
  'both',
  'no_date',
  'passed',
  'com_short',
  'com_recall',
  'com_now',
] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

export function kindOf({ responsibility, reason, handover, today }: LetterCase): LetterKind {
  const ahead = handover !== null && handover > today
  if (responsibility === 'com') {
    if (reason === 'determinate_short') return 'com_short'
    if (reason === 'recall_case') return 'com_recall'
    return handover === null || ahead ? 'com_now' : 'passed'
  }
  if (responsibility === 'pom_with_com')
    return ahead ? 'supported' : reason === 'indeterminate_open' ? 'open' : 'both'
  return ahead ? 'ahead' : 'no_date'
}

/** Kinds whose letter may say the handover date, once it is confirmed. */
export const hasDate = (kind: LetterKind): boolean =>
  kind === 'ahead' || kind === 'supported' || kind === 'passed'

/** Why this person gets no letter, in a sentence that says what to do; null where they do. */
export function whyNoLetter(one: LetterCase): string | null {
  const { presence, isUnder18, cannotPlan, responsibility, pom } = one
  const { state, movement } = presence
  if (movement !== null && movement.kind === 'died')
    return `This person is recorded as having died on ${formatDate(movement.on)}. No letter is made.`
  if (movement !== null && state === 'left')
    return `This person is no longer here: ${MOVEMENT_WORDS[movement.kind].toLowerCase()} on ${formatDate(movement.on)}. If they are back, record it under Arrivals and departures.`
  if (movement?.kind === 'at_large')
    return 'This person is recorded as unlawfully at large: make the letter when they are back.'
  if (isUnder18)
    return 'This person is under 18, so the youth justice team manages them and tells them: make the letter after their 18th birthday.'
  if (cannotPlan !== null) return `Nobody can say yet who will manage this case. ${cannotPlan}`
  if (responsibility === null)
    return 'This person is not serving a sentence that a POM or a COM manages, so there is nobody to name.'
  if (responsibility !== 'com' && pom === null)
    return 'No POM is allocated, so there is nobody to name: allocate the case first.'
  return null
}
