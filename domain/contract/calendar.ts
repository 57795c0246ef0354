import { z } from 'zod'
import { CALENDAR_FILTERS, CALENDAR_KINDS, EVENT_KINDS } from '../calendar/calendar-filters.ts'
import { MANDATED_MEETING_IDS, SENSES } from '../model/plan.ts'
import { ROLES } from '../model/role.ts'
import { meetingState } from './caseload.ts'
import { method } from './method.ts'
import { civilDate, nothing, personRef, scope, tag } from './schemas.ts'

const value = z.string().max(200).nullable()
const filters = z.strictObject({
  /** Null: what is usual for whose cases they are. */
  hidden: z.array(z.enum(CALENDAR_KINDS)).max(CALENDAR_KINDS.length).nullable(),
  pom: value,
  wing: value,
  region: value,
})

const event = z.strictObject({
  ...personRef,
  /** Stable: the same event has the same id when its day moves. */
  id: z.string(),
  kind: z.enum(EVENT_KINDS),
  date: civilDate,
  /** `14:00` of a booked meeting. */
  from: z.string().nullable(),
  windowFrom: civilDate.nullable(),
  /** The last day of the window: of a meeting to book its own day, of one booked another. */
  windowTo: civilDate.nullable(),
  title: z.string(),
  who: z.string(),
  state: meetingState.nullable(),
  /** What the day of dated work means; null for everything else. */
  sense: z.enum(SENSES).nullable(),
  provisional: z.boolean(),
  tags: z.array(tag),
  /** The meeting to book, move or cancel; null for what cannot be. */
  book: z.enum(MANDATED_MEETING_IDS).nullable(),
})

const holiday = z.strictObject({ date: civilDate, title: z.string() })

/** What every answer says of what it was narrowed to. */
const narrowed = {
  /** Those in force: the ones asked for, else those kept for the user. */
  filters,
  /** The values somebody in scope has. */
  choices: z.record(z.enum(CALENDAR_FILTERS), z.array(z.string())),
}

/** Left out, the filters kept for the user are used. */
const asked = { scope, filters: filters.optional() }

export const calendar = {
  'calendar.show': method({
    input: z.strictObject({ from: civilDate, to: civilDate, ...asked }),
    output: z.strictObject({
      today: civilDate,
      from: civilDate,
      to: civilDate,
      events: z.array(event),
      /** What stands on a day besides dated work and has no room, counted. A list has the most for its first day. */
      rest: z.array(z.strictObject({ date: civilDate, count: z.number().int() })),
      /** Dated work a day has no room for, counted. */
      more: z.array(z.strictObject({ date: civilDate, count: z.number().int() })),
      holidays: z.array(holiday),
      /** Said where some of these days lie outside the list of bank holidays; null where none does. */
      holidaysNote: z.string().nullable(),
      /** Events a month, dated work aside, from this month on: for jumping ahead. */
      months: z.array(z.strictObject({ month: z.string().regex(/^\d{4}-\d\d$/), count: z.number().int() })),
      ...narrowed,
    }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about:
      'Handovers, mandated meetings, dated work, parole dates and releases between two days, at most 400 apart; what a day, or the page, has no room for is counted.',
  }),
  'calendar.month': method({
    input: z.strictObject({ from: civilDate, ...asked }),
    output: z.strictObject({
      today: civilDate,
      from: civilDate,
      to: civilDate,
      weeks: z.array(
        z.strictObject({
          key: civilDate,
          days: z.array(
            z.strictObject({
              date: civilDate,
              events: z.array(event),
              total: z.number().int(),
              work: z.number().int(),
            }),
          ),
          bands: z.array(
            z.strictObject({
              event,
              first: z.number().int(),
              last: z.number().int(),
              begins: z.boolean(),
              ends: z.boolean(),
            }),
          ),
          windows: z.number().int(),
        }),
      ),
      holidays: z.array(holiday),
      holidaysNote: z.string().nullable(),
      ...narrowed,
    }),
    roles: ROLES,
    personal: true,
    audit: null,
    changes: [],
    about:
      'Six weeks laid out: what each day has room for, the rest and dated work counted, and windows of meetings to book as bands.',
  }),
  'calendar.saveFilters': method({
    input: filters,
    output: nothing,
    roles: ROLES,
    personal: false,
    audit: 'kept filters of the calendar',
    changes: ['views'],
    about: 'Keeps what the signed-in user shows and hides in the calendar, in the place of what was kept.',
  }),
  'calendar.print': method({
    input: z.strictObject({ view: z.enum(['list', 'month']), from: civilDate, ...asked }),
    output: z.strictObject({ saved: z.boolean(), file: z.string().nullable() }),
    roles: ['head_of_omu', 'pom', 'case_administrator'],
    personal: true,
    audit: 'printed the calendar',
    changes: [],
    about: 'Saves four weeks as a list, or six weeks as a month, as a PDF on A4.',
  }),
  'calendar.export': method({
    input: z.strictObject({ from: civilDate, to: civilDate, scope, names: z.boolean() }),
    output: z.strictObject({ saved: z.boolean(), events: z.number().int(), file: z.string().nullable() }),
    roles: ['head_of_omu', 'pom', 'case_administrator'],
    personal: true,
    audit: 'exported a calendar',
    changes: [],
    about: 'Saves an iCalendar file: all-day events with stable ids, no names unless asked for.',
  }),
}
