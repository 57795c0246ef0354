import { eq } from 'drizzle-orm'
import { settings } from '../schema/unit.ts'
import { orm } from '../orm.ts'
import type { Actor, Instant, ReadDb, WriteDb } from '../types.ts'
import { recordChange } from './change-log.ts'

/** A setting of the whole unit as it was saved, or undefined. The caller checks its shape. */
export function readSetting(db: ReadDb, key: string): unknown {
  const found = orm(db).select({ value: settings.value }).from(settings).where(eq(settings.key, key)).get()
  return found === undefined ? undefined : JSON.parse(found.value)
}

/** `value` is anything JSON can hold. */
export function saveSetting(db: WriteDb, actor: Actor, at: Instant, key: string, value: unknown): void {
  const seq = recordChange(db, actor, at, 'setting', key, value)
  const row = { seq, value: JSON.stringify(value) }
  orm(db)
    .insert(settings)
    .values({ key, ...row })
    .onConflictDoUpdate({ target: settings.key, set: row })
    .run()
}
