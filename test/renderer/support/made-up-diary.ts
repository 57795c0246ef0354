import type { OutputOf } from '../../../domain/contract/index.ts'
import { hiddenKinds, shapeOf } from '../../../domain/calendar/calendar-filters.ts'
import { byPlaceInDay, layOutMonth, mondayOf, WEEKS } from '../../../domain/calendar/month.ts'
import { addDays } from '../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { holidaysBetween } from '../../../domain/dates/working-days.ts'
import { day, tag, TODAY } from './words.ts'

export type Diary = OutputOf<'calendar.show'>
type Event = Diary['events'][number]

const event = (
  person: readonly [string, string, string],
  rest: Pick<Event, 'kind' | 'date' | 'title'> & Partial<Event>,
): Event => {
  const [personId, name, prisonNumber] = person
  return {
    personId,
    name,
    prisonNumber,
    id: `${personId}:${rest.kind}:${rest.title}`,
    from: null,
    windowFrom: null,
    windowTo: rest.windowFrom === undefined ? null : rest.date,
    who: 'Leeds',
    state: null,
    sense: null,
    provisional: false,
    tags: [],
    book: rest.state === 'to_book' ? 'mt-handover' : null,
    ...rest,
  }
}
const handover = (person: readonly [string, string, string], date: string, more: Partial<Event> = {}) =>
  event(person, { kind: 'handover', date: day(date), title: 'Handover: COM responsible from today', ...more })
const toBook = (person: readonly [string, string, string], from: string, date: string) =>
  event(person, {
    kind: 'meeting',
    date: day(date),
    windowFrom: day(from),
    title: 'Handover meeting: last day',
    state: 'to_book',
    tags: [tag('unknown', 'To book')],
  })
const release = (person: readonly [string, string, string], date: string) =>
  event(person, { kind: 'release', date: day(date), title: 'Release (CRD)', who: 'Hannah Priestley (COM)' })

const WHITLOCK = ['p-2', 'Whitlock, Terence', 'A2093LV'] as const
const MARLOWE = ['p-3', 'Marlowe, Dean', 'A4417KD'] as const
const TUNSTALL = ['p-4', 'Tunstall, Kyle', 'A8813TA'] as const
const REYES = ['p-1', 'Reyes-Holt, Kai', 'A7781MR'] as const
const OLDROYD = ['p-10', 'Oldroyd, Shaun', 'A6381BW'] as const
const STANNARD = ['p-7', 'Stannard, Lee', 'A6610CE'] as const
const ABARA = ['p-6', 'Abara, Chidi', 'A6238DK'] as const
const CRANE = ['p-11', 'Crane, Peter', 'A3902HB'] as const
const DANBY = ['p-12', 'Danby, Wesley', 'A7035GS'] as const
const KOWALCZYK = ['p-13', 'Kowalczyk, Piotr', 'A3108GM'] as const
const SHARROCK = ['p-14', 'Sharrock, Glyn', 'A2217VF'] as const

const EVENTS: readonly Event[] = [
  handover(WHITLOCK, '2026-11-23', { who: 'Hannah Priestley (COM)' }),
  event(TUNSTALL, {
    kind: 'meeting',
    date: day('2026-11-23'),
    title: 'Handover meeting: last day',
    state: 'missed',
    tags: [tag('late', 'Missed')],
  }),
  event(WHITLOCK, {
    kind: 'meeting',
    date: day('2026-11-23'),
    title: 'Handover meeting held',
    state: 'held',
    tags: [tag('done', 'Held')],
    who: 'Hannah Priestley (COM)',
  }),
  handover(STANNARD, '2026-11-27', { who: 'Leon Grady (COM)' }),
  event(STANNARD, {
    kind: 'meeting',
    date: day('2026-11-25'),
    title: 'Handover meeting held',
    state: 'held',
    tags: [tag('done', 'Held')],
    who: 'Leon Grady (COM)',
  }),
  handover(MARLOWE, '2026-11-30', { tags: [tag('late', 'COM missing')] }),
  toBook(MARLOWE, '2026-10-05', '2026-11-30'),
  release(CRANE, '2026-12-02'),
  release(DANBY, '2026-12-07'),
  handover(ABARA, '2026-12-09', { who: 'Sunita Bhatt (COM)' }),
  handover(KOWALCZYK, '2026-12-19', { who: 'Tomasz Wren (COM)', tags: [tag('fact', 'By Fri 18 Dec')] }),
  event(SHARROCK, {
    kind: 'meeting',
    date: day('2026-12-14'),
    windowFrom: day('2026-12-01'),
    title: 'Meeting one month before release: last day',
    state: 'to_book',
    provisional: true,
    tags: [tag('unknown', 'Planning date')],
  }),
  event(ABARA, {
    kind: 'handover_start',
    date: day('2026-12-17'),
    title: 'COM supports from today',
    who: 'Sunita Bhatt (COM)',
  }),
  event(ABARA, {
    kind: 'meeting',
    date: day('2026-11-26'),
    windowFrom: day('2026-10-14'),
    windowTo: day('2026-12-09'),
    from: '11:00',
    title: 'Handover meeting, 11am',
    state: 'booked',
    book: 'mt-handover',
    tags: [tag('planned', 'Booked')],
    who: 'Sunita Bhatt (COM)',
  }),
  event(SHARROCK, { kind: 'parole', date: day('2026-12-15'), title: 'Parole hearing (target date)' }),
  event(CRANE, {
    kind: 'work',
    date: day('2026-11-26'),
    title: 'Due: Send the handover report',
    sense: 'due',
  }),
  event(DANBY, { kind: 'work', date: day('2026-11-26'), title: 'Opens: Duty to refer', sense: 'opens' }),
  handover(OLDROYD, '2027-01-04', { who: 'Wakefield' }),
  toBook(OLDROYD, '2026-11-09', '2027-01-04'),
  handover(REYES, '2027-01-18'),
  toBook(REYES, '2026-11-23', '2027-01-18'),
]

const CHOICES = {
  pom: ['Amy Thornber', 'Daniel Okafor'],
  wing: ['A1', 'C2'],
  region: ['North East', 'Yorkshire and the Humber'],
}

export const FILTERS: Diary['filters'] = { hidden: null, pom: null, wing: null, region: null }

/** A quiet POM’s diary. */
export function madeUpDiary(
  from: CivilDate,
  to: CivilDate,
  events: readonly Event[] = EVENTS,
  filters: Diary['filters'] = FILTERS,
): Diary {
  const hidden = hiddenKinds(filters, 'mine')
  const shown = events
    .filter((each) => each.date >= from && each.date <= to && !hidden.has(shapeOf(each)))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : byPlaceInDay(a, b)))
  return {
    today: TODAY,
    from,
    to,
    events: shown,
    rest: [],
    more: [],
    holidays: holidaysBetween(from, to),
    holidaysNote: null,
    months: [
      { month: '2026-11', count: 9 },
      { month: '2026-12', count: 24 },
      { month: '2027-01', count: 19 },
      { month: '2027-02', count: 11 },
    ],
    filters,
    choices: CHOICES,
  }
}

/** The same, laid out by month: dated work is counted. */
export function madeUpMonth(
  start: CivilDate,
  events: readonly Event[] = EVENTS,
  filters: Diary['filters'] = FILTERS,
): OutputOf<'calendar.month'> {
  const from = mondayOf(start)
  const to = addDays(from, WEEKS * 7 - 1)
  const hidden = hiddenKinds(filters, 'mine')
  const shown = events.filter((each) => !hidden.has(shapeOf(each)))
  const dated = shown.filter(({ kind }) => kind !== 'work').toSorted(byPlaceInDay)
  const weeks = layOutMonth<Event>({
    from,
    eventsOn: (date) => dated.filter((each) => each.date === date),
    workOn: (date) => shown.filter((each) => each.kind === 'work' && each.date === date).length,
    windows: hidden.has('windows')
      ? []
      : dated
          .filter((each) => each.state === 'to_book' && each.windowFrom !== null && !each.provisional)
          .toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  })
  const { holidays, holidaysNote, choices } = madeUpDiary(from, to, [])
  return { today: TODAY, from, to, weeks, holidays, holidaysNote, filters, choices }
}

const SURNAMES = [
  'Abara',
  'Bexley',
  'Corrigan',
  'Deeley',
  'Ede',
  'Farrow',
  'Gill',
  'Hussain',
  'Ibbotson',
  'Kowalczyk',
  'Lowther',
  'Moss',
]
const FORENAMES = [
  'Chidi',
  'Aaron',
  'Neil',
  'Francis',
  'Michael',
  'Nathan',
  'Harpreet',
  'Tariq',
  'Craig',
  'Piotr',
  'Owen',
]

/** A whole unit's: five events a case over three years from a year ago. */
export function busyDiary(cases = 1500): Event[] {
  const first = addDays(TODAY, -365)
  return Array.from({ length: cases }, (_, at) => {
    const person = [`b-${at}`, `${SURNAMES[at % 12]}, ${FORENAMES[at % 11]}`, `A${1000 + at}BC`] as const
    const on = (days: number) => addDays(first, (at * 37 + days) % 1095)
    const due = on(0)
    const state = due < TODAY ? (at % 7 === 0 ? 'missed' : 'held') : 'to_book'
    return [
      handover(person, due),
      event(person, {
        kind: 'meeting',
        date: due,
        windowFrom: addDays(due, -56),
        title: 'Handover meeting: last day',
        state,
        tags: state === 'missed' ? [tag('late', 'Missed')] : [],
      }),
      event(person, {
        kind: 'meeting',
        date: on(180),
        windowFrom: addDays(on(180), -14),
        title: 'Meeting one month before release: last day',
        state: on(180) < TODAY ? 'held' : 'to_book',
      }),
      release(person, on(210)),
      event(person, { kind: 'handover_start', date: on(20), title: 'COM supports from today' }),
    ]
  }).flat()
}
