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

/** Whom a later import of the same source than this one held, among those this one did or not. */
export function seenSince(db: ReadDb, { id, source }: { id: string; source: string }): Set<string> {
  const rows = statement(
    db,
    `SELECT s.person_id FROM sightings s JOIN imports i ON i.id = s.import_id
     WHERE s.source = ? AND i.seq > (SELECT seq FROM imports WHERE id = ?)`,
  )
    .pluck()
    .all(source, id)
  return new Set(rows as string[])
}

/**
 * Forgets whom an import held, in the transaction that takes it back. What is known then is the newest import of that source
 * that brought something new about each person and still stands: too old a day, perhaps, never one nobody can vouch for.
 */
export function forgetSightings(db: WriteDb, { id, source }: { id: string; source: string }): void {
  statement(db, 'DELETE FROM sightings WHERE import_id = ?').run(id)
  statement(
    db,
    `INSERT INTO sightings (person_id, source, as_at, import_id)
     SELECT c.entity_id, i.source, max(i.as_at), i.id
     FROM imports i JOIN change_sets s ON s.import_id = i.id JOIN changes c ON c.set_id = s.id
     WHERE i.source = ? AND i.id <> ? AND c.entity = 'person'
       AND i.id NOT IN (SELECT import_id FROM import_undos)
     GROUP BY c.entity_id
     ON CONFLICT (person_id, source) DO NOTHING`,
  ).run(source, id)
}
