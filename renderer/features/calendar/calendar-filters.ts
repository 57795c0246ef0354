import { useUi } from '../../state/ui-store.ts'
import { markShape, type DiaryEvent, type MarkShape } from '../../components/calendar/diary-event.ts'

/** What may be shown or hidden. `windows` are the bands of the month. */
export type Kind = MarkShape | 'windows'

export const KIND_GROUPS: readonly { title: string; kinds: readonly { kind: Kind; label: string }[] }[] = [
  {
    title: 'Meetings',
    kinds: [
      { kind: 'to_book', label: 'To book' },
      { kind: 'booked', label: 'Booked' },
      { kind: 'held', label: 'Held' },
      { kind: 'missed', label: 'Missed' },
      { kind: 'not_held', label: 'Not held' },
      { kind: 'set_a_date', label: 'Set a date' },
    ],
  },
  {
    title: 'Dates',
    kinds: [
      { kind: 'handover', label: 'Handover' },
      { kind: 'start', label: 'Handover starts' },
      { kind: 'release', label: 'Release' },
      { kind: 'windows', label: 'Meeting windows' },
    ],
  },
]

/** Which kinds this person has hidden, kept while the window is open. */
export function useHiddenKinds() {
  const kept = useUi((ui) => ui.lists['calendar']?.['hidden'] ?? '')
  const setList = useUi((ui) => ui.setList)
  const hidden = new Set(kept === '' ? [] : (kept.split(' ') as Kind[]))
  const keep = (kinds: Iterable<Kind>) =>
    setList('calendar', { ...useUi.getState().lists['calendar'], hidden: [...kinds].join(' ') })
  const turn = (kind: Kind) => {
    const next = new Set(hidden)
    if (!next.delete(kind)) next.add(kind)
    keep(next)
  }
  return { hidden, turn, clear: () => keep([]) }
}

export const shownEvents = (
  events: readonly DiaryEvent[],
  hidden: ReadonlySet<Kind>,
): readonly DiaryEvent[] =>
  hidden.size === 0 ? events : events.filter((event) => !hidden.has(markShape(event)))
