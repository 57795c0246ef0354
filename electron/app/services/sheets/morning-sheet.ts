import type { Store } from '../../../../db/types.ts'
import { addDays, weekdayOf } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { latestWorkingDay } from '../../../../domain/dates/working-days.ts'
import { MODE_WORDS, timeInWords } from '../../../../domain/meetings/booking.ts'
import type { DraftPart, DraftSheet } from '../../../../domain/sheets/fit-sheet.ts'
import type { SheetRow } from '../../../../domain/sheets/sheet.ts'
import { formatLongDate, formatWeekday } from '../../../../domain/text/dates.ts'
import { todayOf } from '../caseload/today.ts'
import type { UnitCase } from '../caseload/unit-view.ts'
import { whoOf } from '../diary/events.ts'
import { happenedSince, newestChanges } from '../memory/changes-list.ts'
import { caseRow, datedBetween, datedRow, MOST_ROWS, withShortMonths } from './sheet-rows.ts'
import { placesOf, type SheetScope } from './sheet-scope.ts'
import { waitingOf } from '../today/waiting.ts'

type Drawn = Pick<DraftSheet, 'title' | 'lead' | 'blocks' | 'leastNotes' | 'sign'>

/** The week as Today has it: today and the six days after it. */
const WEEK_DAYS = 7
const LEAST_NOTES = 3

export function morningSheet(store: Store, scope: SheetScope): Drawn {
  const { today } = scope.unit
  return {
    title: `Morning sheet: ${scope.whose}`,
    lead: `${formatLongDate(today)}. ${scope.counted}.`,
    blocks: [
      [firstPart(store, scope)],
      ...coveringPart(store, scope),
      [meetingsPart(scope)],
      [weekPart(scope)],
      [waitingPart(store, scope), changedPart(store, scope)],
    ],
    leastNotes: LEAST_NOTES,
    sign: '',
  }
}

/** The day is for what is worst: the same three as Today's, and as many more, each with its reason. */
function firstPart(store: Store, scope: SheetScope): DraftPart {
  return worstOf(store, scope, scope.own, {
    key: 'first',
    title: 'Three things first',
    empty: 'Nothing needs you today.',
    where: 'on Today',
  })
}

/** The same of the cases covered, as Today has it under Covering. */
function coveringPart(store: Store, scope: SheetScope): DraftPart[][] {
  const { covering } = scope
  if (covering === null) return []
  const about = {
    key: 'covering',
    title: `Covering for ${covering.whom}`,
    empty: 'Nothing of these cases needs you today.',
    where: 'on Today, under Covering',
  }
  return [[worstOf(store, scope, covering.cases, about)]]
}

function worstOf(
  store: Store,
  { unit, markOf }: SheetScope,
  cases: readonly UnitCase[],
  about: Pick<DraftPart, 'key' | 'title' | 'empty' | 'where'>,
): DraftPart {
  const { first, needing } = todayOf(store, unit, cases)
  const rows = first.flatMap(({ personId, what, why }): SheetRow[] => {
    const one = unit.byId.get(personId)
    if (one === undefined) return []
    const location = one.planned.person.record.location ?? null
    const number = location === null ? one.prisonNumber : `${one.prisonNumber}, ${location}`
    return [caseRow(one, markOf(one), { number, second: what, aside: why })]
  })
  return {
    ...about,
    layout: 'first',
    note: '',
    says: '',
    rows,
    total: needing,
    least: 3,
  }
}

interface Booked {
  from: string
  row: SheetRow
}

function bookedToday(one: UnitCase, mark: string, today: CivilDate): Booked[] {
  return one.tasks.flatMap(({ booking, title }) => {
    if (booking?.on !== today) return []
    const where = booking.place === '' ? '' : `, ${booking.place}`
    const others = booking.attendees.filter((each) => !each.endsWith('(POM)') && each !== one.name)
    return [
      {
        from: booking.from,
        row: caseRow(one, mark, {
          when: timeInWords(booking.from),
          second: `${title}, ${MODE_WORDS[booking.mode].toLowerCase()}${where}`,
          aside: others.length === 0 ? whoOf(one) : others.join(', '),
          boxes: ['held', 'not held'],
        }),
      },
    ]
  })
}

function meetingsPart(scope: SheetScope): DraftPart {
  const { unit, cases, markOf } = scope
  const booked = cases
    .flatMap((one) => bookedToday(one, markOf(one), unit.today))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return {
    key: 'meetings',
    layout: 'meetings',
    title: 'Today’s meetings',
    note: '',
    says: '',
    rows: booked.slice(0, MOST_ROWS).map(({ row }) => row),
    total: booked.length,
    least: 6,
    empty: 'No meeting is booked for today.',
    where: placesOf(
      scope,
      booked.map(({ row }) => row),
      'in the calendar',
    ),
  }
}

function weekPart(scope: SheetScope): DraftPart {
  const { unit, cases, markOf } = scope
  const { today } = unit
  const dated = datedBetween(
    cases,
    today,
    addDays(today, WEEK_DAYS - 1),
    today,
    // Booked for today: it stands above.
    ({ date, state }) => !(date === today && state === 'booked'),
  )
  return {
    key: 'week',
    layout: 'week',
    title: weekdayOf(today) === 1 ? 'Rest of the week' : 'The next seven days',
    note: '',
    says: '',
    rows: dated.slice(0, MOST_ROWS).map((each) => datedRow(each, markOf(each.one), today)),
    total: dated.length,
    least: 4,
    empty: 'Nothing else falls in these days.',
    where: placesOf(
      scope,
      dated.map(({ one }) => one),
      'in the calendar',
    ),
  }
}

type Wait = ReturnType<typeof waitingOf>['waiting'][number]

/** Steps and COMs still to come are asked for on the case itself; the others are chased. */
const WAITS_IN: Record<Wait['kind'], string> = {
  chase: 'in Chases',
  step: 'on the case, under Meetings',
  coming: 'in Handovers, upcoming',
}

/** Half a year: nobody who owes an answer for longer is moved by one more morning. */
const ACTIONABLE_DAYS = 26 * 7

/** What is owed and can still be moved, the nearest first; what is wanted soon; then what has been owed for longer. */
function nearestFirst(waiting: readonly Wait[]): Wait[] {
  const rank = ({ days }: Wait) => (days === null ? 1 : days <= ACTIONABLE_DAYS ? 0 : 2)
  // What is wanted soon comes in the order of its days already.
  return waiting.toSorted((a, b) => rank(a) - rank(b) || (a.days ?? 0) - (b.days ?? 0))
}

function waitingPart(store: Store, scope: SheetScope): DraftPart {
  const { unit, cases, numberOf } = scope
  const waiting = nearestFirst(waitingOf(store, unit, cases).waiting)
  const rows = waiting.slice(0, MOST_ROWS).flatMap(({ personId, what, who, days }): SheetRow[] => {
    const one = unit.byId.get(personId)
    return one === undefined
      ? []
      : [caseRow(one, '', { number: numberOf(one), text: `${what}, ${who}`, days })]
  })
  return {
    key: 'waiting',
    layout: 'list',
    title: 'Waiting on others',
    note: 'days',
    says: '',
    rows,
    total: waiting.length,
    least: 4,
    empty: 'Nobody is waited for.',
    where: placesOf(
      scope,
      waiting,
      waiting.map(({ kind }) => WAITS_IN[kind]),
    ),
  }
}

function changedPart(store: Store, scope: SheetScope): DraftPart {
  const { unit, cases, numberOf } = scope
  const { today } = unit
  const yesterday = addDays(today, -1)
  const since = latestWorkingDay(yesterday).date
  const news = newestChanges(store, unit, cases, Infinity).rows.filter((change) =>
    happenedSince(change, since),
  )
  const rows = news.slice(0, MOST_ROWS).flatMap((change): SheetRow[] => {
    const one = unit.byId.get(change.personId)
    if (one === undefined) return []
    const moved = change.dateMoved
    const [because = ''] = change.because
    return [
      caseRow(one, '', {
        number: numberOf(one),
        text: moved ? 'handover' : withShortMonths(change.sentence),
        was: moved ? withShortMonths(change.was) : '',
        now: moved ? withShortMonths(change.now) : '',
        second: withShortMonths(because),
      }),
    ]
  })
  return {
    key: 'changed',
    layout: 'changes',
    title: since === yesterday ? 'Changed overnight' : `Changed since ${formatWeekday(since)}`,
    note: 'and why',
    says: '',
    rows,
    total: news.length,
    least: 3,
    empty: 'No plan changed.',
    where: placesOf(scope, news, 'in What changed'),
  }
}
