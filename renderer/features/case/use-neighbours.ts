import { useOpenedList } from '../../state/opened-list.ts'

export interface Neighbours {
  previous: string | null
  next: string | null
  /** `3 of 9`; null where the case was not opened from a list. */
  words: string | null
}

/** The person before and after this one in the list it was opened from. */
export function useNeighbours(personId: string): Neighbours {
  const list = useOpenedList()
  const at = list.indexOf(personId)
  if (at < 0) return { previous: null, next: null, words: null }
  return { previous: list[at - 1] ?? null, next: list[at + 1] ?? null, words: `${at + 1} of ${list.length}` }
}
