import type { CivilDate } from '../dates/civil-date.ts'

/** When the case note of one meeting, contact or decision was entered in each national system; null where it was not yet. */
export interface NoteEntered {
  dps: CivilDate | null
  ndelius: CivilDate | null
}
