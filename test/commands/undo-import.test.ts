import { describe, expect, test } from 'vitest'
import { checkStore } from '../../db/integrity.ts'
import { openStore, readKeyring } from '../../db/open.ts'
import { listDecisions } from '../../db/repositories/decisions.ts'
import { listImports } from '../../db/repositories/imports.ts'
import { listPeople, personHistory, writePeople } from '../../db/repositories/people.ts'
import { TYPED_HERE } from '../../db/repositories/change-log.ts'
import { eachSighting } from '../../db/repositories/sightings.ts'
import type { Store } from '../../db/types.ts'
import type { PersonRecord } from '../../domain/model/person-record.ts'
import { run as importFiles } from '../../electron/commands/import.ts'
import { run as undo } from '../../electron/commands/undo-import.ts'
import { run as verify } from '../../electron/commands/verify.ts'
import { fileOf } from '../import/extract-files.ts'
import { desk, ENV, initialised } from './store-command.ts'

const HEADINGS = 'Offender No,Surname,Forename(s),Sentence Start,CRD,Location'
const FIRST = [
  HEADINGS,
  'A0001AA,MARLOWE,Dean,14/03/2025,29/09/2027,A1-001',
  'A0002AA,PICKLES,Jerome,14/03/2025,15/07/2028,A1-002',
].join('\n')
const SECOND = [
  HEADINGS,
  'A0001AA,MARLOWE,Dean,14/03/2025,15/07/2027,B2-010',
  'A0002AA,PICKLES,Jerome,14/03/2025,15/07/2028,A1-002',
  'A0003AA,GILL,Harpreet,14/03/2025,15/09/2027,C1-001',
].join('\n')

async function load(data: string, name: string, text: string, asAt: string): Promise<string> {
  const { status, json } = await desk(importFiles, ['--data', data, '--as-at', asAt, fileOf(text, name)])
  expect(status).toBe(0)
  return json?.['import_id'] as string
}

async function look<T>(data: string, see: (store: Store) => T | Promise<T>): Promise<T> {
  const { store } = await openStore({
    folder: data,
    userId: readKeyring(data).defaultUser,
    passphrase: ENV.DESK_PASSPHRASE,
    now: () => new Date(),
  })
  try {
    return await see(store)
  } finally {
    await store.close()
  }
}

const recordOf = (store: Store, number: string): PersonRecord | undefined =>
  listPeople(store.read).find(({ record }) => record.prison_number === number)?.record

const isWhole = async (data: string) => {
  const { status, out } = await desk(verify, ['--data', data])
  expect(status, out).toBe(0)
}

describe('taking an import back', () => {
  test('puts values back under the source and day they had, and takes those it brought out of the lists', async () => {
    const { data } = await initialised()
    await load(data, 'first.csv', FIRST, '2026-11-20')
    const second = await load(data, 'second.csv', SECOND, '2026-11-22')
    const done = await desk(undo, ['--data', data, second])
    expect(done).toMatchObject({ status: 0, json: { restored: 2, kept: [] } })
    await look(data, (store) => {
      expect(recordOf(store, 'A0001AA')).toMatchObject({ crd: '2027-09-29', location: 'A1-001' })
      const [marlowe] = listPeople(store.read)
      const last = personHistory(store.read, marlowe?.id ?? '').at(-1)
      expect(last).toMatchObject({
        asAt: '2026-11-20',
        importId: null,
        delta: { crd: '2027-09-29', location: 'A1-001' },
      })
      expect(last?.reason).toContain('second.csv')
      expect(listDecisions(store.read)).toMatchObject([{ kind: 'movement', body: { kind: 'not_here' } }])
      expect(listImports(store.read).map(({ undoneAt }) => undoneAt !== null)).toEqual([true, false])
      // Nobody was last seen in a list that was taken back.
      expect([...eachSighting(store.read)].map(([, , asAt]) => asAt)).toEqual(['2026-11-20', '2026-11-20'])
      expect(checkStore(store.read).filter(({ ok }) => !ok)).toEqual([])
    })
    await isWhole(data)
  })

  test('the same file can be brought in again, and whom it brought is back', async () => {
    const { data } = await initialised()
    await load(data, 'first.csv', FIRST, '2026-11-20')
    const second = await load(data, 'second.csv', SECOND, '2026-11-22')
    await desk(undo, ['--data', data, second])
    const again = await desk(importFiles, [
      '--data',
      data,
      '--as-at',
      '2026-11-22',
      fileOf(SECOND, 'second.csv'),
    ])
    expect(again).toMatchObject({ status: 0, json: { updated: 1 } })
    expect(again.err).not.toContain('the same file was imported')
    await look(data, (store) => {
      expect(recordOf(store, 'A0001AA')).toMatchObject({ crd: '2027-07-15' })
      expect(listDecisions(store.read)).toEqual([])
    })
    await isWhole(data)
  })

  test('leaves what was typed since, says whose and which, and puts the rest back', async () => {
    const { data } = await initialised()
    await load(data, 'first.csv', FIRST, '2026-11-20')
    const second = await load(data, 'second.csv', SECOND, '2026-11-22')
    await look(data, (store) => {
      const person = listPeople(store.read)[0]
      if (person === undefined) throw new Error('nobody')
      const delta: PersonRecord = { location: 'D4-044' }
      return store.write((db) =>
        writePeople(
          db,
          { userId: readKeyring(data).defaultUser },
          { at: new Date().toISOString(), importId: null, source: TYPED_HERE, asAt: null },
          [{ personId: person.id, record: { ...person.record, ...delta }, delta }],
        ),
      )
    })
    const done = await desk(undo, ['--data', data, second])
    expect(done).toMatchObject({
      status: 1,
      json: { restored: 2, kept: [{ prison_number: 'A0001AA', fields: ['location'], why: 'changed_since' }] },
    })
    await look(data, (store) => {
      expect(recordOf(store, 'A0001AA')).toMatchObject({ crd: '2027-09-29', location: 'D4-044' })
    })
    await isWhole(data)
  })

  test('leaves whom a later list of the same system held: what it found unchanged it vouches for', async () => {
    const { data } = await initialised()
    await load(data, 'first.csv', FIRST, '2026-11-20')
    const second = await load(data, 'second.csv', SECOND, '2026-11-22')
    await load(data, 'third.csv', SECOND, '2026-11-23')
    const done = await desk(undo, ['--data', data, second])
    expect(done.status).toBe(1)
    expect(done.json).toMatchObject({
      restored: 0,
      kept: [
        { prison_number: 'A0001AA', why: 'in_later_list' },
        { prison_number: 'A0003AA', why: 'in_later_list' },
      ],
    })
    await look(data, (store) => expect(recordOf(store, 'A0001AA')).toMatchObject({ crd: '2027-07-15' }))
    await isWhole(data)
  })

  test('is done once, and only of an import there is', async () => {
    const { data } = await initialised()
    const first = await load(data, 'first.csv', FIRST, '2026-11-20')
    expect((await desk(undo, ['--data', data, first])).status).toBe(0)
    const again = await desk(undo, ['--data', data, first])
    expect(again).toMatchObject({ status: 2, json: null })
    expect(again.err).toContain('taken back already')
    expect((await desk(undo, ['--data', data, 'no-such-import'])).err).toContain('no such import')
    await expect(desk(undo, ['--data', data])).rejects.toThrow(/missing/)
  })
})
