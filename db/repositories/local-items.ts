import type { LocalItem } from '../../domain/model/local-item.ts'
import { localItems } from '../schema/unit.ts'
import { orm } from '../orm.ts'
import { statement } from '../statement.ts'
import type { Actor, Instant, ReadDb, WriteDb } from '../types.ts'
import { newId } from '../uuid.ts'
import { recordChange } from './change-log.ts'

/** A local way of doing dated work as it was recorded. */
export interface LocalItemRecord extends LocalItem {
  id: string
  seq: number
  at: Instant
  byName: string
}

interface Row {
  id: string
  seq: number
  at: Instant
  byName: string
  region: string | null
  item: string
  from: LocalItem['from']
  body: string
}

/** Every one ever recorded, oldest first, with those a later one has taken the place of. `upTo` is a place in the log. */
export function listLocalItemRecords(db: ReadDb, upTo = Number.MAX_SAFE_INTEGER): LocalItemRecord[] {
  const rows = statement(
    db,
    `SELECT l.id, l.seq, l.at, u.name AS byName, l.region, l.item, l.from_day AS "from", l.body
     FROM local_items l JOIN users u ON u.id = l.author_id WHERE l.body IS NOT NULL AND l.seq <= ? ORDER BY l.seq`,
  ).all(upTo) as Row[]
  return rows.map(({ body, ...row }) => Object.assign(row, JSON.parse(body) as LocalWay))
}

type LocalWay = Pick<LocalItem, 'on' | 'owner' | 'offset' | 'proof'>

/** The same without who recorded them: what planning reads. */
export function listLocalItems(db: ReadDb, upTo?: number): LocalItem[] {
  return listLocalItemRecords(db, upTo).map(({ region, item, from, on, owner, offset, proof }) => ({
    region,
    item,
    from,
    on,
    owner,
    offset,
    proof,
  }))
}

export function saveLocalItem(db: WriteDb, actor: Actor, at: Instant, local: LocalItem): void {
  const { region, item, from, on, owner, offset, proof } = local
  const id = newId(Date.parse(at))
  const body: LocalWay = { on, owner, offset, proof }
  const seq = recordChange(db, actor, at, 'local_item', id, { at, region, item, from, body })
  orm(db)
    .insert(localItems)
    .values({ id, seq, at, authorId: actor.userId, region, item, fromDay: from, body: JSON.stringify(body) })
    .run()
}
