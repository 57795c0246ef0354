import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleFiles } from '../../build/scripts/samples.ts'
import { openStore, readKeyring } from '../../db/open.ts'
import { listAdoptions } from '../../db/repositories/adoptions.ts'
import { listImports } from '../../db/repositories/imports.ts'
import { listUsers } from '../../db/repositories/users.ts'
import { samplePeople } from '../../db/synthetic/sample-people.ts'
import { SAMPLE } from '../../db/synthetic/sample-settings.ts'
import { SYNTHETIC_FIELDS, syntheticCsv, syntheticRows } from '../../db/synthetic/synthetic-rows.ts'
import type { Store } from '../../db/types.ts'
import { FLAGS, type Reason } from '../../domain/model/plan.ts'
import type { RuleSetId } from '../../domain/model/rule-set-id.ts'
import { planCase } from '../../domain/planning/plan-case.ts'
import { findPrison, isPrisonCode } from '../../domain/reference/prisons.ts'
import { createPlanning } from '../../electron/app/services/planning/planning.ts'
import type { PlannedCase } from '../../electron/app/services/planning/planned-case.ts'
import { sourceAges } from '../../electron/app/services/session/source-ages.ts'
import { makeSample } from '../support/sample.ts'

const { today } = SAMPLE
const REASONS_OF: Record<RuleSetId, Reason[]> = {
  'national-2023': [
    'outside_omic',
    'additional_isp',
    'recall_thd_over_12_months',
    'parole_mappa_2_3',
    'thd_over_12_months',
    'recall_case',
    'immigration_case',
    'release_date_unknown',
    'early_allocation',
    'indeterminate',
    'indeterminate_open',
    'determinate_short',
    'determinate_parole',
    'determinate',
  ],
  'day-1-2021': [
    'outside_omic',
    'recall_case',
    'immigration_case',
    'release_date_unknown',
    'early_allocation',
    'indeterminate',
    'determinate_parole',
    'nps_determinate',
    'crc_determinate',
  ],
  'enhanced-7-5': [
    'outside_omic',
    'recall_case',
    'immigration_case',
    'release_date_unknown',
    'early_allocation',
    'indeterminate',
    'determinate_short',
    'determinate_parole',
    'determinate',
  ],
  'pre-release-5': [
    'outside_omic',
    'recall_case',
    'immigration_case',
    'release_date_unknown',
    'early_allocation',
    'indeterminate',
    'determinate_short',
    'determinate_parole',
    'determinate',
  ],
}

test('the samples in the repository are what the generator makes', async () => {
  const made = await sampleFiles()
  const folder = join(import.meta.dirname, '../../samples')
  expect(readdirSync(folder).toSorted()).toEqual(Object.keys(made).toSorted())
  for (const [name, bytes] of Object.entries(made))
    expect(readFileSync(join(folder, name)).equals(bytes), `${name} is stale: npm run samples`).toBe(true)
})

test('making them twice makes the same', () => {
  expect(samplePeople()).toEqual(samplePeople())
  expect(syntheticRows(50, today, 3)).toEqual(syntheticRows(50, today, 3))
  expect(syntheticRows(50, today, 3)).not.toEqual(syntheticRows(50, today, 4))
})

test('no two people share a number, a CRN or a name', () => {
  const people = samplePeople().map(({ record }) => record)
  expect(new Set(people.map((one) => one.prison_number)).size).toBe(people.length)
  expect(new Set(people.map((one) => `${one.first_name} ${one.last_name}`)).size).toBe(people.length)
  const crns = people.map((one) => one.crn).filter((crn) => crn !== undefined)
  expect(new Set(crns).size).toBe(crns.length)
  const many = syntheticRows(30_000, today)
  expect(new Set(many.map((one) => one.prison_number)).size).toBe(many.length)
  expect(syntheticCsv(many.slice(0, 1)).split('\r\n')[0]?.split(',')).toHaveLength(SYNTHETIC_FIELDS.length)
  expect(SYNTHETIC_FIELDS).toHaveLength(20)
})

test('the establishment does not exist', () => {
  expect(findPrison(SAMPLE.establishment.code)).toMatchObject({
    name: SAMPLE.establishment.name,
    madeUp: true,
    gender: 'male',
    open: false,
  })
  expect(isPrisonCode('HMI')).toBe(true)
})

describe('the sample establishment', () => {
  let sample: Awaited<ReturnType<typeof makeSample>>
  let store: Store
  let cases: PlannedCase[]
  beforeAll(async () => {
    sample = await makeSample()
    const { folder } = sample
    const opened = await openStore({
      folder,
      userId: readKeyring(folder).defaultUser,
      passphrase: SAMPLE.passphrase,
      now: () => new Date(SAMPLE.now),
    })
    store = opened.store
    cases = createPlanning().caseload(store, today)
  })
  afterAll(async () => {
    await store.close()
    sample.remove()
  })
  const named = (surname: string) => cases.find(({ person }) => person.record.last_name === surname)

  test('its extracts import without a refusal, and the last moves what the story says', () => {
    const imports = listImports(store.read).toReversed()
    expect(imports.map(({ file }) => file)).toEqual(SAMPLE.files.map(({ name }) => name))
    for (const one of imports) expect(one.refused, one.file).toBe(0)
    expect(imports.at(-1)).toMatchObject({
      created: 3,
      updated: 6,
      absent: 2,
      asAt: '2026-11-22',
      byName: SAMPLE.administrator,
    })
    expect(cases.length).toBeGreaterThanOrEqual(400)
    expect(store.synthetic).toEqual({ passphrase: SAMPLE.passphrase, today })
  })

  test('the old list of the North East is told apart from the newer one of the other regions', () => {
    expect(sourceAges(createPlanning(), store, today).filter(({ source }) => source.startsWith('D'))).toEqual(
      [
        { source: 'Delius', date: '2026-11-20', days: 3, stale: false, doubt: expect.any(String) },
        {
          source: 'Delius, North East',
          date: '2026-11-09',
          days: 14,
          stale: true,
          doubt: expect.any(String),
        },
      ],
    )
    const behind = sourceAges(createPlanning(), store, today).filter(({ source }) => source.includes(','))
    expect(behind).toHaveLength(1)
  })

  test('its users can be told apart, and its regions have rules of their own', () => {
    expect(listUsers(store.read).map(({ name }) => name)).toEqual([
      SAMPLE.headOfOmu,
      ...SAMPLE.users.map(({ name }) => name),
    ])
    expect(new Set(listUsers(store.read).map(({ role }) => role)).size).toBe(5)
    expect(listAdoptions(store.read)).toEqual(SAMPLE.adoptions)
    expect(new Set(cases.map(({ rules }) => rules))).toEqual(
      new Set(['enhanced-7-5', 'national-2023', 'pre-release-5']),
    )
  })

  test.each(Object.entries(REASONS_OF))('everybody together has every reason of %s', (rules, reasons) => {
    const met = new Set<Reason>()
    for (const { facts } of cases) {
      const plan = planCase(facts, rules as RuleSetId, today)
      if (!('error' in plan)) met.add(plan.reason)
    }
    expect(reasons.filter((reason) => !met.has(reason))).toEqual([])
  })

  test('the flags worth seeing are raised by somebody', () => {
    const raised = new Set(cases.flatMap(({ plan }) => plan?.flags ?? []))
    for (const flag of [
      'release_before_handover',
      'parole_outcome_unknown',
      'sentence_start_unknown',
      'risk_unknown',
      'hdc_check',
      'restricted_patient',
    ] as const) {
      expect(FLAGS).toContain(flag)
      expect(raised, flag).toContain(flag)
    }
  })

  test.each([
    ['Reyes-Holt', '2027-01-18'],
    ['Whitlock', '2026-11-23'],
    ['Nwosu', '2026-11-26'],
    ['Stannard', '2026-11-27'],
    ['Marlowe', '2026-11-30'],
    ['Ibbotson', '2026-12-04'],
    ['Rashid', '2026-12-06'],
    ['Pryce', '2026-12-07'],
    ['Abara', '2026-12-09'],
    ['Farrow', '2026-12-11'],
    ['Lacey', '2026-12-11'],
    ['Gill', '2026-12-14'],
    ['Underhay', '2026-12-18'],
    ['Kowalczyk', '2026-12-19'],
    ['Bexley', '2026-12-25'],
    ['Sewell', '2026-12-28'],
    ['Tunstall', '2026-11-21'],
    ['Yardley', '2026-11-16'],
    ['Hussain', '2026-11-09'],
    ['Crosland', '2026-11-16'],
    ['Beckwith', '2026-11-21'],
  ])('%s is handed over on %s', (surname, handover) => {
    expect(named(surname)?.plan?.handover_date).toBe(handover)
  })

  test('the situations lists leave out are there', () => {
    expect(named('Reyes-Holt')?.plan?.flags).toContain('release_before_handover')
    expect(named('Marlowe')?.person.record).toMatchObject({
      crd: '2027-07-15',
      handover_date: '2027-01-15',
      mappa_level: 2,
      location: 'C2-014',
    })
    expect(named('Blackett')?.plan).toMatchObject({ responsibility: 'pom' })
    expect(named('Vasey')?.plan).toMatchObject({ responsibility: 'com' })
    expect(named('Tunstall')?.person.record.com_name ?? null).toBeNull()
    expect(named('Stannard')?.person.record.com_name).toBe('Leon Grady')
    expect(cases.filter(({ plan }) => plan?.responsibility === 'pom_with_com').length).toBeGreaterThan(0)
  })
})
