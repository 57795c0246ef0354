import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { imports, importUndos } from '../schema/cases.ts'
import { users } from '../schema/unit.ts'
import { orm } from '../orm.ts'
import type { Actor, ImportRecord, ReadDb, WriteDb } from '../types.ts'
import { newId } from '../uuid.ts'
import { openChangeSet } from './change-log.ts'

export type NewImport = Omit<ImportRecord, 'id' | 'by' | 'byName' | 'undoneAt'>

const columns = {
  id: imports.id,
  at: imports.at,
  by: imports.authorId,
  byName: users.name,
  file: imports.file,
  sha256: imports.sha256,
  source: imports.source,
  asAt: imports.asAt,
  rows: imports.rowCount,
  created: imports.created,
  updated: imports.updated,
  unchanged: imports.unchanged,
  absent: imports.absent,
  refused: imports.refused,
  undoneAt: importUndos.at,
}

/**
 * Records that an import was done. Give `id` (from `newId`) when the people it wrote already name it: both have to be in
 * one transaction, in either order.
 */
export function saveImport(
  db: WriteDb,
  actor: Actor,
  entry: NewImport,
  id = newId(Date.parse(entry.at)),
): string {
  const set = openChangeSet(db, actor, { at: entry.at, importId: id, source: entry.source, asAt: entry.asAt })
  const seq = set.append('import', id, JSON.stringify(entry))
  const { rows: rowCount, ...rest } = entry
  orm(db)
    .insert(imports)
    .values({ id, seq, authorId: actor.userId, rowCount, ...rest })
    .run()
  return id
}

/** Newest first, those taken back among them. */
export function listImports(db: ReadDb): ImportRecord[] {
  return orm(db)
    .select(columns)
    .from(imports)
    .innerJoin(users, eq(users.id, imports.authorId))
    .leftJoin(importUndos, eq(importUndos.importId, imports.id))
    .orderBy(desc(imports.seq))
    .all()
}

/** The first import of a file with these bytes that still stands, or null. `sha256` in small hexadecimal letters. */
export function findImportByHash(db: ReadDb, sha256: string): ImportRecord | null {
  const found = orm(db)
    .select(columns)
    .from(imports)
    .innerJoin(users, eq(users.id, imports.authorId))
    .leftJoin(importUndos, eq(importUndos.importId, imports.id))
    .where(and(eq(imports.sha256, sha256), isNull(importUndos.id)))
    .orderBy(asc(imports.seq))
    .limit(1)
    .get()
  return found ?? null
}
