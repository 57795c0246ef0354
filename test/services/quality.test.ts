import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { saveDecision } from '../../db/repositories/decisions.ts'
import { day, person, unitStore, type UnitStore } from './unit-store.ts'

let unit: UnitStore
beforeEach(async () => {
  unit = await unitStore()
})
afterEach(() => unit.close())

const queue = (code: 'same_crn' | null = null) => unit.call('quality.list', { scope: 'unit', code })

describe('the data quality queue', () => {
  test('lists contradictions, words no list knows and people with one CRN, and plans them all the same', async () => {
    await unit.learn([
      person('A0001AA', { crd: day('2027-07-15'), ped: day('2028-01-01') }),
      person('A0002AA', { crd: day('2027-07-15'), probation_region: 'Northumberland' }),
      person('A0003AA', { crd: day('2027-07-15'), imprisonment_status: 'XYZ_NEW' }),
      person('A0004AA', { crd: day('2027-07-15'), crn: 'X123456' }),
      person('A0005AA', { crd: day('2027-07-15'), crn: 'X123456' }),
      person('A0006AA', { crd: day('2027-07-15') }),
    ])
    const found = await queue()
    expect(found.rows.map(({ prisonNumber, code }) => [prisonNumber, code])).toEqual([
      ['A0001AA', 'ped_after_crd'],
      ['A0002AA', 'unknown_region'],
      ['A0003AA', 'unknown_status'],
      ['A0004AA', 'same_crn'],
      ['A0005AA', 'same_crn'],
    ])
    expect(found).toMatchObject({ people: 5, total: 5 })
    const one = await queue('same_crn')
    expect(one.rows.map(({ says }) => says)).toEqual(['Also on A0005AA.', 'Also on A0004AA.'])
    expect(one.total).toBe(5)
    const cases = await unit.call('caseload.list', { scope: 'unit', find: '', page: 1 })
    expect(cases.rows.filter(({ handover }) => handover === null)).toEqual([])
  })

  test('shows on the case, and goes once mended', async () => {
    await unit.learn([person('A0001AA', { crd: day('2027-07-15'), ped: day('2028-01-01') })])
    const personId = unit.id('A0001AA')
    expect((await unit.call('case.show', { personId })).concerns.map(({ code }) => code)).toEqual([
      'ped_after_crd',
    ])
    await unit.learn([person('A0001AA', { crd: day('2028-07-15'), ped: day('2028-01-01') })])
    expect((await unit.call('case.show', { personId })).concerns).toEqual([])
    expect((await queue()).total).toBe(0)
  })
})

describe('differences from the national record', () => {
  // 7 months and 15 days before 15 July 2027 is 30 November 2026; 8 months and 14 days is 1 November.
  const both = (fields: object = {}) =>
    person('A0001AA', { crd: day('2027-07-15'), handover_date: day('2026-11-01'), ...fields })
  const list = () => unit.call('differences.list', { scope: 'unit' })
  const mark = (nationalValue: string | null, oursValue: string | null) =>
    unit.call('differences.mark', {
      personId: unit.id('A0001AA'),
      subject: 'handover_date',
      mark: 'both_right',
      note: 'Yorkshire runs 7½ months',
      nationalValue,
      oursValue,
    })

  test('sets the two beside each other with the likely cause', async () => {
    await unit.learn([
      both(),
      person('A0002AA', { crd: day('2027-07-15'), handover_date: day('2026-11-30') }),
      person('A0003AA', { crd: day('2027-07-15') }),
    ])
    const { rows, agreeing, unknown } = await list()
    expect({ agreeing, unknown }).toEqual({ agreeing: 1, unknown: 1 })
    expect(rows).toHaveLength(1)
    expect(rows[0]?.difference).toMatchObject({
      subject: 'handover_date',
      national: '1 November 2026',
      ours: '30 November 2026',
      marked: null,
    })
    expect(rows[0]?.difference.likelyCause).toContain('the same facts under the national rules')
  })

  test('says where the facts as listed give the national date and a decision made here does not', async () => {
    await unit.learn([person('A0001AA', { crd: day('2027-07-15'), handover_date: day('2026-11-01') })])
    await unit.store.write((db) =>
      saveDecision(
        db,
        { userId: unit.session.user.id },
        {
          at: unit.desk.clock.now().toISOString(),
          personId: unit.id('A0001AA'),
          kind: 'early_allocation',
          subject: 'one',
          body: {
            assessedOn: day('2026-11-20'),
            oasysDate: day('2026-11-02'),
            outcome: 'eligible',
            insideWindow: true,
            automatic: {},
            discretionary: null,
            releaseWithin24Months: null,
            otherReason: '',
            community: null,
          },
        },
      ),
    )
    expect((await list()).rows[0]?.difference.likelyCause).toContain('without what was decided here')
  })

  test('reads national responsibility from the POM’s part in it', async () => {
    await unit.learn([
      person('A0001AA', { crd: day('2027-07-15'), pom_role: 'Supporting' }),
      person('A0002AA', { crd: day('2027-07-15'), pom_role: 'Responsible' }),
      person('A0003AA', { crd: day('2027-07-15'), pom_role: 'Prison officer' }),
    ])
    const { rows } = await list()
    expect(
      rows.map(({ prisonNumber, difference }) => [prisonNumber, difference.national, difference.ours]),
    ).toEqual([['A0001AA', 'COM responsible', 'POM responsible']])
  })

  test('is marked with who and when, and asks again once either value has moved', async () => {
    await unit.learn([both()])
    await mark('2026-11-01', '2026-11-30')
    const marked = (await list()).rows[0]?.difference.marked
    expect(marked).toMatchObject({
      mark: 'both_right',
      note: 'Yorkshire runs 7½ months',
      by: 'Ruth Adeyemi',
      stands: true,
    })
    await unit.learn([both({ handover_date: day('2026-11-02') })])
    expect((await list()).rows[0]?.difference.marked).toMatchObject({ mark: 'both_right', stands: false })
  })

  test('refuses a mark of values no longer shown, and of no difference', async () => {
    await unit.learn([both()])
    await expect(mark('2026-11-02', '2026-11-30')).rejects.toThrow(/has changed since/u)
    await unit.learn([both({ handover_date: day('2026-11-30') })])
    await expect(mark('2026-11-30', '2026-11-30')).rejects.toThrow(/no longer differ/u)
    expect((await list()).rows).toEqual([])
  })
})
