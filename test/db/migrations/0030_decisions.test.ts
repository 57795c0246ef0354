import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { MIGRATIONS } from '../../../db/migrations/manifest.ts'

const options = { backUp: () => {}, now: () => new Date(0) }
const id = (n: number) => String(n).padStart(36, '0')
const AT = '2026-11-20T09:00:00.000Z'

/** A store of version 20 with a user, a person, a task and an adoption: children of every table touched. */
function olderStore() {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, { ...options, manifest: MIGRATIONS.filter(({ version }) => version <= 20) })
  const change = (seq: number, entity: string, entityId: string) =>
    db.prepare("INSERT INTO changes VALUES (?, ?, 1, ?, ?, '{}')").run(seq, id(seq), entity, entityId)
  db.transaction(() => {
    db.prepare("INSERT INTO change_sets VALUES (1, ?, ?, ?, ?, NULL, 'typed here', NULL)").run(
      id(1),
      AT,
      id(1),
      id(9),
    )
    change(1, 'user', id(1))
    db.prepare("INSERT INTO users (id, seq, name, role) VALUES (?, 1, 'Hester Moor', 'pom')").run(id(1))
    change(2, 'person', id(21))
    db.prepare("INSERT INTO people (id, prison_number, version) VALUES (?, 'A0001AA', 2)").run(id(21))
    change(3, 'task', id(31))
    db.prepare("INSERT INTO tasks VALUES (?, 3, ?, ?, ?, 'mt-handover', NULL, '')").run(
      id(31),
      AT,
      id(1),
      id(21),
    )
    change(4, 'adoption', id(41))
    db.prepare("INSERT INTO adoptions VALUES (?, 4, NULL, 'enhanced-7-5', '2026-04-01')").run(id(41))
  })()
  return db
}

test('migration 30 (decisions) keeps the log row for row, growing only, and what hangs on it', () => {
  const db = olderStore()
  const held = () =>
    ['changes', 'change_sets', 'users', 'people', 'tasks'].map((table) =>
      db.prepare(`SELECT * FROM ${table}`).all(),
    )
  const before = held()
  migrate(db, { ...options, manifest: MIGRATIONS.filter(({ version }) => version <= 30) })
  expect(held()).toEqual(before)
  expect(db.prepare('SELECT rule_set, proof FROM adoptions').raw().all()).toEqual([['enhanced-7-5', null]])
  expect(db.pragma('foreign_key_check')).toEqual([])
  expect(() => db.exec('DELETE FROM changes')).toThrow(/only grows/)
  expect(() => db.exec("UPDATE changes SET payload = '1'")).toThrow(/only grows/)
})

test('the log takes the new kinds and no others', () => {
  const db = olderStore()
  migrate(db, { ...options, manifest: MIGRATIONS.filter(({ version }) => version <= 30) })
  const add = db.prepare(
    "INSERT INTO changes (id, set_id, entity, entity_id, payload) VALUES (?, 1, ?, 'x', '{}')",
  )
  expect(() => add.run(id(70), 'decision')).not.toThrow()
  expect(() => add.run(id(71), 'local_item')).not.toThrow()
  expect(() => add.run(id(72), 'former_plan')).not.toThrow()
  expect(() => add.run(id(73), 'rumour')).toThrow(/CHECK/)
})
