import { DeskError } from '../../domain/contract/errors.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { PersonRecord } from '../../domain/model/person-record.ts'
import type { Actor, PersonChange, PersonWrite, ReadDb, StoredPerson, WriteDb } from '../types.ts'
import { endOfDayInLondon } from '../london-day.ts'
import { statement } from '../statement.ts'
import { newId } from '../uuid.ts'
import { openChangeSet, TYPED_HERE, type ChangeContext } from './change-log.ts'

interface PersonRow {
  id: string
  version: number
  record: string
}

// A person made by one change keeps no second copy of it: `record` is then that change's payload.
const SELECT_PEOPLE = `SELECT p.id, p.version, coalesce(p.record, c.payload) AS record
  FROM people p JOIN changes c ON c.seq = p.version`

const toPerson = (row: PersonRow): StoredPerson => ({
  id: row.id,
  version: row.version,
  record: JSON.parse(row.record) as PersonRecord,
})

/** Everybody, in the order they were first recorded. */
export function listPeople(db: ReadDb): StoredPerson[] {
  return (statement(db, `${SELECT_PEOPLE} ORDER BY p.rowid`).all() as PersonRow[]).map(toPerson)
}

/** Those of whom anything was learned after a place in the log, in the order they were first recorded. */
export function peopleSince(db: ReadDb, seq: number): StoredPerson[] {
  const rows = statement(db, `${SELECT_PEOPLE} WHERE p.version > ? ORDER BY p.rowid`).all(seq)
  return (rows as PersonRow[]).map(toPerson)
}

export function countPeople(db: ReadDb): number {
  return (statement(db, 'SELECT count(*) AS people FROM people').get() as { people: number }).people
}

export function findPerson(db: ReadDb, id: string): StoredPerson | null {
  const row = statement(db, `${SELECT_PEOPLE} WHERE p.id = ?`).get(id) as PersonRow | undefined
  return row === undefined ? null : toPerson(row)
}

/** `number` as stored: capitals, `A1234BC`. */
export function findPersonByNumber(db: ReadDb, number: string): StoredPerson | null {
  const row = statement(db, `${SELECT_PEOPLE} WHERE p.prison_number = ?`).get(number) as PersonRow | undefined
  return row === undefined ? null : toPerson(row)
}

const SELECT_HISTORY = `SELECT c.seq, c.id, s.at, s.author_id AS "by", u.name AS byName, c.entity_id AS personId,
    s.import_id AS importId, s.source, s.as_at AS asAt, s.reason, c.payload
  FROM changes c JOIN change_sets s ON s.id = c.set_id JOIN users u ON u.id = s.author_id
  WHERE c.entity_id = ? AND c.entity = 'person' ORDER BY c.seq`

/** Everything learned about one person, oldest first. */
export function personHistory(db: ReadDb, personId: string): PersonChange[] {
  const rows = statement(db, SELECT_HISTORY).all(personId) as (Omit<PersonChange, 'delta'> & {
    payload: string
  })[]
  return rows.map(({ payload, ...row }) => Object.assign(row, { delta: JSON.parse(payload) as PersonRecord }))
}

/** Field → person → the day the source of its value speaks of. A value without a day is left out. */
export function newestByField(db: ReadDb): Map<string, Map<string, CivilDate>> {
  const rows = statement(
    db,
    `SELECT c.entity_id AS id, c.payload, s.as_at AS asAt FROM changes c JOIN change_sets s ON s.id = c.set_id
     WHERE c.entity = 'person' ORDER BY c.seq`,
  ).iterate() as Iterable<{ id: string; payload: string; asAt: CivilDate | null }>
  const days = new Map<string, Map<string, CivilDate>>()
  for (const { id, payload, asAt } of rows) {
    for (const field of Object.keys(JSON.parse(payload) as object)) {
      let known = days.get(field)
      if (known === undefined) days.set(field, (known = new Map()))
      if (asAt === null) known.delete(id)
      else known.set(id, asAt)
    }
  }
  return days
}

/** The import that first brought each person; nobody typed in here is among them. */
export function firstImports(db: ReadDb): Map<string, string> {
  const rows = statement(
    db,
    `SELECT c.entity_id AS personId, s.import_id AS importId, min(c.seq) FROM changes c
     JOIN change_sets s ON s.id = c.set_id WHERE c.entity = 'person' GROUP BY c.entity_id`,
  ).all() as { personId: string; importId: string | null }[]
  return new Map(rows.flatMap(({ personId, importId }) => (importId === null ? [] : [[personId, importId]])))
}

const SELECT_TOUCHED = `SELECT c.seq, c.id, s.at, s.author_id AS "by", u.name AS byName, c.entity_id AS personId,
    s.import_id AS importId, s.source, s.as_at AS asAt, s.reason, c.payload
  FROM changes c JOIN change_sets s ON s.id = c.set_id JOIN users u ON u.id = s.author_id
  WHERE c.entity = 'person' AND c.entity_id IN (
    SELECT t.entity_id FROM changes t JOIN change_sets b ON b.id = t.set_id WHERE b.import_id = ? AND t.entity = 'person')
  ORDER BY c.seq`

const SELECT_TYPED = `SELECT c.seq, c.id, s.at, s.author_id AS "by", u.name AS byName, c.entity_id AS personId,
    s.import_id AS importId, s.source, s.as_at AS asAt, s.reason, c.payload
  FROM changes c JOIN change_sets s ON s.id = c.set_id JOIN users u ON u.id = s.author_id
  WHERE c.entity = 'person' AND c.entity_id IN (
    SELECT t.entity_id FROM changes t JOIN change_sets b ON b.id = t.set_id
    WHERE t.entity = 'person' AND b.source = ?)
  ORDER BY c.seq`

const byPerson = (rows: unknown[]): Map<string, PersonChange[]> =>
  Map.groupBy(
    (rows as (Omit<PersonChange, 'delta'> & { payload: string })[]).map(({ payload, ...row }) =>
      Object.assign(row, { delta: JSON.parse(payload) as PersonRecord }),
    ),
    ({ personId }) => personId,
  )

/** Everything ever learned, oldest first, about each person an import brought or said something new of. */
export const historiesTouchedBy = (db: ReadDb, importId: string): Map<string, PersonChange[]> =>
  byPerson(statement(db, SELECT_TOUCHED).all(importId))

/** Everything ever learned, oldest first, about each person of whom anything was typed here. */
export const historiesWithTyped = (db: ReadDb): Map<string, PersonChange[]> =>
  byPerson(statement(db, SELECT_TYPED).all(TYPED_HERE))

/** What was known of a person at the end of a day in London; null for somebody not yet recorded then. */
export function recordAsKnownOn(db: ReadDb, personId: string, day: CivilDate): PersonRecord | null {
  const end = endOfDayInLondon(day)
  const known = personHistory(db, personId).filter((change) => change.at < end)
  return known.length === 0 ? null : Object.assign({}, ...known.map((change) => change.delta))
}

const SELECT_CHANGES_BEFORE = `SELECT c.seq, c.entity_id AS id, c.payload FROM changes c JOIN change_sets s ON s.id = c.set_id
  WHERE c.entity = 'person' AND s.at < ? ORDER BY c.seq`

/** Everybody as they were known at the end of a day in London, by folding the log. `version` is the last change then. */
export function peopleAsKnownOn(db: ReadDb, day: CivilDate): StoredPerson[] {
  return foldPeople(db, endOfDayInLondon(day))
}

/** The log of people added up to an instant (not included), in the order they were first recorded. */
export function foldPeople(db: ReadDb, before: string): StoredPerson[] {
  const people = new Map<string, StoredPerson>()
  const rows = statement(db, SELECT_CHANGES_BEFORE).iterate(before) as Iterable<{
    seq: number
    id: string
    payload: string
  }>
  for (const { seq, id, payload } of rows) {
    const delta = JSON.parse(payload) as PersonRecord
    const person = people.get(id)
    if (person === undefined) {
      people.set(id, { id, record: delta, version: seq })
    } else {
      Object.assign(person.record, delta)
      person.version = seq
    }
  }
  return [...people.values()]
}

const INSERT_PERSON = `INSERT INTO people (id, prison_number, crn, last_name, first_name, version, record)
  VALUES (?, ?, ?, ?, ?, ?, NULL)`
const UPDATE_PERSON = `UPDATE people SET prison_number = ?, crn = ?, last_name = ?, first_name = ?, version = ?, record = ?
  WHERE id = ?`

/**
 * Records what was learned about people, in the caller's transaction, and returns the ids of those written, in their order.
 * A new person's whole record is their first change. Throws `conflict` when a prison number already belongs to somebody else, and
 * `not_found` for an id nobody has.
 */
export function writePeople(
  db: WriteDb,
  actor: Actor,
  context: ChangeContext,
  writes: Iterable<PersonWrite>,
): string[] {
  const set = openChangeSet(db, actor, context)
  const insert = statement(db, INSERT_PERSON)
  const update = statement(db, UPDATE_PERSON)
  const ms = Date.parse(context.at)
  const written: string[] = []
  for (const { personId, record, delta } of writes) {
    const {
      prison_number: number = null,
      crn = null,
      last_name: last = null,
      first_name: first = null,
    } = record
    const id = personId ?? newId(ms)
    try {
      if (personId === null) {
        insert.run(id, number, crn, last, first, set.append('person', id, JSON.stringify(record)))
      } else {
        const seq = set.append('person', personId, JSON.stringify(delta))
        const { changes } = update.run(number, crn, last, first, seq, JSON.stringify(record), personId)
        if (changes === 0) throw new DeskError('not_found', 'This person is not in the store.')
      }
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'SQLITE_CONSTRAINT_UNIQUE') throw error
      throw new DeskError('conflict', 'Another person in the store already has this prison number.')
    }
    written.push(id)
  }
  return written
}
