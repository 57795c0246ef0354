import ical, { ICalEventClass, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { addDays } from '../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'

export interface IcsEvent {
  /** The same for the same event whatever day it is on, so that a second file moves it instead of adding another. */
  uid: string
  date: CivilDate
  summary: string
  description: string
  category: string
  /** A planning date nobody has settled. */
  tentative: boolean
  /** Rises whenever something about the case is learned or recorded. */
  sequence: number
}

const OCTETS_IN_A_LINE = 75

/** The library writes a date as it stands in UTC, so a day goes in as its midnight there. */
const midnight = (date: CivilDate) => new Date(`${date}T00:00:00Z`)

/** RFC 5545 counts octets, not characters, and never splits one character over two lines. */
function foldLine(line: string): string {
  if (Buffer.byteLength(line) <= OCTETS_IN_A_LINE) return line
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > OCTETS_IN_A_LINE) {
      parts.push(part)
      part = ''
      // The space that begins a folded line counts.
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n ')
}

/**
 * An iCalendar file (RFC 5545) of all-day events: `VALUE=DATE`, an end the day after, private, taking up no time. `now` stamps
 * every event, `asAt` says how new what it rests on is. Lines end CRLF, the last too.
 */
export function calendarIcs(
  events: readonly IcsEvent[],
  { name, now, asAt }: { name: string; now: Date; asAt: string },
): string {
  const calendar = ical({
    prodId: { company: 'Handover Desk', product: 'Handover Desk', language: 'EN' },
    name,
    description: `As at ${asAt}`,
  })
  for (const event of events) {
    calendar.createEvent({
      id: event.uid,
      start: midnight(event.date),
      end: midnight(addDays(event.date, 1)),
      allDay: true,
      timezone: 'UTC',
      stamp: now,
      sequence: event.sequence,
      summary: event.summary,
      description: event.description,
      categories: [{ name: event.category }],
      class: ICalEventClass.PRIVATE,
      status: event.tentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  const unfolded = calendar.toString().replaceAll('\r\n ', '')
  const lines = unfolded.split('\r\n').filter((line) => line !== '')
  return `${lines.map(foldLine).join('\r\n')}\r\n`
}
