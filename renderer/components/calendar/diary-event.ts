import type { OutputOf } from '../../../domain/contract/index.ts'

/** One thing in the diary, as the contract gives it. */
export type DiaryEvent = OutputOf<'calendar.show'>['events'][number]
export type Holiday = OutputOf<'calendar.show'>['holidays'][number]

/** Forename left off: a month's cell has room for one word, and the link's own name says the rest. */
export const surname = (event: DiaryEvent): string => event.name.split(',')[0] ?? event.name

export type MarkShape =
  | 'handover'
  | 'start'
  | 'to_book'
  | 'booked'
  | 'held'
  | 'missed'
  | 'not_held'
  | 'set_a_date'
  | 'release'

/** Which drawing stands for it. The same shapes on screen, in the legend and on paper. */
export function markShape(event: Pick<DiaryEvent, 'kind' | 'state'>): MarkShape {
  if (event.kind === 'meeting') return event.state ?? 'to_book'
  if (event.kind === 'handover_start') return 'start'
  return event.kind
}
