import { and, asc, desc, eq, inArray, like, max, or } from 'drizzle-orm'
import type { Role } from '../../domain/model/role.ts'
import { auditLog } from '../schema/log.ts'
import { users } from '../schema/unit.ts'
import { orm } from '../orm.ts'
import type { Actor, Instant, ReadDb, User, WriteDb } from '../types.ts'
import { recordChange } from './change-log.ts'

/** Audited methods that begin with somebody proving who they are. Commands are audited as `desk …`. */
const UNLOCKING = ['session.unlock', 'session.recover', 'setup.create']

const isUnlocking = and(
  eq(auditLog.outcome, 'ok'),
  or(inArray(auditLog.method, UNLOCKING), like(auditLog.method, 'desk %')),
)

function lastUnlocks(db: ReadDb): Map<string | null, Instant | null> {
  const rows = orm(db)
    .select({ userId: auditLog.userId, at: max(auditLog.at) })
    .from(auditLog)
    .where(isUnlocking)
    .groupBy(auditLog.userId)
    .all()
  return new Map(rows.map((row) => [row.userId, row.at]))
}

/** Everyone who can or could unlock, in the order they were added. */
export function listUsers(db: ReadDb): User[] {
  const unlocked = lastUnlocks(db)
  const rows = orm(db).select().from(users).orderBy(asc(users.id)).all()
  return rows.map(({ id, name, role, disabled }) => ({
    id,
    name,
    role,
    disabled,
    lastUnlockedAt: unlocked.get(id) ?? null,
  }))
}

/** Null for an id nobody has. Reads the audit backwards from its end: stores are opened far more often than listed. */
export function findUser(db: ReadDb, id: string): User | null {
  const row = orm(db).select().from(users).where(eq(users.id, id)).get()
  if (row === undefined) return null
  const last = orm(db)
    .select({ at: auditLog.at })
    .from(auditLog)
    .where(and(eq(auditLog.userId, id), isUnlocking))
    .orderBy(desc(auditLog.seq))
    .limit(1)
    .get()
  const { name, role, disabled } = row
  return { id, name, role, disabled, lastUnlockedAt: last?.at ?? null }
}

/** Records a user in the store. They can unlock only once the keyring holds their passphrase: see `user-keys.ts`. */
export function saveUser(
  db: WriteDb,
  actor: Actor,
  at: Instant,
  user: { id: string; name: string; role: Role },
): void {
  const seq = recordChange(db, actor, at, 'user', user.id, {
    name: user.name,
    role: user.role,
    disabled: false,
  })
  orm(db)
    .insert(users)
    .values({ ...user, seq })
    .run()
}

export function markUserDisabled(db: WriteDb, actor: Actor, at: Instant, id: string): void {
  const seq = recordChange(db, actor, at, 'user', id, { disabled: true })
  orm(db).update(users).set({ disabled: true, seq }).where(eq(users.id, id)).run()
}
