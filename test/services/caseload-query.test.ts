import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkStore } from '../../db/integrity.ts'
import { CASELOAD_SORTS } from '../../domain/model/caseload-query.ts'
import type { InputOf } from '../../domain/contract/index.ts'
import { day, person, unitStore, type UnitStore } from './unit-store.ts'

// Today is Monday 23 November 2026.
let unit: UnitStore
beforeEach(async () => {
  unit = await unitStore()
  await unit.learn([
    person('A0001AA', {
      last_name: 'Adams',
      crd: day('2026-12-10'),
      rosh: 'high',
      tier: 'B',
      location: 'C2-014',
      crn: 'X000001',
      arrival_date: day('2024-03-14'),
    }),
    person('A0002AA', {
      last_name: 'Brook',
      crd: day('2027-12-10'),
      rosh: 'low',
      tier: 'D',
      location: 'A1-001',
      pom_name: null,
      arrival_date: day('2026-11-16'),
    }),
    person('A0003AA', {
      last_name: 'Cole',
      crd: day('2028-12-10'),
      rosh: null,
      tier: null,
      location: null,
      com_name: 'Priya Holt',
      arrival_date: day('2026-11-20'),
    }),
    person('A0004AA', {
      last_name: 'Dunn',
      legal_status: 'remand',
      sentence_start_date: null,
      crn: null,
      pom_name: null,
    }),
  ])
})
afterEach(() => unit.close())

const list = (more: Partial<InputOf<'caseload.list'>> = {}) =>
  unit.call('caseload.list', { scope: 'unit', find: '', page: 1, ...more })
const names = async (more: Partial<InputOf<'caseload.list'>> = {}) =>
  (await list(more)).rows.map(({ name }) => name.split(',')[0])

describe('the caseload', () => {
  test('is narrowed by one value each, together with what is sought', async () => {
    expect(await names({ filters: { rosh: 'High' } })).toEqual(['Adams'])
    expect(await names({ filters: { wing: 'A1' } })).toEqual(['Brook'])
    expect(await names({ filters: { com: 'Named' } })).toEqual(['Cole'])
    expect(await names({ filters: { pom: 'No POM' } })).toEqual(['Brook', 'Dunn'])
    expect(await names({ filters: { pom: 'No POM', responsible: 'Outside OMiC' } })).toEqual(['Dunn'])
    expect(await names({ filters: { tier: 'Not known' }, find: 'cole' })).toEqual(['Cole'])
    expect(await names({ filters: { tier: 'Z' } })).toEqual([])
  })

  test('offers the values there are, and sums up whom it found', async () => {
    const { choices, sums } = await list()
    expect(choices.rosh).toEqual(['High', 'Low', 'Medium', 'Not known'])
    expect(choices.wing).toEqual(['A1', 'C2', 'Not known'])
    expect(sums.tier.reduce((sum, { count }) => sum + count, 0)).toBe(4)
    expect((await list({ filters: { tier: 'B' } })).sums.tier).toEqual([{ label: 'B', count: 1 }])
  })

  test('is sorted by any column both ways, with what is not known last both ways', async () => {
    expect(await names({ sort: { by: 'release', down: false } })).toEqual(['Adams', 'Brook', 'Cole', 'Dunn'])
    expect(await names({ sort: { by: 'release', down: true } })).toEqual(['Cole', 'Brook', 'Adams', 'Dunn'])
    expect(await names({ sort: { by: 'rosh', down: true } })).toEqual(['Adams', 'Dunn', 'Brook', 'Cole'])
    for (const by of CASELOAD_SORTS)
      for (const down of [false, true])
        expect((await names({ sort: { by, down } })).toSorted(), by).toEqual([
          'Adams',
          'Brook',
          'Cole',
          'Dunn',
        ])
  })

  test('has lists of its own, each saying why', async () => {
    const noted = async (view: InputOf<'caseload.list'>['view']) =>
      (await list({ view })).rows.map(({ name, note }) => [name.split(',')[0], note])
    expect(await noted('unallocated')).toEqual([['Brook', 'Waiting 5 working days, since 16 November 2026']])
    expect(await noted('new')).toEqual([
      ['Cole', 'Arrived 20 November 2026'],
      ['Brook', 'Arrived 16 November 2026'],
    ])
    expect(await noted('releases')).toEqual([['Adams', 'Release (CRD), 10 December 2026']])
    expect(await noted('missing')).toEqual([
      ['Cole', 'Missing: CRN, RoSH level, Tier, Location'],
      ['Brook', 'Missing: CRN, POM'],
    ])
  })

  test('turns pages of what is left, and a page beyond the last is the last', async () => {
    await unit.learn(
      Array.from({ length: 60 }, (_, at) => person(`A1${String(at).padStart(3, '0')}BB`, { tier: 'A' })),
    )
    const first = await list({ filters: { tier: 'A' } })
    expect(first).toMatchObject({ total: 60, pages: 2, page: 1 })
    const last = await list({ filters: { tier: 'A' }, page: 9 })
    expect(last).toMatchObject({ page: 2 })
    expect(last.rows).toHaveLength(10)
  })
})

describe('saved views', () => {
  const save = (name: string, more: Partial<InputOf<'caseload.saveView'>> = {}) =>
    unit.call('caseload.saveView', { name, filters: { tier: 'B' }, ...more })
  const saved = async () => (await unit.call('caseload.views', {})).map(({ name }) => name)

  test('are the user’s own, by name, one of a name', async () => {
    await save('High risk')
    await save('A list', { hidden: ['crn'], sort: { by: 'handover', down: true } })
    await save('high RISK', { filters: { rosh: 'High' } })
    expect(await saved()).toEqual(['A list', 'high RISK'])
    expect((await unit.call('caseload.views', {}))[1]).toEqual({
      name: 'high RISK',
      view: 'all',
      filters: { rosh: 'High' },
      sort: null,
      hidden: [],
    })
    await unit.call('caseload.deleteView', { name: 'A LIST' })
    expect(await saved()).toEqual(['high RISK'])
    await expect(unit.call('caseload.deleteView', { name: 'A list' })).rejects.toThrow(/not saved any more/)
    expect(checkStore(unit.store.read).filter(({ ok }) => !ok)).toEqual([])
  })

  test('need a name, and there are at most 30', async () => {
    await expect(save('  ')).rejects.toThrow(/Enter a name/)
    for (let at = 0; at < 30; at += 1) await save(`View ${at}`)
    await expect(save('One more')).rejects.toThrow(/30 saved views already/)
    await save('View 3')
    expect(await saved()).toHaveLength(30)
  })
})

describe('the file', () => {
  const csv = async (more: Partial<InputOf<'caseload.export'>> = {}) => {
    const done = await unit.call('caseload.export', { scope: 'unit', find: '', format: 'csv', ...more })
    return { ...done, text: Buffer.from(unit.saved.at(-1)?.bytes ?? []).toString('utf8') }
  }

  test('holds what is found, whole and in its order, and how old its sources are', async () => {
    const { rows, file, text } = await csv({ filters: { pom: 'No POM' } })
    expect(rows).toBe(2)
    expect(file).toContain('caseload-2026-11-23.csv')
    const lines = text.trim().split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toMatch(/^"?Brook, Test"?,A0002AA/u)
    expect(lines[3]).toMatch(/As at: /u)
  })

  test('takes no text for a formula', async () => {
    await unit.learn([person('A0001AA', { last_name: '=HYPERLINK(1)' })])
    expect((await csv()).text).not.toMatch(/(^|,)"?=HYPERLINK/mu)
  })

  test('is refused where exports are turned off', async () => {
    const other = await unitStore({ policy: { exportsAllowed: false } })
    await expect(other.call('caseload.export', { scope: 'unit', find: '', format: 'xlsx' })).rejects.toThrow(
      /Exports are turned off/,
    )
    await other.close()
  })
})
