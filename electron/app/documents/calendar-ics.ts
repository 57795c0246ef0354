import ical, { ICalEventClass, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { addDays } from '../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { fileOf } from './ics-text.ts'

export interface IcsEvent {
  /** The same for the same event whatever day it is on, so that a second file moves it instead of adding another. */
  uid: string
  date: CivilDate
  summary: string
  description: string
  category: string
  /** A planning date nobody has settled. */
  tentative: boolean
  /** Not to be shown any more: a diary that had it takes it away. */
  off: boolean
  /** Rises whenever something about the case is learned or recorded. */
  sequence: number
}

/** The library writes a date as it stands in UTC, so a day goes in as its midnight there. */
const midnight = (date: CivilDate) => new Date(`${date}T00:00:00Z`)

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
      status: event.off
        ? ICalEventStatus.CANCELLED
        : event.tentative
          ? ICalEventStatus.TENTATIVE
          : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  const unfolded = calendar.toString().replaceAll('\r\n ', '')
  const lines = unfolded.split('\r\n').filter((line) => line !== '')
  return fileOf(lines)
}
