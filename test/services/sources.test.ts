import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkStore } from '../../db/integrity.ts'
import { day, person, unitStore, type UnitStore } from './unit-store.ts'

// Today is 23 November 2026.
let unit: UnitStore
beforeEach(async () => {
  unit = await unitStore()
})
afterEach(() => unit.close())

const shown = () => unit.call('sources.show', {})
const field = async (name: string) =>
  (await shown()).sources.flatMap(({ fields }) => fields).find((known) => known.field === name)

test('counts who is missing what, and how old what is known is', async () => {
  await unit.learn([person('A0001AA', { crd: day('2027-07-15') }), person('A0002AA', { rosh: null })], {
    asAt: day('2026-11-10'),
  })
  await unit.learn([{ prison_number: 'A0001AA', crd: day('2027-08-15') }], { asAt: day('2026-11-20') })
  expect(await field('crd')).toMatchObject({ missing: 1, newest: '2026-11-20', oldest: '2026-11-20' })
  expect(await field('date_of_birth')).toMatchObject({
    missing: 0,
    newest: '2026-11-10',
    oldest: '2026-11-10',
  })
  expect(await field('rosh')).toMatchObject({ missing: 1 })
})

test('asks for parole only of those who can be paroled', async () => {
  await unit.learn([person('A0001AA'), person('A0002AA', { ped: day('2027-01-01') })])
  expect(await field('thd')).toMatchObject({ missing: 1 })
})

test('says what is in doubt where no list is in, and never counts those who left', async () => {
  await unit.learn([person('A0001AA', { tier: null })])
  expect((await shown()).sources.map(({ source, newest, stale }) => [source, newest, stale])).toEqual([
    ['NOMIS', null, true],
    ['Delius', null, true],
    ['Manage POM cases', null, true],
    ['Parole (PPUD)', null, true],
  ])
  await unit.call('movements.record', {
    entries: [{ personId: unit.id('A0001AA'), kind: 'release', on: '2026-11-22', where: '', note: '' }],
  })
  expect(await shown()).toMatchObject({ people: 0 })
  expect(await field('tier')).toMatchObject({ missing: 0 })
})

test('the establishment says after how many days a source is stale, and who said so is shown', async () => {
  expect(await shown()).toMatchObject({ limit: 7, limitBy: null })
  await unit.call('sources.setLimit', { days: 14 })
  expect(await shown()).toMatchObject({ limit: 14, limitBy: 'Ruth Adeyemi' })
  for (const days of [0, 61, 1.5]) await expect(unit.call('sources.setLimit', { days })).rejects.toThrow()
  expect(checkStore(unit.store.read).filter(({ ok }) => !ok)).toEqual([])
})
