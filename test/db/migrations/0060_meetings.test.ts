import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../../db/migrate.ts'
import { MIGRATIONS } from '../../../db/migrations/manifest.ts'

const options = { backUp: () => {}, now: () => new Date(0) }
const id = (n: number) => String(n).padStart(36, '0')
const AT = '2026-11-20T09:00:00.000Z'

test('migration 60 (meetings) keeps every decision, and takes the new kinds and no others', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, { ...options, manifest: MIGRATIONS.filter(({ version }) => version <= 50) })
  const change = (seq: number, entity: string, entityId: string) =>
    db.prepare("INSERT INTO changes VALUES (?, ?, 1, ?, ?, '{}')").run(seq, id(seq), entity, entityId)
  const decide = "INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, '', '{}')"
  db.transaction(() => {
    db.prepare("INSERT INTO change_sets VALUES (1, ?, ?, ?, ?, NULL, 'typed here', NULL, NULL)").run(
      id(1),
      AT,
      id(1),
      id(9),
    )
    change(1, 'user', id(1))
    db.prepare("INSERT INTO users (id, seq, name, role) VALUES (?, 1, 'Hester Moor', 'pom')").run(id(1))
    change(2, 'person', id(21))
    db.prepare("INSERT INTO people (id, prison_number, version) VALUES (?, 'A0001AA', 2)").run(id(21))
    change(3, 'decision', id(41))
    db.prepare(decide).run(id(41), 3, AT, id(1), id(21), 'responsibility')
    change(4, 'decision', id(42))
    db.prepare(decide).run(id(42), 4, AT, id(1), id(21), 'kept_ours')
  })()
  const held = () => db.prepare('SELECT * FROM decisions ORDER BY seq').all()
  const before = held()
  migrate(db, { ...options, manifest: MIGRATIONS })
  expect(held()).toEqual(before)
  expect(db.pragma('foreign_key_check')).toEqual([])
  for (const [n, kind] of ['contact', 'case_note', 'next_step', 'chase', 'told'].entries())
    expect(() => db.prepare(decide).run(id(50 + n), 4, AT, id(1), id(21), kind)).not.toThrow()
  const draft = db.prepare('INSERT INTO drafts VALUES (?, ?, ?, ?)')
  expect(() => draft.run(id(1), 'meeting', AT, '{}')).not.toThrow()
  expect(() => draft.run(id(1), 'other', AT, 'not JSON')).toThrow(/CHECK/)
  expect(() => db.prepare(decide).run(id(60), 4, AT, id(1), id(21), 'rumour')).toThrow(/CHECK/)
})
