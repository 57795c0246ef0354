import Database from 'better-sqlite3'
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { MIGRATIONS } from '../../db/migrations/manifest.ts'
import * as cases from '../../db/schema/cases.ts'
import * as log from '../../db/schema/log.ts'
import * as unit from '../../db/schema/unit.ts'

const { AUDIT_OUTCOMES: _outcomes, ...logTables } = log
const described = [
  ...Object.values(cases),
  ...Object.values(logTables),
  ...Object.values(unit),
] as SQLiteTable[]

const db = new Database(':memory:')
migrate(db, { manifest: MIGRATIONS, backUp: () => {}, now: () => new Date(0) })
const inSql = (db.pragma('table_list') as { name: string; schema: string }[])
  .filter(({ name, schema }) => schema === 'main' && !name.startsWith('sqlite_') && name !== 'migrations')
  .map(({ name }) => name)

test('every table of the store is described, and no other', () => {
  expect(described.map((table) => getTableConfig(table).name).sort()).toEqual(inSql.sort())
})

describe.each(described.map((table) => [getTableConfig(table).name, table] as const))('%s', (name, table) => {
  const config = getTableConfig(table)
  const inKey = new Set(config.primaryKeys.flatMap(({ columns }) => columns.map((column) => column.name)))

  test('has the columns its description says', () => {
    const columns = db.pragma(`table_info(${name})`) as {
      name: string
      type: string
      notnull: number
      pk: number
    }[]
    expect(
      config.columns.map((column) => [
        column.name,
        column.getSQLType().toUpperCase(),
        column.notNull,
        column.primary || inKey.has(column.name),
      ]),
    ).toEqual(columns.map((column) => [column.name, column.type, column.notnull === 1, column.pk > 0]))
  })

  test('has the indexes and unique columns its description says', () => {
    const indexes = db.pragma(`index_list(${name})`) as { name: string; unique: number; origin: string }[]
    const columnsOf = (index: string) =>
      (db.pragma(`index_info(${index})`) as { name: string }[]).map((column) => column.name).join()
    const found = indexes.filter(({ origin }) => origin !== 'pk').map((index) => columnsOf(index.name))
    const said = [
      ...config.columns.filter((column) => column.isUnique).map((column) => column.name),
      ...config.uniqueConstraints.map((unique) => unique.columns.map((column) => column.name).join()),
      ...config.indexes.map((index) =>
        index.config.columns.map((column) => (column as { name: string }).name).join(),
      ),
    ]
    expect(found.sort()).toEqual(said.sort())
  })
})

test('closed lists are closed in the file too', () => {
  const insert = "INSERT INTO users (id, seq, name, role) VALUES (printf('%036d', 1), 1, 'x', 'governor')"
  expect(() => db.exec(insert)).toThrow(/CHECK/)
  const person = (number: string) =>
    `INSERT INTO people (id, prison_number, version) VALUES (printf('%036d', 1), '${number}', 1)`
  expect(() => db.exec(person('a1234bc'))).toThrow(/CHECK/)
  expect(() => db.exec(person('A12345BC'))).toThrow(/CHECK/)
})
