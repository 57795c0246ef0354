import Database from 'better-sqlite3'
import { DeskError } from '../domain/contract/errors.ts'

const REASONS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EROFS: 'the disk is read-only',
  EACCES: 'this user of the computer may not use its folder',
  EPERM: 'this user of the computer may not use its folder',
  EEXIST: 'something else of that name is there',
  ENOTDIR: 'a file stands where a folder is needed',
  ENOENT: 'its folder is not there and cannot be made',
  ENAMETOOLONG: 'the name of its folder is too long',
  SQLITE_FULL: 'the disk is full',
  SQLITE_READONLY: 'it cannot be written to',
  SQLITE_CANTOPEN: 'its file cannot be opened',
  SQLITE_IOERR: 'the disk would not take what was written',
  SQLITE_NOMEM: 'the computer has no memory left',
}

/** Why a disk would not do what was asked, in plain words; null for any other error. */
export function storageReason(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  if (error instanceof Database.SqliteError)
    return REASONS[error.code.split('_').slice(0, 2).join('_')] ?? null
  return 'syscall' in error ? (REASONS[error.code] ?? null) : null
}

/**
 * A fault of the disk as `not_available`, `message` and the reason; anything else as it is. `message` says what became of
 * the work: that is what somebody wants to know first.
 */
export function storageError(error: unknown, message: string): unknown {
  const reason = storageReason(error)
  return reason === null ? error : new DeskError('not_available', `${message}: ${reason}.`)
}
