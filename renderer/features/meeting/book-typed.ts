import type { InputOf } from '../../../domain/contract/index.ts'
import { isCivilDate } from '../../../domain/dates/civil-date.ts'
import { MEETING_MODES, type MeetingMode } from '../../../domain/meetings/booking.ts'
import type { FormReader } from '../../components/form/mistakes.ts'
import { NO_DATE, typedFrom, type TypedDate } from '../../components/form/typed-date.ts'
import type { Recordable } from '../case/case-file.ts'
import { readTime } from './read-time.ts'

/** What stands in the form of a booking. */
export interface BookTyped {
  day: TypedDate
  from: string
  to: string
  mode: MeetingMode
  place: string
  /** Null until somebody chooses: then those whom the case names. */
  attendees: string[] | null
  also: string
  reason: string
  /** The record the form was begun on. */
  seen: number | null
}

export const PLACE_LIMIT = 100
export const NAME_LIMIT = 120
export const REASON_LIMIT = 500

/** The form as the booking fills it; `offered` is a day another place in the app asks about. */
export function startBooking({ booking, seq }: Recordable, offered: string | null): BookTyped {
  const day = isCivilDate(offered) ? offered : (booking?.on ?? null)
  return {
    day: day === null ? NO_DATE : typedFrom(day),
    from: booking?.from ?? '',
    to: booking?.to ?? '',
    mode: booking?.mode ?? 'video',
    place: booking?.place ?? '',
    attendees: booking?.attendees ?? null,
    also: '',
    reason: '',
    seen: seq,
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** Whether a draft is one of this form. */
export function isBookTyped(body: unknown): body is BookTyped {
  if (typeof body !== 'object' || body === null) return false
  const form = body as Partial<Record<keyof BookTyped, unknown>>
  const day = form.day as Partial<TypedDate> | null | undefined
  return (
    [form.from, form.to, form.place, form.also, form.reason].every(isText) &&
    [day?.day, day?.month, day?.year].every(isText) &&
    (MEETING_MODES as readonly unknown[]).includes(form.mode) &&
    (form.attendees === null || (Array.isArray(form.attendees) && form.attendees.every(isText))) &&
    (form.seen === null || typeof form.seen === 'number')
  )
}

/** Names typed into one field, `;` or a new line between them. */
export const namesIn = (text: string): string[] =>
  text
    .split(/[;\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** What is too long is said, and never cut. */
export function refuseLong(read: FormReader, field: string, text: string, name: string, most: number): void {
  if (text.trim().length > most)
    read.refuse(field, `${name} must be ${most} characters or fewer; it has ${text.trim().length}`)
}

type Booking = NonNullable<InputOf<'meetings.book'>['booking']>

/** What is sent to book the meeting; null with the mistakes noted. */
export function readBooking(read: FormReader, form: BookTyped, attendees: readonly string[]): Booking | null {
  const on = read.date('on', form.day, 'the day of the meeting')
  const [from, to] = [readTime(form.from), readTime(form.to)]
  if (from === '') read.refuse('from', 'Enter when it begins, like 14:00')
  if (to === '') read.refuse('to', 'Enter when it ends, like 14:35')
  refuseLong(read, 'place', form.place, 'Where', PLACE_LIMIT)
  const also = namesIn(form.also)
  for (const name of also) refuseLong(read, 'also', name, 'A name', NAME_LIMIT)
  const everybody = [...new Set([...attendees, ...also])]
  if (everybody.length === 0) read.refuse('attendees', 'Choose who is to take part')
  refuseLong(read, 'reason', form.reason, 'The reason', REASON_LIMIT)
  if (!read.isSound || on === null) return null
  return { on, from, to, mode: form.mode, place: form.place, attendees: everybody }
}
