import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { day, person, TODAY, unitStore } from './unit-store.ts'

// The handover checklist: done with its day and document, or not done with the reason; never wiped without trace.
const HANDOVER_22_NOV = day('2027-07-07')
let unit: Awaited<ReturnType<typeof unitStore>>
const opened: (typeof unit)[] = []
beforeEach(async () => {
  unit = await unitStore()
  opened.push(unit)
  await unit.learn([person('A0001AA', { crd: HANDOVER_22_NOV }), person('A0002AA', { crd: HANDOVER_22_NOV })])
})
afterAll(() => Promise.all(opened.map((each) => each.close())))

const show = (number = 'A0001AA') => unit.call('case.show', { personId: unit.id(number) })
const record = (task: 'mt-handover' | 'com_contact' | 'review_oasys', more: object) =>
  unit.call('case.recordTask', { personId: unit.id('A0001AA'), task, doneOn: null, note: '', ...more })
const lineOf = async (task: string) => (await show()).tasks.find((known) => known.task === task)

describe('not done, with the reason', () => {
  it('is a state of its own everywhere: not done, not overdue, not held', async () => {
    const before = await unit.call('handovers.list', { tab: 'tasks_overdue', scope: 'unit' })
    expect(before.rows.map(({ prisonNumber }) => prisonNumber)).toContain('A0001AA')
    for (const task of ['review_oasys', 'com_contact', 'mt-handover'] as const)
      await record(task, { notDone: { reason: 'com_absent', on: TODAY }, reference: 'NDelius contact 4' })
    expect(await lineOf('mt-handover')).toMatchObject({
      state: 'not_done',
      doneOn: null,
      notDone: { reason: 'com_absent', words: 'The COM did not take part', on: TODAY },
      reference: 'NDelius contact 4',
      by: 'Ruth Adeyemi',
    })
    const file = await show()
    expect(file.dates[1]).toMatchObject({ state: 'not_held', tags: [{ text: 'Not held', tone: 'close' }] })
    expect(file.work.groups.find(({ group }) => group === 'not_done')?.rows.map(({ task }) => task)).toEqual(
      expect.arrayContaining(['mt-handover', 'com_contact', 'review_oasys']),
    )
    const after = await unit.call('handovers.list', { tab: 'tasks_overdue', scope: 'unit' })
    expect(after.rows.map(({ prisonNumber }) => prisonNumber)).toEqual(['A0002AA'])
    const progress = await unit.call('handovers.list', { tab: 'in_progress', scope: 'unit' })
    expect(progress.rows.find(({ prisonNumber }) => prisonNumber === 'A0001AA')?.meeting).toEqual({
      state: 'not_held',
      on: TODAY,
    })
    const { events } = await unit.call('calendar.show', {
      from: day('2026-11-01'),
      to: day('2026-12-31'),
      scope: 'unit',
    })
    expect(
      events.find(({ personId, kind }) => personId === unit.id('A0001AA') && kind === 'meeting'),
    ).toMatchObject({ state: 'not_held', title: 'Handover meeting not held' })
    const pack = await unit.call('pack.show', { personId: unit.id('A0001AA') })
    expect(JSON.stringify(pack)).toContain('Handover meeting not done. The COM did not take part')
  })

  it.each([
    ['a reason in other words without them', { notDone: { reason: 'other', on: TODAY } }, 'note'],
    ['a day to come', { notDone: { reason: 'moved', on: day('2026-11-24') } }, 'doneOn'],
    ['a day before the sentence', { notDone: { reason: 'moved', on: day('2024-03-13') } }, 'doneOn'],
  ])('refuses %s', async (_, more, field) => {
    await expect(record('com_contact', more)).rejects.toMatchObject({
      code: 'bad_input',
      fields: { [field]: expect.any(String) },
    })
    expect(await lineOf('com_contact')).toMatchObject({ state: 'overdue' })
  })

  it('refuses both done and not done', async () => {
    await expect(
      record('com_contact', { doneOn: TODAY, notDone: { reason: 'moved', on: TODAY } }),
    ).rejects.toMatchObject({ code: 'bad_input' })
  })
})

describe('a record', () => {
  it('is put right where it stands, and every record of it can be read', async () => {
    await record('com_contact', { doneOn: day('2026-11-19'), note: 'Telephone' })
    const seen = (await lineOf('com_contact'))?.seq ?? null
    await record('com_contact', {
      doneOn: day('2026-11-20'),
      note: 'Telephone',
      reference: 'Contact 7',
      seen,
    })
    expect(await lineOf('com_contact')).toMatchObject({ doneOn: '2026-11-20', reference: 'Contact 7' })
    await record('com_contact', {})
    const { taskRecords, timeline } = await show()
    expect(taskRecords['com_contact']?.map(({ says }) => says)).toEqual([
      ['record taken back'],
      ['done on 20 November 2026', 'Telephone', 'Document: Contact 7'],
      ['done on 19 November 2026', 'Telephone'],
    ])
    expect(timeline.map(({ title }) => title)).toContain('Contact with the COM: record taken back')
  })

  it('is not overwritten by somebody who saw another', async () => {
    await record('com_contact', { doneOn: day('2026-11-19'), seen: null })
    await expect(record('com_contact', { doneOn: day('2026-11-20'), seen: null })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/Ruth Adeyemi recorded this meanwhile: done on 19 November 2026\./),
    })
    expect(await lineOf('com_contact')).toMatchObject({ doneOn: '2026-11-19' })
  })

  it('stays when the case asks for it no longer, and may still be put right', async () => {
    await record('mt-handover', { doneOn: day('2026-11-19'), note: 'By video' })
    await record('review_oasys', { notDone: { reason: 'no_com', on: TODAY } })
    await unit.learn([person('A0001AA', { crd: HANDOVER_22_NOV, recall: true })])
    const file = await show()
    expect(file.checklist).toBeNull()
    expect(file.tasks).toMatchObject([
      { task: 'review_oasys', state: 'not_done', asked: false, due: null },
      { task: 'mt-handover', state: 'completed', asked: false, doneOn: '2026-11-19', note: 'By video' },
    ])
    await record('review_oasys', { doneOn: day('2026-11-20') })
    expect(await lineOf('review_oasys')).toMatchObject({ state: 'completed' })
  })

  it('stays when the handover becomes a standard one, which asks for other work', async () => {
    await record('review_oasys', { doneOn: day('2026-11-19') })
    expect((await show()).checklist).toBe('enhanced')
    await unit.learn([
      person('A0001AA', { crd: HANDOVER_22_NOV, resourcing: 'standard', probation_region: 'North East' }),
    ])
    const file = await show()
    expect(file.checklist).toBe('standard')
    expect(file.tasks.map(({ task, asked, state }) => [task, asked, state])).toEqual(
      expect.arrayContaining([
        ['review_oasys', false, 'completed'],
        ['handover_report', true, expect.any(String)],
      ]),
    )
  })
})
