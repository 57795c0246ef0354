import { appendAudit } from '../../../db/repositories/audit.ts'
import type { Clock, Session } from '../context.ts'
import type { AuditEntry } from '../router.ts'

const OUTCOMES = { done: 'ok', denied: 'refused' } as const

/** Adds one call to the audit log of the session's store, as its user. */
export async function writeAudit({ store, user }: Session, clock: Clock, entry: AuditEntry): Promise<void> {
  const { method, action, personId, outcome } = entry
  await store.write((db) =>
    appendAudit(db, {
      at: clock.now().toISOString(),
      userId: user.id,
      method,
      subject: personId,
      outcome: OUTCOMES[outcome as keyof typeof OUTCOMES] ?? 'failed',
      detail: outcome in OUTCOMES ? action : `${action}: ${outcome}`,
    }),
  )
}
