import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { FormerPlan } from '../../domain/model/remembered-plan.ts'
import { statement } from '../statement.ts'
import type { Actor, Instant, ReadDb, WriteDb } from '../types.ts'
import { newId } from '../uuid.ts'
import { openChangeSet } from './change-log.ts'

/** The last plan noticed of one person. `body` is a `RememberedPlan` as text: equal plans are equal texts. */
export interface MemoryRow {
  personId: string
  /** The place in the log the plan was worked out from. */
  seq: number
  plannedOn: CivilDate
  edition: string
  body: string
}

const SELECT = 'SELECT person_id AS personId, seq, planned_on AS plannedOn, edition, body FROM plan_memory'

export function listPlanMemory(db: ReadDb): MemoryRow[] {
  return statement(db, `${SELECT} ORDER BY person_id`).all() as MemoryRow[]
}

/** The last plan noticed of one person; undefined where none was. */
export function findPlanMemory(db: ReadDb, personId: string): MemoryRow | undefined {
  return statement(db, `${SELECT} WHERE person_id = ?`).get(personId) as MemoryRow | undefined
}

/** A former plan as it was noticed. */
export interface FormerPlanRecord extends FormerPlan {
  id: string
  seq: number
  at: Instant
  byName: string
  personId: string
  /** The day it happened: before `at` where nobody looked for a while. */
  happenedOn: CivilDate
}

const SELECT_FORMER = `SELECT f.id, f.seq, f.at, u.name AS byName, f.person_id AS personId, f.happened_on AS happenedOn, f.body
  FROM former_plans f JOIN users u ON u.id = f.author_id`

const read = (rows: unknown[]): FormerPlanRecord[] =>
  (rows as (Omit<FormerPlanRecord, keyof FormerPlan> & { body: string })[]).map(({ body, ...row }) =>
    Object.assign(row, JSON.parse(body) as FormerPlan),
  )

/** Every former plan of one person, oldest first. */
export function formerPlansOf(db: ReadDb, personId: string): FormerPlanRecord[] {
  return read(statement(db, `${SELECT_FORMER} WHERE f.person_id = ? ORDER BY f.seq`).all(personId))
}

/** What changed on or after a day, newest first. */
export function formerPlansSince(db: ReadDb, day: CivilDate): FormerPlanRecord[] {
  return read(
    statement(db, `${SELECT_FORMER} WHERE f.happened_on >= ? OR f.at >= ? ORDER BY f.seq DESC`).all(day, day),
  )
}

/** A case whose handover date came to lie in the past by a change, and the day of that change. */
export interface NewlyPast {
  personId: string
  handover: CivilDate
  on: CivilDate
}

/** Every time a change put a handover date in the past, oldest first: until then the POM was responsible. */
export function listNewlyPast(db: ReadDb): NewlyPast[] {
  return statement(
    db,
    `SELECT person_id AS personId, json_extract(body, '$.now.handover') AS handover, happened_on AS "on"
     FROM former_plans WHERE instr(body, '"newly_past"') > 0 ORDER BY seq`,
  ).all() as NewlyPast[]
}

export interface Noticed {
  personId: string
  happenedOn: CivilDate
  former: FormerPlan
}

const REMEMBER = `INSERT INTO plan_memory (person_id, seq, planned_on, edition, body) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (person_id) DO UPDATE SET seq = excluded.seq, planned_on = excluded.planned_on,
    edition = excluded.edition, body = excluded.body`
const INSERT_FORMER = `INSERT INTO former_plans (id, seq, at, author_id, person_id, happened_on, body)
  VALUES (?, ?, ?, ?, ?, ?, ?)`

/** Keeps the plans that are no longer so in the log, and remembers those that took their place. One transaction's work. */
export function rememberPlans(
  db: WriteDb,
  actor: Actor,
  at: Instant,
  rows: readonly MemoryRow[],
  noticed: readonly Noticed[],
): void {
  if (noticed.length > 0) {
    const set = openChangeSet(db, actor, { at, importId: null, source: 'worked out here', asAt: null })
    const insert = statement(db, INSERT_FORMER)
    const ms = Date.parse(at)
    for (const { personId, happenedOn, former } of noticed) {
      const id = newId(ms)
      const body = JSON.stringify(former)
      const payload = `{"at":${JSON.stringify(at)},"personId":${JSON.stringify(personId)},"happenedOn":${JSON.stringify(happenedOn)},"body":${body}}`
      insert.run(id, set.append('former_plan', id, payload), at, actor.userId, personId, happenedOn, body)
    }
  }
  const remember = statement(db, REMEMBER)
  for (const { personId, seq, plannedOn, edition, body } of rows)
    remember.run(personId, seq, plannedOn, edition, body)
}
