import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkStore } from '../../db/integrity.ts'
import { decisionsOf } from '../../db/repositories/decisions.ts'
import type { InputOf } from '../../domain/contract/index.ts'
import { AUTOMATIC_NAMES, DISCRETIONARY_NAMES } from '../../domain/early-allocation/assessment.ts'
import { day, person, unitStore, type UnitStore } from './unit-store.ts'

// Today is 23 November 2026; 7 months and 15 days before 15 July 2027 is 30 November 2026.
let unit: UnitStore
let personId: string
beforeEach(async () => {
  unit = await unitStore()
  await unit.learn([person('A0001AA', { crd: day('2027-07-15'), com_name: 'Priya Holt' })])
  personId = unit.id('A0001AA')
})
afterEach(() => unit.close())

const override = (change: Partial<InputOf<'responsibility.override'>> = {}) =>
  unit.call('responsibility.override', {
    personId,
    to: 'com',
    reason: 'community_asked',
    note: '',
    agreedByPrison: 'Ruth Adeyemi',
    agreedByProbation: 'Priya Holt',
    agreedOn: '2026-11-20',
    document: null,
    from: '2026-11-23',
    until: '2026-12-31',
    ...change,
  })
const shown = () => unit.call('case.show', { personId })
const decisions = () => unit.call('decisions.show', { personId })
const tabs = async () =>
  (await unit.call('handovers.list', { tab: 'in_progress', scope: 'unit' })).rows.map(
    (row) => row.responsibility,
  )

describe('an override of responsibility', () => {
  test('changes who is responsible and the lists, and no date; both are shown', async () => {
    const before = await shown()
    expect(before.responsibility).toBe('pom')
    await override()
    const after = await shown()
    expect(after.responsibility).toBe('com')
    expect(after.responsibilitySentence).toContain(
      'COM responsible until Thursday 31 December 2026, by override',
    )
    expect(after.responsibilitySentence).toContain(
      'Without it: POM responsible until Sunday 29 November 2026',
    )
    expect(after.dates.map(({ date }) => date)).toEqual(before.dates.map(({ date }) => date))
    expect(await tabs()).toEqual(['com'])
    expect(await decisions()).toMatchObject({ calculated: 'pom', effective: 'com' })
  })

  test('the other way too: a case the COM has comes back, with the COM supporting', async () => {
    unit.setToday(day('2026-12-07'))
    expect((await shown()).responsibility).toBe('com')
    await override({ to: 'pom', reason: 'community_cannot_take', from: '2026-12-07' })
    expect((await shown()).responsibility).toBe('pom_with_com')
    const { rows } = await unit.call('handovers.list', { tab: 'open_com_supports', scope: 'unit' })
    expect(rows).toHaveLength(1)
  })

  test('reaches a COM nobody has named: overdue from two days after the override', async () => {
    await unit.learn([person('A0002AA', { crd: day('2028-07-15') })])
    await override({ personId: unit.id('A0002AA') })
    const overdue = async () =>
      (await unit.call('handovers.list', { tab: 'com_overdue', scope: 'unit' })).rows.map(
        (row) => row.prisonNumber,
      )
    expect(await overdue()).toEqual([])
    unit.setToday(day('2026-11-25'))
    expect(await overdue()).toEqual(['A0002AA'])
  })

  test('ends by itself the day after its last', async () => {
    await override({ until: '2026-11-25' })
    unit.setToday(day('2026-11-25'))
    expect((await shown()).responsibility).toBe('com')
    unit.setToday(day('2026-11-26'))
    expect((await shown()).responsibility).toBe('pom')
    expect((await decisions()).overrides[0]).toMatchObject({
      state: 'over',
      says: 'Ended by itself after 25 November 2026',
    })
  })

  test('is ended before its time with a reason, and what was stays on the record', async () => {
    await override()
    const [first] = (await decisions()).overrides
    await unit.call('responsibility.end', {
      personId,
      overrideId: first?.id ?? '',
      on: '2026-11-24',
      because: 'A COM took it over',
    })
    unit.setToday(day('2026-11-24'))
    expect((await shown()).responsibility).toBe('pom')
    expect(decisionsOf(unit.store.read, personId)).toHaveLength(2)
    const titles = (await shown()).timeline.map(({ title }) => title)
    expect(titles).toContain('Override ended from 24 November 2026: COM no longer responsible by it')
    expect(titles).toContain(
      'Responsibility overridden: COM responsible from 23 November 2026 until 31 December 2026',
    )
    expect(checkStore(unit.store.read).filter(({ ok }) => !ok)).toEqual([])
  })

  test.each<[string, Partial<InputOf<'responsibility.override'>>, RegExp]>([
    ['a day that does not exist', { until: '2026-02-30' }, /real date/],
    ['an end before its beginning', { from: '2026-12-31', until: '2026-12-30' }, /first day or after/],
    ['days that are over', { from: '2026-11-01', until: '2026-11-22' }, /has passed/],
    [
      'a first day before it was agreed',
      { from: '2026-11-19' },
      /first day must be on or after the day it was agreed, 20 November 2026/,
    ],
    ['an agreement in the future', { agreedOn: '2026-11-24' }, /today or in the past/],
    ['an end too far off', { until: '2028-11-24' }, /within 24 months/],
    ['another reason without saying which', { reason: 'other' }, /other reason/],
  ])('refuses %s, and writes nothing', async (_, change, message) => {
    await expect(override(change)).rejects.toThrow(message)
    expect(decisionsOf(unit.store.read, personId)).toEqual([])
  })

  test('refuses a second for the same days, naming the first, and takes one after it', async () => {
    await override()
    await expect(override({ to: 'pom', from: '2026-12-31', until: '2027-01-05' })).rejects.toThrow(
      /from 23 November 2026 to 31 December 2026/,
    )
    await override({ to: 'pom', from: '2027-01-01', until: '2027-01-05' })
    expect((await decisions()).overrides.map(({ state }) => state)).toEqual(['coming', 'in_force'])
  })

  test('one that begins later is named at once, on the case and in its list', async () => {
    await override({ to: 'pom', reason: 'community_cannot_take', from: '2026-11-30', until: '2027-01-31' })
    const { responsibilitySentence, responsibility } = await shown()
    expect(responsibility).toBe('pom')
    expect(responsibilitySentence).toContain('From Monday 30 November 2026: POM responsible')
    expect(responsibilitySentence).toContain('until Sunday 31 January 2027, by override')
    const { rows } = await unit.call('handovers.list', { tab: 'overrides', scope: 'unit' })
    expect(rows.map(({ note }) => note)).toEqual([
      expect.stringMatching(/^From 30 November 2026 until 31 January 2027 the POM: .*By the rules: /u),
    ])
  })

  test('is refused where it names who is responsible on all of its days already', async () => {
    await expect(override({ to: 'pom', until: '2026-11-29' })).rejects.toThrow(/POM is responsible on all/)
    await expect(override({ to: 'com', from: '2026-11-30' })).rejects.toThrow(/COM is responsible on all/)
    // Until handover it changes nothing, and no COM supports yet.
    await override({ to: 'pom', until: '2026-12-31' })
    expect((await shown()).responsibility).toBe('pom')
    unit.setToday(day('2026-11-30'))
    expect((await shown()).responsibility).toBe('pom_with_com')
  })

  test('has nothing to override outside OMiC', async () => {
    await unit.learn([person('A0003AA', { legal_status: 'remand' })])
    await expect(override({ personId: unit.id('A0003AA') })).rejects.toThrow(/nothing to override/)
  })
})

const no = <N extends string>(names: readonly N[], ...yes: N[]) =>
  Object.fromEntries(names.map((name) => [name, yes.includes(name)])) as Record<N, boolean>
const assess = (change: Partial<InputOf<'assessment.save'>> = {}) =>
  unit.call('assessment.save', {
    personId,
    oasysDate: '2026-11-02',
    automatic: no(AUTOMATIC_NAMES),
    discretionary: no(DISCRETIONARY_NAMES, 'mappa_level_2'),
    releaseWithin24Months: null,
    otherReason: '',
    ...change,
  })

describe('early allocation', () => {
  test('an eligible assessment inside the window moves handover to 15 months before release', async () => {
    expect((await shown()).handover).toBe('2026-11-30')
    expect(await assess({ automatic: no(AUTOMATIC_NAMES, 'cppc'), discretionary: null })).toEqual({
      outcome: 'eligible',
      insideWindow: true,
    })
    expect(await shown()).toMatchObject({ handover: '2026-04-15', reason: 'early_allocation' })
  })

  test('a discretionary one moves nothing until the community accepts, and asks only until then', async () => {
    await assess()
    expect((await shown()).handover).toBe('2026-11-30')
    const waiting = (await decisions()).earlyAllocation
    expect(waiting).toMatchObject({ state: 'awaiting_decision', assessments: [{ awaitsDecision: true }] })
    const decide = (accepted: boolean, decidedOn = '2026-11-23') =>
      unit.call('assessment.recordDecision', {
        personId,
        assessmentId: waiting.assessments[0]?.id ?? '',
        accepted,
        decidedOn,
        by: 'Priya Holt',
      })
    await expect(decide(true, '2026-11-24')).rejects.toThrow(/today or in the past/)
    await expect(decide(true, '2026-11-20')).rejects.toThrow(/on or after the day of the assessment/)
    await decide(true)
    expect((await shown()).handover).toBe('2026-04-15')
    expect((await decisions()).earlyAllocation).toMatchObject({
      state: 'granted',
      assessments: [{ awaitsDecision: false, community: { accepted: true } }],
    })
    await expect(decide(false)).rejects.toThrow(/no longer on the record|does not wait/)
  })

  test('a date it puts in the past says since when the COM is responsible: not before anybody knew', async () => {
    await unit.learn([person('A0001AA', { com_name: null })])
    await unit.notice()
    await assess({ automatic: no(AUTOMATIC_NAMES, 'cppc'), discretionary: null })
    await unit.notice()
    const { responsibilitySentence, moved, dates } = await shown()
    expect(responsibilitySentence).toBe(
      'COM responsible since Monday 23 November 2026, when the handover date became 15 April 2026.',
    )
    expect(moved).toMatchObject({ was: '2026-11-30', now: '2026-04-15', happenedOn: '2026-11-23' })
    expect(moved?.because).toEqual([expect.stringMatching(/^Assessed for early allocation: eligible/u)])
    expect(dates[0]?.tags.map(({ text }) => text)).toEqual(['Date moved', 'COM missing'])
    unit.setToday(day('2026-11-26'))
    const { rows } = await unit.call('handovers.list', { tab: 'com_overdue', scope: 'unit' })
    expect(rows).toHaveLength(1)
    expect((await shown()).dates[0]?.tags.map(({ text }) => text)).toContain('COM overdue 3 days')
  })

  test('one saved before the 18 months changes nothing and asks to be done again once they begin', async () => {
    await unit.learn([person('A0001AA', { crd: day('2028-07-15') })])
    await assess({ automatic: no(AUTOMATIC_NAMES, 'cppc'), discretionary: null })
    expect((await shown()).reason).toBe('determinate')
    expect((await decisions()).earlyAllocation).toMatchObject({
      state: 'too_early',
      windowOpens: '2027-01-15',
    })
    unit.setToday(day('2027-01-15'))
    expect((await decisions()).earlyAllocation.state).toBe('redo')
  })

  test.each<[string, Partial<InputOf<'assessment.save'>>, RegExp]>([
    ['an old OASys', { oasysDate: '2026-08-23' }, /last 3 months/],
    ['an OASys of tomorrow', { oasysDate: '2026-11-24' }, /not be dated in the future/],
    ['a day that does not exist', { oasysDate: '2026-02-30' }, /real date/],
    ['no further answers where they are needed', { discretionary: null }, /five further questions/],
    [
      'another reason without words',
      { discretionary: no(DISCRETIONARY_NAMES, 'other_reason') },
      /other reason/,
    ],
    [
      'a separation centre without the release',
      { discretionary: no(DISCRETIONARY_NAMES, 'extremism_separation') },
      /within 24 months/,
    ],
  ])('refuses %s, and writes nothing', async (_, change, message) => {
    await expect(assess(change)).rejects.toThrow(message)
    expect(decisionsOf(unit.store.read, personId)).toEqual([])
  })

  test('is printed under its marking, without a name in the file’s', async () => {
    await assess()
    const pages: string[] = []
    Object.assign(unit.desk.host, {
      printer: {
        toPdf: async (page: string) => {
          pages.push(page)
          return new TextEncoder().encode('%PDF')
        },
      },
    })
    const assessmentId = (await decisions()).earlyAllocation.assessments[0]?.id ?? ''
    const saved = await unit.call('assessment.export', { personId, assessmentId })
    expect(saved.saved).toBe(true)
    expect(unit.saved[0]?.name).toBe('EARLY-ALLOCATION_A0001AA_2026-11-23.pdf')
    expect(pages[0]).toContain('OFFICIAL-SENSITIVE')
    expect(pages[0]).toContain('Discretionary: the community decides')
    expect(pages[0]).toContain('Not yet recorded')
    const title = /<title>(.*)<\/title>/u.exec(pages[0] ?? '')?.[1]
    expect(title).not.toContain('Surname')
  })
})
