import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { MIGRATIONS } from '../../../db/migrations/manifest.ts'

const options = { backUp: () => {}, now: () => new Date(0) }
const id = (n: number) => String(n).padStart(36, '0')
const AT = '2026-11-20T09:00:00.000Z'

/** A store of version 40 with a user, a person, a task and a decision: children of every table touched. */
function olderStore() {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, { ...options, manifest: MIGRATIONS.filter(({ version }) => version <= 40) })
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
    change(4, 'decision', id(41))
    db.prepare("INSERT INTO decisions VALUES (?, 4, ?, ?, ?, 'responsibility', '', '{}')").run(
      id(41),
      AT,
      id(1),
      id(21),
    )
  })()
  return db
}

test('migration 50 (caseload) keeps the log and what was decided, row for row, and what hangs on them', () => {
  const db = olderStore()
  const held = () =>
    ['changes', 'users', 'people', 'decisions'].map((table) => db.prepare(`SELECT * FROM ${table}`).all())
  const before = held()
  migrate(db, { ...options, manifest: MIGRATIONS.filter(({ version }) => version <= 50) })
  expect(held()).toEqual(before)
  expect(db.prepare('SELECT reason FROM change_sets').pluck().all()).toEqual([null])
  expect(db.prepare('SELECT task, body FROM tasks').raw().all()).toEqual([['mt-handover', null]])
  expect(db.pragma('foreign_key_check')).toEqual([])
  expect(() => db.exec('DELETE FROM changes')).toThrow(/only grows/)
  expect(() => db.exec("UPDATE changes SET payload = '1'")).toThrow(/only grows/)
})

test('the log takes staff and imports taken back, decisions the new kinds, and neither takes others', () => {
  const db = olderStore()
  migrate(db, { ...options, manifest: MIGRATIONS })
  const add = db.prepare(
    "INSERT INTO changes (id, set_id, entity, entity_id, payload) VALUES (?, 1, ?, 'x', '{}')",
  )
  expect(() => add.run(id(70), 'staff')).not.toThrow()
  expect(() => add.run(id(71), 'import_undo')).not.toThrow()
  expect(() => add.run(id(73), 'rumour')).toThrow(/CHECK/)
  const decide = db.prepare("INSERT INTO decisions VALUES (?, 4, ?, ?, ?, ?, '', '{}')")
  for (const [n, kind] of [
    'movement',
    'allocation',
    'ready_to_go',
    'sentence',
    'recall',
    'kept_ours',
  ].entries())
    expect(() => decide.run(id(80 + n), AT, id(1), id(21), kind)).not.toThrow()
  expect(() => decide.run(id(90), AT, id(1), id(21), 'rumour')).toThrow(/CHECK/)
})
