import type { Store } from '../../../../db/types.ts'
import type { DraftPart, DraftSheet } from '../../../../domain/sheets/fit-sheet.ts'
import { spanOnSheet } from '../../../../domain/sheets/day-words.ts'
import type { SheetLayout, SheetRow } from '../../../../domain/sheets/sheet.ts'
import { formatDayAndDate } from '../../../../domain/text/dates.ts'
import { notEntered } from './not-entered.ts'
import { MOST_ROWS } from './sheet-rows.ts'
import { placesOf, type SheetScope } from './sheet-scope.ts'
import {
  coverNextWeek,
  fridayDays,
  holidaysInWords,
  nextWeek,
  overTheWeekend,
  restOfWeek,
  type FridayDays,
} from './week-ahead.ts'
import { handoversOfWeek, meetingsOfWeek, movedInWeek, type WeekSoFar } from './week-so-far.ts'

type Drawn = Pick<DraftSheet, 'title' | 'lead' | 'blocks' | 'leastNotes' | 'sign'>

interface Lists {
  meetings: ReturnType<typeof meetingsOfWeek>
  handovers: SheetRow[]
  moved: ReturnType<typeof movedInWeek>
}

/** `only` is the POM whose own close it is; null for the unit's. */
export function fridayClose(store: Store, scope: SheetScope, only: string | null): Drawn {
  const { today } = scope.unit
  const days = fridayDays(today)
  const week = { from: days.from, to: today }
  const lists: Lists = {
    meetings: meetingsOfWeek(store, scope, week),
    handovers: handoversOfWeek(scope, week),
    moved: movedInWeek(scope, week),
  }
  const { meetings, handovers, moved } = lists
  const open = notEntered(scope)
  const rest = restOfWeek(scope, days)
  return {
    title: `Friday close: ${scope.whose}`,
    lead: leadOf(scope, week, today < days.friday, lists),
    blocks: [
      [
        part(
          scope,
          'meetings',
          'week',
          'Meetings this week',
          [...meetings.missed, ...meetings.notHeld, ...meetings.heldRows],
          {
            least: 4,
            empty: 'No mandated meeting was held or missed this week.',
            where: 'in the calendar',
          },
        ),
      ],
      [
        part(scope, 'handovers', 'week', 'Handovers this week', handovers, {
          least: 3,
          empty: 'No handover fell this week.',
          where: 'in Handovers, in progress',
        }),
      ],
      [
        part(scope, 'open', 'week', 'Not entered yet', open.rows, {
          least: 4,
          empty: 'Everything is entered.',
          where: open.where,
        }),
      ],
      ...restPart(scope, rest, today >= days.friday),
      [
        part(scope, 'weekend', 'week', 'Open over the weekend', overTheWeekend(scope, days), {
          least: 4,
          says: weekendWords(days),
          empty: 'Nothing falls before work begins again.',
          where: 'in the calendar',
        }),
      ],
      [
        part(scope, 'next', 'week', 'Next week', nextWeek(scope, days), {
          least: 4,
          note: 'handovers and meetings',
          empty: 'No handover and no meeting next week.',
          where: 'in the calendar',
        }),
      ],
      [
        part(null, 'cover', 'list', 'Away next week', coverNextWeek(store, days, only), {
          least: 3,
          note: 'and who covers',
          empty: 'Nobody is away.',
          where: 'in Staff',
        }),
        part(null, 'moved', 'list', 'Came and left', moved.rows, {
          least: 3,
          empty: 'Nobody came or left this week.',
          where: 'in Arrivals',
        }),
      ],
    ],
    leastNotes: 0,
    sign: 'Head of OMU',
  }
}

/** Counted in words, so that a part that was cut hides nothing. */
function leadOf(
  { counted }: SheetScope,
  { from, to }: WeekSoFar,
  isSoFar: boolean,
  { meetings, handovers, moved }: Lists,
): string {
  const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
  return [
    `${spanOnSheet(from, to)}${isSoFar ? ', so far' : ''}. ${counted}.`,
    `${some(meetings.held, 'meeting', 'meetings')} held, ${meetings.notHeld.length} not held, ${meetings.missed.length} missed;`,
    `${some(handovers.length, 'handover', 'handovers')} passed; ${moved.came} came, ${moved.left} left.`,
  ].join(' ')
}

/** Left out on the day that ends the week, once nothing of it is ahead. */
function restPart(scope: SheetScope, rest: SheetRow[], isLast: boolean): DraftPart[][] {
  if (isLast && rest.length === 0) return []
  const about = { least: 3, empty: 'Nothing more falls this week.', where: 'in the calendar' }
  return [
    [part(scope, 'rest', 'week', isLast ? 'Still to come today' : 'Still to come this week', rest, about)],
  ]
}

/** Until when the weekend runs, and which days are bank holidays. */
function weekendWords(days: FridayDays): string {
  const holidays = holidaysInWords(days)
  return `Due from ${formatDayAndDate(days.saturday)} to ${formatDayAndDate(days.back)}, the next working day.${holidays === '' ? '' : ` ${holidays}`}`
}

interface About {
  least: number
  empty: string
  where: DraftPart['where']
  note?: string
  says?: string
}

/** `scope` is null where the list it stands in is one for everybody. */
function part(
  scope: SheetScope | null,
  key: string,
  layout: SheetLayout,
  title: string,
  rows: SheetRow[],
  { least, empty, where, note = '', says = '' }: About,
): DraftPart {
  return {
    key,
    layout,
    title,
    note,
    says,
    rows: rows.slice(0, MOST_ROWS),
    total: rows.length,
    least,
    empty,
    where: scope === null ? where : placesOf(scope, rows, where),
  }
}
