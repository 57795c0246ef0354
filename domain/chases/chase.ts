import type { CivilDate } from '../dates/civil-date.ts'

/** What an answer is owed on: a COM to be named, contact with the COM, a mandated meeting. */
export const CHASE_ABOUT = ['com', 'contact', 'meeting'] as const
export type ChaseAbout = (typeof CHASE_ABOUT)[number]

/** The most characters of an answer. */
export const ANSWER_MOST = 2000

/** One message about one case, as it was sent, and what came of it. */
export interface Chase {
  about: ChaseAbout
  /** The days overdue it was sent at: 2, 7 or 14, or what the establishment's ladder says. */
  rung: number
  /** Whom it went to, as it is to be read. */
  to: string
  sentOn: CivilDate
  /** Null while no answer came. */
  answeredOn: CivilDate | null
  answer: string
  /** The day by which they said they would give it; absent or null where none was said. */
  promisedOn?: CivilDate | null
}
