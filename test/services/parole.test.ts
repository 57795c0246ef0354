import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkStore } from '../../db/integrity.ts'
import { decisionsOf } from '../../db/repositories/decisions.ts'
import type { InputOf } from '../../domain/contract/index.ts'
import { day, person, unitStore, type UnitStore } from './unit-store.ts'

// Today is 23 November 2026.
let unit: UnitStore
let personId: string
beforeEach(async () => {
  unit = await unitStore()
  await unit.learn([
    person('A0001AA', {
      probation_region: 'North East',
      imprisonment_status: 'LIFE',
      indeterminate: true,
      sentence_start_date: day('2010-03-14'),
      // Ahead when the North East came under the national rules, so that the case came with it.
      ted: day('2026-03-14'),
      mappa_level: 1,
    }),
    // PED passed with no outcome.
    person('A0002AA', { ped: day('2026-06-01'), crd: day('2028-06-01') }),
  ])
  personId = unit.id('A0001AA')
})
afterEach(() => unit.close())

const save = (change: Partial<InputOf<'parole.saveReview'>> = {}) =>
  unit.call('parole.saveReview', {
    personId,
    reviewId: null,
    reviewType: 'Post tariff',
    hearing: null,
    status: 'open',
    outcome: null,
    outcomeOn: null,
    writer: '',
    countersigner: '',
    note: '',
    ...change,
  })
const show = (who = personId) => unit.call('parole.show', { personId: who })
const shown = (who = personId) => unit.call('case.show', { personId: who })
const list = () => unit.call('parole.list', { scope: 'unit' })

describe('a review recorded here', () => {
  test('gives the rules its hearing', async () => {
    await save({ hearing: '2027-10-04' })
    // Under the national rules 12 months before the hearing.
    expect(await shown()).toMatchObject({ handover: '2026-10-04', earliestRelease: { type: 'THD' } })
  })

  test('gives the rules its outcome: refused with a hearing far off keeps the case with the POM', async () => {
    await save({ hearing: '2026-11-02', status: 'completed', outcome: 'no_release', outcomeOn: '2026-11-09' })
    await save({ hearing: '2028-03-06' })
    expect(await shown()).toMatchObject({ reason: 'thd_over_12_months', responsibility: 'pom_with_com' })
  })

  test('an outcome clears the flag of a PED that passed with none', async () => {
    const ped = unit.id('A0002AA')
    const flags = async () => (await shown(ped)).flags.map(({ code }) => code)
    expect(await flags()).toContain('parole_outcome_unknown')
    expect((await list()).outcomes.map(({ prisonNumber }) => prisonNumber)).toContain('A0002AA')
    await save({
      personId: ped,
      hearing: '2026-06-08',
      status: 'completed',
      outcome: 'no_release',
      outcomeOn: '2026-06-15',
    })
    expect(await flags()).not.toContain('parole_outcome_unknown')
    expect((await list()).outcomes.map(({ prisonNumber }) => prisonNumber)).not.toContain('A0002AA')
  })

  test('a deferral decides nothing', async () => {
    const ped = unit.id('A0002AA')
    await save({
      personId: ped,
      hearing: '2026-06-08',
      status: 'completed',
      outcome: 'deferred',
      outcomeOn: '2026-06-15',
    })
    expect((await shown(ped)).flags.map(({ code }) => code)).toContain('parole_outcome_unknown')
  })

  test('is changed and taken back with the former on the record', async () => {
    await save({ hearing: '2027-10-04' })
    const [first] = (await show()).reviews
    await save({ reviewId: first?.id ?? '', hearing: '2027-12-06' })
    const [changed] = (await show()).reviews
    expect(changed?.hearing).toBe('2027-12-06')
    await expect(save({ reviewId: first?.id ?? '' })).rejects.toThrow(/has changed/)
    await unit.call('parole.takeBack', { personId, reviewId: changed?.id ?? '' })
    expect((await show()).reviews).toEqual([])
    expect(decisionsOf(unit.store.read, personId)).toHaveLength(3)
    expect((await shown()).timeline.map(({ title }) => title)).toContain('A decision was taken back')
    expect(checkStore(unit.store.read).filter(({ ok }) => !ok)).toEqual([])
  })

  test.each<[string, Partial<InputOf<'parole.saveReview'>>, RegExp]>([
    ['a hearing on no day', { hearing: '2027-02-30' }, /real date/],
    ['an outcome of an open review', { outcome: 'release', outcomeOn: '2026-11-09' }, /completed/],
    ['an outcome without its day', { status: 'completed', outcome: 'release' }, /when the outcome/],
    [
      'an outcome of tomorrow',
      { status: 'completed', outcome: 'release', outcomeOn: '2026-11-24' },
      /The day the outcome was received must be today or in the past, and 24 November 2026 is not/,
    ],
    [
      'an outcome older than the sentence',
      { status: 'completed', outcome: 'release', outcomeOn: '2010-03-13' },
      /The day the outcome was received, 13 March 2010, is before the sentence started, 14 March 2010/,
    ],
    [
      'a hearing older than the sentence',
      { hearing: '2010-03-13' },
      /The target hearing date, 13 March 2010, is before the sentence started, 14 March 2010/,
    ],
  ])('is refused for %s', async (_, change, message) => {
    await expect(save(change)).rejects.toThrow(message)
    expect(decisionsOf(unit.store.read, personId)).toEqual([])
  })

  test('is held to the date of birth where the start of the sentence is not known', async () => {
    await unit.learn([person('A0003AA', { sentence_start_date: null })])
    await expect(save({ personId: unit.id('A0003AA'), hearing: '1990-05-08' })).rejects.toThrow(
      /is before the date of birth, 9 May 1990/,
    )
  })
})

describe('the steps of a review', () => {
  const step = async (milestone: string) =>
    (await show()).reviews[0]?.steps.find((each) => each.milestone === milestone)

  test('have no day until one is typed, or the establishment sets its own, with who said so', async () => {
    await save({ hearing: '2027-03-08', writer: 'Amy Thornber', countersigner: 'Ruth Adeyemi' })
    expect(await step('custody_report')).toMatchObject({ due: null, state: 'No day given' })
    await unit.call('parole.setOffsets', {
      offsets: [{ milestone: 'custody_report', days: -70 }],
      toldBy: 'Priya Holt',
      body: 'Regional office',
      document: null,
    })
    expect(await step('custody_report')).toMatchObject({ due: '2026-12-28', own: true })
    expect((await show()).offsetsProof).toBe('Priya Holt, Regional office, on local instruction')
    const reviewId = (await show()).reviews[0]?.id ?? ''
    await unit.call('parole.saveStep', {
      personId,
      reviewId,
      milestone: 'custody_report',
      due: '2026-12-01',
      doneOn: null,
    })
    expect(await step('custody_report')).toMatchObject({ due: '2026-12-01', own: false })
    expect((await list()).reports).toMatchObject([
      { prisonNumber: 'A0001AA', who: 'Amy Thornber writes, Ruth Adeyemi countersigns' },
    ])
  })

  test('are done on a day that has come', async () => {
    await save({ hearing: '2027-03-08' })
    const record = (doneOn: string) =>
      show().then(({ reviews }) =>
        unit.call('parole.saveStep', {
          personId,
          reviewId: reviews[0]?.id ?? '',
          milestone: 'dossier',
          due: null,
          doneOn,
        }),
      )
    await expect(record('2026-11-24')).rejects.toThrow(/today or in the past/)
    await expect(record('1990-01-01')).rejects.toMatchObject({
      fields: {
        doneOn: 'The day it was done, 1 January 1990, is before the sentence started, 14 March 2010',
      },
    })
    await record('2026-11-23')
    expect(await step('dossier')).toMatchObject({ doneOn: '2026-11-23', state: 'Done 23 November 2026' })
  })
})

describe('the timeline', () => {
  const titles = async () => (await shown()).timeline.map(({ title }) => title)
  const reviewId = async () => (await show()).reviews[0]?.id ?? ''
  const step = async (change: Partial<InputOf<'parole.saveStep'>>) =>
    unit.call('parole.saveStep', {
      personId,
      reviewId: await reviewId(),
      milestone: 'custody_report',
      due: null,
      doneOn: null,
      ...change,
    })

  test('says what each saving of a review changed', async () => {
    await save({ hearing: '2026-11-02' })
    await step({ due: '2026-11-20' })
    await step({ due: '2026-11-20', doneOn: '2026-11-20' })
    await step({ due: '2026-11-20' })
    const outcome = { status: 'completed', outcome: 'release', outcomeOn: '2026-11-09' } as const
    await save({ reviewId: await reviewId(), hearing: '2026-11-03', ...outcome })
    await save({ reviewId: await reviewId(), hearing: '2026-11-03', ...outcome, writer: 'Amy Thornber' })
    await save({ reviewId: await reviewId(), hearing: '2026-11-03', ...outcome, writer: 'Amy Thornber' })
    expect((await titles()).filter((title) => title.startsWith('Parole review'))).toEqual([
      'Parole review: saved again with nothing changed',
      'Parole review: Amy Thornber writes the custody report',
      'Parole review: Hearing 2 November 2026 became 3 November 2026; Outcome: Release directed, received 9 November 2026',
      'Parole review: Custody report no longer recorded as done',
      'Parole review: Custody report done 20 November 2026',
      'Parole review: Custody report due 20 November 2026',
      'Parole review: Post tariff, hearing 2 November 2026, open',
    ])
  })

  test('names the review a change was made to', async () => {
    await save({ hearing: '2027-03-08' })
    await save({ reviewId: await reviewId(), hearing: '2027-10-04' })
    const { timeline } = await shown()
    const moved = timeline.find(({ title }) => title.includes('became 4 October 2027'))
    expect(moved?.details).toEqual(['Post tariff, hearing 4 October 2027'])
  })
})

describe('the day an outcome was received', () => {
  const record = async (change: Partial<InputOf<'parole.saveStep'>>) =>
    unit.call('parole.saveStep', {
      personId,
      reviewId: (await show()).reviews[0]?.id ?? '',
      milestone: 'outcome',
      due: null,
      doneOn: null,
      ...change,
    })
  const complete = async (outcomeOn: string) =>
    save({
      reviewId: (await show()).reviews[0]?.id ?? null,
      hearing: '2026-11-02',
      status: 'completed',
      outcome: 'no_release',
      outcomeOn,
    })
  const stepDone = async () =>
    (await show()).reviews[0]?.steps.find(({ milestone }) => milestone === 'outcome')?.doneOn

  test('is the same at the step and at the review, whichever was recorded first', async () => {
    await complete('2026-11-09')
    await expect(record({ doneOn: '2026-11-10' })).rejects.toMatchObject({
      fields: {
        doneOn: expect.stringContaining('The review says the outcome was received on 9 November 2026'),
      },
    })
    await record({ doneOn: '2026-11-09' })
    expect(await stepDone()).toBe('2026-11-09')
  })

  test('is refused at the review where the step says another', async () => {
    await save({ hearing: '2026-11-02' })
    await record({ doneOn: '2026-11-10' })
    await expect(complete('2026-11-09')).rejects.toMatchObject({
      fields: { outcomeOn: expect.stringContaining('was received on 10 November 2026') },
    })
    await complete('2026-11-10')
  })

  test('takes the step with it when the review is put right', async () => {
    await complete('2026-11-09')
    await record({ doneOn: '2026-11-09' })
    await complete('2026-11-11')
    expect(await stepDone()).toBe('2026-11-11')
  })

  test('is not due before the sentence', async () => {
    await save()
    await expect(record({ due: '2001-06-01' })).rejects.toMatchObject({
      fields: { due: 'The day it is due, 1 June 2001, is before the sentence started, 14 March 2010' },
    })
  })
})

describe('what the lists say', () => {
  test('stands beside what is recorded here, and two open reviews are asked about', async () => {
    await unit.learn([
      person('A0001AA', {
        review_type: 'GPP',
        review_status: 'Active',
        thd: day('2027-10-04'),
        parole_outcome: null,
      }),
    ])
    expect((await show()).reviews).toMatchObject([
      { id: null, outcomeWords: 'No outcome recorded', isOpen: true },
    ])
    await save({ hearing: '2027-06-07' })
    const { concerns } = await shown()
    expect(concerns.map(({ code }) => code)).toContain('two_open_reviews')
    expect(concerns.find(({ code }) => code === 'two_open_reviews')?.says).toContain('4 October 2027')
  })

  test('the custody report a list wants is that of the review recorded here for the same hearing', async () => {
    await unit.learn([
      person('A0001AA', {
        review_type: 'GPP',
        review_status: 'Active',
        thd: day('2027-01-21'),
        custody_report_due: day('2026-11-26'),
      }),
    ])
    const reports = async () =>
      (await list()).reports.map(({ what, date, who }) => ({ what, date, who: who.split(',')[0] }))
    const wanted = { what: 'Custody report, by the list', date: '2026-11-26' }
    expect(await reports()).toEqual([{ ...wanted, who: 'Writer not named' }])
    await save({ hearing: '2027-01-21', writer: 'Amy Thornber' })
    expect(await reports()).toEqual([{ ...wanted, who: 'Amy Thornber writes' }])
    const [review, ...others] = (await show()).reviews
    expect(others).toEqual([])
    expect(review?.steps.find(({ milestone }) => milestone === 'custody_report')?.due).toBe('2026-11-26')
    await save({
      reviewId: review?.id ?? null,
      hearing: '2027-01-21',
      status: 'completed',
      outcome: 'release',
      outcomeOn: '2026-11-20',
    })
    expect(await reports()).toEqual([])
    const { dates } = await shown()
    expect(JSON.stringify(dates)).not.toContain('nobody has directed release')
  })

  test('a hearing six weeks past asks for its outcome', async () => {
    await save({ hearing: '2026-10-12' })
    expect((await list()).outcomes.filter(({ prisonNumber }) => prisonNumber === 'A0001AA')).toHaveLength(1)
  })
})
