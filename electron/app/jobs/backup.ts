import type { Store } from '../../../db/types.ts'
import type { Clock, Desk } from '../context.ts'
import type { Log } from '../log/log.ts'

const HOURS_BETWEEN = 4

/** Whether an open store has gone too long without a verified copy. */
export function backupIsDue(store: Pick<Store, 'backedUpAt'>, clock: Pick<Clock, 'now'>): boolean {
  if (store.backedUpAt === null) return true
  return clock.now().getTime() - Date.parse(store.backedUpAt) >= HOURS_BETWEEN * 3_600_000
}

/**
 * One look at the open store: copies it when a copy is due and something was written since the last one this job made or
 * saw. Closing the store makes its own copy; this one is for days when the app stays open.
 */
export function createBackupJob(desk: Pick<Desk, 'sessions' | 'clock'>, log: Pick<Log, 'write' | 'fault'>) {
  const copied = new WeakMap<Store, number>()
  let busy = false
  return async function backUpWhenDue(): Promise<boolean> {
    const store = desk.sessions.current()?.store
    if (store === undefined || busy || !backupIsDue(store, desk.clock)) return false
    if (copied.get(store) === store.revision) return false
    busy = true
    try {
      const revision = store.revision
      await store.backUp()
      copied.set(store, revision)
      log.write('info', 'backed up')
      return true
    } catch (error) {
      log.fault('backup failed', error)
      return false
    } finally {
      busy = false
    }
  }
}
