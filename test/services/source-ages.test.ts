import { expect, onTestFinished, test } from 'vitest'
import { saveImport } from '../../db/repositories/imports.ts'
import { recordSightings } from '../../db/repositories/sightings.ts'
import type { PersonRecord } from '../../domain/model/person-record.ts'
import { sourceAges } from '../../electron/app/services/session/source-ages.ts'
import { day, person, TODAY, unitStore } from './unit-store.ts'

const number = (n: number) => `A${String(n).padStart(4, '0')}AA`
const COUNTS = { rows: 1, created: 0, updated: 0, unchanged: 1, absent: 0, refused: 0 }

/** A unit with so many people of each home region, numbered from 0 in their order. */
async function unitOfRegions(regions: Record<string, number>) {
  const unit = await unitStore()
  onTestFinished(() => unit.close())
  const records: PersonRecord[] = []
  for (const [region, count] of Object.entries(regions))
    for (let n = 0; n < count; n += 1)
      records.push(person(number(records.length), { probation_region: region === '' ? null : region }))
  await unit.learn(records)
  const { store, session, desk } = unit
  /** A list of `source` of that day that held the people from one number up to, not including, another. */
  const list = (source: string, asAt: string, from: number, to: number) =>
    store.write((db) => {
      const about = { source, asAt: day(asAt) }
      const file = { at: '2026-11-23T09:00:00.000Z', file: 'list.csv', sha256: 'a'.repeat(64) }
      const importId = saveImport(db, { userId: session.user.id }, { ...file, ...COUNTS, ...about })
      const ids = records.slice(from, to).map((record) => unit.id(record.prison_number ?? ''))
      recordSightings(db, { importId, ...about }, ids)
    })
  return { list, ages: () => sourceAges(desk.planning, store, TODAY) }
}

const DELIUS = { source: 'Delius', date: '2026-11-20', days: 3, stale: false, doubt: expect.any(String) }

test('a region whose list is old is named beside its system, until a newer list holds its people', async () => {
  const { list, ages } = await unitOfRegions({ 'North East': 5, Wales: 5 })
  await list('delius_caseload', '2026-11-09', 0, 5)
  expect(ages()).toEqual([
    { source: 'Delius', date: '2026-11-09', days: 14, stale: true, doubt: expect.any(String) },
  ])
  await list('delius_caseload', '2026-11-20', 5, 10)
  await list('nomis_report', '2026-11-22', 0, 10)
  const nomis = { source: 'NOMIS', date: '2026-11-22', days: 1, stale: false, doubt: expect.any(String) }
  expect(ages()).toEqual([
    DELIUS,
    { source: 'Delius, North East', date: '2026-11-09', days: 14, stale: true, doubt: expect.any(String) },
    nomis,
  ])
  await list('delius_caseload', '2026-11-19', 0, 5)
  expect(ages()).toEqual([DELIUS, nomis])
})

test('a list seven days older than the newest is not behind; one of eight is', async () => {
  const { list, ages } = await unitOfRegions({ 'North East': 3, Wales: 3, London: 3 })
  await list('delius_caseload', '2026-11-13', 0, 3)
  await list('delius_caseload', '2026-11-12', 3, 6)
  await list('delius_caseload', '2026-11-20', 6, 9)
  expect(ages().map(({ source }) => source)).toEqual(['Delius', 'Delius, Wales'])
})

test('fewer than three people, or than four in five, name no region; nor do people never held, or of no region', async () => {
  const { list, ages } = await unitOfRegions({ 'North East': 2, Wales: 9, London: 6, '': 5 })
  await list('delius_caseload', '2026-11-09', 0, 22)
  await list('delius_caseload', '2026-11-20', 2, 4)
  // Two of nine are in the newer list: seven are fewer than four in five. London is in it whole.
  await list('delius_caseload', '2026-11-20', 11, 17)
  // Only three people of London were ever in this one, the rest never: they are all it can speak of.
  await list('oasys_list', '2026-11-01', 14, 17)
  await list('oasys_list', '2026-11-21', 2, 11)
  expect(ages().map(({ source, date }) => [source, date])).toEqual([
    ['Delius', '2026-11-20'],
    ['OASys', '2026-11-21'],
    ['OASys, London', '2026-11-01'],
  ])
})

test('the day of a region is that by which four in five of its people had last been seen', async () => {
  const { list, ages } = await unitOfRegions({ 'North East': 5, Wales: 3 })
  await list('delius_caseload', '2026-11-01', 0, 1)
  await list('delius_caseload', '2026-11-06', 1, 4)
  await list('delius_caseload', '2026-11-20', 4, 8)
  expect(ages()).toEqual([
    DELIUS,
    { source: 'Delius, North East', date: '2026-11-06', days: 17, stale: true, doubt: expect.any(String) },
  ])
})

test('lists of one system under several ids count together', async () => {
  const { list, ages } = await unitOfRegions({ 'North East': 4, Wales: 4 })
  await list('delius_caseload', '2026-11-09', 0, 4)
  await list('delius_workload', '2026-11-20', 0, 8)
  expect(ages()).toEqual([DELIUS])
})

test('each source says what stands in doubt while it is old', async () => {
  const { list, ages } = await unitOfRegions({ 'North East': 5, Wales: 5 })
  await list('delius_caseload', '2026-11-09', 0, 5)
  await list('nomis_report', '2026-11-09', 0, 5)
  expect(ages().map(({ source, doubt }) => [source, doubt])).toEqual([
    ['Delius', expect.stringMatching(/^COM names, risk/)],
    ['NOMIS', expect.stringMatching(/every handover date$/)],
  ])
})
