import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveAdoption } from '../../db/repositories/adoptions.ts'
import type { LocalItem } from '../../domain/model/local-item.ts'
import type { CaseFacts } from '../../domain/model/case-facts.ts'
import { planCase } from '../../domain/planning/plan-case.ts'
import { isProblem } from '../../domain/planning/plan-problem.ts'
import { planAtEighteen } from '../../domain/planning/at-eighteen.ts'
import { scheduleCase } from '../../domain/planning/schedule-case.ts'
import { describeFlag } from '../../domain/text/flags.ts'
import { day, person, unitStore, type UnitStore } from './unit-store.ts'

// What is only right where the day it is about is looked at, and not today or the day beside it. Today is 23 November 2026.
let unit: UnitStore
beforeEach(async () => {
  unit = await unitStore({
    adoptions: [
      { region: null, ruleSet: 'day-1-2021', from: day('2021-06-26') },
      { region: 'North East', ruleSet: 'national-2023', from: day('2023-11-24') },
      { region: 'North East', ruleSet: 'pre-release-5', from: day('2027-01-01') },
    ],
  })
})
afterEach(() => unit.close())

test('a handover long after arrival is missed, though its start day was counted to before the sentence', async () => {
  await unit.learn([
    person('A0001AA', {
      probation_region: null,
      legacy_cohort: 'nps',
      sentence_start_date: day('2026-05-01'),
      reception_date: day('2026-05-01'),
      arrival_date: day('2026-05-01'),
      crd: day('2026-12-10'),
    }),
  ])
  const { handoverStart, handover, tasks, flags } = await unit.call('case.show', {
    personId: unit.id('A0001AA'),
  })
  expect({ handoverStart, handover }).toEqual({ handoverStart: '2026-05-01', handover: '2026-07-26' })
  expect(flags.map(({ code }) => code)).toContain('handover_from_sentence_start')
  expect(tasks.find(({ task }) => task === 'com_contact')?.state).toBe('overdue')
})

test('the plan at 18 is that of the rules in force on the birthday', async () => {
  await unit.learn([
    person('A0002AA', {
      probation_region: 'North East',
      date_of_birth: day('2009-02-10'),
      sentence_start_date: day('2026-01-10'),
      crd: day('2028-03-31'),
    }),
  ])
  const { rows } = await unit.call('handovers.list', { tab: 'under_18', scope: 'unit' })
  // 5 months before 31 March 2028, by the rules of 2027; the national ones of today would say 17 July 2027.
  expect(rows[0]?.note).toBe('18 on 10 February 2027. From that day: handover 31 October 2027.')
  const { flags } = await unit.call('case.show', { personId: unit.id('A0002AA') })
  expect(flags.find(({ code }) => code === 'under_18')?.says).toContain('handover on 31 October 2027')
  await unit.store.write((db) =>
    saveAdoption(db, { userId: unit.session.user.id }, unit.desk.clock.now().toISOString(), {
      region: 'North East',
      ruleSet: 'enhanced-7-5',
      from: day('2027-02-01'),
    }),
  )
  const after = await unit.call('handovers.list', { tab: 'under_18', scope: 'unit' })
  expect(after.rows[0]?.note).toContain('handover 16 August 2027')
})

test('somebody held to be extradited may be removed, sentence or not', async () => {
  await unit.learn([
    person('A0003AA', { imprisonment_status: 'EXTRAD', legal_status: null, sentence_start_date: null }),
  ])
  const { flags, responsibility } = await unit.call('case.show', { personId: unit.id('A0003AA') })
  expect(responsibility).toBeNull()
  expect(flags.map(({ code }) => code)).toContain('removal_possible')
})

test('a mistyped birth year is described like any other', () => {
  const facts: CaseFacts = {
    date_of_birth: day('2196-05-05'),
    legal_status: 'sentenced',
    sentence_start_date: day('2020-01-10'),
    is_indeterminate: true,
    target_hearing_date: day('2028-01-01'),
    recalled: true,
  }
  const plan = planCase(facts, 'national-2023', day('2026-11-26'))
  if (isProblem(plan)) throw new Error('not planned')
  expect(planAtEighteen(facts, 'national-2023')).toBeNull()
  expect(describeFlag('under_18', facts, plan).says).toContain('18th birthday')
})

test.each([
  ['2029-01-02', '2028-12-20', false],
  ['2027-09-15', '2030-03-29', true],
])(
  'whether bank holidays are known is asked of the day a meeting was counted from: PED %s',
  (ped, crd, known) => {
    const facts: CaseFacts = {
      date_of_birth: day('1990-01-01'),
      legal_status: 'sentenced',
      sentence_start_date: day('2024-01-10'),
      parole_eligibility_date: day(ped),
      conditional_release_date: day(crd),
    }
    const today = day('2026-11-26')
    const plan = planCase(facts, 'national-2023', today)
    if (isProblem(plan)) throw new Error('not planned')
    const local: LocalItem = {
      region: null,
      item: 'mt-prerelease-1m',
      from: day('2026-01-01'),
      on: null,
      owner: null,
      offset: { direction: 'before', months: 0, weeks: 0, days: 0, workingDays: 10 },
      proof: { toldBy: 'Ruth Adeyemi', body: 'HMP Leeds', document: null, documentDate: null },
    }
    const entry = scheduleCase(facts, plan, 'national-2023', today, [local]).find(
      ({ id }) => id === 'mt-prerelease-1m',
    )
    expect(entry?.anchor?.date).toBe(ped)
    expect(entry?.holidays_known).toBe(known)
  },
)
