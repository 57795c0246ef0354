import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkStore } from '../../db/integrity.ts'
import { decisionsOf, lastDecisions, listDecisions, saveDecision } from '../../db/repositories/decisions.ts'
import { listAdoptionRecords, listAdoptions, saveAdoption } from '../../db/repositories/adoptions.ts'
import { day, person, unitStore, type UnitStore } from '../services/unit-store.ts'

let unit: UnitStore
beforeEach(async () => {
  unit = await unitStore()
  await unit.learn([person('A0001AA'), person('A0002AA')])
})
afterEach(() => unit.close())

const AT = '2026-11-23T09:00:00.000Z'
const decide = (number: string, subject: string, body: object | null) =>
  unit.store.write((db) =>
    saveDecision(
      db,
      { userId: unit.session.user.id },
      { at: AT, personId: unit.id(number), kind: 'parole_review', subject, body },
    ),
  )

describe('decisions', () => {
  test('the latest of each subject stands, and the former stay on the record', async () => {
    await decide('A0001AA', 'r1', { hearing: '2027-01-04' })
    await decide('A0001AA', 'r2', { hearing: '2027-06-01' })
    await decide('A0001AA', 'r1', { hearing: '2027-02-08' })
    expect(listDecisions(unit.store.read).map(({ subject, body }) => [subject, body])).toEqual([
      ['r2', { hearing: '2027-06-01' }],
      ['r1', { hearing: '2027-02-08' }],
    ])
    expect(decisionsOf(unit.store.read, unit.id('A0001AA'))).toHaveLength(3)
    expect(decisionsOf(unit.store.read, unit.id('A0002AA'))).toEqual([])
  })

  test('one taken back no longer stands, and that it was stays known', async () => {
    await decide('A0001AA', '', { hearing: '2027-01-04' })
    await decide('A0001AA', '', null)
    expect(listDecisions(unit.store.read)).toEqual([])
    expect(decisionsOf(unit.store.read, unit.id('A0001AA')).map(({ body }) => body)).toEqual([
      { hearing: '2027-01-04' },
      null,
    ])
    expect([...lastDecisions(unit.store.read).keys()]).toEqual([unit.id('A0001AA')])
  })

  test('the log adds up to them', async () => {
    await decide('A0001AA', '', { hearing: '2027-01-04', notes: ['a', null] })
    await decide('A0001AA', '', null)
    expect(checkStore(unit.store.read).filter(({ ok }) => !ok)).toEqual([])
  })
})

describe('adoptions', () => {
  test('carry who told us, and the log adds up to them', async () => {
    const proof = { toldBy: 'Priya Holt', body: 'Regional office', document: null, documentDate: null }
    const adoption = { region: 'Wales', ruleSet: 'national-2023' as const, from: day('2027-01-01') }
    await unit.store.write((db) => saveAdoption(db, { userId: unit.session.user.id }, AT, adoption, proof))
    expect(listAdoptionRecords(unit.store.read).at(-1)).toMatchObject({ ...adoption, proof, at: AT })
    expect(listAdoptions(unit.store.read)).toContainEqual(adoption)
    expect(checkStore(unit.store.read).filter(({ ok }) => !ok)).toEqual([])
  })
})
