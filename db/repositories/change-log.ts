import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { Actor, Instant, ReadDb, WriteDb } from '../types.ts'
import { endOfDayInLondon } from '../london-day.ts'
import { statement } from '../statement.ts'
import { newId } from '../uuid.ts'

export const ENTITIES = [
  'person',
  'task',
  'pack',
  'import',
  'adoption',
  'user',
  'setting',
  'decision',
  'local_item',
  'former_plan',
  'staff',
  'import_undo',
] as const
export type Entity = (typeof ENTITIES)[number]

/** What is true of everything recorded together. */
export interface ChangeContext {
  at: Instant
  importId: string | null
  /** `nomis_report`, `delius_caseload`… or `typed here`. */
  source: string
  /** The day the source speaks of. */
  asAt: CivilDate | null
  /** Why it was typed, where somebody was asked. */
  reason?: string | null
}

export const TYPED_HERE = 'typed here'

const INSERT_SET = `INSERT INTO change_sets (uuid, at, author_id, store_id, import_id, source, as_at, reason)
  VALUES (?, ?, ?, (SELECT id FROM store), ?, ?, ?, ?)`
const INSERT_CHANGE = 'INSERT INTO changes (id, set_id, entity, entity_id, payload) VALUES (?, ?, ?, ?, ?)'

/** The place of the last change; 0 in an empty log. */
export function lastSeq(db: ReadDb): number {
  return statement(db, 'SELECT coalesce(max(seq), 0) FROM changes').pluck().get() as number
}

/** The place of the last change made by the end of a day in London; 0 where none was. */
export function seqAtEndOf(db: ReadDb, day: CivilDate): number {
  return statement(
    db,
    'SELECT coalesce(max(c.seq), 0) FROM changes c JOIN change_sets s ON s.id = c.set_id WHERE s.at < ?',
  )
    .pluck()
    .get(endOfDayInLondon(day)) as number
}

export interface ChangeSet {
  /** Appends one change and returns its place in the log. `payload` is JSON. */
  append(entity: Entity, entityId: string, payload: string): number
}

/** Opens a set in the log for what `actor` is about to record, inside the transaction that also records what follows. */
export function openChangeSet(db: WriteDb, actor: Actor, context: ChangeContext): ChangeSet {
  const ms = Date.parse(context.at)
  const { lastInsertRowid } = statement(db, INSERT_SET).run(
    newId(ms),
    context.at,
    actor.userId,
    context.importId,
    context.source,
    context.asAt,
    context.reason ?? null,
  )
  const setId = Number(lastInsertRowid)
  const insert = statement(db, INSERT_CHANGE)
  return {
    append(entity, entityId, payload) {
      const { lastInsertRowid: seq } = insert.run(newId(ms), setId, entity, entityId, payload)
      return Number(seq)
    },
  }
}

/** For the common case of one change on its own. */
export function recordChange(
  db: WriteDb,
  actor: Actor,
  at: Instant,
  entity: Entity,
  id: string,
  payload: unknown,
  reason: string | null = null,
): number {
  const context = { at, importId: null, source: TYPED_HERE, asAt: null, reason }
  return openChangeSet(db, actor, context).append(entity, id, JSON.stringify(payload))
}
