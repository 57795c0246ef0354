import type { CivilDate } from '../dates/civil-date.ts'

/** Who told the establishment to work this way, and what they showed. Without a document it is *on local instruction*. */
export interface Proof {
  /** The name of the person who said so. */
  toldBy: string
  /** The body they spoke for: a regional probation director's office, a prison group… */
  body: string
  document: string | null
  documentDate: CivilDate | null
}
