import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { HANDOVER_TABS, type HandoverTab } from '../../domain/model/handover-tab.ts'
import type { PersonRecord } from '../../domain/model/person-record.ts'
import { paroleOutcomeIsRelease } from '../../electron/app/services/planning/parole-outcome.ts'
import { day, person, TODAY, unitStore, type UnitStore } from './unit-store.ts'

// The eighteen defects and blind spots found in the national service, each with what is done here instead.

let unit: UnitStore
beforeEach(async () => {
  unit = await unitStore()
})
afterEach(() => unit.close())

const NUMBER = 'A0001AA'
const learn = (fields: PersonRecord) => unit.learn([person(NUMBER, fields)])
const NORTH_EAST = { probation_region: 'North East' }
const life = (fields: PersonRecord = {}): PersonRecord => ({
  imprisonment_status: 'LIFE',
  indeterminate: true,
  sentence_start_date: day('2010-03-14'),
  ...NORTH_EAST,
  ...fields,
})
/** The lists the case is in. */
async function lists(): Promise<HandoverTab[]> {
  const found: HandoverTab[] = []
  for (const tab of HANDOVER_TABS) {
    const { rows } = await unit.call('handovers.list', { tab, scope: 'unit' })
    if (rows.some(({ prisonNumber }) => prisonNumber === NUMBER)) found.push(tab)
  }
  return found
}
const shown = () => unit.call('case.show', { personId: unit.id(NUMBER) })
const codes = async () => (await shown()).flags.map(({ code }) => code)

describe('blind spots closed', () => {
  test('1: somebody past tariff stays in a list, and work can be recorded for them', async () => {
    await learn(life({ ted: day('2020-03-14'), thd: day('2027-06-07') }))
    expect(await lists()).toContain('past_tariff')
    await unit.call('case.recordTask', {
      personId: unit.id(NUMBER),
      task: 'com_contact',
      doneOn: TODAY,
      note: '',
    })
    expect((await shown()).tasks.find(({ task }) => task === 'com_contact')?.doneOn).toBe(TODAY)
  })

  test('2: nobody vanishes on the day of an HDCED or a PED, or the day after', async () => {
    for (const date of [addDays(TODAY, -1), TODAY, addDays(TODAY, 1)]) {
      await learn({ crd: day('2027-07-15'), hdced: date })
      expect(await lists()).toContain('upcoming')
      await learn({ crd: day('2030-07-15'), hdced: null, ped: date })
      expect((await lists()).length).toBeGreaterThan(0)
      await learn({ ped: null })
    }
  })

  test('3: a life sentence in open conditions with a supporting COM has a list', async () => {
    await learn(
      life({ ted: day('2029-03-14'), category: 'D', prison_code: 'HDI', arrival_date: day('2026-01-05') }),
    )
    const { responsibility } = await shown()
    expect(responsibility).toBe('pom_with_com')
    expect(await lists()).toContain('open_com_supports')
  })

  test.each<[string, PersonRecord, HandoverTab]>([
    ['a recall', { recall: true, crd: day('2027-07-15') }, 'recalls'],
    ['immigration', { legal_status: 'immigration' }, 'immigration'],
    [
      'a short sentence',
      { sentence_start_date: day('2026-10-01'), crd: day('2027-05-01') },
      'short_sentences',
    ],
  ])('4: %s has a list, and a missing COM counts', async (_, fields, tab) => {
    await learn(fields)
    expect(await lists()).toEqual(expect.arrayContaining([tab, 'com_overdue']))
  })

  test('5: an override moves a case between lists, both ways', async () => {
    await learn({ crd: day('2027-07-15'), com_name: 'Priya Holt' })
    const override = (to: 'com' | 'pom', from: string, until: string) =>
      unit.call('responsibility.override', {
        personId: unit.id(NUMBER),
        to,
        reason: 'community_asked',
        note: '',
        agreedByPrison: 'Ruth Adeyemi',
        agreedByProbation: 'Priya Holt',
        agreedOn: '2026-11-20',
        document: null,
        from,
        until,
      })
    await override('com', '2026-11-23', '2026-11-29')
    expect(await lists()).toEqual(expect.arrayContaining(['in_progress', 'overrides']))
    await override('pom', '2026-11-30', '2026-12-31')
    unit.setToday(day('2026-12-01'))
    expect(await lists()).toEqual(expect.arrayContaining(['open_com_supports', 'overrides']))
  })

  test('6: what a page says of a rule is made from the rule: 12 months, and 8 months and 14 days', async () => {
    const { ruleSets } = await unit.call('rules.show', {})
    const national = ruleSets.find(({ id }) => id === 'national-2023')
    const result = (number: number) => national?.rows.find((row) => row.number === number)?.result
    expect(result(9)).toBe('handover 12 months before release')
    expect(result(12)).toBe('handover 8 months and 14 days before release')
  })

  test('7: a hearing exactly 12 months away is 12 months away, at any hour', async () => {
    await learn(
      life({
        ted: day('2027-03-14'),
        thd: day('2027-11-23'),
        parole_outcome: 'Refused',
        mappa_level: 1,
        ...NORTH_EAST,
      }),
    )
    expect((await shown()).reason).toBe('thd_over_12_months')
    await learn({ thd: day('2027-11-22') })
    expect((await shown()).reason).toBe('indeterminate')
  })

  test.each([
    'Release [*]',
    'Oral hearing - release',
    'Paper decision - release',
    'Recommend release',
    'Release at CRD (EDS/SOPC)',
    'Parole Board release immediately',
    'Compassionate release',
  ])('8: %s is a release', (words) => {
    expect(paroleOutcomeIsRelease(words)).toBe(true)
  })

  test('9: a past review without an outcome says that none is recorded', async () => {
    await learn(
      life({
        ted: day('2020-03-14'),
        thd: day('2024-03-11'),
        review_type: 'GPP',
        review_status: 'Not Active',
      }),
    )
    const { reviews } = await unit.call('parole.show', { personId: unit.id(NUMBER) })
    expect(reviews[0]?.outcomeWords).toBe('No outcome recorded')
  })

  test('10: a list is read and the plan is of it at once; work due yesterday or tomorrow is not lost for a day', async () => {
    await learn({ crd: day('2027-09-29') })
    expect((await shown()).handover).toBe('2027-02-13')
    await learn({ crd: day('2027-07-15') })
    expect((await shown()).handover).toBe('2026-11-30')
    const due = async () => {
      const { work } = await shown()
      return work.groups.flatMap(({ rows }) => rows).find(({ key }) => key === 'ho-due-soon')?.due
    }
    // The reminder of 16 November is still there a week, and a month, after its day.
    expect(await due()).toBe('2026-11-16')
    unit.setToday(day('2026-12-23'))
    expect(await due()).toBe('2026-11-16')
  })

  test('11: a decision is asked for only while one is awaited', async () => {
    await learn({ crd: day('2027-07-15') })
    const no = (...names: string[]) => Object.fromEntries(names.map((name) => [name, false]))
    const assess = (mappa: boolean) =>
      unit.call('assessment.save', {
        personId: unit.id(NUMBER),
        oasysDate: '2026-11-02',
        automatic: no(
          'terrorism_act',
          'high_profile',
          'serious_crime_prevention_order',
          'mappa_level_3',
          'cppc',
        ) as never,
        discretionary: {
          ...no('extremism_separation', 'very_high_risk', 'terrorist_risk', 'other_reason'),
          mappa_level_2: mappa,
        } as never,
        releaseWithin24Months: null,
        otherReason: '',
      })
    const asked = async () =>
      (await unit.call('decisions.show', { personId: unit.id(NUMBER) })).earlyAllocation.assessments.filter(
        ({ awaitsDecision }) => awaitsDecision,
      )
    await assess(false)
    expect(await asked()).toEqual([])
    await assess(true)
    const [waiting] = await asked()
    expect(await lists()).toContain('early_allocation')
    await unit.call('assessment.recordDecision', {
      personId: unit.id(NUMBER),
      assessmentId: waiting?.id ?? '',
      accepted: false,
      decidedOn: '2026-11-23',
      by: 'Priya Holt',
    })
    expect(await asked()).toEqual([])
    expect(await lists()).not.toContain('early_allocation')
  })

  test('12: COM overdue means one thing: two days after handover; before that a COM is missing', async () => {
    await learn({ crd: day('2027-07-06') })
    // Handover on 21 November, two days ago.
    expect((await shown()).handover).toBe('2026-11-21')
    const state = async () =>
      (await unit.call('handovers.list', { tab: 'in_progress', scope: 'unit' })).rows[0]?.com.state
    expect(await state()).toBe('overdue')
    expect(await lists()).toContain('com_overdue')
    unit.setToday(day('2026-11-22'))
    expect(await state()).toBe('missing')
    expect(await lists()).not.toContain('com_overdue')
  })

  test('13: the release shown is the release counted from', async () => {
    await learn({ crd: day('2027-07-15'), hdced: day('2027-01-15') })
    const { rows } = await unit.call('handovers.list', { tab: 'upcoming', scope: 'unit' })
    expect(rows[0]?.earliestRelease).toEqual({ type: 'CRD', date: '2027-07-15' })
  })

  test('14: work done has a day, a person and a note, managers may record it, and nothing wipes it', async () => {
    await learn({ crd: day('2027-07-15') })
    await unit.call('case.recordTask', {
      personId: unit.id(NUMBER),
      task: 'mt-handover',
      doneOn: '2026-11-20',
      note: 'By video; COM and key worker there.',
    })
    await learn({ crd: day('2029-07-15') })
    const { tasks, timeline } = await shown()
    expect(tasks.find(({ task }) => task === 'mt-handover')).toMatchObject({
      doneOn: '2026-11-20',
      by: 'Ruth Adeyemi',
      note: 'By video; COM and key worker there.',
    })
    expect(timeline.map(({ title }) => title)).toContain('Handover meeting: done on 20 November 2026')
  })

  test('15: everybody sees why a date changed, on the case', async () => {
    await learn({ crd: day('2027-09-29') })
    await unit.notice()
    await learn({ crd: day('2027-07-15') })
    await unit.notice()
    for (const role of ['pom', 'case_administrator', 'pre_release_team', 'read_only'] as const) {
      unit.as('Amy Thornber', role)
      expect((await shown()).moved).toMatchObject({
        was: '2027-02-13',
        now: '2026-11-30',
        because: [expect.stringMatching(/^CRD: 29 September 2027 became 15 July 2027/u)],
      })
    }
  })

  test('16: there is a calendar to show and export, notes, and search by any part of a name or number', async () => {
    await learn({ crd: day('2027-07-15'), last_name: 'Reyes-Holt', first_name: 'Kai', crn: 'X123456' })
    for (const find of ['kai rey', 'reyes-holt', 'a0001', 'x123456']) {
      const { rows } = await unit.call('caseload.list', { scope: 'unit', find, page: 1 })
      expect(rows, find).toHaveLength(1)
    }
    const { events } = await unit.call('calendar.show', {
      from: '2026-11-01',
      to: '2026-12-31',
      scope: 'unit',
    })
    expect(events.map(({ kind }) => kind)).toContain('handover')
    await unit.call('calendar.export', { from: '2026-11-01', to: '2026-12-31', scope: 'unit', names: false })
    expect(unit.saved[0]?.name).toMatch(/\.ics$/u)
  })

  test('17: a missing sentence start is planned and flagged, under every rule set', async () => {
    await learn({ crd: day('2027-07-15'), sentence_start_date: null })
    const { handover, otherRules } = await shown()
    expect(handover).toBe('2026-11-30')
    expect(
      otherRules.filter((rules) => rules.id !== 'day-1-2021').every((rules) => rules.handover !== null),
    ).toBe(true)
    expect(await codes()).toContain('sentence_start_unknown')
  })

  test('18: a PED long past drives the date as the national rule has it, flagged, and nothing counted from it is overdue', async () => {
    await learn({
      ped: day('2022-06-01'),
      crd: day('2028-06-01'),
      sentence_start_date: day('2019-06-01'),
      ...NORTH_EAST,
    })
    const { flags, work, responsibility } = await shown()
    expect(responsibility).toBe('com')
    expect(flags.map(({ code }) => code)).toContain('parole_outcome_unknown')
    const overdue = work.groups.find(({ group }) => group === 'overdue')?.rows ?? []
    const { dates } = await shown()
    const isProvisional = (key: string) => dates.some((card) => card.provisional && card.key === key)
    expect(overdue.filter(({ key }) => isProvisional(key))).toEqual([])
    expect(dates.filter((card) => card.provisional && card.state === 'missed')).toEqual([])
  })
})

test('nobody held is out of every list and every queue on any day their dates pass', async () => {
  const dates: PersonRecord[] = [
    { crd: day('2026-12-01'), hdced: day('2026-11-25') },
    { ped: day('2026-11-26'), crd: day('2028-06-01') },
    life({ ted: day('2026-11-27') }),
    life({ ted: day('2020-03-14'), thd: day('2026-11-28') }),
    { recall: true, prrd: day('2026-11-29') },
    { sentence_start_date: day('2026-10-01'), crd: day('2026-11-30') },
    { legal_status: 'remand' },
    { date_of_birth: day('2009-11-26'), crd: day('2028-06-01') },
    {},
  ]
  await unit.learn(dates.map((fields, at) => person(`A10${at}0AA`, fields)))
  const { total } = await unit.call('caseload.list', { scope: 'unit', find: '', page: 1 })
  for (let today: CivilDate = TODAY; today < day('2026-12-03'); today = addDays(today, 1)) {
    unit.setToday(today)
    const found = new Set<string>()
    for (const tab of HANDOVER_TABS)
      for (const { prisonNumber } of (await unit.call('handovers.list', { tab, scope: 'unit' })).rows)
        found.add(prisonNumber)
    // Whoever is far from handover is in no list of handovers yet, and the caseload holds everybody.
    expect((await unit.call('caseload.list', { scope: 'unit', find: '', page: 1 })).total).toBe(total)
    for (const at of dates.keys()) {
      const number = `A10${at}0AA`
      const one = await unit.call('case.show', { personId: unit.id(number) })
      const isFarOff = one.handover !== null && one.handover > addDays(today, 56)
      expect(found.has(number) || isFarOff, `${number} on ${today}`).toBe(true)
    }
  }
})
