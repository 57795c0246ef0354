import type { CivilDate } from '../dates/civil-date.ts'
import type { Booking } from '../meetings/booking.ts'
import type { HeldMeeting } from '../meetings/held.ts'

/** What a handover asks for, by the names it is recorded under, in the order it is done. */
export const HANDOVER_TASKS = [
  'review_oasys',
  'com_contact',
  'handover_report',
  'mt-handover',
  'mt-prerelease-2',
  'mt-prerelease-1m',
] as const
export type HandoverTask = (typeof HANDOVER_TASKS)[number]

/** Why something a case asks for was not done, and will not be. Our own list: no source gives one. */
export const NOT_DONE_REASONS = [
  'person_refused',
  'com_absent',
  'pom_absent',
  'no_com',
  'not_needed',
  'moved',
  'released',
  'other',
] as const
export type NotDoneReason = (typeof NOT_DONE_REASONS)[number]

export const NOT_DONE_WORDS: Record<NotDoneReason, string> = {
  person_refused: 'The person refused or could not take part',
  com_absent: 'The COM did not take part',
  pom_absent: 'The POM was not available',
  no_com: 'No COM was named',
  not_needed: 'Not needed in this case',
  moved: 'The person moved to another prison first',
  released: 'The person was released first',
  other: 'Another reason',
}

/** These end a mandated meeting for good; after any other it is still to be held while its window is open. */
const ENDING: ReadonlySet<NotDoneReason> = new Set(['not_needed', 'moved', 'released'])

/** Whether a meeting recorded as not held may be booked again. */
export const mayBeHeldAfter = (reason: NotDoneReason): boolean => !ENDING.has(reason)

/** What a checklist asks beside the day. */
export interface TaskBody {
  /** A document and where it is, or a reference in another system; empty where none was given. */
  reference: string
  /** Why it was not done and will not be, and the day that was clear: then there is no day it was done. */
  notDone: { reason: NotDoneReason; on: CivilDate } | null
  /** When and how it is to be held, while it is neither held nor given up; left out where it was never booked. */
  booking?: Booking | null
  /** What spoke against the booking when it was made with a reason, by key (`domain/meetings/rearrange`); left out where nothing did. */
  accepted?: readonly string[]
  /** How a meeting was held; left out for other work, and for a meeting recorded by its day and note alone. */
  held?: HeldMeeting | null
}

/** Items of dated work that are one of these tasks under another name. */
const TASK_OF_ITEM: Readonly<Record<string, HandoverTask>> = {
  'as-oasys-handover': 'review_oasys',
  'mt-com-contact': 'com_contact',
  'dc-handover-report': 'handover_report',
}

/** The name an item of dated work is recorded under: its own id, or the handover task it is. */
export const taskOfItem = (item: string): string => TASK_OF_ITEM[item] ?? item
