import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { checkStore } from '../../db/integrity.ts'
import type { InputOf } from '../../domain/contract/index.ts'
import { day, person, unitStore } from './unit-store.ts'

let unit: Awaited<ReturnType<typeof unitStore>>
const opened: (typeof unit)[] = []
beforeEach(async () => {
  unit = await unitStore()
  opened.push(unit)
  await unit.learn([person('A0001AA', { crd: day('2027-07-15'), category: 'B' })], {
    asAt: day('2026-10-01'),
  })
})
afterAll(() => Promise.all(opened.map((each) => each.close())))

const id = () => unit.id('A0001AA')
const show = () => unit.call('records.show', { personId: id() })
const save = (more: Partial<InputOf<'records.saveSentence'>> = {}) =>
  unit.call('records.saveSentence', {
    personId: id(),
    subject: null,
    seen: null,
    offence: 'Burglary',
    startedOn: day('2025-03-14'),
    indeterminate: false,
    terms: [{ kind: 'custodial', years: 4, months: 6, weeks: 0, days: 0 }],
    consecutiveTo: null,
    court: 'Leeds Crown Court',
    status: 'active',
    note: '',
    ...more,
  })
const saveRecall = (more: Partial<InputOf<'records.saveRecall'>> = {}) =>
  unit.call('records.saveRecall', {
    personId: id(),
    subject: null,
    seen: null,
    type: 'fixed_28',
    recalledOn: day('2026-10-01'),
    returnedOn: day('2026-10-02'),
    releasedAgainOn: null,
    reason: 'Missed appointments',
    ...more,
  })
const titles = async () =>
  (await unit.call('case.show', { personId: id() })).timeline.map(({ title }) => title)

describe('a sentence', () => {
  it('is recorded, changed and taken back, each with its trace, and moves no date', async () => {
    const before = (await unit.call('case.show', { personId: id() })).handover
    await save()
    const [first] = (await show()).sentences
    expect(first).toMatchObject({
      words: 'Custodial term 4 years 6 months',
      court: 'Leeds Crown Court',
      by: 'Ruth Adeyemi',
    })
    const { subject = '', recordId = '' } = first ?? {}
    await save({ subject, seen: recordId, status: 'served' })
    const [changed] = (await show()).sentences
    expect(changed).toMatchObject({ status: 'served', subject })
    await unit.call('records.takeBack', {
      personId: id(),
      kind: 'sentence',
      subject,
      seen: changed?.recordId ?? '',
    })
    expect((await show()).sentences).toEqual([])
    expect(await titles()).toEqual(
      expect.arrayContaining([
        'A sentence record was taken back',
        'Sentence changed: Custodial term 4 years 6 months, from 14 March 2025',
        'Sentence recorded: Custodial term 4 years 6 months, from 14 March 2025',
      ]),
    )
    expect((await unit.call('case.show', { personId: id() })).handover).toBe(before)
    expect(checkStore(unit.store.read).filter(({ ok }) => !ok)).toEqual([])
  })

  it('is not overwritten by somebody who saw another, and they are told whose it is', async () => {
    await save()
    const { subject = '', recordId = '' } = (await show()).sentences[0] ?? {}
    await save({ subject, seen: recordId, note: 'Theirs' })
    await expect(save({ subject, seen: recordId, note: 'Mine' })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^Ruth Adeyemi changed this on 23 November 2026/),
    })
    expect((await show()).sentences[0]).toMatchObject({ note: 'Theirs' })
  })

  it('stays where another begins after it', async () => {
    await save()
    const { subject = '', recordId = '' } = (await show()).sentences[0] ?? {}
    await save({ consecutiveTo: subject, startedOn: day('2025-04-01') })
    await expect(
      unit.call('records.takeBack', { personId: id(), kind: 'sentence', subject, seen: recordId }),
    ).rejects.toThrow(/begins after this one/)
    expect((await show()).sentences).toHaveLength(2)
  })

  it.each<[string, Partial<InputOf<'records.saveSentence'>>, string]>([
    ['a day that does not exist', { startedOn: '2026-02-30' as never }, 'startedOn'],
    ['a term of nothing', { terms: [] }, 'custodial'],
    ['a sentence to begin after that is not there', { consecutiveTo: 'nothing' }, 'consecutiveTo'],
  ])('refuses %s', async (_, more, field) => {
    await expect(save(more)).rejects.toMatchObject({ fields: { [field]: expect.any(String) } })
    expect((await show()).sentences).toEqual([])
  })
})

describe('a recall', () => {
  it('is recorded and says so, and the plan rests on the fact alone', async () => {
    const before = await unit.call('case.show', { personId: id() })
    await saveRecall()
    expect((await show()).recalls).toMatchObject([{ words: 'Fixed term, 28 days', returnedOn: '2026-10-02' }])
    expect(await titles()).toContain('Recall recorded: fixed term, 28 days, on 1 October 2026')
    const after = await unit.call('case.show', { personId: id() })
    expect([after.handover, after.reason]).toEqual([before.handover, before.reason])
  })

  it('refuses days out of their order, and nothing is recorded', async () => {
    await expect(saveRecall({ returnedOn: day('2026-09-30') })).rejects.toMatchObject({
      fields: { returnedOn: expect.any(String) },
    })
    expect((await show()).recalls).toEqual([])
  })
})

it('shows each category from the day it was first said, and the movements confirmed here', async () => {
  await unit.learn([person('A0001AA', { crd: day('2027-07-15'), category: 'C' })], {
    asAt: day('2026-11-20'),
  })
  await unit.call('movements.record', {
    entries: [{ personId: id(), kind: 'transfer_in', on: '2026-09-30', where: 'HMP Hull', note: '' }],
  })
  const { categories, movements } = await show()
  expect(categories.map(({ from, now }) => [from, now])).toEqual([
    ['2026-11-20', true],
    ['2026-10-01', false],
  ])
  expect(movements).toMatchObject([{ words: 'Transferred in, HMP Hull', on: '2026-09-30' }])
})

it('records nothing of somebody who died', async () => {
  await unit.call('movements.record', {
    entries: [{ personId: id(), kind: 'died', on: '2026-11-20', where: '', note: '' }],
  })
  await expect(save()).rejects.toThrow(/having died/)
  await expect(saveRecall()).rejects.toThrow(/having died/)
})
