import type { OutputOf } from '../../../domain/contract/index.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'

/** One thing in the diary, as the contract gives it. */
export type DiaryEvent = OutputOf<'calendar.show'>['events'][number]
export type Holiday = OutputOf<'calendar.show'>['holidays'][number]

/** Forename left off: a month's cell has room for one word, and the link's own name says the rest. */
export const surname = (event: DiaryEvent): string => event.name.split(',')[0] ?? event.name

/** Where an event leads, and where its meeting is booked or moved: on the day given, where one is. */
export interface EventPaths {
  linkTo: (event: DiaryEvent) => string
  /** Null where the person may not book. */
  bookTo: ((event: DiaryEvent, on?: CivilDate) => string) | null
}

/** Whether this meeting can be booked or moved from here. */
export const canBook = (event: DiaryEvent, { bookTo }: Pick<EventPaths, 'bookTo'>): boolean =>
  event.book !== null && bookTo !== null

/** `Book` what stands nowhere yet, `Move` what does. */
export const bookWord = ({ state }: DiaryEvent): string => (state === 'booked' ? 'Move' : 'Book')

/** Events of each day, in the order they came. */
export const eventsByDay = (events: readonly DiaryEvent[]): Map<CivilDate, DiaryEvent[]> =>
  Map.groupBy(events, ({ date }) => date)

export type Counted = OutputOf<'calendar.show'>['more'][number]
export const countsByDay = (counts: readonly Counted[]): Map<CivilDate, number> =>
  new Map(counts.map(({ date, count }) => [date, count]))
