import { appendAudit } from '../../../db/repositories/audit.ts'
import type { Clock, Session } from '../context.ts'
import type { AuditEntry } from '../router.ts'

/** Adds one call to the audit log of the session's store, as its user. */
export async function writeAudit({ store, user }: Session, clock: Clock, entry: AuditEntry): Promise<void> {
  const { method, action, personId, outcome } = entry
  const known = outcome === 'done' || outcome === 'denied'
  await store.write((db) =>
    appendAudit(db, {
      at: clock.now().toISOString(),
      userId: user.id,
      method,
      subject: personId,
      outcome: known ? outcome : 'failed',
      detail: known ? action : `${action}: ${outcome}`,
    }),
  )
}
