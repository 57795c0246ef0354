import { readSetting, saveSetting } from '../../../../db/repositories/settings.ts'
import type { Actor, Instant, ReadDb, WriteDb } from '../../../../db/types.ts'
import type { MilestoneOffsets } from '../../../../domain/parole/parole-review.ts'
import type { Proof } from '../../../../domain/model/proof.ts'

const KEY = 'parole_timetable'

/** The establishment's own timetable, and who said so. */
export interface ParoleTimetable {
  offsets: MilestoneOffsets
  proof: Proof
}

/** Null where the establishment has none: no source gives one. */
export const readTimetable = (db: ReadDb): ParoleTimetable | null =>
  (readSetting(db, KEY) as ParoleTimetable | undefined) ?? null

export const saveTimetable = (db: WriteDb, actor: Actor, at: Instant, timetable: ParoleTimetable): void =>
  saveSetting(db, actor, at, KEY, timetable)
