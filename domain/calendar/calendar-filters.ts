import type { Scope } from '../contract/schemas.ts'
import type { Sense } from '../model/plan.ts'
import { SENSE_TEXT } from '../text/dated-work.ts'
import { MEETING_WORDS, midSentence, type MeetingState } from '../text/status-tags.ts'

/** What an event is; with the state of a meeting, or the sense of dated work, it says which shape stands for it. */
export const EVENT_KINDS = ['handover', 'handover_start', 'meeting', 'work', 'parole', 'release'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** The shapes of the diary: each can be hidden by itself. */
export const SHAPES = [
  'to_book',
  'booked',
  'held',
  'missed',
  'not_held',
  'set_a_date',
  'handover',
  'start',
  'release',
  'parole',
  'work_due',
  'work_closes',
  'work_aim',
  'work_opens',
  'work_reminder',
  'work_note',
] as const
export type Shape = (typeof SHAPES)[number]

/** What may be hidden: a shape, or the bands of meetings to book. */
export const CALENDAR_KINDS = [...SHAPES, 'windows'] as const
export type CalendarKind = (typeof CALENDAR_KINDS)[number]

export function shapeOf(event: { kind: EventKind; state: MeetingState | null; sense: Sense | null }): Shape {
  if (event.kind === 'meeting') return event.state ?? 'to_book'
  if (event.kind === 'work') return `work_${event.sense ?? 'due'}`
  return event.kind === 'handover_start' ? 'start' : event.kind
}

export const KIND_WORDS: Readonly<Record<CalendarKind, string>> = {
  ...MEETING_WORDS,
  handover: 'Handover',
  start: 'Handover starts',
  release: 'Release',
  parole: 'Parole dates',
  windows: 'Meeting windows',
  work_due: SENSE_TEXT.due,
  work_closes: SENSE_TEXT.closes,
  work_aim: SENSE_TEXT.aim,
  work_opens: SENSE_TEXT.opens,
  work_reminder: SENSE_TEXT.reminder,
  work_note: SENSE_TEXT.note,
}

/** As the panel, the legend and a printed sheet group them. A meeting without a day is in no calendar, so it has no place here. */
export const KIND_GROUPS: readonly { title: string; kinds: readonly CalendarKind[] }[] = [
  { title: 'Meetings', kinds: ['to_book', 'booked', 'held', 'missed', 'not_held'] },
  { title: 'Dates', kinds: ['handover', 'start', 'release', 'parole', 'windows'] },
  {
    title: 'Dated work',
    kinds: ['work_due', 'work_closes', 'work_aim', 'work_opens', 'work_reminder', 'work_note'],
  },
]

const WORK_KINDS = KIND_GROUPS[2]?.kinds ?? []
export const isWorkKind = (kind: CalendarKind): boolean => WORK_KINDS.includes(kind)

/** What the calendar is narrowed by besides kinds, each to one value. */
export const CALENDAR_FILTERS = ['pom', 'wing', 'region'] as const
export type CalendarFilter = (typeof CALENDAR_FILTERS)[number]
export const CALENDAR_FILTER_NAMES: Readonly<Record<CalendarFilter, string>> = {
  pom: 'POM',
  wing: 'Wing',
  region: 'Home region',
}

export interface CalendarFilters {
  /** Kinds not shown; null where nobody has chosen: then what is usual for whose cases they are. */
  hidden: CalendarKind[] | null
  pom: string | null
  wing: string | null
  region: string | null
}

export const NO_CALENDAR_FILTERS: CalendarFilters = { hidden: null, pom: null, wing: null, region: null }

/** Work that can be late is shown among one's own cases; of a whole unit none is, until it is asked for. */
export function usuallyHidden(scope: Scope): readonly CalendarKind[] {
  return scope === 'unit' ? WORK_KINDS : ['work_aim', 'work_opens', 'work_reminder', 'work_note']
}

export const hiddenKinds = ({ hidden }: CalendarFilters, scope: Scope): ReadonlySet<CalendarKind> =>
  new Set(hidden ?? usuallyHidden(scope))

/** Said beside the choice of dated work while nobody has chosen. */
export const USUAL_WORDS: Readonly<Record<Scope, string>> = {
  unit: 'Off for the whole unit until you turn it on: there is more of it than of everything else.',
  mine: 'Of your own cases, what can be late is on. Turn on the rest as you need it.',
  covering: 'Of the cases you cover, what can be late is on. Turn on the rest as you need it.',
}

const WHOSE_WORDS: Readonly<Record<Scope, (name: string) => string>> = {
  unit: () => 'The whole unit',
  mine: (name) => `Cases of ${name}`,
  covering: (name) => `Cases ${name} covers today`,
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/**
 * Whose calendar it is and what it leaves out, as a sheet of paper has to say: `The whole unit, wing C2. Not shown: releases…`.
 * `name` is the signed-in user's.
 */
export function filtersInWords(filters: CalendarFilters, scope: Scope, name: string): string {
  const narrowed = CALENDAR_FILTERS.flatMap((filter) => {
    const value = filters[filter]
    return value === null
      ? []
      : [`${filter === 'pom' ? 'POM' : filter === 'wing' ? 'wing' : 'region'} ${value}`]
  })
  const whose = [WHOSE_WORDS[scope](name), ...narrowed].join(', ')
  const hidden = hiddenKinds(filters, scope)
  const groups = KIND_GROUPS.flatMap(({ title, kinds }) => {
    const left = kinds.filter((kind) => hidden.has(kind))
    if (left.length === 0) return []
    if (left.length === kinds.length) return [`all ${midSentence(title)}`]
    const words = listed(left.map((kind) => midSentence(KIND_WORDS[kind])))
    return [title === 'Dates' ? words : `${midSentence(title)} (${words})`]
  })
  return groups.length === 0 ? `${whose}. Everything is shown.` : `${whose}. Not shown: ${groups.join('; ')}.`
}
