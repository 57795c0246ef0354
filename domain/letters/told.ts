import type { CivilDate } from '../dates/civil-date.ts'

/** What a POM confirmed before the person is told who will manage them and when, and when they were told. */
export interface Told {
  /** The handover date as confirmed; a letter says it only while the plan still says the same. Null for a letter given without a date. */
  handover: CivilDate | null
  /** Null where nothing was confirmed. */
  confirmedOn: CivilDate | null
  /** When the letter was given; null while it was only confirmed. */
  givenOn: CivilDate | null
}
