import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { saveTask } from '../../db/repositories/tasks.ts'
import type { OutputOf } from '../../domain/contract/index.ts'
import type { Booking } from '../../domain/meetings/booking.ts'
import { day, person, unitStore, type UnitStore } from './unit-store.ts'

type Sheet = OutputOf<'sheets.show'>

// Today is Monday 23 November 2026; a CRD of 15 July 2027 is handed over on 30 November under the rules of the unit.
let unit: UnitStore
beforeEach(async () => {
  unit = await unitStore()
})
afterEach(() => unit.close())

const morning = (scope: 'unit' | 'mine' | 'covering' = 'unit') =>
  unit.call('sheets.show', { kind: 'morning', scope })
const friday = (scope: 'unit' | 'mine' = 'unit') => unit.call('sheets.show', { kind: 'friday', scope })
const partOf = (sheet: Sheet, key: string) => {
  const found = sheet.blocks.flat().find((part) => part.key === key)
  if (found === undefined) throw new Error(`the sheet has no part ${key}`)
  return found
}
const names = (sheet: Sheet, key: string) => partOf(sheet, key).rows.map(({ name }) => name.split(',')[0])

/** As another hand wrote it: what came before today cannot be booked through the form. */
async function book(number: string, on: string, from: string, place = '', to = '17:00'): Promise<void> {
  const booking: Booking = {
    on: day(on),
    from,
    to,
    mode: 'video',
    place,
    attendees: ['Amy Thornber (POM)', 'Priya Holt (COM)'],
  }
  await unit.store.write((db) =>
    saveTask(
      db,
      { userId: unit.session.user.id },
      {
        at: '2026-11-20T09:00:00.000Z',
        personId: unit.id(number),
        task: 'mt-handover',
        doneOn: null,
        note: '',
        body: { reference: '', notDone: null, booking },
      },
    ),
  )
}

/** Somebody away, with a colleague who covers. */
async function cover(away: string, by: string, from: string, to: string): Promise<void> {
  const halfDays = Array.from({ length: 10 }, () => true)
  const ids: string[] = []
  for (const name of [away, by])
    ids.push(
      (
        await unit.call('staff.save', {
          staffId: null,
          seq: null,
          name,
          kind: 'probation',
          status: 'active',
          halfDays,
          email: '',
        })
      ).staffId,
    )
  const [staffId = '', coverId = ''] = ids
  const { seq } = (await unit.call('staff.list', {})).rows.find((row) => row.staffId === staffId) ?? {
    seq: 0,
  }
  await unit.call('staff.saveAbsence', {
    staffId,
    seq,
    place: null,
    absence: { from: day(from), to: day(to), reason: '', coverId },
  })
}

describe('the morning sheet', () => {
  beforeEach(async () => {
    await unit.learn([
      person('A0001AA', {
        last_name: 'Adams',
        crd: day('2027-07-15'),
        com_name: 'Priya Holt',
        location: 'B1-008',
      }),
      person('A0002AA', { last_name: 'Brook', crd: day('2027-07-20'), ldu_name: 'Leeds' }),
      person('A0003AA', { last_name: 'Cole', crd: day('2027-06-15'), ldu_name: 'Wakefield' }),
      person('A0004AA', { last_name: 'Dunn', crd: day('2027-07-17'), pom_name: 'Jonah Askey' }),
      person('A0005AA', { last_name: 'East', crd: day('2029-07-17') }),
    ])
  })

  test('says the three things that come first with why and where, and counts the rest', async () => {
    const sheet = await morning()
    const today = await unit.call('today.show', { scope: 'unit' })
    const first = partOf(sheet, 'first')
    expect(first.rows.map(({ name, second, aside }) => [name, second, aside])).toEqual(
      today.first.map(({ name, what, why }) => [name, what, why]),
    )
    expect(first.more).toBe(`and ${today.needing - 3} more, on Today`)
    expect(sheet.lead).toBe('Monday 23 November 2026. 5 cases.')
    expect(sheet.title).toBe('Morning sheet: the unit')
    expect(partOf(sheet, 'week').rows.every(({ mark }) => /Thornber|Askey/.test(mark))).toBe(true)
  })

  test('lists the meetings booked for today by the hour, and the other days after', async () => {
    await book('A0002AA', '2026-11-23', '15:30')
    await book('A0001AA', '2026-11-23', '14:00', 'Video link 1')
    await book('A0004AA', '2026-11-26', '09:15')
    const sheet = await morning()
    expect(
      partOf(sheet, 'meetings').rows.map(({ when, name, second, aside, boxes }) => [
        when,
        name.split(',')[0],
        second,
        aside,
        boxes.join('/'),
      ]),
    ).toEqual([
      ['2pm', 'Adams', 'Handover meeting, video, Video link 1', 'Priya Holt (COM)', 'held/not held'],
      ['3:30pm', 'Brook', 'Handover meeting, video', 'Priya Holt (COM)', 'held/not held'],
    ])
    const week = partOf(sheet, 'week')
    expect(week.title).toBe('Rest of the week')
    expect(week.rows.map(({ when, name, text }) => [when, name.split(',')[0], text])).toContainEqual([
      'Thu 26',
      'Dunn',
      'Handover meeting, 9:15am',
    ])
    expect(week.rows.some(({ when }) => when === 'Today')).toBe(false)
  })

  test('is one POM’s own cases and those covered, each marked', async () => {
    await cover('Jonah Askey', 'Amy Thornber', '2026-11-23', '2026-11-27')
    unit.as('Amy Thornber')
    const sheet = await morning('mine')
    expect(sheet.lead).toBe(
      'Monday 23 November 2026. 4 cases, and 1 covered for Jonah Askey until Friday 27 November 2026.',
    )
    const marks = sheet.blocks
      .flat()
      .flatMap(({ rows }) => rows)
      .filter(({ mark }) => mark !== '')
    expect(new Set(marks.map(({ name }) => name.split(',')[0]))).toEqual(new Set(['Dunn']))
  })

  test('has of one’s own cases the three and the count of Today, and those covered after them', async () => {
    await unit.learn([
      person('A0006AA', { last_name: 'Ash', crd: day('2027-06-16'), pom_name: 'Jonah Askey', rosh: 'high' }),
    ])
    await cover('Jonah Askey', 'Amy Thornber', '2026-11-23', '2026-11-27')
    unit.as('Amy Thornber')
    const sheet = await morning('mine')
    for (const [key, scope, where] of [
      ['first', 'mine', 'on Today'],
      ['covering', 'covering', 'on Today, under Covering'],
    ] as const) {
      const { first, needing } = await unit.call('today.show', { scope })
      const shown = partOf(sheet, key)
      expect(shown.rows.map(({ name, second }) => [name, second])).toEqual(
        first.map(({ name, what }) => [name, what]),
      )
      const left = needing - first.length
      expect(shown.more).toBe(left === 0 ? '' : `and ${left} more, ${where}`)
    }
    expect(partOf(sheet, 'covering').title).toBe('Covering for Jonah Askey')
    expect(names(sheet, 'covering')).toContain('Ash')
    expect((await morning('unit')).blocks.flat().map(({ key }) => key)).not.toContain('covering')
  })

  test('counts what is left off under Covering where the lists show it there', async () => {
    await unit.learn(
      ['Amy Thornber', 'Jonah Askey'].flatMap((pom_name, of) =>
        Array.from({ length: 30 }, (_, at) =>
          person(`A02${of * 30 + at + 10}AA`, { crd: day('2027-07-12'), pom_name }),
        ),
      ),
    )
    await cover('Jonah Askey', 'Amy Thornber', '2026-11-23', '2026-11-27')
    unit.as('Amy Thornber')
    const { more } = partOf(await morning('mine'), 'week')
    const [, all, own, covered] =
      /^and (\d+) more: (\d+) in the calendar; (\d+) in the calendar, under Covering$/.exec(more) ?? []
    expect(Number(own) + Number(covered)).toBe(Number(all))
    expect(Number(covered)).toBeGreaterThan(0)
  })

  test('puts what has been owed for more than half a year last, however long that is', async () => {
    await unit.learn([
      person('A0007AA', { last_name: 'Gale', crd: day('2027-05-15'), ldu_name: 'Leeds' }),
      person('A0008AA', { last_name: 'Old', crd: day('2012-01-15'), ldu_name: 'Leeds' }),
    ])
    const { rows } = partOf(await morning(), 'waiting')
    const days = rows.map((row) => row.days)
    expect(names(await morning(), 'waiting').slice(0, 2)).toEqual(['Cole', 'Gale'])
    expect(days.at(-1)).toBeGreaterThan(730)
    expect(days.slice(2, -1).every((each) => each === null)).toBe(true)
  })

  test('says who is waited for: what is overdue first, then what is wanted soonest', async () => {
    const { rows } = partOf(await morning(), 'waiting')
    expect(rows.map(({ name, text, days }) => [name.split(',')[0], text, days])).toEqual([
      ['Cole', 'No COM; meeting missed, Wakefield', 23],
      ['Dunn', 'COM by Wed 2 Dec 2026, Yorkshire and the Humber', null],
      ['Brook', 'COM by Sat 5 Dec 2026, Leeds', null],
    ])
  })

  test('tells namesakes apart by their numbers where others have no room for one', async () => {
    await unit.learn([person('A0009AA', { last_name: 'Cole', crd: day('2027-06-20') })])
    const { rows } = partOf(await morning(), 'waiting')
    expect(rows.map(({ name, number }) => [name.split(',')[0], number])).toEqual([
      ['Cole', 'A0009AA'],
      ['Cole', 'A0003AA'],
      ['Dunn', ''],
      ['Brook', ''],
    ])
  })

  test('tells what changed since the working day before, with what it was and why', async () => {
    await unit.notice()
    await unit.learn([person('A0005AA', { last_name: 'East', crd: day('2029-09-17') })])
    await unit.notice()
    const changed = partOf(await morning(), 'changed')
    expect(changed.title).toBe('Changed since Friday')
    expect(changed.rows).toHaveLength(1)
    expect(changed.rows[0]).toMatchObject({ name: 'East, Test', text: 'handover', was: '2 Dec 2028' })
    expect(changed.rows[0]?.second).toMatch(/^CRD: 17 Jul 2029 became 17 Sep 2029/)
    unit.setToday(day('2026-11-25'))
    expect(partOf(await morning(), 'changed')).toMatchObject({ title: 'Changed overnight', rows: [] })
  })

  test('leaves the room that nothing fills for notes', async () => {
    expect((await morning()).noteLines).toBeGreaterThan(8)
  })
})

describe('the Friday close', () => {
  beforeEach(async () => {
    await unit.learn([
      person('A0001AA', { last_name: 'Adams', crd: day('2027-07-10'), com_name: 'Priya Holt' }),
      person('A0002AA', { last_name: 'Brook', crd: day('2027-07-11'), ldu_name: 'Leeds' }),
      person('A0003AA', { last_name: 'Cole', crd: day('2027-07-20'), com_name: 'Leon Grady' }),
      person('A0004AA', { last_name: 'Dunn', crd: day('2027-07-13'), pom_name: 'Jonah Askey' }),
      person('A0005AA', { last_name: 'East', crd: day('2029-07-17') }),
      person('A0006AA', { last_name: 'Frost', crd: day('2029-07-17') }),
    ])
    unit.setToday(day('2026-11-27'))
  })

  test('says what was held, not held and why, and missed, and which handovers passed', async () => {
    const due = async (number: string) =>
      (await unit.call('case.show', { personId: unit.id(number) })).handover
    expect([await due('A0001AA'), await due('A0002AA'), await due('A0004AA')]).toEqual([
      '2026-11-25',
      '2026-11-26',
      '2026-11-28',
    ])
    await unit.record('A0001AA', 'mt-handover', day('2026-11-24'))
    await unit.call('case.recordTask', {
      personId: unit.id('A0003AA'),
      task: 'mt-handover',
      doneOn: null,
      notDone: { reason: 'com_absent', on: day('2026-11-26') },
      note: '',
      reference: '',
      seen: null,
    } as never)
    const sheet = await friday()
    expect(
      partOf(sheet, 'meetings').rows.map(({ when, name, text }) => [when, name.split(',')[0], text]),
    ).toEqual([
      ['Thu 26', 'Brook', 'Handover meeting missed: nothing is recorded'],
      ['Thu 26', 'Cole', 'Handover meeting not held: the COM did not take part'],
      ['Tue 24', 'Adams', 'Handover meeting held'],
    ])
    expect(names(sheet, 'handovers')).toEqual(['Adams', 'Brook'])
    expect(partOf(sheet, 'handovers').rows[1]?.aside).toBe('No COM named, Leeds')
    expect(sheet.lead).toContain('1 meeting held, 1 not held, 1 missed; 2 handovers passed; 0 came, 0 left.')
    expect(sheet.sign).toBe('Head of OMU')
  })

  test('says what was booked and not said to be held, and what is still not recorded', async () => {
    await book('A0003AA', '2026-11-26', '10:00')
    expect(
      partOf(await friday(), 'open').rows.map(({ name, text }) => [name.split(',')[0], text]),
    ).toContainEqual(['Cole', 'Handover meeting: booked, not said whether it was held'])
    await unit.record('A0003AA', 'mt-handover', day('2026-11-26'))
    expect(names(await friday(), 'open')).not.toContain('Cole')
  })

  test('leaves a meeting of today under what is to come until its time has passed', async () => {
    await book('A0003AA', '2026-11-27', '10:00', '', '10:30')
    const before = await friday()
    expect(names(before, 'open')).not.toContain('Cole')
    expect(partOf(before, 'rest')).toMatchObject({ title: 'Still to come today' })
    expect(names(before, 'rest')).toEqual(['Cole'])
    await book('A0003AA', '2026-11-27', '08:00', '', '09:00')
    const after = await friday()
    expect(names(after, 'open')).toContain('Cole')
    expect(after.blocks.flat().map(({ key }) => key)).not.toContain('rest')
  })

  test('says of what is not entered the month and year where the day is far, and names the list each stands in', async () => {
    await unit.learn([
      person('A0010AA', { last_name: 'Grey', crd: day('2026-07-06') }),
      ...Array.from({ length: 40 }, (_, at) =>
        person(`A01${String(at).padStart(2, '0')}AA`, { crd: day('2026-07-10'), pom_name: 'Amy Thornber' }),
      ),
    ])
    for (const at of [10, 11, 12]) await book(`A01${at}AA`, '2026-10-05', '10:00')
    const open = partOf(await friday(), 'open')
    expect(open.rows.map(({ when }) => when)).toContain('Mon 5 Oct')
    expect(
      open.rows.every(({ when }) => / \d+ (Oct|Nov)( 2025)?$|^(Mon|Tue|Wed|Thu|Fri) \d+$/.test(when)),
    ).toBe(true)
    expect(open.rows.some(({ when }) => when.endsWith(' Nov 2025'))).toBe(true)
    const late = (await unit.call('handovers.list', { tab: 'tasks_overdue', scope: 'unit' })).rows.length
    const tasks = open.rows.filter(({ text }) => text.endsWith('not recorded')).length
    const left = /^and (\d+) more, in Handovers, tasks overdue$/.exec(open.more)?.[1]
    expect(tasks + Number(left)).toBe(late)
  })

  test('tells the days since the last close, and what is still to come of the week', async () => {
    unit.setToday(day('2026-11-25'))
    const sheet = await friday()
    expect(sheet.lead).toMatch(/^Saturday 21 to Wednesday 25 November 2026, so far\. 6 cases\./)
    expect(names(sheet, 'handovers')).toEqual(['Adams'])
    expect(partOf(sheet, 'rest').title).toBe('Still to come this week')
    expect(names(sheet, 'rest')).toContain('Brook')
    expect(names(sheet, 'rest')).not.toContain('Dunn')
    unit.setToday(day('2026-11-27'))
    expect((await friday()).lead).toMatch(/^Saturday 21 to Friday 27 November 2026\. 6 cases\./)
  })

  test('lets nothing fall between two closes: what was on the weekend, or is recorded after it', async () => {
    unit.setToday(day('2026-11-30'))
    await unit.call('movements.record', {
      entries: [
        ['A0005AA', 'transfer_out', '2026-11-29'],
        ['A0006AA', 'died', '2026-11-28'],
        ['A0002AA', 'transfer_out', '2026-11-26'],
      ].map(([number = '', kind, on = '']) => ({
        personId: unit.id(number),
        kind,
        on: day(on),
        where: '',
        note: '',
      })),
    } as never)
    await unit.record('A0003AA', 'mt-handover', day('2026-11-27'))
    unit.setToday(day('2026-12-04'))
    const sheet = await friday()
    expect(sheet.lead).toContain('0 came, 3 left')
    expect(new Set(names(sheet, 'moved'))).toEqual(new Set(['East', 'Frost', 'Brook']))
    expect(names(sheet, 'handovers')).toContain('Dunn')
    expect(sheet.lead).toContain('1 meeting held')
    unit.setToday(day('2026-12-11'))
    expect((await friday()).lead).toMatch(/0 meetings held.*0 came, 0 left/)
  })

  test('tells a last day that was a Friday as missed a week later, and a bank holiday Friday with the week after', async () => {
    await unit.learn([person('A0011AA', { last_name: 'Hart', crd: day('2027-07-12') })])
    expect((await unit.call('case.show', { personId: unit.id('A0011AA') })).handover).toBe('2026-11-27')
    expect(names(await friday(), 'meetings')).not.toContain('Hart')
    unit.setToday(day('2026-12-04'))
    expect(names(await friday(), 'meetings')).toContain('Hart')
    unit.setToday(day('2026-12-31'))
    expect((await friday()).lead).toMatch(/^Friday 25 to Thursday 31 December 2026, so far/)
  })

  test('parts the weekend from next week, and says which days are bank holidays', async () => {
    const sheet = await friday()
    expect(names(sheet, 'weekend')).toEqual(['Dunn'])
    expect(partOf(sheet, 'weekend').says).toBe(
      'Due from Sat 28 Nov 2026 to Mon 30 Nov 2026, the next working day.',
    )
    expect(names(sheet, 'next')).toContain('Cole')
    unit.setToday(day('2026-12-24'))
    expect(partOf(await friday(), 'weekend').says).toBe(
      "Due from Sat 26 Dec 2026 to Tue 29 Dec 2026, the next working day. Mon 28 Dec 2026 is a bank holiday (Boxing Day). Fri 1 Jan 2027 is a bank holiday (New Year's Day).",
    )
  })

  test('says who came and left, those who left with it, and who covers whom', async () => {
    await unit.call('movements.record', {
      entries: [
        {
          personId: unit.id('A0005AA'),
          kind: 'transfer_out',
          on: day('2026-11-25'),
          where: 'HMP Hull',
          note: '',
        },
        { personId: unit.id('A0006AA'), kind: 'reception', on: day('2026-11-23'), where: '', note: '' },
      ],
    } as never)
    await cover('Jonah Askey', 'Amy Thornber', '2026-12-01', '2026-12-03')
    const sheet = await friday()
    expect(partOf(sheet, 'moved').rows.map(({ name, text }) => [name.split(',')[0], text])).toEqual([
      ['Frost', 'received into custody, Mon 23'],
      ['East', 'transferred out, HMP Hull, Wed 25'],
    ])
    expect(sheet.lead).toContain('1 came, 1 left')
    expect(partOf(sheet, 'cover').rows.map(({ name, text }) => [name, text])).toEqual([
      ['Jonah Askey', 'away Tue 1 Dec to Thu 3 Dec. Amy Thornber covers'],
    ])
    unit.as('Beth Lindqvist')
    expect(partOf(await friday('mine'), 'cover').rows).toEqual([])
  })
})

test('is refused as a file where exports are off', async () => {
  const closed = await unitStore({ policy: { exportsAllowed: false } })
  await expect(closed.call('sheets.save', { kind: 'morning', scope: 'unit' })).rejects.toMatchObject({
    code: 'not_allowed',
  })
  await closed.close()
})
