import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { universalTimes } from '../../../domain/invitations/clock-change.ts'
import { fileOf, quoted, textValue } from './ics-text.ts'

/** Somebody with an address that can stand in a header (`isEmailAddress`). Without a name only the address is written. */
export interface Party {
  name: string | null
  email: string
}

/** One meeting at a time of day, of the wall clock in England and Wales. */
export interface MeetingEvent {
  /** The same for the same meeting in every file. */
  uid: string
  /** Rises with every change that is given out. */
  sequence: number
  on: CivilDate
  /** `14:00` */
  from: string
  to: string
  summary: string
  location: string
  description: string
  /** It will not take place. */
  off: boolean
  /** Left out, a placeholder nobody can write to: a published file needs an organiser and may name none. */
  organizer: Party | null
  /** Written in an invitation only. */
  attendees: readonly Party[]
}

export type IcsMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH'

/**
 * The clocks of England and Wales since 1996, as rules: forward at 1am on the last Sunday of March, back at 2am summer time on
 * the last Sunday of October. Written out, as RFC 5545 (3.6.5) asks of every `TZID` a file uses.
 */
const LONDON = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZNAME:BST',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZNAME:GMT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** RFC 2606: an address under `.invalid` is nobody's and never will be. */
const NOBODY = 'ORGANIZER;CN="Handover Desk":mailto:nobody@handover-desk.invalid'

/**
 * An iCalendar file with a method (RFC 5546). `REQUEST` and `CANCEL` are of one meeting, with its organiser and attendees;
 * `PUBLISH` is of any number, without attendees, and one that is off says so by its status. `now` stamps every event.
 * Throws `TypeError` for an invitation without organiser or attendee, or of several meetings.
 */
export function invitationIcs(
  events: readonly MeetingEvent[],
  { method, now }: { method: IcsMethod; now: Date },
): string {
  if (method !== 'PUBLISH' && (events.length !== 1 || !events.every(isAddressed)))
    throw new TypeError('An invitation is of one meeting, and has an organiser and an attendee')
  return fileOf([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Handover Desk//Handover Desk//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...LONDON,
    ...events.flatMap((event) => eventLines(event, method, now)),
    'END:VCALENDAR',
  ])
}

const isAddressed = ({ organizer, attendees }: MeetingEvent): boolean =>
  organizer !== null && attendees.length > 0

function eventLines(event: MeetingEvent, method: IcsMethod, now: Date): string[] {
  const { uid, sequence, on, from, to, summary, location, description, off, organizer, attendees } = event
  return [
    'BEGIN:VEVENT',
    `UID:${textValue(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(now)}`,
    ...timeLines(on, from, to),
    `SUMMARY:${textValue(summary)}`,
    ...(location === '' ? [] : [`LOCATION:${textValue(location)}`]),
    `DESCRIPTION:${textValue(description)}`,
    organizer === null ? NOBODY : `ORGANIZER${named(organizer)}:${mailto(organizer)}`,
    ...(method === 'PUBLISH' ? [] : attendees.map((each) => attendeeLine(each, method))),
    `STATUS:${off ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${off ? 'TRANSPARENT' : 'OPAQUE'}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]
}

/** RFC 6068: the few signs an address may hold that mean something else in it are written out. */
const mailto = ({ email }: Party): string =>
  `mailto:${email.replaceAll(/[%?#&/^`{|}]/g, (sign) => encodeURIComponent(sign))}`

const named = ({ name }: Party): string => (name === null ? '' : `;CN=${quoted(name)}`)

function attendeeLine(party: Party, method: IcsMethod): string {
  const answer = method === 'REQUEST' ? ';PARTSTAT=NEEDS-ACTION;RSVP=TRUE' : ''
  return `ATTENDEE${named(party)};ROLE=REQ-PARTICIPANT${answer}:${mailto(party)}`
}

function timeLines(on: CivilDate, from: string, to: string): string[] {
  const odd = universalTimes(on, from, to)
  const plain = (moment: string) => `${moment.replaceAll(/[-:]/g, '')}00`
  if (odd !== null) return [`DTSTART:${plain(odd.start)}Z`, `DTEND:${plain(odd.end)}Z`]
  return [
    `DTSTART;TZID=Europe/London:${plain(`${on}T${from}`)}`,
    `DTEND;TZID=Europe/London:${plain(`${on}T${to}`)}`,
  ]
}

/** `20261123T081400Z` */
const utc = (now: Date): string => now.toISOString().replaceAll(/[-:]|\.\d+/g, '')
