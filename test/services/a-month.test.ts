import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputOf, OutputOf } from '../../domain/contract/index.ts'
import { addDays } from '../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { day, person, unitStore } from './unit-store.ts'

// One made-up month, worked day by day as a unit works it: handovers come due; meetings are booked, moved, held, missed and fall
// through; a COM stays unnamed and is chased; a release date moves; a POM is away; somebody goes to hospital, somebody dies,
// somebody leaves. After every day every list, sheet, calendar and export has to say the same.

const FIRST = day('2026-11-23')
const LAST = day('2026-12-31')
const AMY = 'Amy Thornber'
const BETH = 'Beth Lindqvist'

/** Everybody in the story, by what becomes of them, with the release date their handover is counted back from. */
const PEOPLE = {
  held: { number: 'A0001AA', crd: '2027-07-15', com: 'Hannah Priestley', pom: AMY }, // handover 30 November
  unnamed: { number: 'A0002AA', crd: '2027-07-12', com: null, pom: AMY }, // 27 November
  moved: { number: 'A0003AA', crd: '2027-07-29', com: 'Leon Grady', pom: AMY }, // 14 December
  covered: { number: 'A0004AA', crd: '2027-07-26', com: 'Tomasz Wren', pom: BETH }, // 11 December
  failed: { number: 'A0005AA', crd: '2027-07-20', com: 'Sunita Bhatt', pom: BETH }, // 5 December
  hospital: { number: 'A0006AA', crd: '2027-07-22', com: 'Joan Ellery', pom: AMY }, // 7 December
  died: { number: 'A0007AA', crd: '2027-07-23', com: null, pom: AMY }, // 8 December
  left: { number: 'A0008AA', crd: '2027-08-02', com: null, pom: BETH }, // 18 December
  forgotten: { number: 'A0009AA', crd: '2027-07-19', com: 'Grace Ferriby', pom: BETH }, // 4 December
} as const
type Who = keyof typeof PEOPLE
const EVERYBODY = Object.keys(PEOPLE) as Who[]
const TASK = 'mt-handover'

let unit: Awaited<ReturnType<typeof unitStore>>
let today: CivilDate = FIRST
/** The highest SEQUENCE each event ever carried, by UID: it may only rise. */
const sequences = new Map<string, number>()

const idOf = (who: Who) => unit.id(PEOPLE[who].number)
const caseOf = (who: Who) => unit.call('case.show', { personId: idOf(who) })
const line = async (who: Who) => (await caseOf(who)).tasks.find(({ task }) => task === TASK)
const stateOf = async (who: Who) => (await caseOf(who)).dates.find(({ key }) => key === TASK)?.state

/** Goes on to a day, noticing what the night changed, and holds every list to every other on each day between. */
async function on(date: string): Promise<void> {
  while (today < date) {
    today = addDays(today, 1)
    unit.setToday(today)
    await unit.notice()
    await everythingAgrees()
  }
}

async function book(who: Who, date: string, more: { reason?: string; from?: string } = {}) {
  const { reason = '', from = '14:00' } = more
  const attendees = [
    `${PEOPLE[who].pom} (POM)`,
    ...(PEOPLE[who].com === null ? [] : [`${PEOPLE[who].com} (COM)`]),
  ]
  await unit.call('meetings.book', {
    personId: idOf(who),
    task: TASK,
    booking: { on: day(date), from, to: '16:00', mode: 'video', place: 'Room 1', attendees },
    reason,
    seen: (await line(who))?.seq ?? null,
  })
}

const record = async (who: Who, date: string, more: Partial<InputOf<'meetings.record'>> = {}) =>
  unit.call('meetings.record', {
    personId: idOf(who),
    task: TASK,
    on: day(date),
    from: '',
    to: '',
    mode: 'video',
    attended: [`${PEOPLE[who].pom} (POM)`, `${PEOPLE[who].com} (COM)`],
    absent: [],
    covered: ['risk'],
    outcome: 'Held as planned.',
    nextSteps: [],
    why: '',
    entered: { dps: false, ndelius: false },
    seen: (await line(who))?.seq ?? null,
    ...more,
  })

/** Saves what is to be sent about a meeting now, and what another program reads in it. */
async function invite(who: Who) {
  const about = { personId: idOf(who), task: TASK as 'mt-handover', names: false, cancel: false }
  const { seen, attendees } = await unit.call('invitations.show', about)
  unit.saved.length = 0
  await unit.call('invitations.save', {
    ...about,
    format: 'ics',
    addresses: attendees.map(({ who: named }, at) => ({
      who: named,
      email: `attendee${at}@probation.example`,
    })),
    ownAddress: 'omu@prison.example',
    seen,
  })
  const text = new TextDecoder().decode(unit.saved[0]?.bytes)
  expect(text).not.toContain(PEOPLE[who].number)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const file = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]])
  const event = file.getFirstSubcomponent('vevent')
  expect(event?.getFirstPropertyValue('uid')).toBe(`${idOf(who)}-${TASK}@handover-desk`)
  return {
    method: file.getFirstPropertyValue('method'),
    sequence: Number(event?.getFirstPropertyValue('sequence')),
    status: event?.getFirstPropertyValue('status'),
    start: String(event?.getFirstPropertyValue('dtstart')),
  }
}

const meetings = async (
  state: InputOf<'meetings.list'>['state'],
  scope: 'unit' | 'covering' | 'mine' = 'unit',
) => (await unit.call('meetings.list', { scope, state })).rows.filter(({ task }) => task === TASK)
const namesIn = (rows: readonly { personId: string }[]): Who[] =>
  EVERYBODY.filter((who) => rows.some(({ personId }) => personId === idOf(who)))
const todayShown = () => unit.call('today.show', { scope: 'unit' })
const chases = () => unit.call('chases.show', { scope: 'unit', names: 'initials' })
const calendar = (from: CivilDate, to: CivilDate) => unit.call('calendar.show', { from, to, scope: 'unit' })
const sheet = (kind: 'morning' | 'friday') => unit.call('sheets.show', { kind, scope: 'unit' })
const partOf = ({ blocks }: OutputOf<'sheets.show'>, key: string) =>
  blocks.flat().find((part) => part.key === key)

/** What has to hold on every day, whatever happened on it. */
async function everythingAgrees(): Promise<void> {
  const booked = await meetings('booked')
  const events = (await calendar(today, addDays(today, 60))).events.filter(
    ({ kind, state }) => kind === 'meeting' && state === 'booked',
  )
  // The calendar holds what the list of bookings holds, each on its day.
  expect(events.map(({ personId, date }) => `${personId} ${date}`).sort()).toEqual(
    booked.map(({ personId, on: date }) => `${personId} ${date}`).sort(),
  )
  // The case, the list of handovers and the list of meetings say one state.
  const lists = { to_book: 'to_book', booked: 'booked', missed: 'missed' } as const
  for (const [state, list] of Object.entries(lists)) {
    for (const { personId, task } of (await meetings(list)).filter((row) => row.state === state)) {
      const { dates } = await unit.call('case.show', { personId })
      expect(dates.find(({ key }) => key === task)?.state).toBe(state)
    }
  }
  // The morning sheet has today's bookings, and no more.
  const onSheet = partOf(await sheet('morning'), 'meetings')?.rows ?? []
  expect(namesIn(onSheet.map(({ personId }) => ({ personId: personId ?? '' })))).toEqual(
    namesIn(booked.filter(({ on: date }) => date === today)),
  )
  // What is chased is overdue, of people who are here.
  for (const { due } of (await chases()).drafts.flatMap((draft) => draft.due))
    expect(due !== null && due < today).toBe(true)
  await exportAgrees()
}

/** The exported calendar, read by another program: the same days, unique ids, and sequences that only rise. */
async function exportAgrees(): Promise<void> {
  const to = addDays(today, 60)
  unit.saved.length = 0
  const { events } = await unit.call('calendar.export', { from: today, to, scope: 'unit', names: false })
  const text = new TextDecoder().decode(unit.saved[0]?.bytes)
  const read = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]).getAllSubcomponents(
    'vevent',
  )
  expect(read).toHaveLength(events)
  const uids = read.map((event) => String(event.getFirstPropertyValue('uid')))
  expect(new Set(uids).size).toBe(uids.length)
  for (const event of read) {
    const uid = String(event.getFirstPropertyValue('uid'))
    const sequence = Number(event.getFirstPropertyValue('sequence'))
    expect(sequence).toBeGreaterThanOrEqual(sequences.get(uid) ?? 0)
    sequences.set(uid, sequence)
  }
  for (const who of EVERYBODY) expect(text).not.toContain(PEOPLE[who].number)
}

beforeAll(async () => {
  unit = await unitStore()
  await unit.learn(
    EVERYBODY.map((who) => {
      const { number, crd, com, pom } = PEOPLE[who]
      return person(number, {
        last_name: who.charAt(0).toUpperCase() + who.slice(1),
        crd: day(crd),
        pom_name: pom,
        ldu_name: 'Leeds',
        ...(com === null ? {} : { com_name: com }),
      })
    }),
  )
  for (const name of [AMY, BETH])
    await unit.call('staff.save', {
      staffId: null,
      seq: null,
      name,
      kind: 'probation',
      status: 'active',
      halfDays: Array.from({ length: 10 }, () => true),
      email: '',
    })
  await unit.notice()
  await everythingAgrees()
})
afterAll(() => unit.close())

describe('a made-up month, day by day', () => {
  it('Monday 23 November: every meeting is to book, and the first handovers are near', async () => {
    expect(namesIn(await meetings('to_book'))).toEqual(EVERYBODY)
    const { week } = await todayShown()
    expect(week.filter(({ kind }) => kind === 'handover').map(({ name, due }) => [name, due])).toEqual([
      ['Unnamed, Test', '2026-11-27'],
    ])
    expect((await chases()).escalations).toEqual([])
  })

  it('Tuesday 24: a meeting is booked, and a day later moved with a reason', async () => {
    await on('2026-11-24')
    await book('held', '2026-11-26')
    expect(await invite('held')).toMatchObject({
      method: 'REQUEST',
      sequence: 0,
      start: '2026-11-26T14:00:00',
    })
    await on('2026-11-25')
    await expect(book('held', '2026-11-27')).rejects.toMatchObject({
      fields: { reason: 'Say why it is moved' },
    })
    await book('held', '2026-11-27', { reason: 'The COM is in court' })
    expect(await meetings('booked')).toMatchObject([{ on: '2026-11-27', how: '2pm to 4pm, video' }])
    expect(await invite('held')).toEqual({
      method: 'REQUEST',
      sequence: 1,
      status: 'CONFIRMED',
      start: '2026-11-27T14:00:00',
    })
    await exportAgrees()
    await book('failed', '2026-12-02', { from: '10:00' })
    await book('hospital', '2026-12-04', { from: '10:00' })
    await book('forgotten', '2026-12-01', { from: '10:00' })
    await book('died', '2026-12-03', { from: '10:00' })
    await invite('died')
    await book('moved', '2026-12-10', { from: '10:00' })
  })

  it('Friday 27: it is held and told, and ticks what it ticks; one handover passes with nobody named', async () => {
    await on('2026-11-27')
    expect((await todayShown()).notice).toMatch(/^1 meeting today at 2pm\. 1 handover today/u)
    expect(partOf(await sheet('morning'), 'meetings')?.rows[0]).toMatchObject({
      name: 'Held, Test',
      when: '2pm',
    })
    await record('held', '2026-11-27', {
      nextSteps: [
        { what: 'Check the address', owner: 'Hannah Priestley (COM)', by: day('2026-12-04') },
        { what: 'Send reports', owner: `${AMY} (POM)`, by: day('2026-12-04') },
      ],
    })
    expect(await stateOf('held')).toBe('held')
    expect((await caseOf('held')).tasks.find(({ task }) => task === 'com_contact')?.state).toBe('completed')
    expect((await unit.call('notes.list', { scope: 'unit' })).rows.map(({ title }) => title)).toEqual([
      'Handover meeting',
    ])
    const close = await sheet('friday')
    expect(JSON.stringify(close)).toContain('Held, Test')
    expect(JSON.stringify(close)).toContain('Case note not in DPS and NDelius')
  })

  it('Saturday 28 and Sunday 29: a meeting is missed; two days after handover the COM is overdue, and chased on Monday', async () => {
    await on('2026-11-28')
    expect(namesIn(await meetings('missed'))).toEqual(['unnamed'])
    expect((await chases()).escalations).toEqual([])
    await on('2026-11-29')
    await on('2026-11-30')
    const shown = await chases()
    expect(shown.escalations.map(({ rung, rows }) => [rung.days, namesIn(rows)])).toEqual([[2, ['unnamed']]])
    const { handover } = await caseOf('held')
    expect(handover).toBe(today)
    const [draft] = shown.drafts
    expect(draft?.text).toContain('A0002AA')
    expect(draft?.text).not.toContain('Unnamed, Test')
    await unit.call('chases.sent', {
      key: draft?.key ?? '',
      sentOn: today,
      asks: (draft?.due ?? []).flatMap(({ personId, about, due, rung, seen }) =>
        due === null || rung === null ? [] : [{ personId, about, due, rung, seen }],
      ),
    })
    expect((await chases()).escalations).toEqual([])
    expect((await todayShown()).waiting.find(({ personId }) => personId === idOf('unnamed'))).toMatchObject({
      asked: today,
      who: 'Leeds',
    })
  })

  it('Tuesday 1 December: a release date moves, and the booking made before is outside its window', async () => {
    await on('2026-12-01')
    await unit.learn([
      person(PEOPLE.moved.number, { last_name: 'Moved', pom_name: AMY, crd: day('2027-07-19') }),
    ])
    await unit.notice()
    const { handover, moved } = await caseOf('moved')
    expect([moved?.was, handover]).toEqual(['2026-12-14', '2026-12-04'])
    expect(await line('moved')).toMatchObject({ due: '2026-12-04', booking: { on: '2026-12-10' } })
    const shown = await todayShown()
    expect(shown.overnight).toBeGreaterThan(0)
    expect(shown.moved[0]).toMatchObject({
      name: 'Moved, Test',
      was: '14 December 2026',
      now: '4 December 2026',
    })
    // A reminder follows its date.
    const { work } = await caseOf('moved')
    const soon = work.groups.flatMap(({ rows }) => rows).find(({ key }) => key === 'ho-due-soon')
    expect(soon?.due).toBe('2026-11-20')
    await book('moved', '2026-12-03', { reason: 'The handover date moved', from: '11:00' })
  })

  it('Wednesday 2: a meeting falls through and is said to; another was booked for yesterday and nobody said a word', async () => {
    await on('2026-12-02')
    await unit.call('case.recordTask', {
      personId: idOf('failed'),
      task: TASK,
      doneOn: null,
      notDone: { reason: 'com_absent', on: today },
      note: 'The link failed',
    })
    expect(await stateOf('failed')).toBe('not_held')
    expect(namesIn(await meetings('to_record'))).toEqual(['forgotten'])
    const { first, overdue } = await todayShown()
    const item = [...first, ...overdue].find(({ personId }) => personId === idOf('forgotten'))
    expect(item).toMatchObject({ meeting: { task: TASK, act: 'record' } })
  })

  it('Thursday 3: the moved meeting is held; somebody dies and is in no list, sheet, chase or calendar again', async () => {
    await on('2026-12-03')
    await record('moved', '2026-12-03')
    await unit.call('movements.record', {
      entries: [
        { personId: idOf('died'), kind: 'died', on: today, where: '', note: '' },
        { personId: idOf('hospital'), kind: 'hospital', on: today, where: 'Leeds General', note: '' },
      ],
    })
    await everythingAgrees()
    expect(namesIn(await meetings('booked'))).toEqual(['hospital'])
    expect((await meetings('booked'))[0]?.tags).toContainEqual({ text: 'In hospital', tone: 'unknown' })
    expect((await meetings('booked'))[0]?.tags).toContainEqual({ text: 'To rearrange', tone: 'late' })
    await expect(book('died', '2026-12-04', { reason: 'x' })).rejects.toThrow(/having died/)
    // Only that the meeting is off is told, and to those it was told; until it is, Today says that it has to be.
    expect(namesIn((await todayShown()).calledOff)).toEqual(['died'])
    expect(await invite('died')).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', sequence: 1 })
    expect((await todayShown()).calledOff).toEqual([])
    const { events } = await calendar(today, LAST)
    expect(namesIn(events)).not.toContain('died')
  })

  it('Friday 4: seven days after handover the head of the LDU is asked; a meeting in hospital asks for a reason', async () => {
    await on('2026-12-04')
    expect((await chases()).escalations.map(({ rung, rows }) => [rung.days, namesIn(rows)])).toContainEqual([
      7,
      ['unnamed'],
    ])
    await expect(book('hospital', '2026-12-07', {})).rejects.toMatchObject({
      fields: { reason: expect.stringMatching(/^In hospital since 3 December 2026/) },
    })
    await book('hospital', '2026-12-07', { reason: 'The ward asked for Monday' })
    expect(await line('hospital')).toMatchObject({ booking: { on: '2026-12-07' } })
    expect((await meetings('booked')).map(({ rearrange }) => rearrange)).toEqual([null])
  })

  it('Saturday 5: next steps fall due: what the COM owes is waited for, what the POM owes is a need', async () => {
    await on('2026-12-05')
    const { waiting } = await todayShown()
    expect(waiting).toContainEqual(
      expect.objectContaining({
        what: 'Check the address',
        kind: 'step',
        days: 1,
        who: 'Hannah Priestley (COM)',
      }),
    )
    const { first, overdue } = await todayShown()
    const need = [...first, ...overdue].find(({ personId }) => personId === idOf('held'))
    expect(need?.why).toMatch(/a next step overdue/iu)
    await unit.call('contacts.stepDone', {
      personId: idOf('held'),
      source: TASK,
      what: 'Send reports',
      doneOn: today,
      note: '',
    })
  })

  it('Monday 7 to Friday 11: a POM is away: days are not suggested, the cover sees the cases, and only those days', async () => {
    await on('2026-12-07')
    const { rows } = await unit.call('staff.list', {})
    const idByName = (name: string) => rows.find((row) => row.name === name)
    await unit.call('staff.saveAbsence', {
      staffId: idByName(BETH)?.staffId ?? '',
      seq: idByName(BETH)?.seq ?? 0,
      place: null,
      absence: {
        from: day('2026-12-08'),
        to: day('2026-12-10'),
        reason: 'Leave',
        coverId: idByName(AMY)?.staffId ?? null,
      },
    })
    const { suggestions } = await unit.call('meetings.show', { personId: idOf('covered'), task: TASK })
    // On the days of the absence whoever covers is at work.
    expect(suggestions).toEqual(['2026-12-09', '2026-12-10', '2026-12-11'])
    await expect(book('covered', '2026-12-09')).rejects.toMatchObject({
      fields: { reason: expect.stringMatching(/is away until 10 December 2026/) },
    })
    await book('covered', '2026-12-09', { reason: 'Amy Thornber takes it' })
    await on('2026-12-09')
    unit.as(AMY)
    expect(namesIn(await meetings('booked', 'covering'))).toEqual(['covered'])
    expect(
      partOf(await unit.call('sheets.show', { kind: 'morning', scope: 'mine' }), 'meetings')?.rows[0],
    ).toMatchObject({
      name: 'Covered, Test',
      mark: expect.stringContaining('covering'),
    })
    await record('covered', '2026-12-09')
    unit.as('Ruth Adeyemi', 'head_of_omu')
    await on('2026-12-11')
    unit.as(AMY)
    expect(await meetings('held', 'covering')).toEqual([])
    unit.as('Ruth Adeyemi', 'head_of_omu')
  })

  it('Friday 11: fourteen days on the LDU is asked again; a list names the COM, and nothing is owed but the meeting', async () => {
    expect((await chases()).escalations.map(({ rung, rows }) => [rung.days, namesIn(rows)])).toContainEqual([
      14,
      ['unnamed'],
    ])
    await unit.learn(
      [
        person(PEOPLE.unnamed.number, {
          last_name: 'Unnamed',
          pom_name: AMY,
          crd: day(PEOPLE.unnamed.crd),
          com_name: 'Ellen Storey',
        }),
      ],
      { source: 'delius_caseload' },
    )
    await unit.notice()
    const owed = (await chases()).drafts
      .flatMap(({ due }) => due)
      .filter(({ personId }) => personId === idOf('unnamed'))
    expect(owed.map(({ about }) => about)).not.toContain('com')
  })

  it('Tuesday 15: somebody is transferred out, and is in no list any more; what was recorded of them can be read', async () => {
    await on('2026-12-15')
    await unit.call('movements.record', {
      entries: [{ personId: idOf('left'), kind: 'transfer_out', on: today, where: 'HMP Moor', note: '' }],
    })
    await everythingAgrees()
    expect(namesIn(await meetings('to_book'))).not.toContain('left')
    await expect(book('left', '2026-12-17', { reason: 'x' })).rejects.toThrow(/left on 15 December 2026/)
  })

  it('the clock goes back a day and comes forward again: nothing is lost, and lists are right on both', async () => {
    const before = (await caseOf('held')).taskRecords
    unit.setToday(addDays(today, -1))
    await unit.notice()
    expect(await stateOf('held')).toBe('held')
    expect((await caseOf('held')).taskRecords).toEqual(before)
    unit.setToday(today)
    await unit.notice()
    await everythingAgrees()
  })

  it('Christmas: bank holidays are no days to meet on, and are said', async () => {
    await on('2026-12-24')
    const { holidays } = await calendar(today, LAST)
    expect(holidays.map(({ date }) => date)).toEqual(['2026-12-25', '2026-12-28'])
    await expect(book('forgotten', '2026-12-28', {})).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    })
  })

  it('Thursday 31 December: everything that happened is still told, each with its day', async () => {
    await on(LAST)
    expect((await caseOf('held')).taskRecords[TASK]?.map(({ says: [what] }) => what)).toEqual([
      'done on 27 November 2026',
      'booked for Fri 27 Nov 2026, 2pm to 4pm, video',
      'booked for Thu 26 Nov 2026, 2pm to 4pm, video',
    ])
    const states = Object.fromEntries(
      await Promise.all(EVERYBODY.map(async (who) => [who, await stateOf(who)])),
    )
    expect(states).toMatchObject({
      held: 'held',
      unnamed: 'missed',
      moved: 'held',
      covered: 'held',
      failed: 'not_held',
      hospital: 'missed',
      forgotten: 'missed',
    })
    expect((await unit.call('notes.list', { scope: 'unit' })).rows.map(({ name }) => name).sort()).toEqual([
      'Covered, Test',
      'Failed, Test',
      'Held, Test',
      'Moved, Test',
    ])
  })
})
