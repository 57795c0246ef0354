import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { saveImport } from '../../db/repositories/imports.ts'
import { recordSightings } from '../../db/repositories/sightings.ts'
import type { InputOf } from '../../domain/contract/index.ts'
import type { MovementKind } from '../../domain/model/movement.ts'
import { day, person, TODAY, unitStore } from './unit-store.ts'

// What Today and the lists of meetings say when people move, POMs are away, hours pass and answers come.
const HANDOVER_30_NOV = day('2027-07-15')
const AMY = 'Amy Thornber'
let unit: Awaited<ReturnType<typeof unitStore>>
const opened: (typeof unit)[] = []
beforeEach(async () => {
  unit = await unitStore()
  opened.push(unit)
  await unit.learn([
    person('A0001AA', { crd: HANDOVER_30_NOV, com_name: 'Hannah Priestley' }),
    person('A0002AA', { crd: day('2027-07-22'), com_name: 'Hannah Priestley' }),
  ])
})
afterAll(() => Promise.all(opened.map((each) => each.close())))

const FULL = Array.from({ length: 10 }, () => true)
async function staff(halfDays: boolean[] = FULL): Promise<string> {
  const { staffId } = await unit.call('staff.save', {
    staffId: null,
    seq: null,
    name: AMY,
    kind: 'probation',
    status: 'active',
    halfDays,
    email: '',
  })
  return staffId
}
async function away(staffId: string, from: string, to: string) {
  const { row } = await unit.call('staff.show', { staffId })
  const absence = { from: day(from), to: day(to), reason: 'Leave', coverId: null }
  await unit.call('staff.saveAbsence', { staffId, seq: row.seq, place: null, absence })
}
const move = (kind: MovementKind, on: string, number = 'A0001AA') =>
  unit.call('movements.record', {
    entries: [{ personId: unit.id(number), kind, on, where: '', note: '' }],
  } as InputOf<'movements.record'>)
async function book(on: string, { from = '14:00', to = '14:35', reason = '', number = 'A0001AA' } = {}) {
  const { tasks } = await unit.call('case.show', { personId: unit.id(number) })
  await unit.call('meetings.book', {
    personId: unit.id(number),
    task: 'mt-handover',
    booking: { on: day(on), from, to, mode: 'video', place: '', attendees: [`${AMY} (POM)`] },
    reason,
    seen: tasks.find(({ task }) => task === 'mt-handover')?.seq ?? null,
  })
}
const list = (state: InputOf<'meetings.list'>['state']) =>
  unit.call('meetings.list', { scope: 'unit', state })
const today = () => unit.call('today.show', { scope: 'unit' })
const aboutFirst = async () => (await today()).first.find(({ prisonNumber }) => prisonNumber === 'A0001AA')

describe('a booking something has come between', () => {
  it('of a POM recorded away afterwards is a need, is tagged, and says what to do', async () => {
    const amy = await staff()
    await book('2026-11-30')
    expect((await list('booked')).rows[0]).toMatchObject({ rearrange: null })
    await away(amy, '2026-11-30', '2026-12-04')
    expect(await aboutFirst()).toMatchObject({
      kind: 'meeting',
      what: 'Handover meeting is booked for 30 November 2026, and Amy Thornber is away until 4 December 2026: move it or let the cover hold it.',
      meeting: { task: 'mt-handover', act: 'book' },
    })
    expect((await list('booked')).rows[0]).toMatchObject({
      tags: [{ text: 'To rearrange', tone: 'late' }],
      rearrange: expect.stringMatching(/^Amy Thornber is away/),
    })
    expect((await today()).coming[0]?.what).toMatch(/To rearrange: Amy Thornber is away/)
  })

  it('stays quiet once somebody gave a reason for it, until something else comes', async () => {
    const amy = await staff()
    await book('2026-11-30')
    await away(amy, '2026-11-30', '2026-12-04')
    await book('2026-11-30', { reason: 'Beth Lindqvist holds it' })
    expect((await list('booked')).rows[0]).toMatchObject({ rearrange: null })
    await move('hospital', '2026-11-23')
    expect((await list('booked')).rows[0]?.rearrange).toMatch(/^the person is away \(in hospital since/)
  })

  it('on a day the POM does not work, or off its window since the dates moved', async () => {
    await staff(FULL.map((_, at) => at > 1))
    await book('2026-11-30')
    expect((await list('booked')).rows[0]?.rearrange).toMatch(/^Amy Thornber does not work on Mondays/)
    await book('2026-11-27', { reason: 'Moved' })
    expect((await list('booked')).rows[0]).toMatchObject({ rearrange: null })
    await unit.learn([person('A0001AA', { crd: day('2027-10-15') })])
    expect((await list('booked')).rows[0]?.rearrange).toMatch(/^the window opens on /)
  })
})

describe('a booking nobody will come to', () => {
  it('of somebody who left or died is said for seven days, and of nobody else', async () => {
    await book('2026-11-30')
    await book('2026-12-03', { number: 'A0002AA' })
    expect((await today()).calledOff).toEqual([])
    await move('transfer_out', '2026-11-22')
    await move('died', '2026-11-23', 'A0002AA')
    unit.as(AMY)
    expect((await unit.call('today.show', { scope: 'mine' })).calledOff).toMatchObject([
      {
        prisonNumber: 'A0001AA',
        title: 'Handover meeting',
        words: 'Mon 30 Nov 2026, 2pm to 2:35pm, video',
        why: 'Transferred out, on 22 November 2026',
      },
      { prisonNumber: 'A0002AA', why: 'Died, on 23 November 2026' },
    ])
    unit.as('Beth Lindqvist')
    expect((await unit.call('today.show', { scope: 'mine' })).calledOff).toEqual([])
    unit.setToday(day('2026-11-30'))
    expect((await today()).calledOff).toHaveLength(2)
    unit.setToday(day('2026-12-01'))
    expect((await today()).calledOff).toEqual([])
  })

  it('of a meeting the case asks for no longer is said too', async () => {
    await book('2026-11-30')
    await unit.learn([person('A0001AA', { crd: HANDOVER_30_NOV, recall: true })])
    expect((await today()).calledOff).toMatchObject([
      { why: 'The case asks for no handover meeting any more' },
    ])
  })
})

describe('the case of somebody who is gone', () => {
  it.each([
    ['died', 'Not needed: died 23 November 2026'],
    ['transfer_out', 'Not needed here: transferred out 23 November 2026'],
    ['release', 'Not needed: released 23 November 2026'],
  ] as const)('says that nothing is to do where they %s', async (kind, words) => {
    await move(kind, '2026-11-23')
    const { dates, tasks, work } = await unit.call('case.show', { personId: unit.id('A0001AA') })
    const texts = (some: readonly { tags: readonly { text: string }[] }[]) =>
      some.flatMap(({ tags }) => tags.map(({ text }) => text))
    expect(new Set(texts(dates))).toEqual(new Set([words]))
    expect(dates.every(({ relative }) => relative === '')).toBe(true)
    expect(tasks.every(({ state }) => state === 'not_needed')).toBe(true)
    expect(work.groups.map(({ group }) => group)).toEqual(['not_needed'])
    expect(new Set(texts(work.groups.flatMap(({ rows }) => rows)))).toEqual(new Set([words]))
  })
})

describe('lists of meetings', () => {
  it('count one as to record once its time has passed today', async () => {
    unit.setToday(day('2026-11-22'))
    await book(TODAY, { from: '08:00', to: '08:30' })
    await book(TODAY, { from: '10:00', to: '10:30', number: 'A0002AA', reason: 'x' })
    unit.setToday(TODAY)
    expect((await list('to_record')).rows).toMatchObject([
      { prisonNumber: 'A0001AA', tags: [{ text: 'To record' }] },
    ])
    expect((await list('booked')).rows).toMatchObject([{ prisonNumber: 'A0002AA' }])
  })

  it('put a meeting without a day by its release, and by its window once release is near', async () => {
    const fresh = await unitStore()
    opened.push(fresh)
    const crd = (release: string) => ({ crd: day(release), sentence_start_date: day('2024-03-14') })
    await fresh.learn([
      person('A0001AA', { ...crd('2027-07-15'), last_name: 'Zane' }),
      person('A0002AA', { ...crd('2027-07-10'), last_name: 'Young' }),
      person('A0003AA', { ...crd('2026-12-20'), last_name: 'Xavier' }),
    ])
    const { rows } = await fresh.call('meetings.list', { scope: 'unit', state: 'to_book' })
    const second = rows.filter(({ task }) => task === 'mt-prerelease-2')
    expect(second.map(({ prisonNumber, release }) => [prisonNumber, release])).toEqual([
      ['A0003AA', '2026-12-20'],
      ['A0002AA', '2027-07-10'],
      ['A0001AA', '2027-07-15'],
    ])
    expect(rows.at(-1)?.prisonNumber).toBe('A0001AA')
    expect(rows.findIndex((row) => row === second[0])).toBeLessThan(
      rows.findIndex(({ prisonNumber, task }) => prisonNumber === 'A0002AA' && task === 'mt-prerelease-2'),
    )
  })
})

describe('next steps', () => {
  const held = () =>
    unit.call('meetings.record', {
      personId: unit.id('A0001AA'),
      task: 'mt-handover',
      on: TODAY,
      from: '',
      to: '',
      mode: 'video',
      attended: [`${AMY} (POM)`, 'Hannah Priestley (COM)'],
      absent: [],
      covered: ['risk'],
      outcome: 'Held.',
      nextSteps: [
        { what: 'Send reports', owner: `${AMY} (POM)`, by: day('2026-11-26') },
        { what: 'Check the address', owner: 'Hannah Priestley (COM)', by: day('2026-11-24') },
      ],
      why: '',
      entered: { dps: false, ndelius: false },
      seen: null,
    })

  it('of the POM stand in the week on their day, before they are late', async () => {
    await held()
    expect((await today()).week.filter(({ kind }) => kind === 'step')).toMatchObject([
      { due: '2026-11-26', what: 'Send reports, agreed at the handover meeting.' },
    ])
  })

  it('are listed over the caseload until they are done, by day, with who and since when late', async () => {
    await held()
    expect((await list('held')).steps).toBe(2)
    unit.setToday(day('2026-11-25'))
    const steps = () => unit.call('meetings.steps', { scope: 'unit' })
    expect((await steps()).rows).toMatchObject([
      { what: 'Check the address', owner: 'Hannah Priestley (COM)', overdue: true, relative: '1 day ago' },
      { what: 'Send reports', overdue: false, source: 'mt-handover', title: 'Handover meeting' },
    ])
    const [{ source, what } = { source: '', what: '' }] = (await steps()).rows
    await unit.call('contacts.stepDone', {
      personId: unit.id('A0001AA'),
      source,
      what,
      doneOn: day('2026-11-25'),
      note: '',
    })
    expect((await steps()).rows).toHaveLength(1)
  })
})

describe('a chase that was answered', () => {
  it('is said to be under the person while what it asked for is owed', async () => {
    await unit.learn([
      person('A0003AA', { crd: day('2027-07-02'), ldu_name: 'Leeds', ldu_email: 'ldu@leeds.example.gov.uk' }),
    ])
    const shown = () => unit.call('chases.show', { scope: 'unit', names: 'initials' })
    const [draft] = (await shown()).drafts
    const due = (draft?.due ?? []).filter(({ about }) => about === 'com')
    await unit.call('chases.sent', {
      key: draft?.key ?? '',
      sentOn: day('2026-11-20'),
      asks: due.map(({ personId, about, due: by, rung, seen }) => ({
        personId,
        about,
        due: by ?? TODAY,
        rung: rung ?? 0,
        seen,
      })),
    })
    const asked = (await shown()).asked.flatMap(({ rows }) => rows).find(({ about }) => about === 'com')
    await unit.call('chases.answered', {
      answeredOn: TODAY,
      answer: 'Next week.',
      asks: [
        { personId: unit.id('A0003AA'), subject: asked?.last?.subject ?? '', seen: asked?.last?.seen ?? '' },
      ],
    })
    const { first, waiting } = await today()
    const wanted = { asked: '2026-11-20', answered: '2026-11-23' }
    expect(first.find(({ prisonNumber }) => prisonNumber === 'A0003AA')?.owes).toMatchObject(wanted)
    expect(waiting.find(({ prisonNumber }) => prisonNumber === 'A0003AA')).toMatchObject(wanted)
  })
})

describe('what a case administrator begins with', () => {
  it('lists a region whose own list is old, as the banner over the page does', async () => {
    const numbers = ['A0011AA', 'A0012AA', 'A0013AA', 'A0014AA', 'A0015AA', 'A0016AA']
    await unit.learn(
      numbers.map((number, at) => person(number, { probation_region: at < 3 ? 'North East' : 'Wales' })),
    )
    const { store, session } = unit
    const held = (asAt: string, some: string[]) =>
      store.write((db) => {
        const about = { source: 'delius_caseload', asAt: day(asAt) }
        const file = { at: '2026-11-23T09:00:00.000Z', file: 'list.csv', sha256: 'a'.repeat(64) }
        const counts = { rows: 1, created: 0, updated: 0, unchanged: 1, absent: 0, refused: 0 }
        const importId = saveImport(db, { userId: session.user.id }, { ...file, ...counts, ...about })
        recordSightings(db, { importId, ...about }, some.map(unit.id))
      })
    await held('2026-11-09', numbers.slice(0, 3))
    await held('2026-11-20', numbers.slice(3))
    const { imports } = await unit.call('today.administration', {})
    const region = imports.findIndex(({ source }) => source === 'Delius, North East')
    expect(imports[region]).toMatchObject({ newest: '2026-11-09', days: 14, state: 'stale' })
    expect(imports[region - 1]?.source).toBe('Delius')
  })
})

describe('the order of worry', () => {
  it('is headed by a release before handover within 18 months; a farther one keeps its tag', async () => {
    await unit.learn([
      person('A0003AA', { crd: day('2032-03-01'), hdced: day('2029-03-01') }),
      person('A0004AA', { crd: day('2027-07-02'), rosh: 'low' }),
      person('A0005AA', { crd: day('2028-11-15'), hdced: day('2028-03-01'), rosh: 'low' }),
    ])
    const { first, overdue } = await today()
    const numbers = first.map(({ prisonNumber }) => prisonNumber)
    expect(numbers).toContain('A0005AA')
    expect(numbers[0]).toBe('A0005AA')
    expect(numbers).toContain('A0004AA')
    expect([...numbers, ...overdue.map(({ prisonNumber }) => prisonNumber)]).not.toContain('A0003AA')
    const { tags } = (await unit.call('caseload.list', { scope: 'unit', find: '', page: 1 })).rows.find(
      ({ prisonNumber }) => prisonNumber === 'A0003AA',
    ) ?? { tags: [] }
    expect(tags.map(({ text }) => text).join()).toContain('Release first, 1 Mar 2029')
  })

  it('counts what is overdue among the first three', async () => {
    await unit.learn([person('A0003AA', { crd: day('2027-07-02') })])
    const shown = await today()
    expect(shown.first[0]).toMatchObject({ kind: 'com_overdue' })
    expect(shown.overdueAbove).toBe(1)
  })
})
