import type { CivilDate } from '../dates/civil-date.ts'
import type { MeetingMode } from './booking.ts'

/** What a meeting may have covered. The last two have to be recorded of the meeting one month before release. */
export const COVERED = ['risk', 'address', 'unfinished_work', 'licence_conditions', 'plan_reviewed'] as const
export type Covered = (typeof COVERED)[number]

export const COVERED_WORDS: Record<Covered, string> = {
  risk: 'Risk and public protection',
  address: 'Release address',
  unfinished_work: 'Work not finished',
  licence_conditions: 'Licence conditions',
  plan_reviewed: 'Plan reviewed',
}

/** Something agreed at a meeting or a contact, that somebody is to do by a day. */
export interface NextStep {
  what: string
  /** As it is to be read: `Hannah Priestley (COM)`. */
  owner: string
  by: CivilDate
}

/** What is recorded of a meeting that was held, beside its day and its note. Times are empty where nobody noted them. */
export interface HeldMeeting {
  from: string
  to: string
  mode: MeetingMode
  attended: string[]
  /** Invited, and did not attend. */
  absent: string[]
  covered: Covered[]
  outcome: string
  nextSteps: NextStep[]
}

/** Whether a next step was done, or is not wanted any more: recorded beside the meeting, which stays as it was. */
export interface StepDone {
  doneOn: CivilDate
  note: string
}
