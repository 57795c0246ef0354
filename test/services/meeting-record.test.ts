import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../domain/contract/index.ts'
import { day, person, TODAY, unitStore } from './unit-store.ts'

// Recording what happened at a meeting: what it ticks, what is asked a reason for, next steps, contacts and case notes.
const HANDOVER_30_NOV = day('2027-07-15')
const COM = 'Hannah Priestley (COM)'
let unit: Awaited<ReturnType<typeof unitStore>>
const opened: (typeof unit)[] = []
beforeEach(async () => {
  unit = await unitStore()
  opened.push(unit)
  await unit.learn([person('A0001AA', { crd: HANDOVER_30_NOV, com_name: 'Hannah Priestley' })])
})
afterAll(() => Promise.all(opened.map((each) => each.close())))

type Record = InputOf<'meetings.record'>
const file = () => unit.call('case.show', { personId: unit.id('A0001AA') })
const line = async (task = 'mt-handover') => (await file()).tasks.find((known) => known.task === task)
const log = () => unit.call('meetings.log', { personId: unit.id('A0001AA') })
const record = async (more: Partial<Record> = {}) =>
  unit.call('meetings.record', {
    personId: unit.id('A0001AA'),
    task: 'mt-handover',
    on: TODAY,
    from: '08:00',
    to: '08:30',
    mode: 'video',
    attended: ['Amy Thornber (POM)', COM],
    absent: ['Officer Moss (key worker)'],
    covered: ['risk'],
    outcome: 'Responsibility passes today.',
    nextSteps: [{ what: 'Check the address', owner: COM, by: day('2026-12-04') }],
    why: '',
    entered: { dps: false, ndelius: false },
    seen: (await line(more.task))?.seq ?? null,
    ...more,
  })

describe('a meeting recorded as held', () => {
  it('says what it will tick, leave and open before it does', async () => {
    const shown = await unit.call('meetings.show', { personId: unit.id('A0001AA'), task: 'mt-handover' })
    expect(shown).toMatchObject({
      com: COM,
      lastContact: null,
      saving: {
        ticks: ['Handover meeting', 'Contact with the COM'],
        leaves: ['Review the last OASys assessment'],
        opens: ['Second pre-release meeting: any day from 30 November 2026 to 15 June 2027'],
      },
    })
  })

  it('ticks itself and the contact with the COM, and says how it was held', async () => {
    await record()
    expect(await line()).toMatchObject({
      state: 'completed',
      doneOn: TODAY,
      note: 'Responsibility passes today.',
      held: { words: '8am to 8:30am, video', attended: ['Amy Thornber (POM)', COM] },
    })
    expect(await line('com_contact')).toMatchObject({
      state: 'completed',
      doneOn: TODAY,
      note: 'By the handover meeting.',
      seq: null,
    })
    const { taskRecords, work } = await file()
    expect(taskRecords['mt-handover']?.[0]?.says).toEqual([
      'done on 23 November 2026',
      '8am to 8:30am, video',
      `Attended: Amy Thornber (POM), ${COM}`,
      'Did not attend: Officer Moss (key worker)',
      'Covered: Risk and public protection',
      `Next: Check the address, ${COM}, by 4 December 2026`,
      'Responsibility passes today.',
    ])
    const done = work.groups.find(({ group }) => group === 'done')?.rows.map(({ task }) => task)
    expect(done).toEqual(expect.arrayContaining(['mt-handover', 'com_contact']))
  })

  it('leaves its tick of the contact with nothing of its own to take back, and goes when the meeting does', async () => {
    await record()
    await unit.call('case.recordTask', {
      personId: unit.id('A0001AA'),
      task: 'mt-handover',
      doneOn: null,
      note: '',
      seen: (await line())?.seq ?? null,
    })
    expect(await line()).toMatchObject({ state: 'not_yet_started' })
    expect(await line('com_contact')).toMatchObject({ state: 'not_yet_started', doneOn: null })
  })

  it('is corrected, and everything recorded can still be read; not over somebody else’s record', async () => {
    await record()
    await expect(record({ seen: null })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^Ruth Adeyemi was here meanwhile: done on 23 November 2026/),
    })
    await record({ outcome: 'Responsibility passed today.' })
    expect((await file()).taskRecords['mt-handover']).toHaveLength(2)
    expect(await line()).toMatchObject({ note: 'Responsibility passed today.' })
  })

  it('is kept when the dates move, and when the case asks for it no longer', async () => {
    await record()
    await unit.learn([person('A0001AA', { crd: day('2027-12-15') })])
    expect(await line()).toMatchObject({ state: 'completed', asked: true })
    await unit.learn([person('A0001AA', { recall: true })])
    expect(await line()).toMatchObject({ state: 'completed', asked: false, held: { mode: 'video' } })
    await record({ outcome: 'Put right afterwards.' })
    expect(await line()).toMatchObject({ note: 'Put right afterwards.' })
  })

  it.each<[string, Partial<Record>, string]>([
    ['tomorrow', { on: day('2026-11-24') }, 'on'],
    ['a day there is not', { on: '2026-11-31' as never }, 'on'],
    ['later today', { from: '09:30', to: '' }, 'from'],
    ['before the sentence', { on: day('2024-03-13') }, 'on'],
    ['nobody there', { attended: [' '] }, 'attended'],
    [
      'a step without a day there is',
      { nextSteps: [{ what: 'x', owner: COM, by: '2026-02-30' as never }] },
      'steps.0.by',
    ],
  ])('is refused for %s, and nothing is kept', async (_, more, field) => {
    await expect(record(more)).rejects.toMatchObject({ fields: { [field]: expect.any(String) } })
    expect(await line()).toMatchObject({ state: 'not_yet_started', seq: null })
  })

  it('asks why it was held out of the way, once', async () => {
    await expect(record({ on: day('2026-09-01') })).rejects.toMatchObject({
      fields: { why: 'The window opened on 5 October 2026. Say why it was held so.' },
    })
    await record({ on: day('2026-09-01'), why: 'Before the date moved' })
    expect((await line())?.held?.why).toBe('Before the date moved')
    // So early it was no contact of this handover.
    expect(await line('com_contact')).toMatchObject({ state: 'not_yet_started' })
  })

  it('of somebody who left counts up to the day they left', async () => {
    await unit.call('movements.record', {
      entries: [
        {
          personId: unit.id('A0001AA'),
          kind: 'transfer_out',
          on: day('2026-11-20'),
          where: 'HMP Moor',
          note: '',
        },
      ],
    })
    await expect(record()).rejects.toMatchObject({
      fields: { on: expect.stringMatching(/when the person left/) },
    })
    await record({ on: day('2026-11-20'), from: '', to: '' })
    expect(await line()).toMatchObject({ doneOn: '2026-11-20' })
  })
})

describe('next steps', () => {
  it('stand under their owner until they are done, and can be opened again', async () => {
    await record()
    const [step] = (await log()).steps
    expect(step).toMatchObject({
      what: 'Check the address',
      owner: COM,
      title: 'Handover meeting',
      done: null,
    })
    const mark = (doneOn: string | null) =>
      unit.call('contacts.stepDone', {
        personId: unit.id('A0001AA'),
        source: 'mt-handover',
        what: 'Check the address',
        doneOn: doneOn as never,
        note: 'Suitable',
      })
    await expect(mark('2026-11-22')).rejects.toMatchObject({
      fields: { doneOn: expect.stringMatching(/when it was agreed/) },
    })
    await expect(mark('2026-11-24')).rejects.toMatchObject({ fields: { doneOn: expect.any(String) } })
    await mark(TODAY)
    expect((await log()).steps[0]?.done).toEqual({ on: TODAY, by: 'Ruth Adeyemi', note: 'Suitable' })
    await mark(null)
    expect((await log()).steps[0]?.done).toBeNull()
    await expect(mark(null)).rejects.toThrow(/open already/)
  })
})

describe('contacts', () => {
  const save = (more: Partial<InputOf<'contacts.save'>> = {}) =>
    unit.call('contacts.save', {
      personId: unit.id('A0001AA'),
      subject: null,
      on: day('2026-11-12'),
      mode: 'phone',
      with: COM,
      minutes: 15,
      about: 'Release address',
      nextSteps: [],
      entered: { dps: false, ndelius: false },
      seen: null,
      ...more,
    })

  it('are logged, tick the contact of the checklist, and are said beside the next meeting', async () => {
    await save()
    expect((await log()).contacts).toMatchObject([
      { words: '12 November 2026, phone, 15 minutes', by: 'Ruth Adeyemi' },
    ])
    expect(await line('com_contact')).toMatchObject({
      doneOn: '2026-11-12',
      note: 'By the contact of 12 November 2026.',
    })
    const shown = await unit.call('meetings.show', { personId: unit.id('A0001AA'), task: 'mt-handover' })
    expect(shown.lastContact).toBe(`12 November 2026, phone, 15 minutes, with ${COM}`)
    expect((await file()).timeline[0]).toMatchObject({
      kind: 'contact',
      title: expect.stringMatching(/^Contact with Hannah/),
    })
  })

  it('with somebody else tick nothing', async () => {
    await save({ with: 'Leeds duty officer' })
    expect(await line('com_contact')).toMatchObject({ doneOn: null })
  })

  it('are changed and taken back, each by who saw the last record', async () => {
    await save()
    const [one] = (await log()).contacts
    if (one === undefined) throw new Error('no contact')
    const { subject, recordId } = one
    await save({ subject, seen: recordId, minutes: 20 })
    await expect(save({ subject, seen: recordId, minutes: 25 })).rejects.toMatchObject({ code: 'conflict' })
    const [now] = (await log()).contacts
    expect(now?.minutes).toBe(20)
    await unit.call('contacts.takeBack', { personId: unit.id('A0001AA'), subject, seen: now?.recordId ?? '' })
    expect((await log()).contacts).toEqual([])
    expect(await line('com_contact')).toMatchObject({ doneOn: null })
  })

  it('of days to come, or with nobody, are refused', async () => {
    await expect(save({ on: day('2026-11-24') })).rejects.toMatchObject({
      fields: { on: expect.any(String) },
    })
    await expect(save({ with: ' ' })).rejects.toMatchObject({ fields: { with: expect.any(String) } })
  })
})

describe('case notes', () => {
  const list = async () => (await unit.call('notes.list', { scope: 'unit' })).rows
  const enter = async (more: Partial<InputOf<'notes.entered'>> = {}) => {
    const [note] = (await log()).notes
    return unit.call('notes.entered', {
      personId: unit.id('A0001AA'),
      subject: note?.subject ?? '',
      of: note?.of ?? '',
      dps: TODAY,
      ndelius: null,
      ...more,
    })
  }

  it('stand in the list until they are in both systems, and again once the record changes', async () => {
    await record()
    expect(await list()).toMatchObject([
      { title: 'Handover meeting', code: null, entered: { dps: null, ndelius: null }, changed: false },
    ])
    await enter()
    expect(await list()).toMatchObject([{ entered: { dps: TODAY, ndelius: null } }])
    await enter({ ndelius: TODAY })
    expect(await list()).toEqual([])
    await record({ outcome: 'Responsibility passed.' })
    expect(await list()).toMatchObject([{ entered: { dps: null, ndelius: null }, changed: true }])
  })

  it('are ticked with the record itself', async () => {
    await record({ entered: { dps: true, ndelius: true } })
    expect(await list()).toEqual([])
    expect((await log()).notes[0]?.entered).toEqual({ dps: TODAY, ndelius: TODAY })
  })

  it('are not ticked for a record that was changed since, nor for a day to come', async () => {
    await record()
    const [before] = (await log()).notes
    await record({ outcome: 'Another outcome.' })
    await expect(enter({ of: before?.of ?? '' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(enter({ dps: day('2026-11-24') })).rejects.toMatchObject({
      fields: { dps: expect.any(String) },
    })
    await expect(enter({ dps: day('2026-11-22') })).rejects.toMatchObject({
      fields: { dps: expect.any(String) },
    })
  })

  it('of a record taken back have to be put right, and then are done with', async () => {
    await record({ entered: { dps: true, ndelius: true } })
    await unit.call('case.recordTask', {
      personId: unit.id('A0001AA'),
      task: 'mt-handover',
      doneOn: null,
      note: '',
      seen: (await line())?.seq ?? null,
    })
    const [open] = await list()
    expect(open).toMatchObject({ title: 'Handover meeting: the record was taken back', changed: true })
    expect(open?.parts.dps).toEqual([
      '23/11/2026: Correction. An earlier note (handover meeting) was entered in error.',
    ])
    await enter({ ndelius: TODAY })
    expect(await list()).toEqual([])
  })

  it('of somebody who has left since still stand in the list', async () => {
    await record()
    await unit.call('movements.record', {
      entries: [
        { personId: unit.id('A0001AA'), kind: 'transfer_out', on: TODAY, where: 'HMP Moor', note: '' },
      ],
    })
    expect(await list()).toMatchObject([{ title: 'Handover meeting' }])
    await enter({ ndelius: TODAY })
    expect(await list()).toEqual([])
  })

  it('are written for contacts, reports, decisions and meetings not held', async () => {
    await unit.call('case.recordTask', {
      personId: unit.id('A0001AA'),
      task: 'mt-handover',
      doneOn: null,
      notDone: { reason: 'com_absent', on: TODAY },
      note: 'Video link failed',
    })
    expect((await log()).notes[0]?.parts.dps).toEqual([
      'Handover meeting not held, as of 23/11/2026: The COM did not take part.\nVideo link failed.',
    ])
  })
})

describe('lists of meetings', () => {
  const lists = async (state: InputOf<'meetings.list'>['state']) =>
    unit.call('meetings.list', { scope: 'unit', state })
  const book = (on: string) =>
    unit.call('meetings.book', {
      personId: unit.id('A0001AA'),
      task: 'mt-handover',
      booking: { on: day(on), from: '14:00', to: '14:30', mode: 'phone', place: '', attendees: [COM] },
      reason: '',
      seen: null,
    })

  it('say of each what is to be done about it, from to book to held', async () => {
    expect((await lists('to_book')).rows).toMatchObject([
      { title: 'Handover meeting', state: 'to_book', on: '2026-11-30' },
      { title: 'Second pre-release meeting', state: 'set_a_date', on: null, windowFrom: '2026-11-30' },
    ])
    await book('2026-11-25')
    expect(await lists('booked')).toMatchObject({
      counts: { to_book: 1, booked: 1, to_record: 0 },
      rows: [{ on: '2026-11-25', how: '2pm to 2:30pm, phone', relative: 'in 2 days' }],
    })
    unit.setToday(day('2026-11-26'))
    expect((await lists('to_record')).rows).toMatchObject([{ on: '2026-11-25' }])
    await record({ on: day('2026-11-25'), from: '14:00', to: '14:30' })
    expect((await lists('held')).rows).toMatchObject([{ state: 'held', how: '2pm to 2:30pm, video' }])
  })

  it('say that one was missed, and mark who is away', async () => {
    await unit.call('movements.record', {
      entries: [
        { personId: unit.id('A0001AA'), kind: 'hospital', on: TODAY, where: 'Leeds General', note: '' },
      ],
    })
    unit.setToday(day('2026-12-01'))
    expect((await lists('missed')).rows[0]?.tags).toEqual([
      { text: 'Missed', tone: 'late' },
      { text: 'In hospital', tone: 'unknown' },
    ])
  })
})

describe('drafts', () => {
  it('are each user’s own, come back as they were left, and go', async () => {
    const form = 'meeting A0001AA'
    const show = async () => (await unit.call('drafts.show', { form })).draft
    expect(await show()).toBeNull()
    await unit.call('drafts.keep', { form, body: '{"outcome":"half a"}' })
    await unit.call('drafts.keep', { form, body: '{"outcome":"half a sentence"}' })
    expect(await show()).toMatchObject({ body: '{"outcome":"half a sentence"}' })
    await unit.call('drafts.keep', { form, body: null })
    expect(await show()).toBeNull()
  })

  it('are offered again by what they are and whom they are about', async () => {
    const personId = unit.id('A0001AA')
    for (const form of [
      `meeting ${personId} mt-handover`,
      `book ${personId} mt-prerelease-1m`,
      `contact ${personId} new`,
      'other',
    ])
      await unit.call('drafts.keep', { form, body: '{}' })
    const { drafts } = await unit.call('drafts.list', {})
    expect(drafts.map(({ title, to }) => [title, to.replace(personId, 'x')]).sort()).toEqual([
      ['Book meeting one month before release', '/case/x/meetings?book=mt-prerelease-1m'],
      ['Log a contact', '/case/x/meetings?contact=new'],
      ['Record handover meeting', '/case/x/meetings?record=mt-handover'],
    ])
  })
})
