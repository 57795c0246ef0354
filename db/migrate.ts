import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { DeskError } from '../domain/contract/errors.ts'

export interface Migration {
  /** Rising; numbered by tens, so that a fix can stand between two. */
  version: number
  name: string
  /** Of `sql`, as it was when it was released. */
  sha256: string
  sql: string
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

interface Applied {
  version: number
  sha256: string
}

const readVersion = (db: Database.Database): number => db.pragma('user_version', { simple: true }) as number
const table = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Faults of ours, found before a file is opened: an edited migration, or one out of order. */
export function checkManifest(manifest: readonly Migration[]): void {
  let last = 0
  for (const migration of manifest) {
    if (migration.version <= last) throw new Error(`Migration ${migration.version} stands after ${last}`)
    if (sha256(migration.sql) !== migration.sha256) {
      throw new Error(
        `Migration ${migration.version} was edited after it was recorded: write another instead`,
      )
    }
    last = migration.version
  }
}

function readApplied(db: Database.Database): Applied[] {
  const exists = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'").get()
  if (exists === undefined) return []
  return db.prepare('SELECT version, sha256 FROM migrations ORDER BY version').all() as Applied[]
}

/**
 * The migrations a file still lacks. Throws `newer_version` for a file from a later program, and `damaged` for one whose
 * history is not the beginning of ours. Reads only.
 */
export function pendingMigrations(
  db: Database.Database,
  manifest: readonly Migration[],
): readonly Migration[] {
  checkManifest(manifest)
  const latest = manifest.at(-1)?.version ?? 0
  const version = readVersion(db)
  if (version > latest) {
    throw new DeskError(
      'newer_version',
      'This store was last used by a newer version of Handover Desk. Nothing was changed. Use that version.',
    )
  }
  const applied = readApplied(db)
  const fits =
    (applied.at(-1)?.version ?? 0) === version &&
    applied.every(
      (one, index) => one.version === manifest[index]?.version && one.sha256 === manifest[index].sha256,
    )
  if (!fits) {
    throw new DeskError(
      'damaged',
      'This store was made by another build of Handover Desk, whose migrations differ. Nothing was changed.',
    )
  }
  return manifest.slice(applied.length)
}

/** Tables a migration promises to leave with as many rows as it found: `-- keeps: people, tasks`. */
function keptTables(sql: string): string[] {
  return [...sql.matchAll(/^--\s*keeps:(.*)$/gm)].flatMap((match) =>
    (match[1] ?? '').split(',').map((name) => name.trim()),
  )
}

const countRows = (db: Database.Database, name: string): number =>
  db
    .prepare(`SELECT count(*) FROM ${table(name)}`)
    .pluck()
    .get() as number

function apply(db: Database.Database, migration: Migration, appliedAt: string): void {
  const kept = keptTables(migration.sql).map((name) => ({ name, rows: countRows(db, name) }))
  db.exec(migration.sql)
  for (const { name, rows } of kept) {
    const now = countRows(db, name)
    if (now !== rows) throw new Error(`Migration ${migration.version} left ${now} rows of ${rows} in ${name}`)
  }
  const broken = db.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`Migration ${migration.version} broke ${broken.length} foreign keys`)
  db.prepare('INSERT INTO migrations (version, name, sha256, applied_at) VALUES (?, ?, ?, ?)').run(
    migration.version,
    migration.name,
    migration.sha256,
    appliedAt,
  )
  db.pragma(`user_version = ${migration.version}`)
}

const APPLIED_TABLE = `CREATE TABLE IF NOT EXISTS migrations (
  version INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  applied_at TEXT NOT NULL
) STRICT`

/**
 * Brings a file up to the manifest, all of it or nothing. `backUp` is called first when the file holds anything, and must
 * throw if the copy cannot be trusted. Foreign keys are off while tables are rebuilt, and off *before* the transaction
 * begins: inside one SQLite ignores the setting, and dropping a parent table would delete its children.
 * Returns how many migrations were applied.
 */
export function migrate(
  db: Database.Database,
  { manifest, backUp, now }: { manifest: readonly Migration[]; backUp: () => void; now: () => Date },
): number {
  const pending = pendingMigrations(db, manifest)
  if (pending.length === 0) return 0
  if (readVersion(db) > 0) {
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') {
      throw new DeskError(
        'damaged',
        'This store is damaged, so it was not changed. Restore it from a backup.',
      )
    }
    backUp()
  }
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
      db.exec(APPLIED_TABLE)
      for (const migration of pending) apply(db, migration, now().toISOString())
    }).immediate()
  } finally {
    db.pragma('foreign_keys = ON')
  }
  if (db.pragma('quick_check', { simple: true }) !== 'ok')
    throw new Error('The store does not pass its check after migrating')
  return pending.length
}
