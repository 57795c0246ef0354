import { isDeepStrictEqual } from 'node:util'
import { pendingMigrations } from './migrate.ts'
import { MIGRATIONS } from './migrations/manifest.ts'
import { verifyAuditChain } from './repositories/audit.ts'
import { foldPeople, listPeople } from './repositories/people.ts'
import { statement } from './statement.ts'
import type { ReadDb } from './types.ts'

export interface Check {
  name: string
  ok: boolean
  detail: string
}

const END_OF_TIME = '9999'

/** Each table kept beside the log, with the columns its changes carry, under the names they carry them by. */
const PROJECTIONS: Record<string, string> = {
  imports: `at, file, sha256, source, as_at AS asAt, row_count AS rows, created, updated, unchanged, absent, refused`,
  tasks: `at, person_id AS personId, task, done_on AS doneOn, note, body`,
  packs: `at, person_id AS personId, version, status, hash`,
  adoptions: `region, rule_set AS ruleSet, from_day AS "from", proof`,
  decisions: `at, person_id AS personId, kind, subject, body`,
  local_items: `at, region, item, from_day AS "from", body`,
  former_plans: `at, person_id AS personId, happened_on AS happenedOn, body`,
  staff: `at, staff_id AS staffId, body`,
  import_undos: `at, import_id AS importId, body`,
}
/** Columns that hold JSON: they are compared as what they say, and one that is null may be absent from its change. */
const JSON_COLUMNS = ['proof', 'body']
const ENTITY_OF: Record<string, string> = {
  imports: 'import',
  tasks: 'task',
  packs: 'pack',
  adoptions: 'adoption',
  decisions: 'decision',
  local_items: 'local_item',
  former_plans: 'former_plan',
  staff: 'staff',
  import_undos: 'import_undo',
}

function checkFile(db: ReadDb): Check {
  const found = (db.pragma('integrity_check') as { integrity_check: string }[]).map(
    (row) => row.integrity_check,
  )
  const ok = found.length === 1 && found[0] === 'ok'
  return {
    name: 'file',
    ok,
    detail: ok ? 'every page and index reads and agrees' : found.slice(0, 5).join('; '),
  }
}

function checkForeignKeys(db: ReadDb): Check {
  const broken = (db.pragma('foreign_key_check') as unknown[]).length
  return { name: 'foreign keys', ok: broken === 0, detail: `${broken} broken` }
}

function checkAudit(db: ReadDb): Check {
  const { lines, brokenAt } = verifyAuditChain(db)
  return {
    name: 'audit chain',
    ok: brokenAt === null,
    detail: brokenAt === null ? `${lines} lines, unbroken` : `altered or missing at line ${brokenAt}`,
  }
}

function checkMigrations(db: ReadDb): Check {
  try {
    const pending = pendingMigrations(db, MIGRATIONS).length
    const detail =
      pending === 0 ? `at version ${MIGRATIONS.at(-1)?.version}, as recorded` : `${pending} not applied`
    return { name: 'migrations', ok: pending === 0, detail }
  } catch (error) {
    return { name: 'migrations', ok: false, detail: (error as Error).message }
  }
}

function wrongPeople(db: ReadDb): string[] {
  const folded = new Map(foldPeople(db, END_OF_TIME).map((person) => [person.id, person]))
  const kept = listPeople(db)
  const wrong = kept.filter((person) => !isDeepStrictEqual(person, folded.get(person.id))).map(({ id }) => id)
  const columns = statement(
    db,
    'SELECT id, prison_number, crn, last_name, first_name FROM people',
  ).all() as Record<string, string | null>[]
  for (const { id, ...row } of columns) {
    const record = folded.get(id ?? '')?.record as Record<string, unknown> | undefined
    const differs = Object.entries(row).some(([name, value]) => (record?.[name] ?? null) !== value)
    if (differs) wrong.push(id ?? '')
  }
  const shown = new Set(kept.map(({ id }) => id))
  return [...new Set([...wrong, ...[...folded.keys()].filter((id) => !shown.has(id))])]
}

/** JSON columns read, and left out where there is nothing in them. */
function withJson(row: Record<string, unknown>): Record<string, unknown> {
  const read = { ...row }
  for (const column of JSON_COLUMNS) {
    const value = read[column]
    if (value === null || value === undefined) delete read[column]
    else if (typeof value === 'string') read[column] = JSON.parse(value)
  }
  return read
}

/** Rows of a table that differ from the change that made them, changes without a row, and rows without a change. */
function wrongRows(db: ReadDb, table: string): string[] {
  const rows = statement(
    db,
    `SELECT t.id AS key, c.payload, ${PROJECTIONS[table]
      ?.split(',')
      .map((column) => `t.${column.trim()}`)
      .join(', ')} FROM ${table} t LEFT JOIN changes c ON c.seq = t.seq AND c.entity_id = t.id`,
  ).all() as Record<string, unknown>[]
  const wrong = rows
    .filter(
      ({ key: _key, payload, ...row }) =>
        typeof payload !== 'string' ||
        !isDeepStrictEqual(withJson(JSON.parse(payload) as Record<string, unknown>), withJson(row)),
    )
    .map(({ key }) => String(key))
  const lost = statement(
    db,
    `SELECT entity_id FROM changes WHERE entity = ? AND entity_id NOT IN (SELECT id FROM ${table})`,
  )
    .pluck()
    .all(ENTITY_OF[table]) as string[]
  return [...wrong, ...lost]
}

/** The log of one kind of thing added up, by id: later fields over earlier ones. */
function fold(db: ReadDb, entity: string): Map<string, unknown> {
  const rows = statement(
    db,
    'SELECT entity_id AS id, payload FROM changes WHERE entity = ? ORDER BY seq',
  ).all(entity)
  const folded = new Map<string, unknown>()
  for (const { id, payload } of rows as { id: string; payload: string }[]) {
    const value: unknown = JSON.parse(payload)
    folded.set(
      id,
      entity === 'user' ? { ...(folded.get(id) as object | undefined), ...(value as object) } : value,
    )
  }
  return folded
}

function wrongUsersAndSettings(db: ReadDb): string[] {
  const users = statement(db, 'SELECT id, name, role, disabled FROM users').all() as {
    id: string
    name: string
    role: string
    disabled: number
  }[]
  const settings = statement(db, 'SELECT key AS id, value FROM settings').all() as {
    id: string
    value: string
  }[]
  const kept = new Map<string, unknown>([
    ...users.map(({ id, name, role, disabled }) => [id, { name, role, disabled: disabled === 1 }] as const),
    ...settings.map(({ id, value }) => [id, JSON.parse(value) as unknown] as const),
  ])
  const folded = new Map([...fold(db, 'user'), ...fold(db, 'setting')])
  return [...new Set([...kept.keys(), ...folded.keys()])].filter(
    (id) => !isDeepStrictEqual(kept.get(id), folded.get(id)),
  )
}

function checkProjections(db: ReadDb): Check {
  const wrong = [
    ...wrongPeople(db),
    ...Object.keys(PROJECTIONS).flatMap((table) => wrongRows(db, table)),
    ...wrongUsersAndSettings(db),
  ]
  const changes = statement(db, 'SELECT count(*) FROM changes').pluck().get() as number
  return {
    name: 'change log',
    ok: wrong.length === 0,
    detail:
      wrong.length === 0
        ? `${changes} changes add up to what is shown`
        : `${wrong.length} records differ from the log: ${wrong.slice(0, 5).join(', ')}`,
  }
}

/** What is known of who was in which list has to be what the imports themselves say of their source and day. */
function checkSightings(db: ReadDb): Check {
  const unlike = `SELECT count(*) FROM sightings s LEFT JOIN imports i ON i.id = s.import_id
    WHERE i.source IS NOT s.source OR i.as_at IS NOT s.as_at`
  const wrong = statement(db, unlike).pluck().get() as number
  const detail = wrong === 0 ? 'each as its import says' : `${wrong} differ from the import they name`
  return { name: 'sightings', ok: wrong === 0, detail }
}

/** Everything that can be checked of an open store, by name. Reads all of it; changes nothing. */
export function checkStore(db: ReadDb): Check[] {
  return [
    checkFile(db),
    checkForeignKeys(db),
    checkAudit(db),
    checkMigrations(db),
    checkProjections(db),
    checkSightings(db),
  ]
}
