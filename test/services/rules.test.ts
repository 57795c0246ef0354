import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkStore } from '../../db/integrity.ts'
import { listAdoptionRecords } from '../../db/repositories/adoptions.ts'
import { listLocalItems } from '../../db/repositories/local-items.ts'
import type { InputOf } from '../../domain/contract/index.ts'
import { DATED_ITEMS } from '../../domain/dated-work/dated-items.ts'
import { day, person, unitStore, type UnitStore } from './unit-store.ts'

// Yorkshire and the Humber has adopted nothing of its own: its cases are under the establishment's 7½ months.
let unit: UnitStore
beforeEach(async () => {
  unit = await unitStore()
  await unit.learn([
    // 30 November 2026 under 7½ months, 1 November under 8½.
    person('A0001AA', { crd: day('2027-07-15') }),
    // Already with the COM under 7½ months.
    person('A0002AA', { crd: day('2027-06-01') }),
    // Another region.
    person('A0003AA', { crd: day('2027-07-15'), probation_region: 'East Midlands' }),
  ])
})
afterEach(() => unit.close())

const PROOF = {
  toldBy: 'Priya Holt',
  body: 'Regional office',
  document: 'Notice 12',
  documentDate: '2026-11-02',
}
const YORKSHIRE = 'Yorkshire and the Humber'
const preview = (change: Partial<InputOf<'rules.previewAdoption'>> = {}) =>
  unit.call('rules.previewAdoption', {
    region: YORKSHIRE,
    ruleSet: 'national-2023',
    from: '2026-11-23',
    ...change,
  })
const adopt = async (change: Partial<InputOf<'rules.adopt'>> = {}) => {
  const { revision } = unit.store
  await unit.call('rules.adopt', {
    region: YORKSHIRE,
    ruleSet: 'national-2023',
    from: '2026-11-23',
    proof: PROOF,
    keepFurtherMeetings: true,
    revision,
    ...change,
  })
}
const handover = async (number: string) =>
  (await unit.call('case.show', { personId: unit.id(number) })).handover

describe('an adoption', () => {
  test('shows what it would do before anything is written, and then does just that', async () => {
    const { revision } = unit.store
    const effect = await preview()
    expect(effect).toMatchObject({ cases: 3, changed: 1, kept: 1, on: '2026-11-23' })
    expect(effect.rows).toMatchObject([
      { prisonNumber: 'A0001AA', was: '30 November 2026', now: '1 November 2026' },
    ])
    expect(effect.counts).toContainEqual({ label: 'case would be past handover at once', count: 1 })
    expect(unit.store.revision).toBe(revision)
    await adopt()
    expect(await handover('A0001AA')).toBe('2026-11-01')
    // Responsibility is never taken back, nor the date of a case the COM already has.
    expect(await handover('A0002AA')).toBe('2026-10-17')
    expect(await handover('A0003AA')).toBe('2027-02-15')
    expect(checkStore(unit.store.read).filter(({ ok }) => !ok)).toEqual([])
  })

  test('is recorded with who said so and in which document, and shown with the case', async () => {
    await adopt()
    expect(listAdoptionRecords(unit.store.read).at(-1)).toMatchObject({ region: YORKSHIRE, proof: PROOF })
    const { rules } = await unit.call('case.show', { personId: unit.id('A0001AA') })
    expect(rules.proof).toBe('Told by Priya Holt, Regional office: Notice 12, 2 November 2026')
    await adopt({ from: '2026-11-24', proof: { ...PROOF, document: null, documentDate: null } })
    unit.setToday(day('2026-11-24'))
    const later = await unit.call('case.show', { personId: unit.id('A0001AA') })
    expect(later.rules.proof).toBe('Told by Priya Holt, Regional office, on local instruction')
  })

  test('entered ahead changes nothing until its day, and is judged by the caseload of that day', async () => {
    const effect = await preview({ from: '2026-12-15' })
    expect(effect.on).toBe('2026-12-15')
    // By then the COM has them all under 7½ months: nobody moves.
    expect(effect).toMatchObject({ changed: 0, kept: 2 })
    await adopt({ from: '2026-11-25' })
    expect(await handover('A0001AA')).toBe('2026-11-30')
    unit.setToday(day('2026-11-25'))
    expect(await handover('A0001AA')).toBe('2026-11-01')
  })

  test('under the national rules may drop the two further meetings, which are then off with the same proof', async () => {
    await adopt({ keepFurtherMeetings: false })
    expect(listLocalItems(unit.store.read).map(({ item, on, region }) => [item, on, region])).toEqual([
      ['mt-prerelease-2', false, YORKSHIRE],
      ['mt-prerelease-1m', false, YORKSHIRE],
    ])
    const { dates } = await unit.call('case.show', { personId: unit.id('A0001AA') })
    expect(dates.map(({ key }) => key)).toEqual(['handover', 'mt-handover'])
  })

  test('is refused where the caseload has changed since it was shown', async () => {
    const { revision } = await preview()
    await unit.learn([person('A0004AA', { crd: day('2027-07-15') })])
    await expect(adopt({ revision })).rejects.toThrow(/has changed since the effect was shown/)
  })

  test.each<[string, Partial<InputOf<'rules.adopt'>>, RegExp]>([
    ['a region nobody knows', { region: 'Northumberland' }, /from the list/],
    ['a day that does not exist', { from: '2026-02-30' }, /real date/],
    ['a day before 2019', { from: '2018-12-31' }, /1 January 2019/],
    ['a document of tomorrow', { proof: { ...PROOF, documentDate: '2026-11-24' } }, /in the future/],
    ['a date without a document', { proof: { ...PROOF, document: null } }, /which document/],
  ])('is refused for %s, with nothing written', async (_, change, message) => {
    const { revision } = unit.store
    await expect(adopt(change)).rejects.toThrow(message)
    expect(unit.store.revision).toBe(revision)
  })
})

describe('the rules to read', () => {
  const show = () => unit.call('rules.show', {})

  test('say whose cases each set plans, and where an adoption was recorded again', async () => {
    await adopt()
    await adopt({ ruleSet: 'pre-release-5', keepFurtherMeetings: null })
    await adopt({ from: '2027-04-01', keepFurtherMeetings: true })
    const { adoptions, ruleSets } = await show()
    const ofYorkshire = adoptions.filter(({ region }) => region === YORKSHIRE)
    expect(ofYorkshire.map(({ ruleSet, state }) => [ruleSet, state])).toEqual([
      ['pre-release-5', 'in_force'],
      ['national-2023', 'coming'],
      ['national-2023', 'replaced'],
    ])
    expect(ruleSets.find(({ id }) => id === 'pre-release-5')?.inForceFor).toContain(YORKSHIRE)
  })

  test('hold every row with an example and every dated item with why it is off', async () => {
    const { ruleSets, items, needsProof } = await show()
    for (const set of ruleSets) for (const row of set.rows) expect(row.example?.result).toBeTruthy()
    expect(items.map(({ id }) => id)).toEqual(DATED_ITEMS.map(({ id }) => id))
    for (const item of items.filter(({ on }) => !on)) expect(item.offReason).not.toBe('')
    // The first adoption was made with nobody named.
    expect(needsProof).toBe(true)
  })
})

describe('a local way of dated work', () => {
  const way = {
    item: 'mt-prerelease-2',
    region: null,
    from: '2026-11-23',
    on: null,
    owner: null,
    offset: { months: 2, weeks: 0, days: 0, workingDays: 0, direction: 'before' as const },
  }
  const record = (change: Partial<InputOf<'rules.overrideItem'>> = {}) =>
    unit.call('rules.overrideItem', { ...way, proof: PROOF, revision: unit.store.revision, ...change })
  const second = async () =>
    (await unit.call('case.show', { personId: unit.id('A0001AA') })).dates.find(
      ({ key }) => key === 'mt-prerelease-2',
    )

  test('dates a meeting no source dates, after showing whom it would reach', async () => {
    expect((await second())?.date).toBeNull()
    const effect = await unit.call('rules.previewItem', way)
    expect(effect.changed).toBeGreaterThan(0)
    expect(effect.rows.map((row) => row.was)).toContain('no day given')
    expect(effect.counts).toEqual([
      { label: expect.stringMatching(/^cases? would have it on another day$/), count: effect.changed },
    ])
    await record()
    expect((await second())?.date).toBe('2027-05-15')
    const { items } = await unit.call('rules.show', {})
    expect(items.find(({ id }) => id === way.item)?.local).toMatchObject([
      { says: '2 months before release', inForce: true, region: null },
    ])
  })

  test('ends where it is recorded again with nothing in it', async () => {
    await record()
    await record({ offset: null })
    expect((await second())?.date).toBeNull()
    const { items } = await unit.call('rules.show', {})
    expect(
      items.find(({ id }) => id === way.item)?.local.map(({ says, inForce }) => [says, inForce]),
    ).toEqual([
      ['as the source says again', true],
      ['2 months before release', false],
    ])
  })

  test('is a region’s own before the establishment’s', async () => {
    await record()
    await record({ region: YORKSHIRE, offset: { ...way.offset, months: 3 } })
    expect((await second())?.date).toBe('2027-04-15')
  })

  test.each<[string, Partial<InputOf<'rules.overrideItem'>>, RegExp]>([
    ['an item nobody knows', { item: 'mt-tea' }, /no such item/],
    ['a handover point', { item: 'hp-seed-5m' }, /never done a local way/],
    ['working days with months', { offset: { ...way.offset, workingDays: 3 } }, /working days alone/],
    ['a caseload that has changed', { revision: 1 }, /has changed since/],
  ])('is refused for %s', async (_, change, message) => {
    await expect(record(change)).rejects.toThrow(message)
    expect(listLocalItems(unit.store.read)).toEqual([])
  })
})
