import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { fileHash, listBackups, verifyCopy } from '../../db/backup.ts'
import { unlockWithPassphrase } from '../../db/keyring.ts'
import { checkManifest, migrate, pendingMigrations, sha256, type Migration } from '../../db/migrate.ts'
import { MIGRATIONS } from '../../db/migrations/manifest.ts'
import { openStore, readKeyring } from '../../db/open.ts'
import { listPeople, writePeople } from '../../db/repositories/people.ts'
import { keyringBeside } from '../../db/store-paths.ts'
import { newPeople, newStore, PASSPHRASE, testClock, typedHere } from './support/stores.ts'

const now = testClock().now
const code = (error: string) => expect.objectContaining({ name: 'DeskError', code: error })
const migration = (version: number, sql: string): Migration => ({
  version,
  name: 'made_up',
  sql,
  sha256: sha256(sql),
})
const noBackup = () => {}

const FAMILY = migration(
  10,
  `CREATE TABLE parents (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
   CREATE TABLE children (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES parents (id) ON DELETE CASCADE) STRICT;
   INSERT INTO parents VALUES (1, 'a');
   INSERT INTO children VALUES (1, 1), (2, 1);`,
)
const REBUILD = `-- destructive: rebuilds parents with a longer name
CREATE TABLE new_parents (id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT) STRICT;
INSERT INTO new_parents (id, name) SELECT id, name FROM parents;
DROP TABLE parents;
ALTER TABLE new_parents RENAME TO parents;`

function familyDatabase() {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, { manifest: [FAMILY], backUp: noBackup, now })
  return db
}
const count = (db: Database.Database, table: string) =>
  db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()

describe('the runner', () => {
  test('children survive the rebuilding of their parent table', () => {
    const db = familyDatabase()
    migrate(db, {
      manifest: [FAMILY, migration(20, `-- keeps: children, parents\n${REBUILD}`)],
      backUp: noBackup,
      now,
    })
    expect(count(db, 'children')).toBe(2)
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(db.pragma('user_version', { simple: true })).toBe(20)
    db.prepare('DELETE FROM parents').run()
    expect(count(db, 'children')).toBe(0)
  })

  test('a migration that loses rows it promised to keep is undone whole', () => {
    const db = familyDatabase()
    const careless = migration(
      20,
      '-- keeps: children\nCREATE TABLE more (x) STRICT; DELETE FROM children WHERE id = 2;',
    )
    const fixed = migration(
      20,
      '-- keeps: children\nCREATE TABLE more (x INT) STRICT; DELETE FROM children WHERE id = 2;',
    )
    expect(() => migrate(db, { manifest: [FAMILY, careless], backUp: noBackup, now })).toThrow()
    expect(() => migrate(db, { manifest: [FAMILY, fixed], backUp: noBackup, now })).toThrow(
      'left 1 rows of 2 in children',
    )
    expect(count(db, 'children')).toBe(2)
    expect(db.pragma('user_version', { simple: true })).toBe(10)
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'more'").get()).toBeUndefined()
  })

  test('a migration that breaks a foreign key is undone whole', () => {
    const db = familyDatabase()
    const orphaning = migration(20, '-- destructive: wrongly\nDELETE FROM parents;')
    expect(() => migrate(db, { manifest: [FAMILY, orphaning], backUp: noBackup, now })).toThrow(
      'broke 2 foreign keys',
    )
    expect(count(db, 'parents')).toBe(1)
  })

  test('all pending migrations are applied or none', () => {
    const db = familyDatabase()
    const manifest = [
      FAMILY,
      migration(20, 'CREATE TABLE first (x INT) STRICT;'),
      migration(30, 'SELECT nonsense;'),
    ]
    expect(() => migrate(db, { manifest, backUp: noBackup, now })).toThrow()
    expect(db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'first'").get()).toBeUndefined()
    expect(db.pragma('user_version', { simple: true })).toBe(10)
  })

  test('a file from the future is refused', () => {
    const db = familyDatabase()
    migrate(db, {
      manifest: [FAMILY, migration(20, 'CREATE TABLE later (x INT) STRICT;')],
      backUp: noBackup,
      now,
    })
    expect(() => pendingMigrations(db, [FAMILY])).toThrow(code('newer_version'))
  })

  test('an edited migration is refused, both in the program and against the file', () => {
    const db = familyDatabase()
    const edited = { ...FAMILY, sql: `${FAMILY.sql}\n-- a small change` }
    expect(() => checkManifest([edited])).toThrow('was edited')
    expect(() => pendingMigrations(db, [migration(10, edited.sql)])).toThrow(code('damaged'))
  })

  test('a migration slipped in before one already applied is refused', () => {
    const db = familyDatabase()
    expect(() => pendingMigrations(db, [migration(5, 'SELECT 1;'), FAMILY])).toThrow(code('damaged'))
    expect(() => checkManifest([FAMILY, migration(5, 'SELECT 1;')])).toThrow('stands after')
  })

  test('no copy, no migration', () => {
    const db = familyDatabase()
    const backUp = () => {
      throw new Error('the disk is full')
    }
    const manifest = [FAMILY, migration(20, 'CREATE TABLE later (x INT) STRICT;')]
    expect(() => migrate(db, { manifest, backUp, now })).toThrow('the disk is full')
    expect(db.pragma('user_version', { simple: true })).toBe(10)
  })
})

describe('a store', () => {
  const next = migration(990, 'ALTER TABLE settings ADD COLUMN hint TEXT;')

  test('is copied before it is migrated, and the copy opens as it was', async () => {
    const { store, folder, actor, at } = await newStore()
    await store.write((db) => writePeople(db, actor, typedHere(at), newPeople(50)))
    await store.close()
    const before = listBackups(join(folder, 'backups')).length
    const opened = await openStore({
      folder,
      userId: actor.userId,
      passphrase: PASSPHRASE,
      now: testClock('2026-11-24T09:00:00.000Z').now,
      migrations: [...MIGRATIONS, next],
    })
    expect(listPeople(opened.store.read)).toHaveLength(50)
    expect(opened.store.read.pragma('user_version', { simple: true })).toBe(990)
    const copies = listBackups(join(folder, 'backups'))
    expect(copies).toHaveLength(before + 1)
    const copy = copies.at(-1)?.path as string
    expect(copy).toContain('before-990')
    await opened.store.close()

    const key = await unlockWithPassphrase(readKeyring(folder), actor.userId, PASSPHRASE)
    verifyCopy(copy, key as Buffer)
    expect(readFileSync(keyringBeside(copy))).toEqual(readFileSync(join(folder, 'keyring.json')))
    // The program that does not know the migration leaves the file alone.
    const hash = fileHash(join(folder, 'desk.db'))
    await expect(openStore({ folder, userId: actor.userId, passphrase: PASSPHRASE, now })).rejects.toEqual(
      code('newer_version'),
    )
    expect(fileHash(join(folder, 'desk.db'))).toBe(hash)
  })

  test('whose migration fails stays as it was and opens with the program that made it', async () => {
    const { store, folder, actor, at } = await newStore()
    await store.write((db) => writePeople(db, actor, typedHere(at), newPeople(5)))
    await store.close()
    const failing = [
      ...MIGRATIONS,
      migration(990, '-- keeps: people\nUPDATE people SET crn = NULL; SELECT nonsense;'),
    ]
    const open = (migrations?: Migration[]) =>
      openStore({
        folder,
        userId: actor.userId,
        passphrase: PASSPHRASE,
        now,
        ...(migrations ? { migrations } : {}),
      })
    await expect(open(failing)).rejects.toThrow('nonsense')
    const { store: again } = await open()
    expect(listPeople(again.read)).toHaveLength(5)
    await again.close()
  })
})

describe('the migrations we ship', () => {
  const folder = new URL('../../db/migrations/', import.meta.url)
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()

  test('are the files beside the manifest, word for word', () => {
    expect(
      MIGRATIONS.map(({ version, name, sql }) => [`${String(version).padStart(4, '0')}_${name}.sql`, sql]),
    ).toEqual(files.map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]))
    checkManifest(MIGRATIONS)
  })

  test('are numbered by tens or between', () => {
    expect(MIGRATIONS[0]?.version).toBe(10)
    expect(MIGRATIONS.every(({ version }) => Number.isInteger(version))).toBe(true)
  })

  test('say so and have a test of their own where they drop, delete or set a pragma', () => {
    const words = /\b(DROP\s+TABLE|DELETE\s+FROM|PRAGMA)\b/i
    const tests = new URL('./migrations/', import.meta.url)
    for (const file of files) {
      const sql = readFileSync(new URL(file, folder), 'utf8')
      if (!words.test(sql.replaceAll(/--.*$/gm, ''))) continue
      expect(sql, file).toMatch(/^-- destructive: \S/m)
      expect(readdirSync(tests)).toContain(file.replace('.sql', '.test.ts'))
    }
  })

  test('make only strict tables', () => {
    const db = new Database(':memory:')
    migrate(db, { manifest: MIGRATIONS, backUp: noBackup, now })
    const tables = db.pragma('table_list') as { name: string; schema: string; strict: number }[]
    const ours = tables.filter(({ name, schema }) => schema === 'main' && !name.startsWith('sqlite_'))
    expect(ours.length).toBeGreaterThan(10)
    expect(ours.filter(({ strict }) => strict !== 1)).toEqual([])
  })
})
