import { statement } from '../statement.ts'
import type { Instant, ReadDb, WriteDb } from '../types.ts'

/** A form as its user left it. `form` names the form and whom it is about. */
export interface Draft {
  form: string
  at: Instant
  body: unknown
}

interface Row {
  form: string
  at: Instant
  body: string
}

/** The draft of one form of one user; null where there is none. */
export function findDraft(db: ReadDb, userId: string, form: string): Draft | null {
  const row = statement(db, 'SELECT form, at, body FROM drafts WHERE user_id = ? AND form = ?').get(
    userId,
    form,
  ) as Row | undefined
  return row === undefined ? null : { form, at: row.at, body: JSON.parse(row.body) as unknown }
}

/** Names and moments of the forms a user began, newest first. */
export function listDrafts(db: ReadDb, userId: string): Pick<Draft, 'form' | 'at'>[] {
  return statement(db, 'SELECT form, at FROM drafts WHERE user_id = ? ORDER BY at DESC, form').all(
    userId,
  ) as Pick<Draft, 'form' | 'at'>[]
}

/** Keeps a form as it is, in the place of an earlier draft of it. */
export function keepDraft(db: WriteDb, userId: string, { form, at, body }: Draft): void {
  statement(
    db,
    `INSERT INTO drafts (user_id, form, at, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (user_id, form) DO UPDATE SET at = excluded.at, body = excluded.body`,
  ).run(userId, form, at, JSON.stringify(body))
}

export function forgetDraft(db: WriteDb, userId: string, form: string): void {
  statement(db, 'DELETE FROM drafts WHERE user_id = ? AND form = ?').run(userId, form)
}
