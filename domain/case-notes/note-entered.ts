import type { CivilDate } from '../dates/civil-date.ts'

/** When the case note of one meeting, contact or decision was entered in each national system; null where it was not yet. */
export interface NoteEntered {
  dps: CivilDate | null
  ndelius: CivilDate | null
  /** The record the note was of: another one standing since, the note has to be entered again. */
  of: string
}
