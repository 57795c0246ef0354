import { describe, expect, test } from 'vitest'
import { checkStore } from '../../db/integrity.ts'
import { listAdoptions, saveAdoption } from '../../db/repositories/adoptions.ts'
import { findImportByHash, listImports, saveImport } from '../../db/repositories/imports.ts'
import { nextPackVersion, packsOf, savePack } from '../../db/repositories/packs.ts'
import {
  findPerson,
  findPersonByNumber,
  listPeople,
  peopleAsKnownOn,
  personHistory,
  recordAsKnownOn,
  writePeople,
} from '../../db/repositories/people.ts'
import { readSetting, saveSetting } from '../../db/repositories/settings.ts'
import { listTasks, saveTask, tasksOf } from '../../db/repositories/tasks.ts'
import type { StoredPerson, WriteDb } from '../../db/types.ts'
import { newId } from '../../db/uuid.ts'
import { day, madeUpPerson, newPeople, newStore, typedHere } from './support/stores.ts'

const code = (error: string) => expect.objectContaining({ name: 'DeskError', code: error })
const FILE = { file: 'list.csv', sha256: 'a'.repeat(64), source: 'nomis_report', asAt: day('2026-11-20') }
const COUNTS = { rows: 3, created: 3, updated: 0, unchanged: 0, absent: 0, refused: 0 }

async function storeOf(count: number) {
  const made = await newStore()
  const context = typedHere(made.at)
  await made.store.write((db) => writePeople(db, made.actor, context, newPeople(count)))
  const [person] = listPeople(made.store.read)
  const update = (one: StoredPerson, delta: StoredPerson['record'], at: string, source = 'typed here') =>
    made.store.write((db) =>
      writePeople(db, made.actor, { ...typedHere(at), source }, [
        { personId: one.id, record: { ...one.record, ...delta }, delta },
      ]),
    )
  return { ...made, context, person: person as StoredPerson, update }
}

describe('people', () => {
  test('are found by id and number, with the version of the last thing learned', async () => {
    const { store, person, update } = await storeOf(3)
    expect(findPersonByNumber(store.read, 'A0000AA')).toEqual(person)
    await update(person, { crd: day('2027-07-01') }, '2026-11-24T10:00:00.000Z')
    const after = findPerson(store.read, person.id) as StoredPerson
    expect(after.record).toEqual({ ...person.record, crd: '2027-07-01' })
    expect(after.version).toBeGreaterThan(person.version)
    expect(findPerson(store.read, 'nobody')).toBeNull()
    expect(findPersonByNumber(store.read, 'Z9999ZZ')).toBeNull()
    expect(listPeople(store.read)).toHaveLength(3)
  })

  test('keep the history of what was learned: when, from where, by whom', async () => {
    const { store, person, update, at } = await storeOf(1)
    await update(person, { com_name: 'Imogen Vale' }, '2026-11-24T10:00:00.000Z', 'delius_caseload')
    const [first, second, ...rest] = personHistory(store.read, person.id)
    expect(rest).toEqual([])
    expect(first).toMatchObject({ at, byName: 'Hester Moor', source: 'typed here', delta: person.record })
    expect(second).toMatchObject({
      at: '2026-11-24T10:00:00.000Z',
      source: 'delius_caseload',
      delta: { com_name: 'Imogen Vale' },
      personId: person.id,
    })
    expect(first?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect((second?.id ?? '') > (first?.id ?? '')).toBe(true)
  })

  test('are shown as they were known on any day, London time', async () => {
    const { store, person, update } = await storeOf(1)
    await update(person, { crd: day('2027-07-01') }, '2027-03-10T23:59:59.000Z')
    // 23:30 UTC in summer is already the next day in London.
    await update(person, { crd: null }, '2027-06-10T23:30:00.000Z')
    const known = (on: string) => recordAsKnownOn(store.read, person.id, day(on))
    expect(known('2026-11-22')).toBeNull()
    expect(known('2026-11-23')?.crd).toBe('2027-06-01')
    expect(known('2027-03-09')?.crd).toBe('2027-06-01')
    expect(known('2027-03-10')?.crd).toBe('2027-07-01')
    expect(known('2027-06-10')?.crd).toBe('2027-07-01')
    expect(known('2027-06-11')?.crd).toBeNull()
    expect(peopleAsKnownOn(store.read, day('2026-11-22'))).toEqual([])
    expect(peopleAsKnownOn(store.read, day('2027-03-10'))[0]?.record.crd).toBe('2027-07-01')
    expect(peopleAsKnownOn(store.read, day('2027-06-11'))).toEqual(listPeople(store.read))
  })

  test('cannot share a prison number, and an unknown id is not made', async () => {
    const { store, actor, context, person } = await storeOf(2)
    const write = (personId: string | null, number: number) =>
      store.write((db) => {
        const record = madeUpPerson(number)
        return writePeople(db, actor, context, [{ personId, record, delta: record }])
      })
    await expect(write(null, 1)).rejects.toEqual(code('conflict'))
    await expect(write(person.id, 1)).rejects.toEqual(code('conflict'))
    await expect(write('nobody', 5)).rejects.toEqual(code('not_found'))
    expect(listPeople(store.read)).toHaveLength(2)
    expect(checkStore(store.read).filter((check) => !check.ok)).toEqual([])
  })
})

describe('the rest', () => {
  test('imports are listed newest first, found by hash, and name the changes they made', async () => {
    const { store, actor, at } = await newStore()
    const importId = newId(Date.parse(at))
    await store.write((db) => {
      writePeople(db, actor, { at, importId, source: FILE.source, asAt: FILE.asAt }, newPeople(3))
      saveImport(db, actor, { at, ...FILE, ...COUNTS }, importId)
      saveImport(db, actor, { at, ...FILE, ...COUNTS, sha256: 'b'.repeat(64) })
    })
    const imports = listImports(store.read)
    expect(imports.map(({ sha256 }) => sha256[0])).toEqual(['b', 'a'])
    expect(findImportByHash(store.read, FILE.sha256)).toEqual({
      id: importId,
      at,
      by: actor.userId,
      byName: 'Hester Moor',
      ...FILE,
      ...COUNTS,
      undoneAt: null,
    })
    expect(findImportByHash(store.read, 'c'.repeat(64))).toBeNull()
    const [person] = listPeople(store.read)
    expect(personHistory(store.read, person?.id ?? '')[0]).toMatchObject({ importId, asAt: '2026-11-20' })
  })

  test('an import nobody recorded cannot have written people', async () => {
    const { store, actor, at } = await newStore()
    const context = { ...typedHere(at), importId: newId(Date.parse(at)) }
    await expect(store.write((db) => writePeople(db, actor, context, newPeople(1)))).rejects.toThrow(
      /FOREIGN KEY/,
    )
    expect(listPeople(store.read)).toEqual([])
  })

  test('the latest record of a task stands; the earlier ones stay', async () => {
    const { store, actor, at, person } = await storeOf(1)
    const task = { at, personId: person.id, task: 'mt-handover', doneOn: day('2026-11-20'), note: '' }
    await store.write((db) => saveTask(db, actor, task))
    await store.write((db) => saveTask(db, actor, { ...task, task: 'com_contact' }))
    await store.write((db) => saveTask(db, actor, { ...task, doneOn: null, note: 'wrong person' }))
    expect(listTasks(store.read).map(({ task, doneOn }) => [task, doneOn])).toEqual([
      ['com_contact', '2026-11-20'],
      ['mt-handover', null],
    ])
    expect(tasksOf(store.read, person.id)).toHaveLength(3)
    expect(tasksOf(store.read, person.id)[2]).toMatchObject({ note: 'wrong person', byName: 'Hester Moor' })
  })

  test('packs are numbered from 1 for each person and no number is used twice', async () => {
    const { store, actor, at, person } = await storeOf(1)
    const save = () =>
      store.write((db) => {
        const version = nextPackVersion(db, person.id)
        return savePack(db, actor, { at, personId: person.id, version, status: 'draft', hash: `h${version}` })
      })
    await Promise.all([save(), save()])
    expect(packsOf(store.read, person.id).map(({ version, hash }) => [version, hash])).toEqual([
      [2, 'h2'],
      [1, 'h1'],
    ])
    const again = { at, personId: person.id, version: 1, status: 'draft', hash: 'x' } as const
    await expect(store.write((db) => savePack(db, actor, again))).rejects.toThrow(/UNIQUE/)
  })

  test('of two adoptions for one region and day the later stands', async () => {
    const { store, actor, at } = await newStore()
    await store.write((db) => {
      saveAdoption(db, actor, at, { region: 'Wales', ruleSet: 'national-2023', from: day('2026-06-01') })
      saveAdoption(db, actor, at, { region: null, ruleSet: 'enhanced-7-5', from: day('2026-01-01') })
      saveAdoption(db, actor, at, { region: 'Wales', ruleSet: 'pre-release-5', from: day('2026-06-01') })
    })
    expect(listAdoptions(store.read)).toEqual([
      { region: null, ruleSet: 'enhanced-7-5', from: '2026-01-01' },
      { region: 'Wales', ruleSet: 'pre-release-5', from: '2026-06-01' },
    ])
  })

  test('a setting is what was last saved', async () => {
    const { store, actor, at } = await newStore()
    expect(readSetting(store.read, 'shape')).toBeUndefined()
    await store.write((db) => saveSetting(db, actor, at, 'shape', { sides: 3 }))
    await store.write((db) => saveSetting(db, actor, at, 'shape', { sides: 4 }))
    expect(readSetting(store.read, 'shape')).toEqual({ sides: 4 })
  })

  test('ids of one process rise strictly, thousands in a millisecond, and are version 7', () => {
    const ms = Date.parse('2026-11-23T09:00:00.000Z') + 365 * 24 * 3600 * 1000
    const ids = Array.from({ length: 20_000 }, () => newId(ms))
    expect(new Set(ids).size).toBe(ids.length)
    expect([...ids].sort()).toEqual(ids)
    expect(ids[0]?.replaceAll('-', '').slice(0, 12)).toBe(ms.toString(16).padStart(12, '0'))
    expect(
      ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
    ).toBe(true)
    expect(newId(0) > (ids.at(-1) ?? '')).toBe(true)
  })
})

describe('the log', () => {
  const attempts = [
    'UPDATE changes SET payload = payload',
    'DELETE FROM changes',
    "UPDATE change_sets SET at = '2020-01-01T00:00:00.000Z'",
    'DELETE FROM change_sets',
    'UPDATE audit_log SET detail = detail',
    'DELETE FROM audit_log',
  ]
  test.each(attempts)('refuses %s', async (sql) => {
    const { store, actor, at } = await newStore()
    const { appendAudit } = await import('../../db/repositories/audit.ts')
    const line = { at, userId: actor.userId, method: 'x', subject: null, outcome: 'ok', detail: '' } as const
    await store.write((db) => appendAudit(db, line))
    await expect(store.write((db) => db.exec(sql))).rejects.toThrow(/only grows/)
  })

  test('adds up to what is shown; a record changed behind its back is found', async () => {
    const { store, actor, at, person, update } = await storeOf(4)
    await update(person, { crd: null }, at)
    await store.write((db) => {
      saveTask(db, actor, { at, personId: person.id, task: 'com_contact', doneOn: null, note: '' })
      saveSetting(db, actor, at, 'shape', 'round')
      saveImport(db, actor, { at, ...FILE, ...COUNTS })
      saveAdoption(db, actor, at, { region: null, ruleSet: 'enhanced-7-5', from: day('2026-01-01') })
      savePack(db, actor, { at, personId: person.id, version: 1, status: 'draft', hash: 'h' })
    })
    const log = () => checkStore(store.read).find(({ name }) => name === 'change log')
    expect(log()).toMatchObject({ ok: true })
    for (const spoil of [
      `UPDATE people SET record = '{}'`,
      `UPDATE tasks SET done_on = '2026-01-01'`,
      `UPDATE settings SET value = '"square"'`,
      `UPDATE users SET role = 'pom'`,
      'DELETE FROM packs',
      'UPDATE imports SET created = 99',
    ]) {
      const attempt = store.write((db: WriteDb) => {
        db.exec(spoil)
        expect(
          checkStore(db).find(({ name }) => name === 'change log'),
          spoil,
        ).toMatchObject({ ok: false })
        throw new Error('put it back')
      })
      await expect(attempt).rejects.toThrow('put it back')
    }
    expect(log()).toMatchObject({ ok: true })
  })
})
