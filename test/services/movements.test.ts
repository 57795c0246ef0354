import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkStore } from '../../db/integrity.ts'
import { findPersonByNumber } from '../../db/repositories/people.ts'
import type { InputOf } from '../../domain/contract/index.ts'
import { importExtracts } from '../../electron/app/services/import/import-extracts.ts'
import { checkExtract } from '../../electron/app/services/import/check-extract.ts'
import { fileOf } from '../import/extract-files.ts'
import { day, unitStore, type UnitStore } from './unit-store.ts'

// Today is 23 November 2026. Handover of a CRD of 15 July 2027 is 30 November 2026.
let unit: UnitStore
beforeEach(async () => {
  unit = await unitStore()
})
afterEach(() => unit.close())

const HEADINGS = 'Offender No,Surname,Forename(s),DOB,Reception date,Arrival date,Sentence Start,CRD,POM'
const row = (number: string, more: { crd?: string; arrived?: string } = {}) =>
  `${number},SURNAME,Test,09/05/1990,14/03/2025,${more.arrived ?? '14/03/2025'},14/03/2025,${more.crd ?? '15/07/2028'},Amy Thornber`

async function bring(asAt: string, ...rows: string[]) {
  const extract = await checkExtract({
    from: { path: fileOf([HEADINGS, ...rows].join('\n'), `nomis ${asAt}.csv`) },
    mapping: {},
    sourceId: 'nomis_report',
    dateOrder: 'day_first',
    today: unit.desk.clock.today(),
    establishment: 'LEI',
  })
  await importExtracts(
    {
      planning: unit.desk.planning,
      session: unit.session,
      today: unit.desk.clock.today(),
      at: unit.desk.clock.now().toISOString(),
    },
    [{ extract, source: 'nomis_report', asAt: day(asAt) }],
    false,
  )
}
const list = () => unit.call('movements.list', {})
type Entry = InputOf<'movements.record'>['entries'][number]
const record = (number: string, kind: Entry['kind'], on = '2026-11-22', where = '') =>
  unit.call('movements.record', { entries: [{ personId: unit.id(number), kind, on, where, note: '' }] })
const inLists = async () =>
  (await unit.call('caseload.list', { scope: 'unit', find: '', page: 1 })).rows
    .map(({ prisonNumber }) => prisonNumber)
    .sort()
const numbers = (rows: readonly { prisonNumber: string }[]) => rows.map(({ prisonNumber }) => prisonNumber)

describe('after a custody list', () => {
  test('the first list asks about nobody', async () => {
    await bring('2026-11-20', row('A0001AA'), row('A0002AA'))
    expect(await list()).toMatchObject({ listAsAt: '2026-11-20', arrived: [], unaccounted: [], returned: [] })
  })

  test('somebody missing from the next is unaccounted for and in every list, until a person says where they are', async () => {
    await bring('2026-11-20', row('A0001AA'), row('A0002AA'))
    await bring('2026-11-22', row('A0001AA'))
    const asked = await list()
    expect(numbers(asked.unaccounted)).toEqual(['A0002AA'])
    expect(asked.unaccounted[0]).toMatchObject({
      says: 'Last in a list as at 20 November 2026.',
      suggested: 'transfer_out',
    })
    expect(await inLists()).toEqual(['A0001AA', 'A0002AA'])
    await record('A0002AA', 'transfer_out', '2026-11-21', 'HMP Moorland')
    expect(await inLists()).toEqual(['A0001AA'])
    expect((await list()).unaccounted).toEqual([])
    expect((await list()).recent).toMatchObject([
      { words: 'Transferred out, HMP Moorland', on: '2026-11-21' },
    ])
    expect(await unit.call('case.show', { personId: unit.id('A0002AA') })).toMatchObject({
      presence: { state: 'left', died: false, on: '2026-11-21' },
    })
    expect(checkStore(unit.store.read).filter(({ ok }) => !ok)).toEqual([])
  })

  test('still here answers that list and not the next; another movement taken back asks again', async () => {
    await bring('2026-11-20', row('A0001AA'), row('A0002AA'))
    await bring('2026-11-21', row('A0001AA'))
    await record('A0002AA', 'still_here', '2026-11-21')
    expect((await list()).unaccounted).toEqual([])
    await bring('2026-11-22', row('A0001AA'))
    expect(numbers((await list()).unaccounted)).toEqual(['A0002AA'])
    await record('A0002AA', 'hospital')
    expect((await list()).unaccounted).toEqual([])
    expect(await inLists()).toContain('A0002AA')
    const movement = (await list()).recent.find(({ words }) => words === 'In hospital')
    await unit.call('movements.takeBack', {
      personId: unit.id('A0002AA'),
      movementId: movement?.movementId ?? '',
      reason: 'Another man of that name',
    })
    expect(numbers((await list()).unaccounted)).toEqual(['A0002AA'])
  })

  test('somebody new is in the lists at once and asked how they came; a restricted patient is never missing', async () => {
    await bring('2026-11-20', row('A0001AA'), row('A0003AA'))
    const patient = findPersonByNumber(unit.store.read, 'A0003AA')
    await unit.learn([{ ...patient?.record, restricted_patient: true }])
    await bring('2026-11-22', row('A0001AA'), row('A0002AA', { crd: '15/07/2027', arrived: '21/11/2026' }))
    const asked = await list()
    expect(asked.unaccounted).toEqual([])
    expect(asked.arrived).toMatchObject([
      {
        prisonNumber: 'A0002AA',
        suggested: 'transfer_in',
        suggestedOn: '2026-11-21',
        handover: '2026-11-30',
      },
    ])
    expect(await inLists()).toContain('A0002AA')
  })

  test('a transfer in with handover near heads the day, with why', async () => {
    await bring('2026-11-20', row('A0001AA', { crd: '15/07/2027' }), row('A0003AA', { crd: '08/07/2027' }))
    await bring(
      '2026-11-22',
      row('A0001AA', { crd: '15/07/2027' }),
      row('A0003AA', { crd: '08/07/2027' }),
      row('A0002AA', { crd: '15/07/2027' }),
    )
    await record('A0002AA', 'transfer_in', '2026-11-21', 'HMP Moorland')
    const { first } = await unit.call('today.show', { scope: 'unit' })
    expect(first[0]).toMatchObject({
      prisonNumber: 'A0002AA',
      what: 'Transferred in from HMP Moorland on 21 November 2026; handover is on 30 November 2026: find out what was done before.',
    })
  })

  test('somebody who left and is in a list again is recognised, with their earlier record', async () => {
    await bring('2026-11-10', row('A0001AA'), row('A0002AA'))
    await bring('2026-11-15', row('A0001AA'))
    await record('A0002AA', 'release', '2026-11-14')
    const { id } = findPersonByNumber(unit.store.read, 'A0002AA') ?? {}
    await bring('2026-11-22', row('A0001AA'), row('A0002AA'))
    const { returned } = await list()
    expect(returned).toMatchObject([{ personId: id, suggested: 'return' }])
    expect(returned[0]?.says).toContain('Here before: released on 14 November 2026')
    expect(await inLists()).toEqual(['A0001AA'])
    await record('A0002AA', 'return', '2026-11-22')
    expect(await inLists()).toEqual(['A0001AA', 'A0002AA'])
  })
})

describe('a death', () => {
  beforeEach(async () => {
    await bring('2026-11-20', row('A0001AA', { crd: '15/07/2027' }), row('A0002AA', { crd: '15/07/2027' }))
    await record('A0002AA', 'died')
  })

  test('stops everything that is listed, planned, recorded or exported, at once', async () => {
    const personId = unit.id('A0002AA')
    expect(await inLists()).toEqual(['A0001AA'])
    const { events } = await unit.call('calendar.show', {
      from: '2026-11-01',
      to: '2026-12-31',
      scope: 'unit',
    })
    expect(new Set(numbers(events))).toEqual(new Set(['A0001AA']))
    await unit.call('calendar.export', { from: '2026-11-01', to: '2026-12-31', scope: 'unit', names: true })
    const ics = Buffer.from(unit.saved.at(-1)?.bytes ?? []).toString('utf8')
    expect(ics.match(/BEGIN:VEVENT/gu)?.length).toBe(events.length)
    const { first, week } = await unit.call('today.show', { scope: 'unit' })
    expect(numbers([...first, ...week])).not.toContain('A0002AA')
    for (const refused of [
      unit.call('case.recordTask', { personId, task: 'com_contact', doneOn: '2026-11-23', note: '' }),
      unit.call('responsibility.override', {
        personId,
        to: 'com',
        reason: 'community_asked',
        note: '',
        agreedByPrison: 'Ruth Adeyemi',
        agreedByProbation: 'Priya Holt',
        agreedOn: '2026-11-23',
        document: null,
        from: '2026-11-23',
        until: '2026-12-31',
      }),
    ])
      await expect(refused).rejects.toThrow(/recorded as having died on 22 November 2026/)
    expect((await unit.call('case.show', { personId })).presence).toMatchObject({ died: true })
  })

  test('still lets a wrong fact be corrected, and nothing but taking it back brings them back', async () => {
    const personId = unit.id('A0002AA')
    const { version } = await unit.call('case.show', { personId })
    await unit.call('facts.change', {
      personId,
      field: 'location',
      value: 'B1-002',
      reason: '',
      seen: version,
    })
    await expect(record('A0002AA', 'court', '2026-11-23')).rejects.toThrow(/having died on 22 November 2026/)
  })
})

describe('what cannot be', () => {
  test.each<[Entry['kind'], string, RegExp]>([
    ['transfer_out', '2026-11-24', /today or in the past/],
    ['transfer_out', '2026-02-30', /real date/],
    ['release', '2025-01-01', /Received into custody on 14 March 2025/],
    ['died', '1980-01-01', /before they were born/],
  ])('%s on %s', async (kind, on, message) => {
    await bring('2026-11-20', row('A0001AA'))
    await expect(record('A0001AA', kind, on)).rejects.toThrow(message)
    expect((await list()).recent).toEqual([])
  })

  test('is said of each row, and then none is recorded', async () => {
    await bring('2026-11-20', row('A0001AA'), row('A0002AA'))
    const entry = (number: string, on: string): Entry => ({
      personId: unit.id(number),
      kind: 'release',
      on,
      where: '',
      note: '',
    })
    await expect(
      unit.call('movements.record', {
        entries: [entry('A0001AA', '2026-11-21'), entry('A0002AA', '2027-01-01')],
      }),
    ).rejects.toMatchObject({ fields: { 'entries.1.on': expect.stringMatching(/in the past/) } })
    expect(await inLists()).toEqual(['A0001AA', 'A0002AA'])
  })

  test('leaving twice, or coming back before having left', async () => {
    await bring('2026-11-20', row('A0001AA'))
    await record('A0001AA', 'release', '2026-11-21')
    await expect(record('A0001AA', 'transfer_out', '2026-11-22')).rejects.toThrow(/have left/)
    await expect(record('A0001AA', 'return', '2026-11-20')).rejects.toThrow(/left on 21 November 2026/)
  })
})
