import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HANDOVER_TABS, type HandoverTab } from '../../domain/model/handover-tab.ts'
import { DeskError } from '../../domain/contract/errors.ts'
import type { PersonRecord } from '../../domain/model/person-record.ts'
import { planDates } from '../../domain/planning/plan-dates.ts'
import { nationalListsHide } from '../../electron/app/services/caseload/lists.ts'
import { day, person, TODAY, unitStore, type UnitStore } from './unit-store.ts'

const lifer = (fields: PersonRecord): PersonRecord => ({
  indeterminate: true,
  imprisonment_status: 'LIFE',
  sentence_start_date: day('2008-02-01'),
  ...fields,
})

// Handover under the enhanced rules is 7 months and 15 days before the CRD. Today is Monday 23 November 2026.
const HANDOVER_30_NOV = day('2027-07-15')
const HANDOVER_TODAY = day('2027-07-08')
const HANDOVER_18_JAN = day('2027-09-02')
const HANDOVER_19_JAN = day('2027-09-03')
const HANDOVER_22_NOV = day('2027-07-07')
const HANDOVER_21_NOV = day('2027-07-06')

/** Every situation with the lists it lands in. Letters name the national service's blind spots it stands for. */
const SITUATIONS: [name: string, fields: PersonRecord, tabs: HandoverTab[]][] = [
  ['far off', { crd: day('2029-07-15') }, []],
  ['56 days ahead', { crd: HANDOVER_18_JAN }, ['upcoming']],
  ['57 days ahead', { crd: HANDOVER_19_JAN }, []],
  ['a week ahead, no COM', { crd: HANDOVER_30_NOV }, ['upcoming']],
  [
    'a week ahead, COM named',
    { crd: HANDOVER_30_NOV, com_name: 'Sunita Bhatt' },
    ['upcoming', 'in_progress'],
  ],
  [
    'a week ahead, COM known by email',
    { crd: HANDOVER_30_NOV, com_email: 'com@example.org' },
    ['upcoming', 'in_progress'],
  ],
  ['today, no COM', { crd: HANDOVER_TODAY }, ['upcoming', 'in_progress']],
  ['yesterday, no COM', { crd: HANDOVER_22_NOV }, ['in_progress', 'tasks_overdue']],
  ['two days ago, no COM', { crd: HANDOVER_21_NOV }, ['in_progress', 'tasks_overdue', 'com_overdue']],
  [
    'two days ago, COM named',
    { crd: HANDOVER_21_NOV, com_name: 'Leon Grady' },
    ['in_progress', 'tasks_overdue'],
  ],
  [
    'two days ago, unallocated',
    { crd: HANDOVER_21_NOV, com_name: 'Unallocated' },
    ['in_progress', 'tasks_overdue', 'com_overdue'],
  ],
  [
    'two days ago, arrived since',
    { crd: HANDOVER_21_NOV, com_name: 'Leon Grady', arrival_date: day('2026-11-22') },
    ['in_progress'],
  ],
  [
    'A1 post-tariff, COM responsible',
    lifer({ ted: day('2024-02-12'), com_name: 'Hannah Priestley', arrival_date: TODAY }),
    ['in_progress', 'past_tariff'],
  ],
  [
    'A1 tariff passed, hearing far off',
    lifer({ ted: day('2026-11-22'), thd: day('2028-08-05'), com_name: 'Sunita Bhatt' }),
    ['past_tariff'],
  ],
  [
    'A1 tariff passes today',
    lifer({ ted: TODAY, com_name: 'Sunita Bhatt', arrival_date: TODAY }),
    ['in_progress', 'past_tariff'],
  ],
  ['A2 on the HDCED', { crd: HANDOVER_30_NOV, hdced: TODAY }, ['upcoming']],
  [
    'A2 on the PED',
    { crd: day('2028-01-01'), ped: TODAY, com_name: 'X Y', arrival_date: TODAY },
    ['in_progress'],
  ],
  [
    'A3 open conditions, COM supporting',
    lifer({
      prison_code: 'HVI',
      arrival_date: day('2026-03-02'),
      ted: day('2028-06-01'),
      probation_region: 'North East',
      com_name: 'Ellen Storey',
    }),
    ['open_com_supports'],
  ],
  [
    'A3 refused, hearing over a year off',
    lifer({
      ted: day('2020-01-01'),
      thd: day('2028-06-01'),
      parole_outcome: 'Stay in closed [*]',
      probation_region: 'North East',
      com_name: 'X Y',
    }),
    ['past_tariff', 'open_com_supports'],
  ],
  ['A4 recall, COM named', { recall: true, crd: day('2026-01-01'), com_name: 'X Y' }, ['recalls']],
  ['A4 recall, no COM', { recall: true, crd: day('2026-01-01') }, ['com_overdue', 'recalls']],
  ['A4 immigration, no COM', { legal_status: 'immigration' }, ['com_overdue', 'immigration']],
  [
    'A4 short sentence, no COM',
    { sentence_start_date: day('2026-10-01'), crd: day('2027-03-01') },
    ['com_overdue', 'short_sentences'],
  ],
  [
    'A4 short sentence begun yesterday',
    { sentence_start_date: day('2026-11-22'), crd: day('2027-03-01') },
    ['short_sentences'],
  ],
  [
    'A7 hearing exactly a year off counts as over',
    lifer({
      ted: day('2020-01-01'),
      thd: day('2027-11-23'),
      parole_outcome: 'Refused',
      probation_region: 'North East',
      com_name: 'X Y',
    }),
    ['past_tariff', 'open_com_supports'],
  ],
  [
    'A8 release directed in other words',
    lifer({
      ted: day('2020-01-01'),
      thd: day('2028-06-01'),
      parole_outcome: 'Paper decision - release',
      probation_region: 'North East',
    }),
    ['past_tariff'],
  ],
  [
    'A18 a PED years ago',
    {
      crd: day('2030-01-01'),
      ped: day('2022-03-01'),
      sentence_start_date: day('2016-01-01'),
      arrival_date: TODAY,
      com_name: 'X Y',
    },
    ['in_progress'],
  ],
  [
    'A12 COM should be supporting, none named',
    lifer({
      prison_code: 'HVI',
      arrival_date: day('2026-03-02'),
      ted: day('2028-06-01'),
      probation_region: 'North East',
    }),
    ['open_com_supports'],
  ],
  [
    'may leave in six weeks, handover months away',
    { crd: day('2028-03-01'), hdced: day('2027-01-04') },
    ['upcoming'],
  ],
  ['may leave in a year, handover later still', { crd: day('2028-10-01'), hdced: day('2027-11-04') }, []],
  [
    'confirmed to leave next week, handover ahead',
    {
      crd: day('2027-12-01'),
      confirmed_release_date: day('2026-11-30'),
      com_name: 'X Y',
      arrival_date: TODAY,
    },
    ['upcoming', 'in_progress'],
  ],
  ['on remand', { legal_status: 'remand' }, ['remand']],
  ['under 18', { date_of_birth: day('2009-06-01'), crd: HANDOVER_30_NOV }, ['under_18']],
  ['no release date yet', {}, ['release_unknown']],
  [
    'restricted patient',
    { prison_code: 'OUT', restricted_patient: true, crd: HANDOVER_30_NOV },
    ['upcoming'],
  ],
]

const numberOf = (index: number) => `A${String(1000 + index)}AA`

describe('which lists a case is in', () => {
  let unit: UnitStore
  const found = new Map<string, HandoverTab[]>()
  beforeAll(async () => {
    unit = await unitStore()
    await unit.learn(SITUATIONS.map(([, fields], index) => person(numberOf(index), fields)))
    for (const tab of HANDOVER_TABS) {
      const list = await unit.call('handovers.list', { tab, scope: 'unit' })
      expect(list.counts[tab]).toBe(list.rows.length)
      for (const { prisonNumber } of list.rows)
        found.set(prisonNumber, [...(found.get(prisonNumber) ?? []), tab])
    }
  })
  afterAll(() => unit.close())

  it.each(SITUATIONS.map(([name, , tabs], index) => [name, numberOf(index), tabs] as const))(
    '%s',
    (_, number, tabs) => {
      expect(found.get(number) ?? []).toEqual(tabs)
    },
  )

  it('leaves nobody in scope out of the caseload', async () => {
    expect((await unit.call('caseload.list', { scope: 'unit', find: '', page: 1 })).total).toBe(
      SITUATIONS.length,
    )
  })

  it('misses a COM for somebody who may leave first, months before the handover date', async () => {
    const { rows } = await unit.call('handovers.list', { tab: 'upcoming', scope: 'unit' })
    const leaving = SITUATIONS.findIndex(([name]) => name.startsWith('may leave in six weeks'))
    expect(rows.find(({ prisonNumber }) => prisonNumber === numberOf(leaving))?.com.state).toBe('missing')
  })

  it('tells a COM missing from one overdue where the COM only supports', async () => {
    const { rows } = await unit.call('handovers.list', { tab: 'open_com_supports', scope: 'unit' })
    expect(rows.map(({ com }) => com.state).sort()).toEqual(['missing', 'named', 'named', 'named'])
  })

  it('says which cases the national lists leave out', () => {
    expect(nationalListsHide({ ted: day('2024-02-12') }, TODAY)).toBe(true)
    expect(nationalListsHide({ hdced: TODAY, crd: HANDOVER_30_NOV }, TODAY)).toBe(true)
    expect(nationalListsHide({ hdced: day('2026-11-22'), crd: HANDOVER_30_NOV }, TODAY)).toBe(false)
    expect(nationalListsHide({ sed: day('2030-01-01') }, TODAY)).toBe(false)
    expect(nationalListsHide({}, TODAY)).toBe(false)
  })
})

describe('the order and words of the lists', () => {
  let unit: UnitStore
  beforeAll(async () => {
    unit = await unitStore()
    await unit.learn([
      person('A0001AA', { crd: HANDOVER_30_NOV, rosh: 'high', last_name: 'Marlowe', first_name: 'Dean' }),
      person('A0002AA', {
        crd: HANDOVER_18_JAN,
        hdced: day('2027-01-04'),
        rosh: 'high',
        last_name: 'Reyes-Holt',
        first_name: 'Kai',
      }),
      person('A0003AA', {
        crd: HANDOVER_21_NOV,
        rosh: 'low',
        ldu_name: 'Leeds',
        ldu_email: 'leeds@example.org',
        last_name: 'Tunstall',
        first_name: 'Kyle',
      }),
      person('A0004AA', {
        crd: HANDOVER_TODAY,
        com_name: 'Hannah Priestley',
        last_name: 'Whitlock',
        first_name: 'Terence',
        pom_name: 'THORNBER, Amy',
      }),
      person(
        'A0005AA',
        lifer({
          ted: day('2026-11-22'),
          thd: day('2027-08-05'),
          com_name: 'Sunita Bhatt',
          last_name: 'Blackett',
          first_name: 'Ian',
          pom_name: 'S Oyelaran',
        }),
      ),
      person('A0006AA', {
        ped: day('2026-03-01'),
        crd: day('2028-03-01'),
        arrival_date: TODAY,
        com_name: 'X Y',
        probation_region: 'North East',
      }),
      person('A0007AA', { crd: day('2028-03-01'), last_name: 'O’Brien', first_name: 'Séan', crn: 'X123456' }),
      person('A0008AA', {
        crd: day('2027-07-20'),
        com_name: 'X Y',
        last_name: 'Rashid',
        first_name: 'Imran',
      }),
    ])
  })
  afterAll(() => unit.close())

  it('heads Upcoming with the case that may leave first, then goes by handover date', async () => {
    const { rows } = await unit.call('handovers.list', { tab: 'upcoming', scope: 'unit' })
    expect(rows.map(({ prisonNumber }) => prisonNumber)).toEqual([
      'A0002AA',
      'A0004AA',
      'A0001AA',
      'A0005AA',
      'A0008AA',
    ])
    expect(rows[0]).toMatchObject({
      days: 56,
      windowFrom: '2026-11-23',
      windowTo: '2027-01-18',
      meeting: { state: 'to_book', on: null },
      com: { name: null, state: 'missing' },
      tags: [{ text: 'Release first, 4 Jan', tone: 'late' }],
    })
    expect(rows[0]?.note).toContain('HDC eligibility, 4 January 2027, is before handover on 18 January 2027')
    expect(rows[1]).toMatchObject({ days: 0, note: '' })
    // 5 December 2026 is a Saturday.
    expect(rows[4]?.tags).toContainEqual({ text: 'By Fri 4 Dec', tone: 'fact' })
  })

  it('heads every list by the nearest possible release, whatever else weighs on a case', async () => {
    const other = await unitStore()
    await other.learn([
      person('A0001AA', {
        crd: HANDOVER_30_NOV,
        hdced: day('2026-11-29'),
        rosh: 'very_high',
        mappa_level: 3,
      }),
      person('A0002AA', { crd: HANDOVER_18_JAN, hdced: day('2026-11-26'), rosh: 'low' }),
      person('A0003AA', { crd: HANDOVER_TODAY, rosh: 'very_high' }),
    ])
    const { rows } = await other.call('handovers.list', { tab: 'upcoming', scope: 'unit' })
    const today = await other.call('today.show', { scope: 'unit' })
    for (const list of [rows, today.first])
      expect(list.map(({ prisonNumber }) => prisonNumber)).toEqual(['A0002AA', 'A0001AA', 'A0003AA'])
    await other.close()
  })

  it('says a thing once on a day, and keeps abbreviations', async () => {
    const other = await unitStore()
    // Handover falls on Saturday 28 November 2026, its meeting with it.
    await other.learn([person('A0001AA', { crd: day('2027-07-13'), com_name: 'X Y' })])
    const { week } = await other.call('today.show', { scope: 'unit' })
    expect(week[0]?.tags.filter(({ text }) => text === 'By Fri 27 Nov')).toHaveLength(1)
    expect(week[0]?.what).toContain('review the last OASys assessment; contact with the COM')
    await other.close()
  })

  it('tells a late name from a missing one, and whom to ask', async () => {
    const { rows } = await unit.call('handovers.list', { tab: 'com_overdue', scope: 'unit' })
    expect(rows).toMatchObject([
      { prisonNumber: 'A0003AA', com: { state: 'overdue' }, note: 'Ask Leeds (leeds@example.org).' },
    ])
  })

  it('says that a tariff gave a case back to the prison', async () => {
    const { rows } = await unit.call('handovers.list', { tab: 'past_tariff', scope: 'unit' })
    expect(rows[0]).toMatchObject({ prisonNumber: 'A0005AA', responsibility: 'pom' })
    expect(rows[0]?.tags[0]).toEqual({ text: 'Moved back to prison', tone: 'late' })
    expect(rows[0]?.note).toContain('COM responsible until 21 November 2026')
  })

  it('asks for the outcome of a hearing that has passed, else for the next hearing', async () => {
    const other = await unitStore()
    await other.learn([
      person('A0001AA', lifer({ ted: day('2024-01-01'), thd: day('2026-11-02') })),
      person('A0002AA', lifer({ ted: day('2024-01-01') })),
    ])
    const { rows } = await other.call('handovers.list', { tab: 'past_tariff', scope: 'unit' })
    const notes = new Map(rows.map(({ prisonNumber, note }) => [prisonNumber, note]))
    expect(notes.get('A0001AA')).toContain('The hearing of 2 November 2026 has passed: record the outcome')
    expect(notes.get('A0002AA')).toContain('No hearing is ahead')
    await other.close()
  })

  it('marks a case under another rule set than the unit’s own', async () => {
    const { rows } = await unit.call('handovers.list', { tab: 'in_progress', scope: 'unit' })
    const tags = rows.find(({ prisonNumber }) => prisonNumber === 'A0006AA')?.tags.map(({ text }) => text)
    expect(tags).toContain('Outcome not known')
    expect(tags?.some((text) => text.startsWith('National'))).toBe(true)
  })

  it('puts what can hurt somebody first on Today, with the reason', async () => {
    const today = await unit.call('today.show', { scope: 'unit' })
    expect(today.first.map(({ prisonNumber }) => prisonNumber)).toEqual(['A0002AA', 'A0005AA', 'A0003AA'])
    expect(today.first[0]).toMatchObject({
      kind: 'release_before_handover',
      due: '2027-01-04',
      why: expect.stringMatching(/^Could leave with no COM; check that HDC applies; /),
    })
    expect(today.first[0]?.why).toContain('RoSH high')
    expect(today.first[1]?.what).toContain('confirm with the community before acting')
    expect(today.first[2]).toMatchObject({ kind: 'com_overdue', days: -2 })
    expect(today.first[2]?.why).toBe('Handover meeting missed; 2 tasks overdue; RoSH low.')
    expect(today.overdue.map(({ prisonNumber }) => prisonNumber)).toContain('A0006AA')
    expect(today.overdueTotal).toBe(today.overdue.length)
    expect(today.needing).toBeGreaterThanOrEqual(6)
    expect(today.week[0]).toMatchObject({ prisonNumber: 'A0004AA', days: 0 })
    expect(today.week[0]?.what).toContain('handover meeting: last day')
    expect(today.coming.map(({ prisonNumber }) => prisonNumber)).toEqual(['A0001AA', 'A0005AA', 'A0008AA'])
    expect(today.counts.map(({ tab }) => tab)).toEqual(HANDOVER_TABS.slice(0, 9))
    expect(today.counts.find(({ tab }) => tab === 'com_overdue')).toMatchObject({
      count: 1,
      detail: 'longest 2 days',
    })
  })

  it('shows a POM their own cases, however the extract writes the name', async () => {
    unit.as('Amy Thornber')
    const mine = await unit.call('caseload.list', { scope: 'mine', find: '', page: 1 })
    expect(mine.total).toBe(7)
    expect((await unit.call('today.show', { scope: 'mine' })).cases).toBe(7)
    unit.as('Nobody Here')
    expect((await unit.call('handovers.list', { tab: 'upcoming', scope: 'mine' })).rows).toEqual([])
    unit.as('Ruth Adeyemi', 'head_of_omu')
  })

  it.each([
    ['marlowe dean', 'A0001AA'],
    ['Dean Marl', 'A0001AA'],
    ['sean o’br', 'A0007AA'],
    ['x123456', 'A0007AA'],
    ['a0003', 'A0003AA'],
  ])('finds “%s”', async (find, number) => {
    const { rows } = await unit.call('caseload.list', { scope: 'unit', find, page: 1 })
    expect(rows.map(({ prisonNumber }) => prisonNumber)).toEqual([number])
  })

  it('answers a page beyond the last with the last', async () => {
    expect(await unit.call('caseload.list', { scope: 'unit', find: 'zzz', page: 7 })).toMatchObject({
      total: 0,
      page: 1,
      pages: 1,
      rows: [],
    })
  })
})

describe('a case', () => {
  let unit: UnitStore
  beforeAll(async () => {
    unit = await unitStore()
    await unit.learn(
      [
        person('A4417KD', {
          crd: day('2027-09-29'),
          rosh: 'high',
          mappa_level: 2,
          last_name: 'Marlowe',
          first_name: 'Dean',
          location: 'C2-014',
          sed: day('2030-01-28'),
          handover_date: day('2027-01-15'),
        }),
      ],
      {
        asAt: day('2026-11-09'),
        at: '2026-11-09T08:00:00.000Z',
      },
    )
    await unit.notice()
    await unit.learn([{ prison_number: 'A4417KD', crd: day('2027-07-15') }], {
      asAt: day('2026-11-22'),
      at: '2026-11-23T07:42:00.000Z',
    })
    await unit.notice()
    await unit.learn([
      person('A0002AA', { recall: true, crd: day('2026-01-01') }),
      person('A0003AA', { crd: day('2027-07-15'), resourcing: 'standard', probation_region: 'North East' }),
      person('A0004AA', { legal_status: 'remand' }),
    ])
  })
  afterAll(() => unit.close())
  const show = (number: string) => unit.call('case.show', { personId: unit.id(number) })

  it('says who is responsible and until when, with every date and its sum', async () => {
    const file = await show('A4417KD')
    expect(file).toMatchObject({
      name: 'Marlowe, Dean',
      age: 36,
      handover: '2026-11-30',
      sentenceEnd: '2030-01-28',
      rules: { id: 'enhanced-7-5', whose: 'HMP Leeds', from: '2022-04-01' },
      cannotPlan: null,
      tags: [{ text: 'RoSH high' }, { text: 'MAPPA 2' }, { text: 'Tier C1' }],
    })
    expect(file.responsibilitySentence).toBe(
      'POM responsible until Sunday 29 November 2026. COM responsible from Monday 30 November 2026.',
    )
    expect(file.dates.map(({ key, state }) => [key, state])).toEqual([
      ['handover', null],
      ['mt-handover', 'to_book'],
      ['mt-prerelease-2', 'set_a_date'],
      ['mt-prerelease-1m', 'to_book'],
    ])
    expect(file.dates[0]?.relative).toBe('in 7 days, 5 of them working days')
    expect(file.dates[0]?.tags).toContainEqual({ text: 'COM missing', tone: 'late' })
    expect(file.dates[1]?.relative).toBe('window opened 5 October 2026, 7 days left')
  })

  it('shows the same case under every rule set, and which applies here', async () => {
    const { otherRules } = await show('A4417KD')
    expect(otherRules.map(({ id, handover, appliesHere }) => [id, handover, appliesHere])).toEqual([
      ['national-2023', '2026-11-01', false],
      ['day-1-2021', null, false],
      ['enhanced-7-5', '2026-11-30', true],
      ['pre-release-5', '2027-02-15', false],
    ])
    expect(otherRules[0]?.outcome).toContain('29 days earlier')
    expect(otherRules[1]?.outcome).not.toBe('')
  })

  it('gives the likely reason the national record differs', async () => {
    const { national } = await show('A4417KD')
    expect(national).toMatchObject({ handover: '2027-01-15', asAt: '2026-11-09' })
    expect(national?.difference).toContain('46 days later')
    expect(national?.difference).toContain('an older CRD (29 September 2027)')
  })

  it('says what moved the handover date, by how much, and which extract brought it', async () => {
    const { moved, dates } = await show('A4417KD')
    expect(moved).toEqual({
      was: '2027-02-13',
      now: '2026-11-30',
      says: '75 days earlier.',
      because: ['CRD: 29 September 2027 became 15 July 2027 (NOMIS, as at 22 November 2026)'],
      happenedOn: '2026-11-23',
      at: '2026-11-23T09:00:00.000Z',
      by: 'Ruth Adeyemi',
    })
    expect(dates[0]?.tags.map(({ text }) => text)).toEqual(['Date moved', 'COM missing'])
    expect((await show('A0003AA')).moved).toBeNull()
  })

  it('names the source of the release date that a sum begins with', async () => {
    const { dates } = await show('A4417KD')
    expect(dates[0]?.sum[0]).toMatchObject({ date: '2027-07-15', note: 'NOMIS, as at 22 Nov 2026' })
  })

  it('says where each fact came from and how old it is', async () => {
    const { facts } = await show('A4417KD')
    expect(facts.find(({ field }) => field === 'crd')).toMatchObject({
      group: 'Release dates',
      value: '15 July 2027',
      source: 'NOMIS',
      asAt: '2026-11-22',
    })
    expect(facts.find(({ field }) => field === 'rosh')).toMatchObject({ value: 'High', asAt: '2026-11-09' })
  })

  it('records a task, shows it at once, and keeps what was taken back in the timeline', async () => {
    const personId = unit.id('A4417KD')
    await unit.call('case.recordTask', {
      personId,
      task: 'mt-handover',
      doneOn: day('2026-11-19'),
      note: 'By video.',
    })
    let file = await show('A4417KD')
    expect(file.tasks.find(({ task }) => task === 'mt-handover')).toMatchObject({
      state: 'completed',
      doneOn: '2026-11-19',
      by: 'Ruth Adeyemi',
      note: 'By video.',
    })
    expect(file.dates[1]).toMatchObject({ state: 'held', tags: [{ text: 'Held', tone: 'done' }] })
    const { rows } = await unit.call('handovers.list', { tab: 'upcoming', scope: 'unit' })
    expect(rows[0]?.meeting).toEqual({ state: 'held', on: '2026-11-19' })

    await unit.call('case.recordTask', { personId, task: 'mt-handover', doneOn: null, note: '' })
    file = await show('A4417KD')
    expect(file.tasks.find(({ task }) => task === 'mt-handover')).toMatchObject({
      state: 'not_yet_started',
      doneOn: null,
    })
    expect(file.timeline.map(({ title }) => title)).toEqual([
      'Handover: 13 February 2027 became 30 November 2026, 75 days earlier',
      'Handover meeting: record taken back',
      'Handover meeting: done on 19 November 2026',
      'Changed, from NOMIS, as at 22 November 2026',
      'First recorded, from NOMIS',
    ])
    expect(file.timeline[3]?.details).toEqual(['CRD: 29 September 2027 became 15 July 2027'])
  })

  it('asks a standard handover under the national rules for contact and a report, not a meeting', async () => {
    const { tasks, dates } = await show('A0003AA')
    expect(tasks.map(({ task, state }) => [task, state])).toEqual([
      ['com_contact', 'overdue'],
      ['handover_report', 'overdue'],
      ['mt-handover', 'not_needed'],
      ['mt-prerelease-2', 'not_yet_started'],
      ['mt-prerelease-1m', 'not_yet_started'],
    ])
    expect(dates.map(({ key }) => key)).not.toContain('mt-handover')
  })

  it('explains a case without dates', async () => {
    expect(await show('A0002AA')).toMatchObject({
      responsibility: 'com',
      handover: null,
      dates: [],
      tasks: [],
    })
    expect((await show('A0002AA')).responsibilitySentence).toContain('COM responsible now')
    expect(await show('A0004AA')).toMatchObject({ responsibility: null, reason: 'outside_omic' })
  })

  it.each([
    ['2026-11-24', 'The day must be today or in the past.'],
    ['2024-03-13', 'The day must be on or after the start of the sentence, 14 March 2024.'],
    ['2026-02-30', 'The day must be a real date, like 27 3 2026.'],
  ])('refuses a task done on %s', async (doneOn, message) => {
    const call = unit.call('case.recordTask', {
      personId: unit.id('A4417KD'),
      task: 'com_contact',
      doneOn,
      note: '',
    })
    await expect(call).rejects.toMatchObject({ code: 'bad_input', fields: { doneOn: message } })
  })

  it('refuses to take back what was never recorded, and anybody who is not there', async () => {
    const personId = unit.id('A4417KD')
    await expect(
      unit.call('case.recordTask', { personId, task: 'com_contact', doneOn: null, note: '' }),
    ).rejects.toThrow(DeskError)
    await expect(unit.call('case.show', { personId: 'nobody' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(
      unit.call('case.recordTask', { personId: 'nobody', task: 'com_contact', doneOn: TODAY, note: '' }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })

  it('says what is missing where the plan cannot be made', async () => {
    const other = await unitStore({
      adoptions: [{ region: null, ruleSet: 'day-1-2021', from: day('2021-06-26') }],
    })
    await other.learn([person('A0001AA', { crd: day('2027-07-15') })])
    const file = await other.call('case.show', { personId: other.id('A0001AA') })
    expect(file.cannotPlan).not.toBeNull()
    expect(file.dates).toEqual([])
    expect((await other.call('today.show', { scope: 'unit' })).cannotPlan).toHaveLength(1)
    await other.close()
  })
})

describe('work that is never late', () => {
  let unit: UnitStore
  beforeAll(async () => {
    unit = await unitStore()
  })
  afterAll(() => unit.close())

  it('never calls a planning date overdue', async () => {
    // A PED long past: the meeting a month before it is a planning date; the handover meeting is not.
    await unit.learn([
      person('A0001AA', {
        crd: day('2030-01-01'),
        ped: day('2026-10-01'),
        sentence_start_date: day('2020-01-01'),
      }),
    ])
    const { tasks, dates } = await unit.call('case.show', { personId: unit.id('A0001AA') })
    expect(tasks.find(({ task }) => task === 'mt-prerelease-1m')?.state).toBe('not_yet_started')
    expect(tasks.find(({ task }) => task === 'mt-handover')?.state).toBe('overdue')
    expect(dates.find(({ key }) => key === 'mt-prerelease-1m')).toMatchObject({
      provisional: true,
      state: 'to_book',
    })
  })

  it('calls work due on arrival what was late before the person came', async () => {
    await unit.learn([
      person('A0002AA', { crd: HANDOVER_21_NOV, com_name: 'X Y', arrival_date: day('2026-11-22') }),
    ])
    const { tasks, dates } = await unit.call('case.show', { personId: unit.id('A0002AA') })
    expect(tasks.filter(({ state }) => state === 'overdue')).toEqual([])
    expect(tasks[0]?.title).toContain('due on arrival')
    expect(dates[1]?.tags).toContainEqual({ text: 'Due on arrival', tone: 'close' })
    const today = await unit.call('today.show', { scope: 'unit' })
    expect([...today.first, ...today.overdue].some(({ prisonNumber }) => prisonNumber === 'A0002AA')).toBe(
      true,
    )
  })

  it('takes a handover counted to before the sentence as due on allocation', async () => {
    await unit.learn([
      person('A0003AA', {
        sentence_start_date: day('2026-11-02'),
        early_allocation: true,
        crd: day('2028-01-01'),
        com_name: 'X Y',
      }),
    ])
    const { tasks, flags } = await unit.call('case.show', { personId: unit.id('A0003AA') })
    expect(flags.map(({ code }) => code)).toContain('handover_from_sentence_start')
    expect(tasks.filter(({ state }) => state === 'overdue')).toEqual([])
  })
})

it('reads every list from the same plan as the case page', async () => {
  const unit = await unitStore()
  await unit.learn(SITUATIONS.map(([, fields], index) => person(numberOf(index), fields)))
  for (const planned of unit.desk.planning.caseload(unit.store, TODAY)) {
    const file = await unit.call('case.show', { personId: planned.person.id })
    const dates = planDates(planned.facts, planned.rules, TODAY)
    if ('error' in dates) throw new Error('every situation can be planned')
    expect([file.responsibility, file.handover]).toEqual([dates.responsibility, dates.handover_date])
  }
  await unit.close()
})
