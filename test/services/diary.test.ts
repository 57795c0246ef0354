import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CALENDAR_KINDS, type CalendarKind } from '../../domain/calendar/calendar-filters.ts'
import type { InputOf } from '../../domain/contract/index.ts'
import { addDays } from '../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
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

describe('the month', () => {
  let unit: UnitStore
  beforeAll(async () => {
    unit = await unitStore()
    await unit.learn(people())
  })
  afterAll(() => unit.close())
  const month = (from: string, filters?: InputOf<'calendar.month'>['filters']) =>
    unit.call('calendar.month', { from, scope: 'unit', ...(filters && { filters }) })
  const bands = async (from: string, filters?: InputOf<'calendar.month'>['filters']) =>
    (await month(from, filters)).weeks.flatMap((week) => week.bands.map(({ event }) => event))

  it('is six weeks from the Monday, each day with what it has room for', async () => {
    const { from, to, weeks, holidays } = await month('2026-11-26')
    expect([from, to, weeks.length]).toEqual(['2026-11-23', '2027-01-03', 6])
    expect(holidays.map(({ date }) => date)).toEqual(['2026-12-25', '2026-12-28', '2027-01-01'])
    // The handover meetings of that day end as bands there: only the handovers are left to draw.
    expect(weeks[1]?.days[0]).toMatchObject({ date: '2026-11-30', total: 2 })
  })

  it('draws windows that open by its last day and end after it, and no others', async () => {
    const own = `${unit.id('A4417KD')}:mt-handover`
    const ids = (events: { id: string }[]) => events.map(({ id }) => id)
    expect(ids(await bands('2026-10-05'))).toContain(own)
    // Six weeks to 4 October: its window opens the day after.
    expect(ids(await bands('2026-08-24'))).not.toContain(own)
    for (const event of await bands('2026-10-05'))
      expect(event).toMatchObject({
        kind: 'meeting',
        state: 'to_book',
        provisional: false,
        book: 'mt-handover',
      })
  })

  it('draws no bands where windows are hidden, and then says the last day', async () => {
    const hidden = { hidden: ['windows' as const], pom: null, wing: null, region: null }
    expect(await bands('2026-11-23', hidden)).toEqual([])
    expect((await month('2026-11-23', hidden)).weeks[1]?.days[0]?.total).toBe(4)
  })

  it('is refused for a day that is none', async () => {
    await expect(month('2026-02-30')).rejects.toMatchObject({ code: 'bad_input' })
  })
})

describe('dated work and parole dates in the calendar', () => {
  let unit: UnitStore
  beforeAll(async () => {
    unit = await unitStore()
    await unit.learn([
      ...people(),
      person('A0006AA', {
        indeterminate: true,
        sentence_start_date: day('2010-01-01'),
        ted: day('2027-03-01'),
        thd: day('2027-01-21'),
        custody_report_due: day('2026-12-10'),
        review_type: 'On tariff',
        review_status: 'Active',
      }),
    ])
  })
  afterAll(() => unit.close())
  const NONE = { pom: null, wing: null, region: null }
  const events = async (number: string, hidden: CalendarKind[] | null, to = '2027-12-01') =>
    (
      await unit.call('calendar.show', {
        from: '2026-11-23',
        to,
        scope: 'unit',
        filters: { hidden, ...NONE },
      })
    ).events.filter(({ prisonNumber }) => prisonNumber === number)
  const work = async (number: string) => (await events(number, [])).filter(({ kind }) => kind === 'work')

  it('leaves dated work of the whole unit out until it is asked for', async () => {
    expect((await events('A4417KD', null)).some(({ kind }) => kind === 'work')).toBe(false)
    expect((await work('A4417KD')).length).toBeGreaterThan(0)
  })

  it('says each piece by its sense, with whose it is, and never a mandated meeting twice', async () => {
    const found = await work('A4417KD')
    expect(found.find(({ id }) => id.endsWith('work-as-oasys-handover'))).toMatchObject({
      title: expect.stringMatching(/^(Due|Aim|Opens|Closes|Reminder|To note): Review the last OASys/),
      who: expect.stringMatching(/POM/),
      sense: expect.any(String),
      book: null,
    })
    expect(found.some(({ id }) => /work-mt-(handover|prerelease)/.test(id))).toBe(false)
  })

  it('hides one sense and leaves the others', async () => {
    const senses = async (hidden: CalendarKind[]) =>
      new Set((await events('A4417KD', hidden)).flatMap(({ sense }) => sense ?? []))
    const all = [...(await senses([]))]
    expect(all).toContain('due')
    expect(all.length).toBeGreaterThan(2)
    expect([...(await senses(['work_due']))].sort()).toEqual(all.filter((sense) => sense !== 'due').sort())
  })

  it('shows nothing that was done as still open', async () => {
    const id = `${unit.id('A4417KD')}:work-as-oasys-handover`
    const isThere = async () => (await work('A4417KD')).some((event) => event.id === id)
    expect(await isThere()).toBe(true)
    await unit.record('A4417KD', 'review_oasys', day('2026-11-20'))
    expect(await isThere()).toBe(false)
    await unit.record('A4417KD', 'review_oasys', null)
    expect(await isThere()).toBe(true)
  })

  it('counts what a day has no room for', async () => {
    const many = await unitStore()
    await many.learn(
      Array.from({ length: 30 }, (_, at) => person(`A1${100 + at}AA`, { crd: day('2027-07-15') })),
    )
    const input = { from: '2026-11-30', to: '2026-11-30', scope: 'unit' } as const
    const answer = await many.call('calendar.show', { ...input, filters: { hidden: [], ...NONE } })
    const shown = answer.events.filter(({ kind }) => kind === 'work').length
    expect(shown).toBe(25)
    expect(answer.more).toEqual([{ date: '2026-11-30', count: expect.any(Number) }])
    await many.close()
  })

  it('writes out the first day of a list, and of each day after it what there is room for', async () => {
    const many = await unitStore()
    // Seventy released on the first day, and fifteen on each of the next twenty: more than a day, and than the page, has room for.
    const released = (date: CivilDate, count: number) => Array.from({ length: count }, () => date)
    const days = [
      ...released(day('2026-11-23'), 70),
      ...Array.from({ length: 20 }, (_, at) => released(addDays(day('2026-11-24'), at), 15)).flat(),
    ]
    await many.learn(
      days.map((crd, at) => person(`A${1000 + at}AA`, { crd, sentence_start_date: day('2020-03-14') })),
    )
    const hidden = CALENDAR_KINDS.filter((kind) => kind !== 'release')
    const ask = (from: string, to: string) =>
      many.call('calendar.show', {
        from: day(from),
        to: day(to),
        scope: 'unit',
        filters: { hidden, ...NONE },
      })
    const list = await ask('2026-11-23', '2026-12-20')
    const on = (date: string) => list.events.filter((event) => event.date === date).length
    expect(list.events).toHaveLength(240)
    expect([on('2026-11-23'), on('2026-11-24'), on('2026-12-13')]).toEqual([60, 12, 0])
    const counted = new Map(list.rest.map(({ date, count }) => [date as string, count]))
    expect(['2026-11-23', '2026-11-24', '2026-12-13'].map((date) => counted.get(date))).toEqual([10, 3, 15])
    expect(list.rest.reduce((sum, { count }) => sum + count, list.events.length)).toBe(370)
    // The list that begins with a counted day has room for it.
    const next = await ask('2026-12-13', '2027-01-09')
    expect([next.events.length, next.rest]).toEqual([15, []])
    const week = await ask('2026-11-23', '2026-11-29')
    expect(week.events).toHaveLength(7 * 12)
    await many.close()
  })

  const parole = async (number: string) =>
    (await events(number, null))
      .filter(({ kind }) => kind === 'parole')
      .map(({ date, title }) => [date, title])

  it('gives tariff, eligibility, hearing and the report a list asks for, each once', async () => {
    expect(await parole('A0005AA')).toEqual([['2027-06-01', 'Parole eligibility (PED)']])
    const found = await parole('A0006AA')
    expect(found).toContainEqual(['2026-12-10', 'Custody report due for the hearing of 21 January 2027'])
    expect(found.filter(([date]) => date === '2027-01-21')).toHaveLength(1)
    expect(found.filter(([date]) => date === '2027-03-01')).toHaveLength(1)
  })

  it('takes a review recorded here for the list’s, with its steps until they are done', async () => {
    const review: InputOf<'parole.saveReview'> = {
      personId: unit.id('A0006AA'),
      reviewId: null,
      reviewType: 'On tariff',
      hearing: day('2027-01-21'),
      status: 'open',
      outcome: null,
      outcomeOn: null,
      writer: 'Amy Thornber',
      countersigner: '',
      note: '',
    }
    await unit.call('parole.saveReview', review)
    const found = await parole('A0006AA')
    expect(found.filter(([date]) => date === '2027-01-21')).toHaveLength(1)
    expect(found.filter(([, title]) => String(title).startsWith('Custody report'))).toHaveLength(1)
  })
})

describe('filters of the calendar', () => {
  let unit: UnitStore
  beforeAll(async () => {
    unit = await unitStore()
    await unit.learn([
      person('A0001AA', { crd: day('2027-07-15'), pom_name: 'Amy Thornber', location: 'C2-014' }),
      person('A0002AA', { crd: day('2027-07-15'), pom_name: 'Daniel Okafor', location: 'A1-003' }),
      person('A0003AA', { crd: day('2027-07-15'), probation_region: 'North East' }),
    ])
  })
  afterAll(() => unit.close())
  const NONE = { hidden: null, pom: null, wing: null, region: null }
  const show = (filters?: InputOf<'calendar.show'>['filters'], scope: 'unit' | 'mine' = 'unit') =>
    unit.call('calendar.show', { from: TODAY, to: '2027-07-31', scope, ...(filters && { filters }) })
  const numbers = async (part: object) => [
    ...new Set((await show({ ...NONE, ...part })).events.map(({ prisonNumber }) => prisonNumber)),
  ]

  it('offers the values somebody in scope has', async () => {
    const { choices } = await show()
    expect(choices.wing).toEqual(expect.arrayContaining(['A1', 'C2']))
    expect(choices.region).toEqual(['North East', 'Yorkshire and the Humber'])
  })

  it('narrows to a POM, a wing, a region', async () => {
    expect(await numbers({ pom: 'Daniel Okafor' })).toEqual(['A0002AA'])
    expect(await numbers({ wing: 'C2' })).toEqual(['A0001AA'])
    expect(await numbers({ region: 'North East' })).toEqual(['A0003AA'])
  })

  it('is kept for each user, used where none is asked, and let go where nobody has it', async () => {
    const kept = { ...NONE, hidden: ['handover' as const], wing: 'C2' }
    await unit.call('calendar.saveFilters', kept)
    const answer = await show()
    expect(answer.filters).toEqual(kept)
    expect(
      answer.events.every(({ kind, prisonNumber }) => kind !== 'handover' && prisonNumber === 'A0001AA'),
    ).toBe(true)
    expect((await unit.call('calendar.month', { from: TODAY, scope: 'unit' })).filters).toEqual(kept)
    expect((await show({ ...kept, wing: 'Z9' })).filters.wing).toBeNull()
    const { user } = unit.session
    unit.session.user = { ...user, id: 'somebody-else' }
    expect((await show()).filters).toEqual(NONE)
    unit.session.user = user
  })

  it('is taken off by clearing', async () => {
    await unit.call('calendar.saveFilters', NONE)
    expect((await show()).filters).toEqual(NONE)
  })
})

describe('the calendar on A4', () => {
  let unit: UnitStore
  let printed: { html: string; landscape: boolean }[]
  beforeAll(async () => {
    unit = await unitStore()
    await unit.learn(people())
    printed = []
    Object.assign(unit.desk.host, {
      printer: {
        toPdf: async (html: string, { landscape }: { landscape: boolean }) => {
          printed.push({ html, landscape })
          return new Uint8Array([1])
        },
      },
    })
  })
  afterAll(() => unit.close())
  const words = () =>
    (printed.at(-1)?.html ?? '')
      .replaceAll(/<style>.*?<\/style>/gs, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')

  it.each([
    ['month', true],
    ['list', false],
  ] as const)('says whose it is, what it leaves out, and how old it is: %s', async (view, landscape) => {
    const filters = { hidden: ['held' as const], pom: null, wing: 'C2', region: null }
    const answer = await unit.call('calendar.print', { view, from: TODAY, scope: 'unit', filters })
    expect(answer).toEqual({ saved: true, file: expect.stringContaining(`CALENDAR_${view}_2026-11-23.pdf`) })
    expect(printed.at(-1)?.landscape).toBe(landscape)
    expect(printed.at(-1)?.html).toContain('OFFICIAL-SENSITIVE')
    expect(words()).toContain('The whole unit, wing C2. Not shown: meetings (held).')
    expect(words()).toContain('Marlowe')
    expect(words()).not.toContain('SurnameA0002AA')
  })

  it('escapes what a list brought', async () => {
    await unit.learn([person('A0009AA', { crd: day('2027-07-15'), last_name: '<b>Bold', first_name: 'X' })])
    await unit.call('calendar.print', { view: 'list', from: TODAY, scope: 'unit' })
    expect(printed.at(-1)?.html).toContain('&lt;b&gt;Bold')
  })

  it('is refused where exports are turned off', async () => {
    const other = await unitStore({ policy: { exportsAllowed: false } })
    const call = other.call('calendar.print', { view: 'list', from: TODAY, scope: 'unit' })
    await expect(call).rejects.toMatchObject({ code: 'not_allowed' })
    await other.close()
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
      events.find(({ uid }) => uid === `${unit.id('A0005AA')}-mt-prerelease-1m-day@handover-desk`)?.status,
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
          off: false,
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
