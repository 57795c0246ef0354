import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarIcs } from '../../electron/app/documents/calendar-ics.ts'
import { caseReference } from '../../electron/app/services/caseload/case-reference.ts'
import { day, person, TODAY, unitStore, type UnitStore } from './unit-store.ts'

const people = () => [
  // Handover 30 November 2026; the last meeting by 15 June 2027.
  person('A4417KD', {
    crd: day('2027-07-15'),
    last_name: 'Marlowe',
    first_name: 'Dean',
    crn: 'X527346',
    location: 'C2-014',
    main_offence: 'Burglary',
  }),
  person('A0002AA', {
    crd: day('2027-07-15'),
    confirmed_release_date: day('2027-01-08'),
    com_name: 'Leon Grady',
  }),
  person('A0003AA', {
    indeterminate: true,
    sentence_start_date: day('2010-01-01'),
    ted: day('2028-06-01'),
    prison_code: 'HVI',
    arrival_date: day('2026-12-02'),
    probation_region: 'North East',
  }),
  person('A0004AA', { recall: true, crd: day('2026-12-01'), prrd: day('2027-03-01') }),
  person('A0005AA', {
    crd: day('2030-01-01'),
    ped: day('2027-06-01'),
    sentence_start_date: day('2020-01-01'),
  }),
]

describe('the calendar', () => {
  let unit: UnitStore
  beforeAll(async () => {
    unit = await unitStore()
    await unit.learn(people())
  })
  afterAll(() => unit.close())
  const show = (from: string, to: string) => unit.call('calendar.show', { from, to, scope: 'unit' })
  const of = async (number: string) =>
    (await show('2026-11-23', '2027-12-01')).events
      .filter(({ prisonNumber }) => prisonNumber === number)
      .map(({ kind, date, title, provisional }) => [kind, date, title, provisional])

  it('holds handover, meetings by the day they are due, and release', async () => {
    expect(await of('A4417KD')).toEqual([
      ['handover', '2026-11-30', 'Handover to the COM', false],
      ['meeting', '2026-11-30', 'Handover meeting: last day', false],
      ['meeting', '2027-06-15', 'Meeting one month before release: last day', false],
      ['release', '2027-07-15', 'Release (CRD)', false],
    ])
  })

  it('gives a confirmed release, and only the post-recall date after a recall', async () => {
    expect((await of('A0002AA')).at(-1)).toEqual(['release', '2027-01-08', 'Release (confirmed)', false])
    expect(await of('A0004AA')).toEqual([['release', '2027-03-01', 'Release (PRRD)', false]])
  })

  it('shows support starting where it starts on another day than handover', async () => {
    expect(await of('A0003AA')).toContainEqual([
      'handover_start',
      '2026-12-02',
      'COM starts to support',
      false,
    ])
  })

  it('marks what is counted from a release nobody has directed', async () => {
    const meeting = (await of('A0005AA')).find(([, , title]) => String(title).startsWith('Meeting one month'))
    expect(meeting).toEqual(['meeting', '2027-05-01', 'Meeting one month before release: last day', true])
  })

  it('carries the window, who it is with, and tags', async () => {
    const { events } = await show('2026-11-30', '2026-11-30')
    expect(events).toHaveLength(4)
    expect(events.find(({ id }) => id === `${unit.id('A4417KD')}:mt-handover`)).toMatchObject({
      windowFrom: '2026-10-05',
      who: 'Yorkshire and the Humber',
      state: 'to_book',
      tags: [{ text: 'To book', tone: 'fact' }],
    })
  })

  it('holds windows that open by the last day and end after it, where windows are asked for', async () => {
    const range = { from: '2026-10-01', to: '2026-10-31', scope: 'unit' } as const
    const open = async (to: string, windows?: boolean) => {
      const { events } = await unit.call('calendar.show', { ...range, to, ...(windows && { windows }) })
      return events.filter(({ date }) => date > to)
    }
    expect(await open('2026-10-31')).toEqual([])
    const found = await open('2026-10-31', true)
    expect(found.map(({ id }) => id)).toContain(`${unit.id('A4417KD')}:mt-handover`)
    for (const event of found) {
      expect(event).toMatchObject({ kind: 'meeting', state: 'to_book', provisional: false })
      expect(String(event.windowFrom) <= '2026-10-31').toBe(true)
    }
    const before = await open('2026-10-04', true)
    expect(before.map(({ id }) => id)).not.toContain(`${unit.id('A4417KD')}:mt-handover`)
  })

  it('names bank holidays and counts the months ahead', async () => {
    const { holidays, months, holidaysNote } = await show('2026-12-01', '2027-01-31')
    expect(holidaysNote).toBeNull()
    expect((await show('2028-12-01', '2029-01-31')).holidaysNote).toMatch(/from 2021 to 2028/)
    expect(holidays.map(({ date }) => date)).toEqual(['2026-12-25', '2026-12-28', '2027-01-01'])
    expect(months[0]?.month).toBe('2026-11')
    expect(months.every(({ month }) => month >= '2026-11')).toBe(true)
  })

  it('moves a held meeting to the day it was held, under the same id', async () => {
    const id = `${unit.id('A4417KD')}:mt-handover`
    await unit.record('A4417KD', 'mt-handover', day('2026-11-19'))
    const { events } = await show('2026-11-01', '2026-12-31')
    expect(events.find((event) => event.id === id)).toMatchObject({
      date: '2026-11-19',
      state: 'held',
      windowFrom: null,
    })
    await unit.record('A4417KD', 'mt-handover', null)
  })

  it.each([
    ['2026-12-01', '2026-11-30', 'to'],
    ['2026-01-01', '2027-02-06', 'to'],
    ['2026-02-30', '2026-03-01', 'from'],
  ])('refuses %s to %s', async (from, to, field) => {
    await expect(show(from, to)).rejects.toMatchObject({
      code: 'bad_input',
      fields: { [field]: expect.any(String) },
    })
  })

  it('takes exactly 400 days', async () => {
    await expect(show('2026-01-01', '2027-02-05')).resolves.toBeDefined()
  })
})

/** The file as an independent reader sees it. */
function read(bytes: Uint8Array) {
  const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes)))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      isDate: event.startDate.isDate,
      sequence: event.sequence,
      category: component.getFirstPropertyValue('categories'),
      class: component.getFirstPropertyValue('class'),
      status: component.getFirstPropertyValue('status'),
      stamp: String(component.getFirstPropertyValue('dtstamp')),
    }
  })
}

describe('the calendar file', () => {
  let unit: UnitStore
  beforeAll(async () => {
    unit = await unitStore()
    await unit.learn(people())
  })
  afterAll(() => unit.close())
  async function exported(names: boolean) {
    const answer = await unit.call('calendar.export', {
      from: '2026-11-23',
      to: '2027-12-01',
      scope: 'unit',
      names,
    })
    const last = unit.saved.at(-1)
    if (last === undefined) throw new Error('nothing was saved')
    return { answer, bytes: last.bytes, name: last.name, events: read(last.bytes) }
  }

  it('is read by another reader as private all-day events with stable ids', async () => {
    const { answer, events, name } = await exported(false)
    expect(answer).toEqual({ saved: true, events: events.length, file: expect.stringContaining('.ics') })
    expect(name).toBe('handovers-2026-11-23-to-2027-12-01.ics')
    const handover = events.find(({ uid }) => uid === `${unit.id('A4417KD')}-handover@handover-desk`)
    expect(handover).toMatchObject({
      start: '2026-11-30',
      end: '2026-12-01',
      isDate: true,
      category: 'Handover',
      class: 'PRIVATE',
      status: 'CONFIRMED',
      stamp: '2026-11-23T09:00:00Z',
    })
    expect(
      events.find(({ uid }) => uid === `${unit.id('A0005AA')}-mt-prerelease-1m@handover-desk`)?.status,
    ).toBe('TENTATIVE')
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
  })

  it('names nobody unless asked: no name, number, cell, offence, region or member of staff', async () => {
    const { bytes, events } = await exported(false)
    const text = new TextDecoder().decode(bytes).replaceAll('\r\n ', '')
    for (const word of [
      'Marlowe',
      'Dean',
      'A4417KD',
      'X527346',
      'C2-014',
      'Burglary',
      'Leon',
      'Grady',
      'Thornber',
      'Yorkshire',
      'Surname',
    ]) {
      expect(text).not.toContain(word)
    }
    const reference = caseReference(unit.id('A4417KD'))
    expect(reference).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/)
    expect(events.some(({ summary }) => summary.endsWith(`case ${reference}`))).toBe(true)
    // What the calendar says can be found again in the app.
    const found = await unit.call('caseload.list', { scope: 'unit', find: reference, page: 1 })
    expect(found.rows.map(({ prisonNumber }) => prisonNumber)).toEqual(['A4417KD'])
    const undivided = await unit.call('caseload.list', {
      scope: 'unit',
      find: reference.replace('-', ''),
      page: 1,
    })
    expect(undivided.rows).toEqual(found.rows)
  })

  it('gives no case a reference that could be taken for a prison number or a CRN', () => {
    for (const id of ['01a20088-dd9a-7004-8e2a-a861f2040fb5', '01a20088-dd9a-7004-8e2a-a861f2040678']) {
      expect(caseReference(id)).not.toMatch(/[A-Z]\d{4}[A-Z]{2}|[A-Z]\d{6}/)
    }
  })

  it('names people and staff where asked', async () => {
    const { events } = await exported(true)
    expect(events.find(({ uid }) => uid.startsWith(unit.id('A4417KD')))?.summary).toContain(
      'Marlowe, Dean (A4417KD)',
    )
    expect(events.find(({ uid }) => uid.startsWith(unit.id('A0002AA')))?.description).toContain(
      'Leon Grady (COM)',
    )
  })

  it('moves an event under its id and raises its sequence when the date moves', async () => {
    const uid = `${unit.id('A4417KD')}-handover@handover-desk`
    const before = (await exported(false)).events.find((event) => event.uid === uid)
    await unit.learn([{ prison_number: 'A4417KD', crd: day('2027-08-15') }])
    const after = (await exported(false)).events.find((event) => event.uid === uid)
    expect(after?.start).toBe('2026-12-31')
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0)
    expect((await exported(true)).events.find((event) => event.uid === uid)?.start).toBe('2026-12-31')
  })

  it('writes what RFC 5545 asks for, byte by byte', async () => {
    const long = 'Ünwieldy, surname; with \\ and a new\nline – '.repeat(6)
    const text = calendarIcs(
      [
        {
          uid: 'u@handover-desk',
          date: day('2027-03-28'),
          summary: long,
          description: '',
          category: 'Handover',
          tentative: false,
          sequence: 7,
        },
      ],
      { name: 'Handover Desk', now: new Date('2026-11-23T09:00:00Z'), asAt: 'NOMIS 22 November 2026' },
    )
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true)
    expect(text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    // The night the clocks go forward takes nothing from a day.
    expect(text).toContain('DTSTART;VALUE=DATE:20270328\r\nDTEND;VALUE=DATE:20270329\r\n')
    expect(text).toContain('DTSTAMP:20261123T090000Z\r\n')
    expect(text).toContain('SEQUENCE:7\r\n')
    expect(text).toContain('X-WR-CALDESC:As at NOMIS 22 November 2026\r\n')
    expect(read(new TextEncoder().encode(text))[0]?.summary).toBe(long)
  })

  it('is a calendar even with nothing in it', () => {
    const text = calendarIcs([], { name: 'Handover Desk', now: new Date(0), asAt: 'no list yet' })
    expect(ICAL.parse(text)[0]).toBe('vcalendar')
  })

  it('is refused where the computer’s policy turns exports off', async () => {
    const other = await unitStore({ policy: { exportsAllowed: false } })
    const call = other.call('calendar.export', { from: TODAY, to: TODAY, scope: 'unit', names: false })
    await expect(call).rejects.toMatchObject({ code: 'not_allowed' })
    expect(other.saved).toEqual([])
    await other.close()
  })
})
