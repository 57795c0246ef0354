import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { MIGRATIONS } from '../../../db/migrations/manifest.ts'

const options = { backUp: () => {}, now: () => new Date(0) }
const id = (n: number) => String(n).padStart(36, '0')

test('migration 40 (plan_memory) adds two empty tables and leaves a store as it was', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, { ...options, manifest: MIGRATIONS.filter(({ version }) => version <= 30) })
  db.transaction(() => {
    db.prepare(
      "INSERT INTO change_sets VALUES (1, ?, '2026-11-20T09:00:00.000Z', ?, ?, NULL, 'x', NULL)",
    ).run(id(1), id(1), id(9))
    db.prepare("INSERT INTO changes VALUES (1, ?, 1, 'user', ?, '{}')").run(id(1), id(1))
    db.prepare("INSERT INTO users (id, seq, name, role) VALUES (?, 1, 'Hester Moor', 'pom')").run(id(1))
    db.prepare("INSERT INTO changes VALUES (2, ?, 1, 'person', ?, '{}')").run(id(2), id(21))
    db.prepare("INSERT INTO people (id, prison_number, version) VALUES (?, 'A0001AA', 2)").run(id(21))
  })()
  const held = () => ['changes', 'people', 'users'].map((table) => db.prepare(`SELECT * FROM ${table}`).all())
  const before = held()
  migrate(db, { ...options, manifest: MIGRATIONS })
  expect(held()).toEqual(before)
  expect(db.prepare('SELECT count(*) FROM plan_memory').pluck().get()).toBe(0)
  expect(db.prepare('SELECT count(*) FROM former_plans').pluck().get()).toBe(0)
  expect(db.pragma('foreign_key_check')).toEqual([])
  const remember = db.prepare("INSERT INTO plan_memory VALUES (?, 2, '2026-11-23', 'x', ?)")
  expect(() => remember.run(id(21), 'not json')).toThrow(/CHECK/)
  expect(() => remember.run(id(22), '{}')).toThrow(/FOREIGN KEY/)
})
