import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../domain/contract/index.ts'
import { day, person, TODAY, unitStore } from './unit-store.ts'

// Booking the mandated meetings: in the way it goes, what is refused, what is asked a reason for, and what every list says.
const HANDOVER_30_NOV = day('2027-07-15')
let unit: Awaited<ReturnType<typeof unitStore>>
const opened: (typeof unit)[] = []
beforeEach(async () => {
  unit = await unitStore()
  opened.push(unit)
  await unit.learn([
    person('A0001AA', { crd: HANDOVER_30_NOV, keyworker: 'Officer Moss' }),
    person('A0002AA', { crd: HANDOVER_30_NOV }),
  ])
})
afterAll(() => Promise.all(opened.map((each) => each.close())))

type Booking = NonNullable<InputOf<'meetings.book'>['booking']>
const booking = (more: Partial<Booking> = {}): Booking => ({
  on: day('2026-11-26'),
  from: '14:00',
  to: '14:35',
  mode: 'video',
  place: 'Video link room 1',
  attendees: ['Amy Thornber (POM)'],
  ...more,
})
const file = (number = 'A0001AA') => unit.call('case.show', { personId: unit.id(number) })
const line = async (number = 'A0001AA') =>
  (await file(number)).tasks.find(({ task }) => task === 'mt-handover')
const book = async (
  what: Booking | null,
  { number = 'A0001AA', reason = '', seen }: { number?: string; reason?: string; seen?: number | null } = {},
) =>
  unit.call('meetings.book', {
    personId: unit.id(number),
    task: 'mt-handover',
    booking: what,
    reason,
    seen: seen === undefined ? ((await line(number))?.seq ?? null) : seen,
  })

describe('a booking', () => {
  it('goes by the window, days that would do, and who may take part', async () => {
    expect(
      await unit.call('meetings.show', { personId: unit.id('A0001AA'), task: 'mt-handover' }),
    ).toMatchObject({
      due: '2026-11-30',
      windowFrom: '2026-10-05',
      windowTo: '2026-11-30',
      suggestions: ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30'],
      people: ['Amy Thornber (POM)', 'SurnameA0001AA, Test', 'Officer Moss (key worker)'],
    })
  })

  it('is said by the case, the list and the calendar, and is neither held nor missed', async () => {
    await book(booking())
    expect(await line()).toMatchObject({
      state: 'not_yet_started',
      booking: { on: '2026-11-26', words: 'Thu 26 Nov 2026, 2pm to 2:35pm, video' },
      by: 'Ruth Adeyemi',
    })
    expect((await file()).dates[1]).toMatchObject({
      state: 'booked',
      tags: [{ text: 'Booked', tone: 'planned' }],
    })
    const { rows } = await unit.call('handovers.list', { tab: 'upcoming', scope: 'unit' })
    expect(rows.find(({ prisonNumber }) => prisonNumber === 'A0001AA')?.meeting).toEqual({
      state: 'booked',
      on: '2026-11-26',
    })
    const { events } = await unit.call('calendar.show', { from: TODAY, to: day('2026-12-31'), scope: 'unit' })
    expect(
      events.find(({ personId, kind }) => personId === unit.id('A0001AA') && kind === 'meeting'),
    ).toMatchObject({ date: '2026-11-26', state: 'booked', title: 'Handover meeting, 2pm' })
  })

  it('is moved and cancelled with a reason, and every one can still be read', async () => {
    await book(booking())
    await expect(book(booking({ on: day('2026-11-27') }))).rejects.toMatchObject({
      fields: { reason: 'Say why it is moved' },
    })
    await book(booking({ on: day('2026-11-27') }), { reason: 'The COM is in court' })
    await expect(book(null)).rejects.toMatchObject({ fields: { reason: 'Say why it is called off' } })
    await book(null, { reason: 'No link room is free' })
    expect(await line()).toMatchObject({ booking: null, state: 'not_yet_started' })
    const { taskRecords, timeline } = await file()
    expect(taskRecords['mt-handover']?.map(({ says }) => says.join(' | '))).toEqual([
      'taken back | No link room is free',
      'booked for Fri 27 Nov 2026, 2pm to 2:35pm, video | Video link room 1. Amy Thornber (POM) | The COM is in court',
      'booked for Thu 26 Nov 2026, 2pm to 2:35pm, video | Video link room 1. Amy Thornber (POM)',
    ])
    expect(timeline[0]?.title).toBe('Handover meeting: taken back')
  })

  it('gives way to the meeting itself once that is recorded, and is not made after it', async () => {
    await book(booking({ on: TODAY }))
    await unit.call('case.recordTask', {
      personId: unit.id('A0001AA'),
      task: 'mt-handover',
      doneOn: TODAY,
      note: 'By video',
    })
    expect(await line()).toMatchObject({ state: 'completed', booking: null })
    await expect(book(booking())).rejects.toThrow(/recorded already/)
  })

  it('counts no longer once its day has passed without the meeting', async () => {
    await book(booking())
    unit.setToday(day('2026-11-27'))
    expect((await file()).dates[1]?.state).toBe('to_book')
    unit.setToday(day('2026-12-01'))
    expect((await file()).dates[1]?.state).toBe('missed')
    expect(await line()).toMatchObject({ booking: { on: '2026-11-26' } })
  })

  it('stays when the dates move', async () => {
    await book(booking())
    await unit.learn([person('A0001AA', { crd: day('2027-09-15') })])
    expect(await line()).toMatchObject({ booking: { on: '2026-11-26' }, due: '2027-01-31' })
  })

  it('is not made over another somebody else made meanwhile', async () => {
    await book(booking(), { seen: null })
    await expect(book(booking({ on: day('2026-11-27') }), { seen: null, reason: 'x' })).rejects.toMatchObject(
      {
        code: 'conflict',
        message: expect.stringMatching(/^Ruth Adeyemi was here meanwhile: booked for Thu 26 Nov 2026/),
      },
    )
  })
})

describe('a meeting that fell through', () => {
  const notHeld = async (reason: 'com_absent' | 'not_needed') =>
    unit.call('case.recordTask', {
      personId: unit.id('A0001AA'),
      task: 'mt-handover',
      doneOn: null,
      notDone: { reason, on: TODAY },
      note: '',
      seen: (await line())?.seq ?? null,
    })

  it('is booked again while it may still be held, and the reason can still be read', async () => {
    await notHeld('com_absent')
    expect(await line()).toMatchObject({ state: 'not_done' })
    const { rows } = await unit.call('meetings.list', { scope: 'unit', state: 'to_book' })
    expect(
      rows.find(({ prisonNumber, task }) => prisonNumber === 'A0001AA' && task === 'mt-handover'),
    ).toMatchObject({
      state: 'not_held',
      on: '2026-11-30',
    })
    const { first, overdue } = await unit.call('today.show', { scope: 'unit' })
    expect([...first, ...overdue].find(({ prisonNumber }) => prisonNumber === 'A0001AA')?.why).toMatch(
      /^Handover meeting to book again/,
    )
    await book(booking())
    expect(await line()).toMatchObject({ booking: { on: '2026-11-26' }, notDone: null })
    expect((await file()).dates[1]?.state).toBe('booked')
    expect((await file()).taskRecords['mt-handover']?.[1]?.says[0]).toBe('not done, as of 23 November 2026')
  })

  it('is over where the reason ends it', async () => {
    await notHeld('not_needed')
    await expect(book(booking())).rejects.toThrow(/recorded already/)
  })
})

describe('while the POM is away', () => {
  it('whoever covers may hold it, without a reason', async () => {
    const add = async (name: string) =>
      (
        await unit.call('staff.save', {
          staffId: null,
          seq: null,
          name,
          kind: 'probation',
          status: 'active',
          halfDays: Array.from({ length: 10 }, () => true),
          email: '',
        })
      ).staffId
    const [amy, beth] = [await add('Amy Thornber'), await add('Beth Lindqvist')]
    const { rows } = await unit.call('staff.list', {})
    await unit.call('staff.saveAbsence', {
      staffId: amy,
      seq: rows.find(({ staffId }) => staffId === amy)?.seq ?? 0,
      place: null,
      absence: { from: TODAY, to: day('2026-12-04'), reason: 'Leave', coverId: beth },
    })
    const shown = await unit.call('meetings.show', { personId: unit.id('A0001AA'), task: 'mt-handover' })
    expect(shown.people).toContain('Beth Lindqvist (covering POM)')
    expect(shown.suggestions).not.toEqual([])
    await expect(book(booking())).rejects.toMatchObject({
      fields: { reason: expect.stringMatching(/Amy Thornber is away until 4 December 2026/) },
    })
    await book(booking({ attendees: ['Beth Lindqvist (covering POM)'] }))
    expect(await line()).toMatchObject({ booking: { on: '2026-11-26' } })
    // So booked nothing has come between it and its day.
    const { rows: booked } = await unit.call('meetings.list', { scope: 'unit', state: 'booked' })
    expect(booked[0]?.rearrange).toBeNull()
  })
})

it('another room or guest needs no reason', async () => {
  await book(booking())
  await book(booking({ place: 'Room 2', attendees: ['Amy Thornber (POM)', 'Jo Bloggs (mentor)'] }))
  expect((await line())?.booking).toMatchObject({ place: 'Room 2' })
})

describe('what cannot be is refused, and nothing is booked', () => {
  it.each<[string, Partial<Booking>, string]>([
    ['a day that has passed', { on: day('2026-11-22') }, 'on'],
    ['a day there is not', { on: '2026-11-31' as never }, 'on'],
    ['after release', { on: day('2027-07-16') }, 'on'],
    ['an end before the beginning', { to: '13:00' }, 'to'],
    ['nobody', { attendees: [] }, 'attendees'],
  ])('%s', async (_, more, field) => {
    await expect(book(booking(more), { reason: 'x' })).rejects.toMatchObject({
      fields: { [field]: expect.any(String) },
    })
    expect(await line()).toMatchObject({ booking: null, seq: null })
  })

  it('nor for a case without the meeting, or somebody who died', async () => {
    await unit.learn([person('A0002AA', { crd: HANDOVER_30_NOV, recall: true })])
    await expect(book(booking(), { number: 'A0002AA', seen: null })).rejects.toThrow(/does not ask for that/)
    await unit.call('movements.record', {
      entries: [{ personId: unit.id('A0001AA'), kind: 'died', on: '2026-11-22', where: '', note: '' }],
    })
    await expect(book(booking(), { seen: null })).rejects.toThrow(/having died/)
  })
})

describe('what is out of the way is allowed with a reason', () => {
  it.each<[string, Partial<Booking>, RegExp]>([
    ['a Saturday', { on: day('2026-11-28') }, /no working day/],
    ['after the window', { on: day('2026-12-01') }, /last day of the window/],
  ])('%s', async (_, more, words) => {
    await expect(book(booking(more))).rejects.toMatchObject({
      fields: { reason: expect.stringMatching(words) },
    })
    await book(booking(more), { reason: 'The only day the COM can come' })
    expect((await line())?.booking).toMatchObject(more)
  })

  it('another meeting of somebody else who is to attend, whoever the POM is', async () => {
    await unit.learn([person('A0003AA', { crd: HANDOVER_30_NOV, pom_name: 'Beth Lindqvist' })])
    const attendees = ['Hannah Priestley (COM)']
    await book(booking({ attendees }), { number: 'A0003AA' })
    await expect(book(booking({ attendees: ['Amy Thornber (POM)', ...attendees] }))).rejects.toMatchObject({
      fields: { reason: expect.stringMatching(/^Hannah Priestley \(COM\) has another meeting at that time/) },
    })
    await book(booking())
  })

  it('another meeting of the same POM at that time, not one of another POM', async () => {
    await book(booking(), { number: 'A0002AA' })
    await expect(book(booking({ from: '14:15', to: '14:45' }))).rejects.toMatchObject({
      fields: {
        reason: expect.stringMatching(/another meeting at that time: SurnameA0002AA, Test, 2pm to 2:35pm/),
      },
    })
    await book(booking({ from: '14:35', to: '15:00' }))
    expect((await line())?.booking).toMatchObject({ from: '14:35' })
  })
})
