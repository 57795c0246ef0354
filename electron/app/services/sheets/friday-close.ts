import type { Store } from '../../../../db/types.ts'
import type { DraftPart, DraftSheet } from '../../../../domain/sheets/fit-sheet.ts'
import type { SheetLayout, SheetRow } from '../../../../domain/sheets/sheet.ts'
import { formatDayAndDate } from '../../../../domain/text/dates.ts'
import { MOST_ROWS } from './sheet-rows.ts'
import type { SheetScope } from './sheet-scope.ts'
import {
  coverNextWeek,
  fridayDays,
  holidaysInWords,
  nextWeek,
  overTheWeekend,
  type FridayDays,
} from './week-ahead.ts'
import { handoversOfWeek, meetingsOfWeek, movedInWeek, notEntered } from './week-so-far.ts'

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
  const week = { from: days.monday, to: today }
  const lists: Lists = {
    meetings: meetingsOfWeek(scope, week),
    handovers: handoversOfWeek(scope, week),
    moved: movedInWeek(scope, week),
  }
  const { meetings, handovers, moved } = lists
  const open = notEntered(scope, week)
  return {
    title: `Friday close: ${scope.whose}`,
    lead: leadOf(scope, days, lists),
    blocks: [
      [
        part(
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
        part('handovers', 'week', 'Handovers this week', handovers, {
          least: 3,
          empty: 'No handover fell this week.',
          where: 'in Handovers',
        }),
      ],
      [
        part('open', 'week', 'Not entered yet', open, {
          least: 4,
          empty: 'Everything is entered.',
          where: 'in Handovers, tasks overdue',
        }),
      ],
      [
        part('weekend', 'week', 'Open over the weekend', overTheWeekend(scope, days), {
          least: 4,
          says: weekendWords(days),
          empty: 'Nothing falls before work begins again.',
          where: 'in the calendar',
        }),
      ],
      [
        part('next', 'week', 'Next week', nextWeek(scope, days), {
          least: 4,
          note: 'handovers and meetings',
          empty: 'No handover and no meeting next week.',
          where: 'in the calendar',
        }),
      ],
      [
        part('cover', 'list', 'Away next week', coverNextWeek(store, days, only), {
          least: 3,
          note: 'and who covers',
          empty: 'Nobody is away.',
          where: 'in Staff',
        }),
        part('moved', 'list', 'Came and left', moved.rows, {
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
  { monday, friday }: FridayDays,
  { meetings, handovers, moved }: Lists,
): string {
  const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
  return [
    `Week from ${formatDayAndDate(monday)} to ${formatDayAndDate(friday)}. ${counted}.`,
    `${some(meetings.held, 'meeting', 'meetings')} held, ${meetings.notHeld.length} not held, ${meetings.missed.length} missed;`,
    `${some(handovers.length, 'handover', 'handovers')} passed; ${moved.came} came, ${moved.left} left.`,
  ].join(' ')
}

/** Until when the weekend runs, and which days are bank holidays. */
function weekendWords(days: FridayDays): string {
  const holidays = holidaysInWords(days)
  return `Due from ${formatDayAndDate(days.saturday)} to ${formatDayAndDate(days.back)}, the next working day.${holidays === '' ? '' : ` ${holidays}`}`
}

interface About {
  least: number
  empty: string
  where: string
  note?: string
  says?: string
}

function part(
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
    where,
  }
}
