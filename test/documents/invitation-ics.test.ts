import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import {
  invitationIcs,
  type IcsMethod,
  type MeetingEvent,
} from '../../electron/app/documents/invitation-ics.ts'

// The text against RFC 5545 and RFC 5546, and read back by a parser that shares nothing with what writes it.

const NOW = new Date('2026-11-23T08:14:00.500Z')
const event = (more: Partial<MeetingEvent> = {}): MeetingEvent => ({
  uid: 'p-1-mt-handover@handover-desk',
  sequence: 0,
  on: '2026-11-26' as CivilDate,
  from: '14:00',
  to: '14:35',
  summary: 'Handover meeting – case 4C0D-95F2',
  location: 'Video',
  description: 'How: Video\nCase reference: 4C0D-95F2',
  off: false,
  organizer: { name: 'Amy Thornber', email: 'amy.thornber@example.gov.uk' },
  attendees: [{ name: 'Priestley; "Hannah", COM', email: 'hannah.priestley@example.gov.uk' }],
  ...more,
})
const write = (events: MeetingEvent[], method: IcsMethod = 'REQUEST') =>
  invitationIcs(events, { method, now: NOW })
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as never)
  const zone = calendar.getFirstSubcomponent('vtimezone')
  if (zone === null) throw new Error('no time zone')
  ICAL.TimezoneService.reset()
  ICAL.TimezoneService.register(new ICAL.Timezone(zone) as never)
  return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each))
}
const utc = (time: { toJSDate(): Date } | null | undefined) => time?.toJSDate().toISOString()

describe('the text', () => {
  const awkward = event({
    summary: 'Ünïcode – ' + 'é😀'.repeat(60),
    description: 'One; two, three\\four\r\nand "five"\u0007',
    location: `Room ${'x'.repeat(200)}`,
  })

  it('ends every line CRLF, and no line is longer than 75 octets', () => {
    const text = write([awkward])
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text).not.toMatch(/[^\r]\n|\r[^\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  it('escapes, folds and comes back as it was', () => {
    const text = write([awkward])
    expect(unfolded(text)).toContain('DESCRIPTION:One\\; two\\, three\\\\four\\nand "five"')
    const [only] = read(text)
    expect(only?.summary).toBe(awkward.summary)
    expect(only?.description).toBe('One; two, three\\four\nand "five"')
    expect(only?.location).toBe(awkward.location)
  })

  it('has everything RFC 5546 asks of a request, once', () => {
    const lines = unfolded(write([event()]))
    for (const line of [
      'VERSION:2.0',
      'METHOD:REQUEST',
      'UID:p-1-mt-handover@handover-desk',
      'SEQUENCE:0',
      'DTSTAMP:20261123T081400Z',
      'DTSTART;TZID=Europe/London:20261126T140000',
      'DTEND;TZID=Europe/London:20261126T143500',
      'STATUS:CONFIRMED',
      'CLASS:PRIVATE',
      'ORGANIZER;CN="Amy Thornber":mailto:amy.thornber@example.gov.uk',
      `ATTENDEE;CN="Priestley; 'Hannah', COM";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:hannah.priestley@example.gov.uk`,
    ])
      expect(lines.filter((each) => each === line)).toEqual([line])
    expect(lines.filter((line) => line.startsWith('PRODID:'))).toHaveLength(1)
  })

  it('calls off with the method and the status, and asks no answer', () => {
    const lines = unfolded(write([event({ off: true, sequence: 3 })], 'CANCEL'))
    expect(lines).toContain('METHOD:CANCEL')
    expect(lines).toContain('STATUS:CANCELLED')
    expect(lines).toContain('SEQUENCE:3')
    expect(lines.join('\n')).not.toMatch(/RSVP|PARTSTAT/)
  })

  it('publishes many without attendees and with an organiser nobody can write to', () => {
    const text = write(
      [event({ organizer: null }), event({ uid: 'p-2', off: true, organizer: null })],
      'PUBLISH',
    )
    const lines = unfolded(text)
    expect(lines).toContain('METHOD:PUBLISH')
    expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toEqual([])
    expect(lines.filter((line) => line.startsWith('ORGANIZER'))).toHaveLength(2)
    expect(text).not.toMatch(/example\.gov\.uk/)
    expect(read(text)).toHaveLength(2)
    expect(lines.filter((line) => line === 'BEGIN:VTIMEZONE')).toHaveLength(1)
  })

  it('names nobody where no name is given, and keeps an odd address whole', () => {
    const text = write([
      event({
        organizer: { name: null, email: 'a+b@example.gov.uk' },
        attendees: [{ name: null, email: 'odd?to=x&y%@example.gov.uk' }],
      }),
    ])
    expect(text).not.toMatch(/CN=/)
    const [only] = read(text)
    expect(only?.organizer).toBe('mailto:a+b@example.gov.uk')
    expect(String(only?.attendees[0]?.getFirstValue())).toBe('mailto:odd%3Fto=x%26y%25@example.gov.uk')
  })

  it('is never an invitation of nobody, by nobody or of two meetings', () => {
    expect(() => write([event({ organizer: null })])).toThrow(TypeError)
    expect(() => write([event({ attendees: [] })])).toThrow(TypeError)
    expect(() => write([event(), event({ uid: 'p-2' })])).toThrow(TypeError)
  })
})

describe('times, read back in universal time', () => {
  it.each([
    ['winter', '2026-11-26', '14:00', '14:35', '2026-11-26T14:00:00.000Z', '2026-11-26T14:35:00.000Z'],
    ['summer', '2026-07-01', '14:00', '14:35', '2026-07-01T13:00:00.000Z', '2026-07-01T13:35:00.000Z'],
    [
      'the day before the clocks go forward',
      '2026-03-28',
      '09:00',
      '10:00',
      '2026-03-28T09:00:00.000Z',
      '2026-03-28T10:00:00.000Z',
    ],
    [
      'before they go forward',
      '2026-03-29',
      '00:30',
      '00:59',
      '2026-03-29T00:30:00.000Z',
      '2026-03-29T00:59:00.000Z',
    ],
    [
      'after they went forward',
      '2026-03-29',
      '02:00',
      '09:00',
      '2026-03-29T01:00:00.000Z',
      '2026-03-29T08:00:00.000Z',
    ],
    [
      'before they go back',
      '2026-10-25',
      '00:30',
      '00:59',
      '2026-10-24T23:30:00.000Z',
      '2026-10-24T23:59:00.000Z',
    ],
    [
      'after they went back',
      '2026-10-25',
      '02:00',
      '09:00',
      '2026-10-25T02:00:00.000Z',
      '2026-10-25T09:00:00.000Z',
    ],
    ['another year', '2031-10-26', '09:00', '10:00', '2031-10-26T09:00:00.000Z', '2031-10-26T10:00:00.000Z'],
    [
      'another summer',
      '2031-03-30',
      '09:00',
      '10:00',
      '2031-03-30T08:00:00.000Z',
      '2031-03-30T09:00:00.000Z',
    ],
  ])('%s', (_, on, from, to, start, end) => {
    const [only] = read(write([event({ on: on as CivilDate, from, to })]))
    expect(utc(only?.startDate)).toBe(start)
    expect(utc(only?.endDate)).toBe(end)
  })

  // RFC 5545, 3.3.5: an hour that is left out lies an hour later, one that comes twice is its first. Parsers differ on
  // such times of the wall clock, so these are written in universal time.
  it.each([
    [
      'begins in the hour that is left out',
      '2026-03-29',
      '01:30',
      '02:15',
      '2026-03-29T01:30',
      '2026-03-29T02:15',
    ],
    ['ends in it', '2026-03-29', '00:30', '01:30', '2026-03-29T00:30', '2026-03-29T01:30'],
    [
      'begins in the hour that comes twice',
      '2026-10-25',
      '01:30',
      '02:15',
      '2026-10-25T00:30',
      '2026-10-25T02:15',
    ],
    ['ends in it', '2026-10-25', '00:15', '01:30', '2026-10-24T23:15', '2026-10-25T00:30'],
  ])('%s on %s', (_, on, from, to, start, end) => {
    const [only] = read(write([event({ on: on as CivilDate, from, to })]))
    expect(utc(only?.startDate)).toBe(`${start}:00.000Z`)
    expect(utc(only?.endDate)).toBe(`${end}:00.000Z`)
  })
})
