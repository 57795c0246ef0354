import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { DeskError } from '../domain/contract/errors.ts'
import type { CivilDate } from '../domain/dates/civil-date.ts'
import { checkWait, clearFailures, countFailure } from './attempts.ts'
import { copyStore, newBackupPath } from './backup.ts'
import {
  APPLICATION_ID,
  checkFileKind,
  openForWriting,
  openReadOnly,
  openingError,
  refuseNetworkFolder,
} from './connection.ts'
import {
  FULL_COST,
  makeKeyring,
  readKeyringFile,
  unlockWithPassphrase,
  unlockWithRecoveryKey,
  wrapKey,
  writeKeyringFile,
  type Keyring,
  type ScryptCost,
} from './keyring.ts'
import { takeLock, type StoreLock } from './lock.ts'
import { migrate, pendingMigrations, type Migration } from './migrate.ts'
import { MIGRATIONS } from './migrations/manifest.ts'
import { makeRecoveryKey } from './recovery-key.ts'
import { findUser, saveUser } from './repositories/users.ts'
import { storageError } from './storage-error.ts'
import { makeStore } from './store.ts'
import { storePaths } from './store-paths.ts'
import type { ReadDb, Store, User, WriteDb } from './types.ts'
import { newId } from './uuid.ts'

/** An unlocked store and who unlocked it. */
export interface Opened {
  store: Store
  user: User
}

export interface NewStore {
  /** Made if it is not there. Must not hold a store. */
  folder: string
  establishment: { code: string; name: string }
  /** The first head of OMU, as whom the store opens. */
  headOfOmu: string
  passphrase: string
  now: () => Date
  secondBackups?: string | null
  /** What must stand from the start, written in one transaction with the store: a crash leaves both or neither. */
  firstWrite?: (db: WriteDb, head: { id: string; name: string }) => void
  /** For made-up people only: the passphrase to show on the unlock page, and the day its window shows. */
  synthetic?: { passphrase: string; today: CivilDate | null }
  /** Leave out for real people. `CHEAP_COST` is for synthetic stores and tests. */
  scrypt?: ScryptCost
}

export interface OpenStore {
  folder: string
  userId: string
  passphrase: string
  now: () => Date
  /** A second folder for each backup, which may be on the network. */
  secondBackups?: string | null
  /** What the file is brought up to; only tests give another. */
  migrations?: readonly Migration[]
}

export interface RecoverStore {
  folder: string
  /** Whose passphrase is replaced. */
  userId: string
  /** As printed; spaces, dashes and case do not matter. */
  recoveryKey: string
  newPassphrase: string
  now: () => Date
  secondBackups?: string | null
}

/** Who may unlock the store in a folder and whose it is. Throws `not_a_store`, `newer_version`, `damaged`. */
export function readKeyring(folder: string): Keyring {
  const paths = storePaths(folder)
  if (!existsSync(paths.keyring) && existsSync(paths.database)) {
    throw new DeskError(
      'damaged',
      'The keyring file of this store is missing, and without it nobody can unlock it. Put it back from a backup.',
    )
  }
  return readKeyringFile(paths.keyring)
}

/** Whether a folder holds a store, whatever its state. */
export function hasStore(folder: string): boolean {
  const paths = storePaths(folder)
  return existsSync(paths.keyring) || existsSync(paths.database)
}

const wrongPassphrase = (): DeskError => new DeskError('wrong_passphrase', 'That passphrase is not right.')

/** Reads a file before it is trusted, without touching it: ours, not newer, not damaged. */
function inspect(file: string, dataKey: Buffer, migrations: readonly Migration[]): void {
  checkFileKind(file)
  const db = openReadOnly(file, dataKey)
  try {
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new DeskError('not_a_store', 'The file here is not a store of Handover Desk.')
    }
    pendingMigrations(db, migrations)
    if (db.pragma('quick_check', { simple: true }) !== 'ok') {
      throw new DeskError('damaged', 'This store is damaged and was left as it is. Restore it from a backup.')
    }
  } finally {
    db.close()
  }
}

interface Unlocked {
  folder: string
  keyring: Keyring
  dataKey: Buffer
  userId: string
  now: () => Date
  migrations: readonly Migration[]
  secondBackups: string | null
}

function openUnlocked(unlocked: Unlocked): Opened {
  const { folder, keyring, dataKey, userId, now, migrations, secondBackups } = unlocked
  const paths = storePaths(folder)
  const lock = takeLockOf(paths.lock)
  let db: Database.Database | null = null
  try {
    inspect(paths.database, dataKey, migrations)
    const open = openForWriting(paths.database, dataKey, { create: false })
    db = open
    const backUp = (): void => {
      const { path } = newBackupPath(paths.backups, now(), `-before-${migrations.at(-1)?.version ?? 0}`)
      copyStore(open, path, paths.keyring, dataKey)
    }
    migrate(open, { manifest: migrations, backUp, now })
    if (open.prepare('SELECT id FROM store').pluck().get() !== keyring.storeId) {
      throw new DeskError('damaged', 'The keyring and the file in this folder belong to different stores.')
    }
    const user = findUser(open as ReadDb, userId)
    // Somebody disabled whose keyring entry was put back from a copy.
    if (user === null || user.disabled) throw wrongPassphrase()
    return { store: makeStore({ folder, keyring, db: open, dataKey, lock, now, secondBackups }), user }
  } catch (error) {
    db?.close()
    dataKey.fill(0)
    lock.release()
    throw storageError(openingError(error), CANNOT_OPEN)
  }
}

const CANNOT_OPEN = 'This store cannot be opened, and nothing in it was changed'

function takeLockOf(path: string): StoreLock {
  try {
    return takeLock(path)
  } catch (error) {
    throw storageError(error, CANNOT_OPEN)
  }
}

/**
 * Opens a store as one of its users. Throws `wrong_passphrase` (the same answer in the same time whoever is named),
 * `wait` (with how long), `in_use` (with who), `not_a_store`, `newer_version`, `damaged`; after any of them nothing in the
 * folder has changed but the count of wrong passphrases.
 */
export async function openStore({
  folder,
  userId,
  passphrase,
  now,
  migrations = MIGRATIONS,
  secondBackups = null,
}: OpenStore): Promise<Opened> {
  refuseNetworkFolder(folder)
  const paths = storePaths(folder)
  const keyring = readKeyring(folder)
  checkWait(paths.attempts, now())
  countFailure(paths.attempts, now())
  const dataKey = await unlockWithPassphrase(keyring, userId, passphrase)
  if (dataKey === null) throw wrongPassphrase()
  clearFailures(paths.attempts)
  return openUnlocked({ folder, keyring, dataKey, userId, now, migrations, secondBackups })
}

/** Opens a store with its printed recovery key and gives one user a new passphrase. Throws as `openStore` does. */
export async function openWithRecoveryKey({
  folder,
  userId,
  recoveryKey,
  newPassphrase,
  now,
  secondBackups = null,
}: RecoverStore): Promise<Opened> {
  refuseNetworkFolder(folder)
  const paths = storePaths(folder)
  const keyring = readKeyring(folder)
  checkWait(paths.attempts, now())
  countFailure(paths.attempts, now())
  const dataKey = await unlockWithRecoveryKey(keyring, recoveryKey)
  const user = keyring.users.find((one) => one.id === userId)
  if (dataKey === null || user === undefined || user.disabled) {
    throw new DeskError('wrong_passphrase', 'That recovery key is not right.')
  }
  clearFailures(paths.attempts)
  const wrap = await wrapKey(dataKey, newPassphrase, keyring.storeId, userId, keyring.scrypt)
  const users = keyring.users.map((one) => (one.id === userId ? { ...one, ...wrap } : one))
  const opened = openUnlocked({
    folder,
    keyring: { ...keyring, users },
    dataKey,
    userId,
    now,
    migrations: MIGRATIONS,
    secondBackups,
  })
  try {
    writeKeyringFile(paths.keyring, { ...keyring, users })
  } catch (error) {
    await opened.store.close()
    throw error
  }
  return opened
}

function createDatabase(
  file: string,
  dataKey: Buffer,
  storeId: string,
  head: { id: string; name: string },
  { now, firstWrite }: NewStore,
): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  const db = openForWriting(file, dataKey, { create: true })
  try {
    migrate(db, { manifest: MIGRATIONS, backUp: () => {}, now })
    const at = now().toISOString()
    db.transaction(() => {
      db.prepare('INSERT INTO store (only_row, id, created_at) VALUES (1, ?, ?)').run(storeId, at)
      saveUser(db as WriteDb, { userId: head.id }, at, { ...head, role: 'head_of_omu' })
      firstWrite?.(db as WriteDb, head)
    })()
  } finally {
    db.close()
  }
}

/**
 * Makes an encrypted store and opens it as its first head of OMU. The recovery key is returned once and kept nowhere.
 * Throws `conflict` for a folder that already holds a store; a crash half-way leaves a folder that holds none.
 */
export async function createStore(options: NewStore): Promise<Opened & { recoveryKey: string }> {
  try {
    return await makeInFolder(options)
  } catch (error) {
    throw storageError(error, 'No store was made')
  }
}

async function makeInFolder(options: NewStore): Promise<Opened & { recoveryKey: string }> {
  const { folder, establishment, passphrase, now, synthetic = null, scrypt = FULL_COST } = options
  refuseNetworkFolder(folder)
  mkdirSync(folder, { recursive: true })
  const paths = storePaths(folder)
  const lock = takeLock(paths.lock)
  try {
    if (hasStore(folder)) throw new DeskError('conflict', 'This folder already holds a store.')
    const dataKey = randomBytes(32)
    const storeId = newId(now().getTime())
    const head = { id: newId(now().getTime()), name: options.headOfOmu }
    const recoveryKey = makeRecoveryKey()
    const keyring: Keyring = {
      ...makeKeyring({ storeId, establishment, synthetic, scrypt }),
      defaultUser: head.id,
      users: [
        { ...head, disabled: false, ...(await wrapKey(dataKey, passphrase, storeId, head.id, scrypt)) },
      ],
      recovery: await wrapKey(dataKey, recoveryKey, storeId, 'recovery', scrypt),
    }
    const unfinished = `${paths.database}.new`
    createDatabase(unfinished, dataKey, storeId, head, options)
    renameSync(unfinished, paths.database)
    writeKeyringFile(paths.keyring, keyring)
    lock.release()
    return {
      ...openUnlocked({
        folder,
        keyring,
        dataKey,
        userId: head.id,
        now,
        migrations: MIGRATIONS,
        secondBackups: options.secondBackups ?? null,
      }),
      recoveryKey,
    }
  } finally {
    lock.release()
  }
}
