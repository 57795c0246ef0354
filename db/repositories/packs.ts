import { desc, eq, max } from 'drizzle-orm'
import { packs } from '../schema/cases.ts'
import { users } from '../schema/unit.ts'
import { orm } from '../orm.ts'
import type { Actor, PackRecord, ReadDb, WriteDb } from '../types.ts'
import { newId } from '../uuid.ts'
import { recordChange } from './change-log.ts'

export type NewPack = Omit<PackRecord, 'id' | 'by' | 'byName'>

/** The packs made about one person, newest first. */
export function packsOf(db: ReadDb, personId: string): PackRecord[] {
  return orm(db)
    .select({
      id: packs.id,
      at: packs.at,
      by: packs.authorId,
      byName: users.name,
      personId: packs.personId,
      version: packs.version,
      status: packs.status,
      hash: packs.hash,
    })
    .from(packs)
    .innerJoin(users, eq(users.id, packs.authorId))
    .where(eq(packs.personId, personId))
    .orderBy(desc(packs.version))
    .all()
}

/** 1 for a person who has no pack yet. Ask inside the transaction that saves it. */
export function nextPackVersion(db: ReadDb, personId: string): number {
  const found = orm(db)
    .select({ last: max(packs.version) })
    .from(packs)
    .where(eq(packs.personId, personId))
    .get()
  return (found?.last ?? 0) + 1
}

/** Records that a pack was made. Give `id` (from `newId`) when the files already carry it. Returns the id. */
export function savePack(
  db: WriteDb,
  actor: Actor,
  entry: NewPack,
  id = newId(Date.parse(entry.at)),
): string {
  const seq = recordChange(db, actor, entry.at, 'pack', id, entry)
  orm(db)
    .insert(packs)
    .values({ id, seq, authorId: actor.userId, ...entry })
    .run()
  return id
}
