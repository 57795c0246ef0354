import { createHash } from 'node:crypto'
import type { Instant, ReadDb, WriteDb } from '../types.ts'
import type { AUDIT_OUTCOMES } from '../schema/log.ts'
import { statement } from '../statement.ts'
import { newId } from '../uuid.ts'

/** One line of the audit. `subject` and `detail` hold prison numbers, ids, counts and hashes: never a name. */
export interface AuditEntry {
  at: Instant
  /** Null where nobody had unlocked. */
  userId: string | null
  /** A contract method, or `desk` and the command. */
  method: string
  /** Whom or what it was about. */
  subject: string | null
  outcome: (typeof AUDIT_OUTCOMES)[number]
  detail: string
}

interface AuditRow {
  seq: number
  id: string
  at: string
  user_id: string | null
  method: string
  subject: string | null
  outcome: AuditEntry['outcome']
  detail: string
  prev_hash: string
  hash: string
}

const GENESIS = '0'.repeat(64)

function chainHash(row: Omit<AuditRow, 'hash'>): string {
  const { seq, id, at, user_id, method, subject, outcome, detail, prev_hash } = row
  const text = JSON.stringify([seq, id, at, user_id, method, subject, outcome, detail, prev_hash])
  return createHash('sha256').update(text).digest('hex')
}

/** Adds a line to the audit, chained to the one before it. */
export function appendAudit(db: WriteDb, entry: AuditEntry): void {
  const last = statement(db, 'SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1').get() as
    | Pick<AuditRow, 'seq' | 'hash'>
    | undefined
  const row = {
    seq: (last?.seq ?? 0) + 1,
    id: newId(Date.parse(entry.at)),
    at: entry.at,
    user_id: entry.userId,
    method: entry.method,
    subject: entry.subject,
    outcome: entry.outcome,
    detail: entry.detail,
    prev_hash: last?.hash ?? GENESIS,
  }
  statement(
    db,
    `INSERT INTO audit_log (seq, id, at, user_id, method, subject, outcome, detail, prev_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...Object.values(row), chainHash(row))
}

/** Every line, oldest first. */
export function listAudit(db: ReadDb): (AuditEntry & { seq: number; hash: string })[] {
  const rows = statement(db, 'SELECT * FROM audit_log ORDER BY seq').all() as AuditRow[]
  return rows.map(({ seq, at, user_id, method, subject, outcome, detail, hash }) => ({
    seq,
    at,
    userId: user_id,
    method,
    subject,
    outcome,
    detail,
    hash,
  }))
}

/**
 * Whether every line is there, in order and unaltered; `brokenAt` is the first that is not. Lines cut off the very end
 * cannot be told from lines never written.
 */
export function verifyAuditChain(db: ReadDb): { lines: number; brokenAt: number | null } {
  let lines = 0
  let previous = GENESIS
  for (const row of statement(db, 'SELECT * FROM audit_log ORDER BY seq').iterate() as Iterable<AuditRow>) {
    lines += 1
    if (row.seq !== lines || row.prev_hash !== previous || row.hash !== chainHash(row))
      return { lines, brokenAt: row.seq }
    previous = row.hash
  }
  return { lines, brokenAt: null }
}
