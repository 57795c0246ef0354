import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { MIGRATIONS } from '../../../db/migrations/manifest.ts'

const options = { backUp: () => {}, now: () => new Date(0) }
const id = (n: number) => String(n).padStart(36, '0')
const AT = '2026-11-20T09:00:00.000Z'

/** A store of version 10: two lists of one system, the later one about one of the two people, and a man typed in here. */
function olderStore() {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, { ...options, manifest: MIGRATIONS.filter(({ version }) => version <= 10) })
  const set = (n: number, source: string, importId: string | null, asAt: string | null) =>
    db
      .prepare('INSERT INTO change_sets VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(n, id(n), AT, id(1), id(9), importId, source, asAt)
  const change = (seq: number, inSet: number, entity: string, entityId: string) =>
    db.prepare("INSERT INTO changes VALUES (?, ?, ?, ?, ?, '{}')").run(seq, id(seq), inSet, entity, entityId)
  const list = (n: number, seq: number, asAt: string) =>
    db
      .prepare(
        "INSERT INTO imports VALUES (?, ?, ?, ?, 'list.csv', ?, 'delius_caseload', ?, 2, 0, 0, 0, 0, 0)",
      )
      .run(id(n), seq, AT, id(1), 'a'.repeat(64), asAt)
  const person = (n: number, seq: number, number: string) =>
    db.prepare('INSERT INTO people (id, prison_number, version) VALUES (?, ?, ?)').run(id(n), number, seq)
  db.transaction(() => {
    set(1, 'typed here', null, null)
    change(1, 1, 'user', id(1))
    db.prepare("INSERT INTO users (id, seq, name, role) VALUES (?, 1, 'Hester Moor', 'pom')").run(id(1))
    set(2, 'delius_caseload', id(31), '2026-11-09')
    change(2, 2, 'import', id(31))
    list(31, 2, '2026-11-09')
    change(3, 2, 'person', id(21))
    change(4, 2, 'person', id(22))
    set(3, 'delius_caseload', id(32), '2026-11-20')
    change(5, 3, 'import', id(32))
    list(32, 5, '2026-11-20')
    change(6, 3, 'person', id(21))
    change(7, 1, 'person', id(23))
    person(21, 6, 'A0001AA')
    person(22, 4, 'A0002AA')
    person(23, 7, 'A0003AA')
  })()
  return db
}

test('migration 20 (sightings) begins with the newest import each person learned something from', () => {
  const db = olderStore()
  const held = () =>
    ['people', 'imports', 'changes', 'change_sets', 'users'].map((table) =>
      db.prepare(`SELECT * FROM ${table}`).all(),
    )
  const before = held()
  expect(migrate(db, { ...options, manifest: MIGRATIONS.filter(({ version }) => version <= 20) })).toBe(1)
  expect(held()).toEqual(before)
  expect(db.prepare('SELECT person_id, source, as_at, import_id FROM sightings').raw().all()).toEqual([
    [id(21), 'delius_caseload', '2026-11-20', id(32)],
    [id(22), 'delius_caseload', '2026-11-09', id(31)],
  ])
  expect(db.pragma('foreign_key_check')).toEqual([])
})
