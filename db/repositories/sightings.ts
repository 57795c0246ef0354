import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { ReadDb, WriteDb } from '../types.ts'
import { statement } from '../statement.ts'

/** One import, as what it held is remembered by: its own source and the day it speaks of. */
export interface SeenIn {
  importId: string
  source: string
  asAt: CivilDate
}

const SEE = `INSERT INTO sightings (person_id, source, as_at, import_id) VALUES (?, ?, ?, ?)
  ON CONFLICT (person_id, source) DO UPDATE SET as_at = excluded.as_at, import_id = excluded.import_id
  WHERE excluded.as_at > sightings.as_at`

/**
 * Remembers that an import held these people, in the caller's transaction. The newest day of a source stands: an older list
 * brought in later takes nothing back. The import and the people must be there.
 */
export function recordSightings(
  db: WriteDb,
  { importId, source, asAt }: SeenIn,
  personIds: Iterable<string>,
): void {
  const see = statement(db, SEE)
  for (const personId of personIds) see.run(personId, source, asAt, importId)
}

export type Sighting = [personId: string, source: string, asAt: CivilDate]

/** The newest day each source held each person, one after the other, all of one person together. */
export function eachSighting(db: ReadDb): Iterable<Sighting> {
  const rows = db.prepare('SELECT person_id, source, as_at FROM sightings ORDER BY person_id, source').raw()
  return rows.iterate() as Iterable<Sighting>
}
