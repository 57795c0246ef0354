import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type InputOf } from '../../domain/contract/index.ts'
import { day, person, unitStore, type UnitStore } from './unit-store.ts'

type Change = InputOf<'case.whatIf'>['change']

describe('what if', () => {
  let unit: UnitStore
  beforeAll(async () => {
    unit = await unitStore({
      adoptions: [
        { region: null, ruleSet: 'enhanced-7-5', from: day('2022-04-01') },
        { region: 'North East', ruleSet: 'day-1-2021', from: day('2021-06-26') },
      ],
    })
    await unit.learn([
      person('A0001AA', { crd: day('2027-07-15') }),
      person('A0002AA', { indeterminate: true, ted: day('2029-01-10') }),
      person('A0003AA', { crd: day('2027-07-15'), probation_region: 'North East' }),
      person('A0004AA', { recall: true, crd: day('2028-01-01') }),
      person('A0005AA', { crd: day('2027-07-15'), hdced: day('2026-11-25') }),
      person('A0006AA', { legal_status: 'remand' }),
    ])
    await unit.record('A0005AA', 'mt-handover', day('2026-11-20'))
  })
  afterAll(() => unit.close())
  const ask = (number: string, change: Change) =>
    unit.call('case.whatIf', { personId: unit.id(number), change })

  it('says the date there would be, its sum, how far off it is and which meetings would be late', async () => {
    expect(await ask('A0001AA', { kind: 'early_allocation' })).toEqual({
      headline: 'Handover would be 15 April 2026: COM responsible now',
      planned: true,
      handover: '2026-04-15',
      responsibility: 'com',
      days: -229,
      lines: [
        '15 July 2027 (CRD) − 15 months. 7 months 8 days ago.',
        '229 days earlier than in today’s plan, 30 November 2026.',
        'Today: POM responsible.',
      ],
      meetings: [
        { says: 'Handover meeting: by 15 April 2026, not 30 November 2026, late at once.', late: true },
      ],
      flagsAppear: [],
      flagsGo: [],
    })
  })

  it.each<[string, string, Change, object]>([
    [
      'a parole date',
      'A0001AA',
      { kind: 'parole_date', to: day('2027-04-01') },
      { handover: '2026-08-01', responsibility: 'com', days: -121 },
    ],
    [
      'a hearing, for a life sentence past its tariff or not',
      'A0002AA',
      { kind: 'hearing_date', to: day('2027-10-01') },
      { headline: 'Nothing would change: the handover date stays', days: 0 },
    ],
    [
      'another tariff',
      'A0002AA',
      { kind: 'release', which: 'TED', to: day('2027-01-10') },
      { handover: '2026-05-10', responsibility: 'com' },
    ],
    [
      'a later release',
      'A0001AA',
      { kind: 'release', which: 'CRD', to: day('2027-09-29') },
      {
        handover: '2027-02-13',
        days: 75,
        headline: 'Handover would be 13 February 2027: POM responsible until 12 February 2027',
      },
    ],
    [
      'a recall',
      'A0001AA',
      { kind: 'recalled', postRecallRelease: day('2027-01-05') },
      { headline: 'No handover date: COM responsible now', handover: null, days: null },
    ],
    [
      'other rules',
      'A0001AA',
      { kind: 'rules', ruleSet: 'pre-release-5' },
      { handover: '2027-02-15', days: 77 },
    ],
    [
      'home detention curfew before handover raises the flag that heads every list',
      'A0001AA',
      { kind: 'release', which: 'HDCAD', to: day('2026-11-28') },
      { flagsAppear: [expect.objectContaining({ title: 'Release first, 28 November 2026' })] },
    ],
    [
      'sooner handover takes that flag away',
      'A0005AA',
      { kind: 'early_allocation' },
      {
        flagsGo: ['Release first, 25 November 2026'],
        meetings: [{ says: 'Handover meeting: already held, and kept.', late: false }],
      },
    ],
    [
      'somebody on remand',
      'A0006AA',
      { kind: 'early_allocation' },
      { headline: 'Nothing would change', handover: null, responsibility: null },
    ],
  ])('%s', async (_what, number, change, expected) => {
    expect(await ask(number, change)).toMatchObject(expected)
  })

  it('says what is missing where no plan can be made, and what there would be once one can', async () => {
    const missing = await ask('A0003AA', { kind: 'parole_date', to: day('2027-04-01') })
    expect(missing).toMatchObject({ planned: false, headline: 'No plan could be made', handover: null })
    expect(missing.lines[0]).toMatch(/legacy NPS or legacy CRC/)
    const other = await ask('A0003AA', { kind: 'rules', ruleSet: 'enhanced-7-5' })
    expect(other).toMatchObject({ planned: true, handover: '2026-11-30', days: null })
    expect(other.lines.at(-1)).toMatch(/^No plan can be made today: /)
  })

  it.each<[Change, string]>([
    [{ kind: 'parole_date', to: day('2027-02-29') }, 'change.to'],
    [{ kind: 'release', which: 'CRD', to: day('2020-01-01') }, 'change.to'],
    [{ kind: 'recalled', postRecallRelease: day('2027-06-31') }, 'change.postRecallRelease'],
  ])('refuses %o with the input at fault', async (change, field) => {
    await expect(ask('A0001AA', change)).rejects.toMatchObject({
      code: 'bad_input',
      fields: { [field]: expect.stringMatching(/^The .+ must be/) },
    })
  })

  it('does not know a person who is not here', async () => {
    const call = unit.call('case.whatIf', { personId: 'nobody', change: { kind: 'early_allocation' } })
    await expect(call).rejects.toMatchObject({ code: 'not_found' })
  })

  it('writes nothing: the store is at the same revision and the case as it was', async () => {
    const personId = unit.id('A0001AA')
    const before = { revision: unit.store.revision, file: await unit.call('case.show', { personId }) }
    await ask('A0001AA', { kind: 'early_allocation' })
    await ask('A0001AA', { kind: 'rules', ruleSet: 'national-2023' })
    expect(unit.store.revision).toBe(before.revision)
    expect(await unit.call('case.show', { personId })).toEqual(before.file)
    expect(contract['case.whatIf']).toMatchObject({ audit: 'asked what if', changes: [], personal: true })
  })
})
