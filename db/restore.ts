import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DeskError } from '../domain/contract/errors.ts'
import { checkWait, clearFailures, countFailure } from './attempts.ts'
import { fileHash, verifyCopy, type VerifiedCopy } from './backup.ts'
import { openReadOnly, refuseNetworkFolder } from './connection.ts'
import { readKeyringFile, unlockWithPassphrase, writeKeyringFile, type Keyring } from './keyring.ts'
import { takeLock } from './lock.ts'
import { pendingMigrations } from './migrate.ts'
import { MIGRATIONS } from './migrations/manifest.ts'
import { keyringBeside, storePaths } from './store-paths.ts'

export interface Restore {
  /** The copy; its keyring stands beside it. */
  from: string
  folder: string
  /** Somebody who could unlock the store when the copy was made. */
  userId: string
  passphrase: string
  now: () => Date
}

/** Whose store a copy is of, and who can unlock it. Throws `not_a_store`, `newer_version`, `damaged`. */
export function readKeyringOfCopy(from: string): Keyring {
  if (!existsSync(from)) throw new DeskError('not_a_store', 'There is no such file to restore from.')
  const keyring = keyringBeside(from)
  if (!existsSync(keyring)) {
    throw new DeskError(
      'not_a_store',
      `No keyring file stands beside this one, so nobody can unlock it: a copy comes with ${basename(keyring)}, and both are needed.`,
    )
  }
  return readKeyringFile(keyring)
}

/** Reads every page of a copy, and whether this program can use it. Touches nothing. */
function checkCopy(from: string, dataKey: Buffer): void {
  verifyCopy(from, dataKey)
  const db = openReadOnly(from, dataKey)
  try {
    pendingMigrations(db, MIGRATIONS)
  } finally {
    db.close()
  }
}

/** Moves what a folder holds to `replaced-…` inside it, which is then itself a folder with a store. Null if it held none. */
function setAside(folder: string, at: string): string | null {
  const paths = storePaths(folder)
  const files = [paths.database, `${paths.database}-wal`, paths.keyring].filter((file) => existsSync(file))
  // Only an index of the -wal file, and SQLite makes it again.
  rmSync(`${paths.database}-shm`, { force: true })
  if (files.length === 0) return null
  const aside = join(folder, `replaced-${at.replaceAll(':', '')}`)
  mkdirSync(aside)
  for (const file of files) renameSync(file, join(aside, basename(file)))
  return aside
}

/**
 * Puts a verified copy in the place of a store, keeping what it replaces. Throws `wrong_passphrase`, `wait`, `in_use`,
 * `not_a_store`, `newer_version`, `damaged`; after any of them the store that was there still is.
 */
export async function restoreStore(options: Restore): Promise<VerifiedCopy & { replaced: string | null }> {
  const { from, folder, userId, passphrase, now } = options
  refuseNetworkFolder(folder)
  const keyring = readKeyringOfCopy(from)
  mkdirSync(folder, { recursive: true })
  const paths = storePaths(folder)
  checkWait(paths.attempts, now())
  countFailure(paths.attempts, now())
  const dataKey = await unlockWithPassphrase(keyring, userId, passphrase)
  if (dataKey === null) {
    throw new DeskError('wrong_passphrase', 'That passphrase is not right for this copy.')
  }
  clearFailures(paths.attempts)
  const lock = takeLock(paths.lock)
  const incoming = `${paths.database}.restoring`
  try {
    checkCopy(from, dataKey)
    copyFileSync(from, incoming)
    checkCopy(incoming, dataKey)
    const sha256 = fileHash(incoming)
    const replaced = setAside(folder, now().toISOString())
    renameSync(incoming, paths.database)
    writeKeyringFile(paths.keyring, keyring)
    return { path: paths.database, sha256, replaced }
  } finally {
    rmSync(incoming, { force: true })
    dataKey.fill(0)
    lock.release()
  }
}
