import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type InputOf } from '../../domain/contract/index.ts'
import type { PersonRecord } from '../../domain/model/person-record.ts'
import { day, person, unitStore, type UnitStore } from './unit-store.ts'

const people = (): PersonRecord[] => [
  person('A0001AA', { crd: day('2027-07-15'), rosh: 'high', last_name: '=1+1', first_name: 'Dean' }),
  person('A0002AA', { crd: day('2027-07-21'), pom_name: 'Fay Noor', com_name: 'Leon Grady' }),
  person('A0003AA', { crd: day('2027-09-15') }),
  person('A0004AA', { crd: day('2027-03-01') }),
  person('A0005AA', {
    crd: day('2027-07-20'),
    sentence_start_date: day('2026-10-01'),
    probation_region: 'London',
  }),
  person('A0006AA', { recall: true, crd: day('2028-01-01') }),
  person('A0007AA', { crd: day('2029-07-15'), early_allocation: true }),
  person('A0008AA', { crd: day('2027-08-01'), probation_region: 'North East' }),
]

describe('comparing rule sets', () => {
  let unit: UnitStore
  beforeAll(async () => {
    unit = await unitStore()
    await unit.learn(people())
  })
  afterAll(() => unit.close())
  const list = async (input: Partial<InputOf<'compare.people'>> = {}) =>
    unit.call('compare.people', { a: 'in_force', b: 'national-2023', list: 'moved', page: 1, ...input })

  it('sets the rules in force against another as if from today', async () => {
    const shown = await unit.call('compare.show', { a: 'in_force', b: 'national-2023' })
    expect(shown).toMatchObject({
      cases: 8,
      finding: '2 cases would be past handover at once; 1 of the others comes about a month sooner',
      a: { id: 'in_force', short: 'In force' },
      b: { id: 'national-2023', name: 'National service 8½ months' },
    })
    expect(shown.counts.map(({ list, count, detail }) => [list, count, detail])).toEqual([
      ['earlier', 3, 'by 29 to 30 days'],
      ['later', 0, ''],
      ['same', 3, '2 already handed over, 1 early allocation'],
      ['none', 1, '1 recalled'],
      ['past_at_once', 2, '1 of them has no COM'],
      ['meetings_late', 2, ''],
      ['loses', 1, ''],
      ['newly_short', 1, 'COM responsible from the start'],
    ])
    expect(shown.handovers).toHaveLength(13)
    expect(shown.handovers[0]).toEqual({ label: 'At once', a: 0, b: 2 })
    expect(shown.handovers.map(({ label }) => label)).toContain('Jan 27')
  })

  it('says so where everybody past at once has a COM', async () => {
    unit.as('Fay Noor', 'head_of_omu')
    const shown = await unit.call('compare.show', { a: 'in_force', b: 'national-2023', scope: 'mine' })
    expect(shown.counts.find(({ list: name }) => name === 'past_at_once')?.detail).toBe('with a COM')
    unit.as('Ruth Adeyemi', 'head_of_omu')
  })

  it('leaves out B: the first set that is not the establishment’s own', async () => {
    expect((await unit.call('compare.show', { a: 'in_force' })).b.id).toBe('national-2023')
    expect((await unit.call('compare.show', { a: 'national-2023' })).b.id).toBe('day-1-2021')
  })

  it('keeps who the COM already has where they are, under either side', async () => {
    const { rows } = await list({ list: 'same' })
    const kept = rows.find(({ prisonNumber }) => prisonNumber === 'A0004AA')
    expect(kept).toMatchObject({
      from: '2026-07-17',
      to: '2026-07-17',
      moves: 'stays: the COM has it',
      rule: 'Row 8, 7 months 15 days (7½-month rules kept)',
    })
    const explicit = await list({ a: 'pre-release-5', b: 'enhanced-7-5', list: 'same' })
    expect(explicit.rows.map(({ prisonNumber }) => prisonNumber)).toEqual(
      expect.not.arrayContaining(['A0003AA']),
    )
  })

  it('lists who moves, highest risk first, with the row that decides', async () => {
    const { rows, total, title } = await list()
    expect({ total, title }).toEqual({ total: 4, title: 'All moved' })
    expect(rows.map(({ prisonNumber }) => prisonNumber)).toEqual(['A0001AA', 'A0002AA', 'A0005AA', 'A0003AA'])
    expect(rows[0]).toMatchObject({
      from: '2026-11-30',
      to: '2026-11-01',
      moves: '29 days earlier',
      rule: 'Row 12, 8 months 14 days',
      release: { type: 'CRD', date: '2027-07-15' },
      tags: [{ text: 'Past at once' }, { text: 'COM missing' }],
    })
    expect(rows[2]).toMatchObject({ moves: 'loses its date', to: null, tags: [{ text: 'Newly short' }] })
  })

  it('counts as many as each list holds', async () => {
    const { lists } = await unit.call('compare.show', { a: 'in_force', b: 'day-1-2021' })
    for (const { list: name, people } of lists) {
      expect([name, (await list({ b: 'day-1-2021', list: name })).total]).toEqual([name, people])
    }
    const missing = await list({ b: 'day-1-2021', list: 'not_planned' })
    expect(missing.rows[0]?.rule).toBe('A fact is missing')
  })

  it('shows one POM’s cases alone', async () => {
    unit.as('Fay Noor', 'head_of_omu')
    const shown = await unit.call('compare.show', { a: 'in_force', b: 'national-2023', scope: 'mine' })
    expect(shown.cases).toBe(1)
    expect(shown.byPom.map(({ pom }) => pom)).toEqual(['Fay Noor'])
    unit.as('Ruth Adeyemi', 'head_of_omu')
  })

  it('gives 50 to a page, and the last for one beyond it', async () => {
    const many = await unitStore()
    await many.learn(
      Array.from({ length: 120 }, (_, at) => person(`B${1000 + at}BB`, { crd: day('2027-09-15') })),
    )
    const page = (at: number) =>
      many.call('compare.people', { a: 'in_force', b: 'national-2023', list: 'moved', page: at })
    expect(await page(1)).toMatchObject({ total: 120, pages: 3, page: 1 })
    expect((await page(9)).rows).toHaveLength(20)
    await many.close()
  })

  it('saves a list as a file that runs no formula', async () => {
    const input = { a: 'in_force', b: 'national-2023', list: 'moved' } as const
    const csv = await unit.call('compare.export', { ...input, format: 'csv' })
    expect(csv).toEqual({ saved: true, rows: 4, file: expect.stringContaining('.csv') })
    const text = new TextDecoder().decode(unit.saved.at(-1)?.bytes)
    expect(text).toContain(`"'=1+1, Dean"`)
    expect(text).toContain('2026-11-30,2026-11-01,-29,29 days earlier,"Row 12, 8 months 14 days",Yes')
    await unit.call('compare.export', { ...input, format: 'xlsx' })
    const saved = unit.saved.at(-1)
    expect(saved?.name).toBe('compare-in-force-with-national-2023-2026-11-23.xlsx')
    const [sheet] = await readXlsxFile(Buffer.from(saved?.bytes ?? []))
    expect(sheet?.data.map((row) => row[0])).toContain('=1+1, Dean')
    expect(contract['compare.export'].audit).toBe('exported a comparison of rule sets')
  })

  it('saves nothing where exports are turned off', async () => {
    const other = await unitStore({ policy: { exportsAllowed: false } })
    const call = other.call('compare.export', { a: 'in_force', list: 'moved', format: 'csv' })
    await expect(call).rejects.toMatchObject({ code: 'not_allowed' })
    expect(other.saved).toEqual([])
    await other.close()
  })

  it('is asked again when somebody’s dates change', async () => {
    const before = await unit.call('compare.show', { a: 'in_force', b: 'pre-release-5' })
    await unit.learn([{ prison_number: 'A0003AA', crd: day('2027-07-15') }])
    const after = await unit.call('compare.show', { a: 'in_force', b: 'pre-release-5' })
    expect(after.handovers).not.toEqual(before.handovers)
  })
})
