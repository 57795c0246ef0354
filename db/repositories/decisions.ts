import type { DecisionKind } from '../../domain/model/decision.ts'
import { decisions } from '../schema/cases.ts'
import { orm } from '../orm.ts'
import { statement } from '../statement.ts'
import type { Actor, DecisionRecord, Instant, ReadDb, WriteDb } from '../types.ts'
import { newId } from '../uuid.ts'
import { recordChange } from './change-log.ts'

export interface NewDecision {
  at: Instant
  personId: string
  kind: DecisionKind
  subject: string
  /** Whatever its kind says, as plain JSON; null takes the standing one back. */
  body: object | null
  /** Why it is taken back, where somebody was asked. */
  reason?: string
}

const COLUMNS = `d.id, d.seq, d.at, d.author_id AS "by", u.name AS byName, d.person_id AS personId, d.kind, d.subject, d.body`

const read = (rows: unknown[]): DecisionRecord[] =>
  (rows as (DecisionRecord & { body: string | null })[]).map((row) =>
    Object.assign(row, { body: row.body === null ? null : (JSON.parse(row.body) as unknown) }),
  )

/** The decision that stands for each person, kind and subject, oldest first. Those taken back are left out. */
export function listDecisions(db: ReadDb): DecisionRecord[] {
  return read(
    statement(
      db,
      `SELECT ${COLUMNS} FROM decisions d JOIN users u ON u.id = d.author_id
       WHERE d.body IS NOT NULL AND d.seq = (SELECT max(l.seq) FROM decisions l
         WHERE l.person_id = d.person_id AND l.kind = d.kind AND l.subject = d.subject)
       ORDER BY d.seq`,
    ).all(),
  )
}

/** What stood of one person at a place in the log, oldest first. */
export function decisionsAt(db: ReadDb, personId: string, upTo: number): DecisionRecord[] {
  const standing = new Map<string, DecisionRecord>()
  for (const record of decisionsOf(db, personId)) {
    if (record.seq > upTo) break
    const key = `${record.kind} ${record.subject}`
    standing.delete(key)
    if (record.body !== null) standing.set(key, record)
  }
  return [...standing.values()]
}

/** Every decision ever recorded about one person, oldest first, with those that no longer stand and those taken back. */
export function decisionsOf(db: ReadDb, personId: string): DecisionRecord[] {
  return read(
    statement(
      db,
      `SELECT ${COLUMNS} FROM decisions d JOIN users u ON u.id = d.author_id WHERE d.person_id = ? ORDER BY d.seq`,
    ).all(personId),
  )
}

/** The place in the log of the last decision about each person, taken back or not: for telling whether anything is new. */
export function lastDecisions(db: ReadDb): Map<string, number> {
  const rows = statement(
    db,
    'SELECT person_id AS personId, max(seq) AS seq FROM decisions GROUP BY person_id',
  ).all()
  return new Map((rows as { personId: string; seq: number }[]).map(({ personId, seq }) => [personId, seq]))
}

/** Records a decision, or takes the standing one back. The former stays in the log. Returns the new record's id. */
export function saveDecision(db: WriteDb, actor: Actor, entry: NewDecision): string {
  const { at, personId, kind, subject, body, reason } = entry
  const id = newId(Date.parse(at))
  const seq = recordChange(db, actor, at, 'decision', id, { at, personId, kind, subject, body }, reason)
  orm(db)
    .insert(decisions)
    .values({
      id,
      seq,
      at,
      authorId: actor.userId,
      personId,
      kind,
      subject,
      body: body === null ? null : JSON.stringify(body),
    })
    .run()
  return id
}
