import ICAL from 'ical.js'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../domain/contract/index.ts'
import { readEml, decoded } from '../documents/read-eml.ts'
import { day, person, TODAY, unitStore } from './unit-store.ts'

// What goes out about a booked meeting: in which order numbers rise, who is named, what is refused, what is called off.
let unit: Awaited<ReturnType<typeof unitStore>>
const opened: (typeof unit)[] = []
beforeEach(async () => {
  unit = await unitStore()
  opened.push(unit)
  await unit.learn([
    person('A0001AA', {
      last_name: 'Marlowe',
      first_name: 'Dean',
      location: 'B-2-014',
      crd: day('2027-07-15'),
      pom_email: 'amy.thornber@example.gov.uk',
      com_name: 'Priestley, Hannah',
      com_email: 'hannah.priestley@example.gov.uk',
    }),
    person('A0002AA', { crd: day('2027-07-15'), pom_name: 'Farida Noor' }),
  ])
})
afterAll(() => Promise.all(opened.map((each) => each.close())))

type Booking = NonNullable<InputOf<'meetings.book'>['booking']>
const PEOPLE = ['Amy Thornber (POM)', 'Marlowe, Dean', 'Hannah Priestley (COM)', 'Officer Moss (key worker)']
const booking = (more: Partial<Booking> = {}): Booking => ({
  on: day('2026-11-26'),
  from: '14:00',
  to: '14:35',
  mode: 'video',
  place: 'Link room 1',
  attendees: PEOPLE,
  ...more,
})
const TASK = { task: 'mt-handover' } as const
const show = (more: Partial<InputOf<'invitations.show'>> = {}, number = 'A0001AA') =>
  unit.call('invitations.show', { personId: unit.id(number), ...TASK, names: false, cancel: false, ...more })
const book = async (what: Booking | null, number = 'A0001AA') =>
  unit.call('meetings.book', {
    personId: unit.id(number),
    ...TASK,
    booking: what,
    reason: 'The COM is in court',
    seen: (await show({}, number)).seen,
  })
const COM = { who: 'Hannah Priestley (COM)', email: 'hannah.priestley@example.gov.uk' }
const save = async (more: Partial<InputOf<'invitations.save'>> = {}, number = 'A0001AA') => {
  const shown = await show({ cancel: more.cancel ?? false }, number)
  return unit.call('invitations.save', {
    personId: unit.id(number),
    ...TASK,
    format: 'ics',
    names: false,
    cancel: false,
    addresses: shown.attendees.flatMap(({ who, email }) => (email === null ? [] : [{ who, email }])),
    ownAddress: '',
    seen: shown.seen,
    ...more,
  })
}
const saveAll = (more: Partial<InputOf<'invitations.saveAll'>> = {}) =>
  unit.call('invitations.saveAll', { scope: 'unit', pom: null, names: false, ...more })
const lastText = () => Buffer.from(unit.saved.at(-1)?.bytes ?? []).toString('utf8')
const plain = (text = lastText()) => text.replaceAll('\r\n ', '').replaceAll('\r\n', '\n')
const valuesOf = (name: string, text = lastText()) =>
  plain(text)
    .split('\n')
    .filter((line) => line.startsWith(name))
const died = (kind: 'died' | 'hospital' | 'transfer_out', number = 'A0001AA') =>
  unit.call('movements.record', {
    entries: [{ personId: unit.id(number), kind, on: TODAY, where: '', note: '' }],
  })

describe('an invitation', () => {
  it('says what would go out, to whom, and whom it cannot reach', async () => {
    await book(booking())
    expect(await show()).toMatchObject({
      kind: 'request',
      method: 'REQUEST',
      sequence: 0,
      sent: null,
      organizer: { name: 'Amy Thornber', email: 'amy.thornber@example.gov.uk', from: 'pom' },
      attendees: [
        { who: 'Amy Thornber (POM)', email: 'amy.thornber@example.gov.uk', from: 'case' },
        { who: 'Marlowe, Dean', email: null, inCustody: true },
        { who: 'Hannah Priestley (COM)', email: 'hannah.priestley@example.gov.uk', from: 'case' },
        { who: 'Officer Moss (key worker)', email: null, inCustody: false },
      ],
      warnings: [
        expect.stringMatching(/in the name of Amy Thornber/),
        'No address is known of Officer Moss (key worker): enter one, or tell them yourself.',
      ],
    })
  })

  it('names nobody and no place unless asked, but is addressed', async () => {
    await book(booking())
    expect(await save()).toMatchObject({
      saved: true,
      kind: 'request',
      method: 'REQUEST',
      sequence: 0,
      to: 1,
    })
    const text = plain()
    expect(text.replaceAll(/mailto:\S+/g, '')).not.toMatch(
      /Marlowe|Dean|A0001AA|Thornber|Priestley|Moss|Leeds|Link room|B-2/i,
    )
    expect(valuesOf('ATTENDEE')).toEqual([
      'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:hannah.priestley@example.gov.uk',
    ])
    expect(valuesOf('UID')).toEqual([`UID:${unit.id('A0001AA')}-mt-handover@handover-desk`])
    expect(unit.saved.at(-1)?.name).toMatch(/^invitation-[0-9A-F]{4}-[0-9A-F]{4}-2026-11-26\.ics$/)
  })

  it('with names says who and where, never why it was moved', async () => {
    await book(booking())
    await book(booking({ on: day('2026-11-27') }))
    await save({ names: true })
    expect(plain()).toMatch(/SUMMARY:Handover meeting – Marlowe\\, Dean \(A0001AA\)/)
    expect(plain()).toMatch(/LOCATION:Video: Link room 1/)
    expect(plain()).toMatch(/ATTENDEE;CN="Hannah Priestley \(COM\)"/)
    expect(plain()).not.toMatch(/court/)
  })

  it('as an e-mail is a draft to those it is sent to, with the invitation as an alternative to the text', async () => {
    await book(booking())
    await save({ format: 'eml', addresses: [COM] })
    const message = readEml(unit.saved.at(-1)?.bytes ?? new Uint8Array())
    expect(message.headers).toMatchObject({ to: COM.email, 'x-unsent': '1' })
    expect(message.headers['subject']).toMatch(/^Handover meeting, Thu 26 Nov 2026, 2pm to 2:35pm \(case /)
    const [text, calendar] = message.parts
    expect(decoded(text)).toMatch(/^Please accept or decline this meeting\./)
    expect(calendar?.headers['content-type']).toBe('text/calendar; charset=utf-8; method=REQUEST')
    expect(valuesOf('METHOD', decoded(calendar))).toEqual(['METHOD:REQUEST'])
    expect(valuesOf('ATTENDEE', decoded(calendar))).toEqual([expect.stringContaining(`:mailto:${COM.email}`)])
  })

  it('goes out to nobody as a file to put into a diary', async () => {
    await book(booking())
    expect(await save({ addresses: [] })).toMatchObject({ method: 'PUBLISH', to: 0 })
    expect(valuesOf('ATTENDEE')).toEqual([])
    expect(valuesOf('ORGANIZER')).toHaveLength(1)
  })

  it('without any organiser’s address is a file too, and with one’s own an invitation', async () => {
    await book(booking({ attendees: [COM.who] }), 'A0002AA')
    expect(await show({}, 'A0002AA')).toMatchObject({ organizer: null, method: 'PUBLISH' })
    expect(await save({ addresses: [COM] }, 'A0002AA')).toMatchObject({ method: 'PUBLISH' })
    expect(
      await save({ addresses: [COM], ownAddress: 'ruth.adeyemi@example.gov.uk' }, 'A0002AA'),
    ).toMatchObject({ method: 'REQUEST', sequence: 0 })
    expect(valuesOf('ORGANIZER')).toEqual(['ORGANIZER:mailto:ruth.adeyemi@example.gov.uk'])
  })

  it('says where the clocks make its time doubtful, and writes the moment', async () => {
    await book(booking({ on: day('2027-03-28'), from: '01:30', to: '02:15' }))
    expect((await show()).warnings.join(' ')).toMatch(/There is no 1:30am on 28 March 2027/)
    await save()
    expect([...valuesOf('DTSTART:2027'), ...valuesOf('DTEND:2027')]).toEqual([
      'DTSTART:20270328T013000Z',
      'DTEND:20270328T021500Z',
    ])
  })

  it('says who was invited and takes part no longer', async () => {
    await book(booking())
    await save()
    await book(booking({ attendees: PEOPLE.slice(0, 2) }))
    expect((await show()).warnings).toContain(
      'Hannah Priestley (COM) was invited before and takes part no longer: tell them yourself.',
    )
  })

  it('is called off by e-mail to those it went to, as a cancellation', async () => {
    await book(booking())
    await save({ format: 'eml', addresses: [COM] })
    await book(null)
    await save({ format: 'eml' })
    const message = readEml(unit.saved.at(-1)?.bytes ?? new Uint8Array())
    expect(message.headers).toMatchObject({ to: COM.email, subject: expect.stringMatching(/^Called off: /) })
    expect(message.parts[1]?.headers['content-type']).toBe('text/calendar; charset=utf-8; method=CANCEL')
    expect(valuesOf('STATUS', decoded(message.parts[1]))).toEqual(['STATUS:CANCELLED'])
  })

  it('keeps addresses typed for it, by name', async () => {
    await book(booking())
    await save({ addresses: [COM, { who: 'Officer Moss (key worker)', email: ' moss@example.gov.uk ' }] })
    expect((await show()).attendees[3]).toMatchObject({ email: 'moss@example.gov.uk', from: 'typed' })
  })

  it('refuses an address that is none, at its field, and keeps nothing', async () => {
    await book(booking())
    await expect(
      save({ addresses: [{ who: COM.who, email: 'hannah@example.gov.uk\r\nBcc: x@example.com' }] }),
    ).rejects.toMatchObject({
      code: 'bad_input',
      fields: { 'to-1': expect.stringMatching(/^Enter one email/) },
    })
    expect(unit.saved).toEqual([])
    expect(await show()).toMatchObject({ sent: null })
  })

  it('is refused where exports are off', async () => {
    const off = await unitStore({ policy: { exportsAllowed: false } })
    opened.push(off)
    const input = { scope: 'unit', pom: null, names: false } as const
    await expect(off.call('invitations.saveAll', input)).rejects.toMatchObject({ code: 'not_allowed' })
  })
})

describe('numbers', () => {
  it('rise from the first booking over every change, under one id, also with the clock set back', async () => {
    const seen: [string, string, string][] = []
    const send = async () => {
      await save()
      seen.push([valuesOf('METHOD')[0] ?? '', valuesOf('SEQUENCE')[0] ?? '', valuesOf('STATUS')[0] ?? ''])
    }
    await book(booking())
    await send()
    await send()
    unit.as('Amy Thornber')
    await book(booking({ on: day('2026-11-27') }))
    await send()
    unit.setToday(day('2026-11-20'))
    unit.as('Ruth Adeyemi', 'head_of_omu')
    await book(booking({ on: day('2026-11-25') }))
    await send()
    expect(valuesOf('DTSTAMP')).toEqual(['DTSTAMP:20261120T090000Z'])
    await book(null)
    await send()
    await send()
    await book(booking())
    await send()
    expect(seen).toEqual([
      ['METHOD:REQUEST', 'SEQUENCE:0', 'STATUS:CONFIRMED'],
      ['METHOD:REQUEST', 'SEQUENCE:0', 'STATUS:CONFIRMED'],
      ['METHOD:REQUEST', 'SEQUENCE:1', 'STATUS:CONFIRMED'],
      ['METHOD:REQUEST', 'SEQUENCE:2', 'STATUS:CONFIRMED'],
      ['METHOD:CANCEL', 'SEQUENCE:3', 'STATUS:CANCELLED'],
      ['METHOD:CANCEL', 'SEQUENCE:3', 'STATUS:CANCELLED'],
      ['METHOD:REQUEST', 'SEQUENCE:4', 'STATUS:CONFIRMED'],
    ])
    const ids = unit.saved.map(({ bytes }) => valuesOf('UID', Buffer.from(bytes).toString('utf8'))[0])
    expect(new Set(ids).size).toBe(1)
    const organizers = unit.saved.map(
      ({ bytes }) => valuesOf('ORGANIZER', Buffer.from(bytes).toString('utf8'))[0],
    )
    expect(new Set(organizers).size).toBe(1)
  })

  it('say what it would be: an invitation, an update, a cancellation or nothing', async () => {
    expect(await show()).toMatchObject({
      kind: 'nothing',
      whyNot: expect.stringMatching(/^Nothing is booked\. No invitation/),
    })
    await book(booking())
    await book(null)
    expect(await show()).toMatchObject({
      kind: 'nothing',
      whyNot: expect.stringMatching(/No invitation went out/),
    })
    await book(booking())
    expect(await show()).toMatchObject({ kind: 'request', sequence: 2 })
    await save()
    expect(await show()).toMatchObject({ kind: 'request', sent: { same: true, by: 'Ruth Adeyemi' } })
    await book(booking({ to: '15:00' }))
    expect(await show()).toMatchObject({ kind: 'update', sent: { same: false } })
    await book(null)
    expect(await show()).toMatchObject({
      kind: 'cancellation',
      method: 'CANCEL',
      attendees: [{ who: 'Hannah Priestley (COM)', email: 'hannah.priestley@example.gov.uk' }],
    })
  })

  it('have nothing to say of a meeting held, nor of one whose day has passed', async () => {
    await book(booking())
    await save()
    unit.setToday(day('2026-11-27'))
    expect(await show()).toMatchObject({ kind: 'nothing', whyNot: expect.stringMatching(/has passed/) })
    await unit.record('A0001AA', 'mt-handover', day('2026-11-26'))
    expect(await show()).toMatchObject({
      kind: 'nothing',
      whyNot: expect.stringMatching(/^The meeting was held/),
    })
    await expect(save()).rejects.toMatchObject({ code: 'bad_input' })
  })

  it('are not given out over a booking somebody else made meanwhile', async () => {
    await book(booking())
    const { seen } = await show()
    await book(booking({ on: day('2026-11-27') }))
    await expect(save({ seen })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/booked for Fri 27 Nov 2026/),
    })
    expect(unit.saved).toEqual([])
  })

  it('are not counted where nothing was saved', async () => {
    await book(booking())
    unit.desk.host.dialogs.saveFile = async () => null
    expect(await save()).toMatchObject({ saved: false, file: null })
    expect(await show()).toMatchObject({ sent: null })
  })
})

describe('somebody who is here no longer', () => {
  it.each(['died', 'transfer_out'] as const)(
    '%s: what went out is called off, and says why',
    async (kind) => {
      await book(booking())
      await save()
      await died(kind)
      const shown = await show()
      expect(shown).toMatchObject({ kind: 'cancellation', sequence: 1 })
      expect(shown.warnings.join(' ')).toMatch(/on 23 November 2026: no invitation goes out/)
      expect(shown.text).not.toMatch(/died|transfer/i)
      await save({ names: true })
      expect(valuesOf('METHOD')).toEqual(['METHOD:CANCEL'])
      expect(plain()).not.toMatch(/died|transferred/i)
    },
  )

  it('is sent nothing where nothing went out', async () => {
    await book(booking())
    await died('died')
    expect(await show()).toMatchObject({
      kind: 'nothing',
      whyNot: expect.stringMatching(/^Died on 23 November 2026/),
    })
    await expect(save()).rejects.toMatchObject({ code: 'bad_input' })
  })

  it('away for a while: may be met there, or called off', async () => {
    await book(booking())
    await save()
    await died('hospital')
    const shown = await show()
    expect(shown).toMatchObject({ kind: 'request', mayCancel: true })
    expect(shown.warnings.join(' ')).toMatch(/In hospital since 23 November 2026/)
    expect(await save({ cancel: true })).toMatchObject({
      kind: 'cancellation',
      method: 'CANCEL',
      sequence: 1,
    })
    // It is held there after all: above what called it off.
    expect(await save({ addresses: [COM] })).toMatchObject({
      kind: 'request',
      method: 'REQUEST',
      sequence: 2,
    })
  })
})

describe('one file of every booked meeting', () => {
  it('is of the unit, of one POM or of one’s own, by time, without names', async () => {
    await book(booking())
    await book(booking({ from: '09:00', to: '09:30', attendees: ['Farida Noor (POM)'] }), 'A0002AA')
    expect(await saveAll()).toMatchObject({ saved: true, booked: 2, off: 0, first: '2026-11-26' })
    expect(valuesOf('METHOD')).toEqual(['METHOD:PUBLISH'])
    expect(valuesOf('DTSTART;')).toEqual([
      'DTSTART;TZID=Europe/London:20261126T090000',
      'DTSTART;TZID=Europe/London:20261126T140000',
    ])
    expect(plain()).not.toMatch(/Marlowe|Thornber|Noor|Priestley|example\.gov\.uk|ATTENDEE/i)
    expect(() => ICAL.parse(lastText())).not.toThrow()
    expect(await saveAll({ pom: 'NOOR, Farida' })).toMatchObject({ booked: 1 })
    unit.as('Amy Thornber')
    expect(await saveAll({ scope: 'mine', names: true })).toMatchObject({ booked: 1 })
    expect(valuesOf('SUMMARY')).toEqual(['SUMMARY:Handover meeting – Marlowe\\, Dean (A0001AA)'])
  })

  it('says of a meeting called off since that it is off, in every later file, above what was given out', async () => {
    await book(booking())
    await saveAll()
    await book(null)
    for (let time = 0; time < 2; time += 1) {
      expect(await saveAll()).toMatchObject({ booked: 0, off: 1 })
      expect(valuesOf('STATUS')).toEqual(['STATUS:CANCELLED'])
      expect(valuesOf('SEQUENCE')).toEqual(['SEQUENCE:1'])
      expect(valuesOf('SUMMARY')[0]).toMatch(/^SUMMARY:Called off: Handover meeting – case /)
    }
    await book(booking())
    await saveAll()
    expect([...valuesOf('SEQUENCE'), ...valuesOf('STATUS')]).toEqual(['SEQUENCE:2', 'STATUS:CONFIRMED'])
  })

  it('gives a meeting the number its invitation has, and offers no cancellation to those who got none', async () => {
    await book(booking())
    await saveAll()
    await book(booking({ on: day('2026-11-27') }))
    await saveAll()
    expect(await show()).toMatchObject({ kind: 'request', sequence: 1 })
    await book(null)
    expect(await show()).toMatchObject({ kind: 'nothing' })
  })

  it('is shown once: the all-day calendar calls its own event off while the meeting stands in a diary', async () => {
    const status = async () => {
      await unit.call('calendar.export', { from: TODAY, to: day('2026-11-30'), scope: 'unit', names: false })
      const at = valuesOf('UID').findIndex((uid) => uid.endsWith('-mt-handover-day@handover-desk'))
      return valuesOf('STATUS')[at]
    }
    await book(booking())
    expect(await status()).toBe('STATUS:CONFIRMED')
    await saveAll()
    const [own] = valuesOf('UID')
    expect(await status()).toBe('STATUS:CANCELLED')
    expect(valuesOf('UID')).not.toContain(own)
  })

  it('calls off the meeting of somebody who left, and saves nothing where there is nothing', async () => {
    expect(await saveAll()).toEqual({ saved: false, file: null, booked: 0, off: 0, first: null, last: null })
    await book(booking())
    await saveAll()
    await died('died')
    expect(await saveAll()).toMatchObject({ booked: 0, off: 1 })
    expect(plain()).not.toMatch(/died/i)
  })
})
