import { importUndos } from '../schema/cases.ts'
import { orm } from '../orm.ts'
import { statement } from '../statement.ts'
import type { Actor, Instant, ReadDb, WriteDb } from '../types.ts'
import { newId } from '../uuid.ts'
import { recordChange } from './change-log.ts'

/** What taking an import back did, in numbers. */
export interface UndoBody {
  /** People whose facts went back to what they were. */
  restored: number
  /** People the import had brought, who are in no list any more. */
  removed: number
  /** Fields left alone because somebody or something later had changed them. */
  kept: number
}

export interface ImportUndo {
  importId: string
  at: Instant
  byName: string
  body: UndoBody
}

export function listImportUndos(db: ReadDb): ImportUndo[] {
  const rows = statement(
    db,
    `SELECT n.import_id AS importId, n.at, u.name AS byName, n.body FROM import_undos n
     JOIN users u ON u.id = n.author_id ORDER BY n.seq`,
  ).all() as (Omit<ImportUndo, 'body'> & { body: string })[]
  return rows.map(({ body, ...row }) => Object.assign(row, { body: JSON.parse(body) as UndoBody }))
}

/** Records that an import was taken back, in the transaction that does so. */
export function saveImportUndo(
  db: WriteDb,
  actor: Actor,
  at: Instant,
  importId: string,
  body: UndoBody,
): void {
  const id = newId(Date.parse(at))
  const seq = recordChange(db, actor, at, 'import_undo', id, { at, importId, body })
  orm(db)
    .insert(importUndos)
    .values({ id, seq, at, authorId: actor.userId, importId, body: JSON.stringify(body) })
    .run()
}
