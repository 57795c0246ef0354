import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
import Database from 'better-sqlite3'
import { DeskError } from '../domain/contract/errors.ts'

/** `HDSK`: what `file` and SQLite tools show for our databases. */
export const APPLICATION_ID = 0x4844534b

// AES-256 in SQLCipher's page format: each page carries its own HMAC, so a changed byte is found when it is read.
const CIPHER = 'sqlcipher'

/** Set, then read back: SQLite answers a setting it does not know, or refuses, with silence. */
const SETTINGS: [name: string, set: string, expected: string | number][] = [
  // No second process can so much as read while this one has the file, whatever became of the lock file.
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  // The build's default in WAL is NORMAL, which may lose the last commits when the power goes.
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  // What retention deletes must really go.
  ['secure_delete', 'ON', 1],
  // Nothing decrypted on disk.
  ['temp_store', 'MEMORY', 2],
  ['busy_timeout', '5000', 5000],
  ['cache_size', '-65536', -65_536],
]

function unlockFile(db: Database.Database, dataKey: Buffer): void {
  db.pragma(`cipher = '${CIPHER}'`)
  db.pragma(`key = "x'${dataKey.toString('hex')}'"`)
  if (db.pragma('cipher', { simple: true }) !== CIPHER)
    throw new Error(`The database driver lacks the cipher ${CIPHER}`)
}

/** For reading one file without touching it: a backup, or a store before it is trusted. Fails at once if somebody writes. */
export function openReadOnly(file: string, dataKey: Buffer): Database.Database {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 0 })
  try {
    unlockFile(db, dataKey)
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    db.pragma('temp_store = MEMORY')
    db.pragma('schema_version')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** The one connection an open store has. `create` makes a new file. */
export function openForWriting(
  file: string,
  dataKey: Buffer,
  { create }: { create: boolean },
): Database.Database {
  const db = new Database(file, { fileMustExist: !create, timeout: 5000 })
  try {
    unlockFile(db, dataKey)
    if (create) db.pragma(`application_id = ${APPLICATION_ID}`)
    for (const [name, set, expected] of SETTINGS) {
      db.pragma(`${name} = ${set}`)
      const found = db.pragma(name, { simple: true })
      if (found !== expected)
        throw new Error(`SQLite kept ${name} at ${String(found)} instead of ${expected}`)
    }
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** WAL does not work over a network, and a file server's locks are not to be trusted with this. Backups may go there. */
export function refuseNetworkFolder(folder: string): void {
  const isShare = (path: string): boolean => /^[\\/]{2}[^\\/?.]/.test(path) || /^\\\\\?\\UNC\\/i.test(path)
  let real = folder
  if (process.platform === 'win32') {
    try {
      // Turns a mapped drive letter into the share behind it.
      real = realpathSync.native(resolve(folder))
    } catch {
      // Not there yet.
    }
  }
  if (!isShare(folder) && !isShare(real)) return
  throw new DeskError(
    'not_available',
    'The store has to be on a disk of this computer: this folder is on the network. Backups may be kept there.',
  )
}

const PLAIN_HEADER = 'SQLite format 3\0'

/** Throws `damaged` for a file that is missing or empty, `not_a_store` for a database that is not encrypted. */
export function checkFileKind(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined || !found.isFile() || found.size < 512) {
    throw new DeskError('damaged', 'The file of this store is missing or empty. Restore it from a backup.')
  }
  const head = Buffer.alloc(PLAIN_HEADER.length)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, head, 0, head.length, 0)
  } finally {
    closeSync(handle)
  }
  if (head.toString('latin1') === PLAIN_HEADER) {
    throw new DeskError('not_a_store', 'The file here is a database, but not one of Handover Desk.')
  }
}

/** What a fault of SQLite's while opening means to the person in front of it. Anything else is passed on as it is. */
export function openingError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(error.code)) {
    return new DeskError('damaged', 'This store is damaged and was left as it is. Restore it from a backup.')
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(error.code)) {
    return new DeskError('in_use', 'This store is open in another process. Close it there first.')
  }
  return error
}
