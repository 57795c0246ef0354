import { expect, test } from 'vitest'
import { checkStore } from '../../db/integrity.ts'
import { saveImport } from '../../db/repositories/imports.ts'
import { listPeople, writePeople } from '../../db/repositories/people.ts'
import { eachSighting, recordSightings } from '../../db/repositories/sightings.ts'
import { day, newPeople, newStore, typedHere } from './support/stores.ts'

const COUNTS = { rows: 3, created: 0, updated: 0, unchanged: 3, absent: 0, refused: 0 }
const FILE = { file: 'list.csv', sha256: 'a'.repeat(64) }

async function storeOf(count: number) {
  const made = await newStore()
  const { store, actor, at } = made
  await store.write((db) => writePeople(db, actor, typedHere(at), newPeople(count)))
  const ids = listPeople(store.read).map(({ id }) => id)
  const see = (source: string, asAt: string, people: readonly string[]) =>
    store.write((db) => {
      const importId = saveImport(db, actor, { at, ...FILE, ...COUNTS, source, asAt: day(asAt) })
      recordSightings(db, { importId, source, asAt: day(asAt) }, people)
      return importId
    })
  const seen = () =>
    [...eachSighting(store.read)].map(([person, source, on]) => [ids.indexOf(person), source, on])
  return { ...made, ids, see, seen }
}

test('the newest day on which a source held a person is kept, and never goes back', async () => {
  const { see, seen, ids, store } = await storeOf(3)
  const first = await see('delius_caseload', '2026-11-09', ids)
  const newer = await see('delius_caseload', '2026-11-20', ids.slice(0, 1))
  await see('delius_caseload', '2026-11-01', ids)
  await see('nomis_report', '2026-11-02', ids.slice(2))
  await see('delius_caseload', '2026-11-20', ids.slice(0, 1))
  expect(seen()).toEqual([
    [0, 'delius_caseload', '2026-11-20'],
    [1, 'delius_caseload', '2026-11-09'],
    [2, 'delius_caseload', '2026-11-09'],
    [2, 'nomis_report', '2026-11-02'],
  ])
  const imports = store.read.prepare('SELECT import_id FROM sightings').pluck().all()
  expect(imports.slice(0, 3)).toEqual([newer, first, first])
  expect(checkStore(store.read).filter((check) => !check.ok)).toEqual([])
})

test('a sighting of nobody, or by no import, is refused', async () => {
  const { see, seen, ids, store } = await storeOf(1)
  await expect(see('nomis_report', '2026-11-09', ['nobody'])).rejects.toThrow(/FOREIGN KEY/)
  const noImport = { importId: 'none', source: 'nomis_report', asAt: day('2026-11-09') }
  await expect(store.write((db) => recordSightings(db, noImport, ids))).rejects.toThrow(/FOREIGN KEY/)
  expect(seen()).toEqual([])
})

test('checking the store finds a sighting that its import does not bear out', async () => {
  const { see, ids, store } = await storeOf(2)
  await see('nomis_report', '2026-11-09', ids)
  await store.write((db) => db.exec("UPDATE sightings SET as_at = '2026-11-22'"))
  const wrong = checkStore(store.read).filter((check) => !check.ok)
  expect(wrong.map(({ name }) => name)).toEqual(['sightings'])
  expect(wrong[0]?.detail).toContain('2 ')
})
