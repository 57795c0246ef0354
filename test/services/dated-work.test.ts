import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WorkGroup } from '../../domain/contract/dated-work.ts'
import { AUTOMATIC_NAMES } from '../../domain/early-allocation/assessment.ts'
import { day, person, TODAY, unitStore, type UnitStore } from './unit-store.ts'

/** No to every question but those named. */
const answers = <Q extends string>(names: readonly Q[], ...yes: Q[]) =>
  Object.fromEntries(names.map((name) => [name, yes.includes(name)])) as Record<Q, boolean>

let unit: UnitStore
beforeAll(async () => {
  unit = await unitStore()
  await unit.learn([
    // Handover 30 November 2026.
    person('A0001AA', {
      crd: day('2027-07-15'),
      reception_date: day('2024-03-14'),
      arrival_date: day('2024-03-14'),
    }),
    // Came here after the days of reception, the handover and its tasks.
    person('A0002AA', {
      crd: day('2027-07-06'),
      reception_date: day('2024-03-14'),
      arrival_date: day('2026-11-22'),
    }),
    person('A0003AA', { crd: day('2027-07-15'), recall: true }),
    person('A0004AA', { crd: day('2029-07-15'), ped: day('2027-07-15'), reception_date: day('2024-03-14') }),
    person('A0005AA', { crd: day('2029-07-15'), ped: day('2026-10-01'), reception_date: day('2024-03-14') }),
    person('A0006AA', {
      legal_status: 'remand',
      reception_date: day('2026-11-20'),
      sentence_start_date: null,
    }),
    person('A0007AA', { crd: day('2029-07-15') }),
    person('A0008AA', { probation_region: 'North East', resourcing: 'standard', crd: day('2027-07-15') }),
  ])
})
afterAll(() => unit.close())

const show = (number: string) => unit.call('case.show', { personId: unit.id(number) })
async function rows(number: string, group: WorkGroup) {
  const { work } = await show(number)
  return work.groups.find((one) => one.group === group)?.rows ?? []
}
const titles = async (number: string, group: WorkGroup) => (await rows(number, group)).map(({ task }) => task)

describe('the dated work of a case', () => {
  it('is all there, each once, under the names it is recorded under', async () => {
    const { work } = await show('A0001AA')
    const tasks = work.groups.flatMap((group) => group.rows.map(({ task }) => task))
    expect(new Set(tasks).size).toBe(tasks.length)
    for (const task of ['com_contact', 'review_oasys', 'mt-handover', 'as-bcst1', 'li-hard-stop'])
      expect(tasks).toContain(task)
    expect(tasks).not.toContain('mt-com-contact')
  })

  it('can be overdue only where the day is one to have it done by, or the last', async () => {
    expect(await titles('A0001AA', 'overdue')).toEqual(['as-bcst1', 'as-bcst2'])
    const open = await rows('A0001AA', 'opens')
    expect(open.map(({ task }) => task)).toContain('ea-referral-window')
    for (const { tags } of open) expect(tags).toEqual([])
  })

  it('holds a meeting inside its window, and what is near, as due', async () => {
    const due = await rows('A0001AA', 'due')
    expect(due.find(({ task }) => task === 'mt-handover')).toMatchObject({
      sense: 'Due by',
      due: '2026-11-30',
      relative: 'in 7 days',
      windowFrom: '2026-10-05',
      windowTo: '2026-11-30',
      countedFrom: 'From handover, 30 November 2026; the sum is under Dates and reasons',
    })
  })

  it('calls late on arrival nothing but due on arrival', async () => {
    expect(await rows('A0002AA', 'overdue')).toEqual([])
    const arrived = await rows('A0002AA', 'on_arrival')
    expect(arrived.map(({ task }) => task)).toEqual(
      expect.arrayContaining(['as-bcst1', 'mt-handover', 'com_contact']),
    )
    expect(arrived[0]?.tags).toEqual([{ text: 'Due on arrival', tone: 'close' }])
  })

  it('counts a recall from its own release, and names what is missing', async () => {
    const { work } = await show('A0003AA')
    expect(work.undated.find(({ id }) => id === 'li-hard-stop')?.why).toMatch(/post-recall release date/)
    expect(work.undated.find(({ id }) => id === 'as-bcst1')?.why).toBe('The reception date is not known.')
  })

  it('shows both tracks of a case that may be paroled', async () => {
    const planning = await rows('A0004AA', 'planning')
    const stop = planning.find(({ key }) => key === 'li-hard-stop-parole')
    expect(stop).toMatchObject({ task: null, due: '2027-07-13' })
    expect(stop?.tags.map(({ text }) => text)).toEqual(['If released at parole'])
    const automatic = (await rows('A0004AA', 'coming')).find(({ task }) => task === 'li-hard-stop')
    expect(automatic?.tags.map(({ text }) => text)).toEqual(['Automatic release'])
    const days = planning.map(({ due }) => due ?? '9999')
    expect(days).toEqual([...days].sort())
  })

  it('never calls a planning date late, and says an outcome is awaited', async () => {
    const planning = await rows('A0005AA', 'planning')
    expect(planning.length).toBeGreaterThan(3)
    for (const { tags } of planning) {
      expect(tags.map(({ text }) => text)).toContain('Awaiting outcome')
      expect(tags.map(({ text }) => text)).not.toContain('Overdue')
    }
  })

  it('asks on remand for the work of reception alone', async () => {
    const { work, holidaysNote } = await show('A0006AA')
    const tasks = work.groups.flatMap((group) => group.rows.map(({ task }) => task))
    expect(tasks.sort()).toEqual(['as-bcst1', 'as-immediate-needs', 'rf-tenancy', 'ss-services'])
    expect(holidaysNote).toBeNull()
  })

  it('asks for an early allocation assessment again that was saved before it could be sent', async () => {
    const personId = unit.id('A0007AA')
    const asked = async () => (await rows('A0007AA', 'coming')).find(({ task }) => task === 'ea-redo')
    expect(await asked()).toBeUndefined()
    await unit.call('assessment.save', {
      personId,
      oasysDate: '2026-11-02',
      automatic: answers(AUTOMATIC_NAMES, 'cppc'),
      discretionary: null,
      releaseWithin24Months: null,
      otherReason: '',
    })
    expect(await asked()).toMatchObject({ sense: 'Opens', due: '2028-01-15' })
  })

  it('says where bank holidays are not known', async () => {
    expect((await show('A0007AA')).workHolidaysNote).toMatch(/from 2021 to 2028/)
    expect((await show('A0001AA')).workHolidaysNote).toBeNull()
  })

  it('says why a standard handover has no meeting', async () => {
    const { work } = await show('A0008AA')
    expect(work.off.find(({ id }) => id === 'mt-handover')?.why).toMatch(/contact and a report/)
  })

  it('keeps the lists of the unit to handovers and their meetings', async () => {
    const { rows: overdue } = await unit.call('handovers.list', { tab: 'tasks_overdue', scope: 'unit' })
    expect(overdue.map(({ prisonNumber }) => prisonNumber)).not.toContain('A0001AA')
  })
})

describe('recording dated work', () => {
  it('moves it to done, and taken back it is open again', async () => {
    const personId = unit.id('A0001AA')
    await unit.call('case.recordTask', {
      personId,
      task: 'as-bcst1',
      doneOn: TODAY,
      note: 'Seen in reception.',
    })
    expect(await titles('A0001AA', 'overdue')).toEqual(['as-bcst2'])
    expect(await rows('A0001AA', 'done')).toMatchObject([
      { task: 'as-bcst1', doneOn: TODAY, by: 'Ruth Adeyemi', note: 'Seen in reception.' },
    ])
    expect((await show('A0001AA')).timeline[0]?.title).toBe(
      'Basic custody screening, part 1: done on 23 November 2026',
    )
    await unit.call('case.recordTask', { personId, task: 'as-bcst1', doneOn: null, note: '' })
    expect(await titles('A0001AA', 'overdue')).toContain('as-bcst1')
  })

  it('refuses work this case does not ask for, and what nothing is called', async () => {
    const personId = unit.id('A0001AA')
    await expect(
      unit.call('case.recordTask', { personId, task: 'ss-team', doneOn: TODAY, note: '' }),
    ).rejects.toMatchObject({ code: 'bad_input', message: 'This case does not ask for that work.' })
    await expect(
      unit.call('case.recordTask', { personId, task: 'hd-open', doneOn: TODAY, note: '' }),
    ).rejects.toThrow()
  })

  it('drops the reminders of handover tasks once those are done', async () => {
    expect(await titles('A0001AA', 'opens')).toContain('ho-due-soon')
    for (const task of ['com_contact', 'review_oasys', 'mt-handover'])
      await unit.record('A0001AA', task, TODAY)
    expect(await titles('A0001AA', 'opens')).not.toContain('ho-due-soon')
    expect(await titles('A0001AA', 'due')).not.toContain('ho-tasks-overdue')
  })

  it('keeps what was done when the case asks for it no longer', async () => {
    await unit.record('A0003AA', 'mt-handover', day('2026-11-02'))
    expect(await rows('A0003AA', 'done')).toMatchObject([
      { task: 'mt-handover', countedFrom: 'No longer asked for', doneOn: '2026-11-02' },
    ])
  })
})
