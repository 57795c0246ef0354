import type { StaffMember } from '../../domain/model/staff-member.ts'
import { staff } from '../schema/unit.ts'
import { orm } from '../orm.ts'
import { statement } from '../statement.ts'
import type { Actor, Instant, ReadDb, WriteDb } from '../types.ts'
import { newId } from '../uuid.ts'
import { recordChange } from './change-log.ts'

/** A member of staff as last recorded, and when and by whom. */
export interface StaffRecord {
  staffId: string
  seq: number
  at: Instant
  byName: string
  body: StaffMember
}

interface Row extends Omit<StaffRecord, 'body'> {
  body: string
}

/** Everybody who holds or held cases, as last recorded, in the order they were first recorded. */
export function listStaff(db: ReadDb): StaffRecord[] {
  const rows = statement(
    db,
    `SELECT s.staff_id AS staffId, s.seq, s.at, u.name AS byName, s.body
     FROM staff s JOIN users u ON u.id = s.author_id
     WHERE s.seq = (SELECT max(l.seq) FROM staff l WHERE l.staff_id = s.staff_id)
     ORDER BY (SELECT min(f.seq) FROM staff f WHERE f.staff_id = s.staff_id)`,
  ).all() as Row[]
  return rows.map(({ body, ...row }) => Object.assign(row, { body: JSON.parse(body) as StaffMember }))
}

/** Records a member of staff anew; `staffId` null is somebody new. The former record stays in the log. Returns the staff id. */
export function saveStaff(
  db: WriteDb,
  actor: Actor,
  at: Instant,
  staffId: string | null,
  body: StaffMember,
): string {
  const id = newId(Date.parse(at))
  const member = staffId ?? newId(Date.parse(at))
  const seq = recordChange(db, actor, at, 'staff', id, { at, staffId: member, body })
  orm(db)
    .insert(staff)
    .values({ id, seq, at, authorId: actor.userId, staffId: member, body: JSON.stringify(body) })
    .run()
  return member
}
