import type Database from 'better-sqlite3'
import { DeskError } from '../domain/contract/errors.ts'
import {
  copyElsewhere,
  copyStore,
  listBackups,
  newBackupPath,
  thinBackups,
  type VerifiedCopy,
} from './backup.ts'
import type { Keyring } from './keyring.ts'
import type { StoreLock } from './lock.ts'
import { lastSeq } from './repositories/change-log.ts'
import { storageError, storageReason } from './storage-error.ts'
import { storePaths } from './store-paths.ts'
import type { ReadDb, Store, WriteDb } from './types.ts'

const DAY_MS = 24 * 60 * 60 * 1000

interface Parts {
  folder: string
  keyring: Keyring
  db: Database.Database
  dataKey: Buffer
  lock: StoreLock
  now: () => Date
  /** Where each copy is copied again; null for nowhere. */
  secondBackups: string | null
}

interface Secrets {
  dataKey: Buffer
  copyTo(path: string): Promise<VerifiedCopy>
}

const secrets = new WeakMap<Store, Secrets>()

function secretsOf(store: Store): Secrets {
  const found = secrets.get(store)
  if (found === undefined) throw new DeskError('locked', 'The store is closed.')
  return found
}

/** The data key of an open store, to seal it for another user. Throws `locked` once the store is closed. */
export const dataKeyOf = (store: Store): Buffer => secretsOf(store).dataKey

/** A verified copy of an open store at `path`, after the writes already queued. */
export const copyOpenStore = (store: Store, path: string): Promise<VerifiedCopy> =>
  secretsOf(store).copyTo(path)

/**
 * A store around its one connection. Outside `write` the connection refuses to change anything (`query_only`), so a
 * function that was only lent the reading view cannot write even by mistake.
 */
export function makeStore({ folder, keyring, db, dataKey, lock, now, secondBackups }: Parts): Store {
  const paths = storePaths(folder)
  let queue: Promise<unknown> = Promise.resolve()
  let closing: Promise<void> | null = null
  let revision = lastSeq(db as ReadDb)
  let backedUpAt = listBackups(paths.backups).at(-1)?.at ?? null
  let backedUpRevision = revision
  let wrote = false
  db.pragma('query_only = ON')

  function unlocked<T>(run: () => T): T {
    db.pragma('query_only = OFF')
    try {
      return run()
    } finally {
      db.pragma('query_only = ON')
    }
  }

  function transact<T>(run: (db: WriteDb) => T): T {
    let result: T
    try {
      result = unlocked(() => db.transaction(() => run(db as WriteDb)).immediate())
    } catch (error) {
      throw storageError(error, 'Nothing was saved')
    }
    revision = lastSeq(db as ReadDb)
    wrote = true
    return result
  }

  function copyTo(path: string): VerifiedCopy {
    try {
      return unlocked(() => copyStore(db, path, paths.keyring, dataKey))
    } catch (error) {
      throw storageError(error, 'What was done is saved, but no copy of the store could be made')
    }
  }

  function backUp(): VerifiedCopy {
    const { path, at } = newBackupPath(paths.backups, now())
    const copy = copyTo(path)
    backedUpAt = at
    backedUpRevision = revision
    thinBackups(paths.backups, new Date(at))
    if (secondBackups !== null) copyElsewhere(copy, secondBackups, new Date(at))
    return copy
  }

  /** New facts are always copied; lines of the audit alone, once a day. */
  function needsBackup(): boolean {
    if (revision !== backedUpRevision || backedUpAt === null) return true
    return wrote && now().getTime() - Date.parse(backedUpAt) > DAY_MS
  }

  async function shut(): Promise<void> {
    await queue.catch(() => {})
    try {
      if (needsBackup()) backUp()
    } finally {
      secrets.delete(store)
      try {
        tidy()
      } finally {
        db.close()
        dataKey.fill(0)
        lock.release()
      }
    }
  }

  /** A full disk leaves the log where it is, and the next start reads it: no reason to leave the store open and locked. */
  function tidy(): void {
    try {
      db.pragma('query_only = OFF')
      db.pragma('optimize')
      db.pragma('wal_checkpoint(TRUNCATE)')
    } catch (error) {
      if (storageReason(error) === null) throw error
    }
  }

  const enqueue = <T>(run: () => T): Promise<T> => {
    if (closing !== null) return Promise.reject(new DeskError('locked', 'The store is closed.'))
    const done = queue.then(run)
    queue = done.catch(() => {})
    return done
  }

  const store: Store = {
    folder,
    read: db as ReadDb,
    write: (run) => enqueue(() => transact(run)),
    get revision() {
      return revision
    },
    establishment: keyring.establishment,
    synthetic: keyring.synthetic,
    get backedUpAt() {
      return backedUpAt
    },
    backUp: () => enqueue(backUp),
    close: () => (closing ??= shut()),
  }
  secrets.set(store, { dataKey, copyTo: (path) => enqueue(() => copyTo(path)) })
  return store
}
