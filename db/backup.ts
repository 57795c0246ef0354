import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { DeskError } from '../domain/contract/errors.ts'
import { APPLICATION_ID, checkFileKind, openReadOnly, openingError } from './connection.ts'
import { copiesToRemove, type KeptCopy } from './retention.ts'
import { keyringBeside } from './store-paths.ts'
import type { Instant } from './types.ts'

export interface VerifiedCopy {
  path: string
  sha256: string
}

/** SHA-256 of a file, read a megabyte at a time. */
export function fileHash(path: string): string {
  const hash = createHash('sha256')
  const chunk = Buffer.alloc(1024 * 1024)
  const file = openSync(path, 'r')
  try {
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk))
      hash.update(chunk.subarray(0, read))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

function flush(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/**
 * Opens a copy as a restore would and reads every page of it. Throws `damaged`, or `not_a_store` for something else.
 * Touches nothing.
 */
export function verifyCopy(path: string, dataKey: Buffer): void {
  checkFileKind(path)
  let db: Database.Database | null = null
  try {
    db = openReadOnly(path, dataKey)
    const result = db.pragma('integrity_check', { simple: true })
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      throw new DeskError('not_a_store', 'This file is not a copy of a Handover Desk store.')
    }
    if (result !== 'ok') throw new DeskError('damaged', 'This copy is damaged.')
  } catch (error) {
    const known = openingError(error)
    throw known instanceof DeskError && known !== error
      ? new DeskError(known.code, 'This copy is damaged.')
      : known
  } finally {
    db?.close()
  }
}

/**
 * A verified copy of an open store at `path`, whole or not at all, under the same data key, with its keyring beside it.
 * By `VACUUM INTO`: the online backup refuses encrypted files, and copying a live file can miss what is still in its log.
 */
export function copyStore(
  db: Database.Database,
  path: string,
  keyring: string,
  dataKey: Buffer,
): VerifiedCopy {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = `${path}.part`
  rmSync(temporary, { force: true })
  try {
    db.prepare('VACUUM INTO ?').run(temporary)
    verifyCopy(temporary, dataKey)
    flush(temporary)
    const sha256 = fileHash(temporary)
    copyFileSync(keyring, `${keyringBeside(path)}.part`)
    flush(`${keyringBeside(path)}.part`)
    renameSync(`${keyringBeside(path)}.part`, keyringBeside(path))
    renameSync(temporary, path)
    return { path, sha256 }
  } finally {
    rmSync(temporary, { force: true })
  }
}

const NAME = /^desk-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)\.(\d{3})Z(-before-\d+)?\.db$/

/**
 * Where a copy made at `now` goes: `desk-2026-11-21T230806.120Z.db` sorts by time and is a legal name on Windows. Never
 * over another copy: one made in the same millisecond is named a millisecond later.
 */
export function newBackupPath(folder: string, now: Date, note = ''): { path: string; at: Instant } {
  for (let ms = now.getTime(); ; ms += 1) {
    const at = new Date(ms).toISOString()
    const path = join(folder, `desk-${at.replaceAll(':', '')}${note}.db`)
    if (!existsSync(path)) return { path, at }
  }
}

/** The copies in a folder, oldest first. */
export function listBackups(folder: string): KeptCopy[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const [, day, hours, minutes, seconds, ms] = NAME.exec(name) ?? []
      if (day === undefined) return []
      return [{ path: join(folder, name), at: `${day}T${hours}:${minutes}:${seconds}.${ms}Z` }]
    })
}

/**
 * A second place for a copy, such as a folder on the network that IT named. Throws `not_available` where it cannot be
 * written or does not read back the same; the first copy stands.
 */
export function copyElsewhere({ path, sha256 }: VerifiedCopy, folder: string, now: Date): void {
  const target = join(folder, basename(path))
  try {
    mkdirSync(folder, { recursive: true })
    copyFileSync(path, `${target}.part`)
    if (fileHash(`${target}.part`) !== sha256) throw new Error('the copy differs')
    copyFileSync(keyringBeside(path), keyringBeside(target))
    renameSync(`${target}.part`, target)
    thinBackups(folder, now)
  } catch {
    if (existsSync(`${target}.part`)) rmSync(`${target}.part`)
    throw new DeskError('not_available', `A backup was made, but it could not be copied to ${folder}.`)
  }
}

/** Removes the copies nobody needs any more, each with its keyring. */
export function thinBackups(folder: string, now: Date): void {
  for (const { path } of copiesToRemove(listBackups(folder), now)) {
    rmSync(path, { force: true })
    rmSync(keyringBeside(path), { force: true })
  }
}
