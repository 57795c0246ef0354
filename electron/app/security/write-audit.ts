import { appendAudit } from '../../../db/repositories/audit.ts'
import type { Session } from '../context.ts'
import type { AuditEntry } from '../router.ts'

/** One line in the audit log of the session's store, as its user. */
export async function writeAudit({ store, user }: Session, entry: AuditEntry): Promise<void> {
  await store.write((db) => appendAudit(db, { userId: user.id }, entry))
}
