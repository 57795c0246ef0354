import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonRecord } from '../../domain/model/person-record.ts'
import { factsOf, homeRegionOf } from '../../electron/app/services/planning/facts-of.ts'
import { paroleOutcomeIsRelease } from '../../electron/app/services/planning/parole-outcome.ts'
import { day, person, TODAY, unitStore, type UnitStore } from './unit-store.ts'

const facts = (fields: PersonRecord, establishment = 'LEI') =>
  factsOf({ prison_code: establishment, ...fields }, establishment)

describe('parole outcomes', () => {
  it.each([
    'Release [*]',
    'release',
    'Oral hearing - release',
    'Paper decision - release',
    'Recommend release',
    'Release at CRD (EDS/SOPC)',
    'Parole Board release immediately',
    'Compassionate release',
    'Released',
  ])('takes “%s” for a release', (words) => expect(paroleOutcomeIsRelease(words)).toBe(true))

  it.each([
    'No release',
    'Release refused',
    'Stay in closed [*]',
    'Remain in closed conditions',
    'Open conditions',
    'No Parole Board Decision - ABC [*]',
    'Not released',
    'Refused',
  ])('takes “%s” for no release', (words) => expect(paroleOutcomeIsRelease(words)).toBe(false))

  it.each([
    '',
    '  ',
    'Not Applicable',
    'Not Specified',
    'Deferred',
    'Adjourned.',
    'Adjourned - 28 days for reports [*]',
    'Oral hearing deferred on the day',
    'Hearing adjournment',
    'Awaiting panel decision',
    'Pending oral hearing',
    null,
    undefined,
  ])('takes “%s” for no completed review', (words) => expect(paroleOutcomeIsRelease(words)).toBeNull())
})

describe('facts of a record', () => {
  it('gives every date its name in the rules and leaves the unrecorded unknown', () => {
    const found = facts({
      crd: day('2027-07-15'),
      apd: day('2027-01-02'),
      prrd: day('2028-02-03'),
      oasys_date: day('2026-01-01'),
    })
    expect(found).toMatchObject({
      conditional_release_date: '2027-07-15',
      approved_parole_date: '2027-01-02',
      post_recall_release_date: '2028-02-03',
      last_oasys_date: '2026-01-01',
      automatic_release_date: null,
      recalled: null,
      mappa_level: null,
    })
  })

  it('applies the open prison rules at an open site to men, and by open category to women', () => {
    expect(facts({ category: 'D' })).toMatchObject({
      in_open_conditions: true,
      open_prison_rules_apply: false,
    })
    expect(facts({ category: 'C' }, 'HVI')).toMatchObject({
      in_open_conditions: true,
      open_prison_rules_apply: true,
    })
    expect(facts({ category: 'T' }, 'EWI')).toMatchObject({
      womens_prison: true,
      open_prison_rules_apply: true,
    })
    expect(facts({ category: 'R' }, 'AGI')).toMatchObject({
      womens_prison: true,
      open_prison_rules_apply: false,
    })
  })

  it('uses the establishment for somebody in no prison, such as a patient in hospital', () => {
    expect(factsOf({ prison_code: 'OUT', restricted_patient: true }, 'HVI').open_prison_rules_apply).toBe(
      true,
    )
  })

  it('reads an imprisonment status only where nothing else speaks', () => {
    expect(facts({ imprisonment_status: 'LIFE' })).toMatchObject({
      is_indeterminate: true,
      legal_status: 'sentenced',
    })
    expect(facts({ imprisonment_status: 'LIFE', indeterminate: false }).is_indeterminate).toBe(false)
    expect(facts({ imprisonment_status: 'LR' }).legal_status).toBe('recall')
    expect(facts({ imprisonment_status: 'LR', recall: false }).legal_status).toBe('sentenced')
    expect(facts({ imprisonment_status: 'DET' }).legal_status).toBe('immigration')
    expect(facts({ imprisonment_status: 'REC_DEP', legal_status: 'immigration' }).legal_status).toBeNull()
    expect(facts({ imprisonment_status: 'NEW_CODE' }).legal_status).toBeNull()
  })

  it('knows a short sentence function only of a known region', () => {
    expect(facts({ probation_region: 'Wales' }).short_sentence_function).toBe(true)
    expect(facts({ probation_region: 'London' }).short_sentence_function).toBe(false)
    expect(facts({}).short_sentence_function).toBeNull()
  })

  it('finds the home region from the delivery unit where no region is recorded', () => {
    expect(homeRegionOf({ ldu_code: 'N55LEE' })).toBe('Yorkshire and the Humber')
    expect(homeRegionOf({ probation_region: ' North East ' })).toBe('North East')
    expect(homeRegionOf({})).toBeNull()
  })

  it('does not take an unallocated case for a named COM', () => {
    expect(facts({ com_name: 'Unallocated Staff' }).com_name).toBeNull()
    expect(facts({ com_name: ' ' }).com_name).toBeNull()
    expect(facts({ com_name: 'Nonny Mouse' }).com_name).toBe('Nonny Mouse')
  })
})

describe('planning the unit', () => {
  let unit: UnitStore
  beforeAll(async () => {
    unit = await unitStore()
    await unit.learn([
      person('A0001AA', { crd: day('2027-07-15') }),
      person('A0002AA', { crd: day('2027-07-15'), probation_region: 'North East' }),
      person('A0003AA', { crd: day('2027-07-15'), probation_region: 'East Midlands' }),
      person('A0004AA', {
        crd: day('2027-07-15'),
        imprisonment_status: 'REC_DEP',
        legal_status: 'immigration',
      }),
    ])
  })
  afterAll(() => unit.close())
  const plan = (number: string) =>
    unit.desk.planning
      .caseload(unit.store, TODAY)
      .find(({ person }) => person.record.prison_number === number)

  it('plans each case under the rules its home region has adopted', () => {
    expect(plan('A0001AA')).toMatchObject({ rules: 'enhanced-7-5', plan: { handover_date: '2026-11-30' } })
    expect(plan('A0002AA')).toMatchObject({ rules: 'national-2023', plan: { handover_date: '2026-11-01' } })
    expect(plan('A0003AA')).toMatchObject({ rules: 'pre-release-5', plan: { handover_date: '2027-02-15' } })
  })

  it('keeps a recommendation for deportation sentenced, and says removal is possible', () => {
    expect(plan('A0004AA')?.plan).toMatchObject({ reason: 'determinate', responsibility: 'pom' })
    expect(plan('A0004AA')?.plan?.flags).toContain('removal_possible')
  })

  it('remembers until the store or the day changes, and then plans again only who changed', async () => {
    const before = unit.desk.planning.caseload(unit.store, TODAY)
    expect(unit.desk.planning.caseload(unit.store, TODAY)).toBe(before)
    await unit.learn([{ prison_number: 'A0001AA', crd: day('2027-08-15') }])
    const after = unit.desk.planning.caseload(unit.store, TODAY)
    expect(after[0]?.plan?.handover_date).toBe('2026-12-31')
    expect(after[1]).toBe(before[1])
    expect(unit.desk.planning.caseload(unit.store, day('2026-11-24'))).not.toBe(after)
  })

  it('plans a record as if it stood in the store', () => {
    const [first] = unit.desk.planning.caseload(unit.store, TODAY)
    if (first === undefined) throw new Error('nobody')
    const record = { ...first.person.record, crd: day('2027-07-15') }
    const preview = unit.desk.planning.planRecord(unit.store, { ...first.person, record }, TODAY)
    expect(preview.plan?.handover_date).toBe('2026-11-30')
  })
})
