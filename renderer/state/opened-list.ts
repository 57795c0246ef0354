import { useUi } from './ui-store.ts'

const LIST = 'opened'

/**
 * Keeps whom a list shows, in its order, when one of them is opened: what *Previous* and *Next* on a case go by. `route` is
 * where the list is, for going back to it.
 */
export function rememberOpenedList(link: HTMLElement, route: string): void {
  const list = link.closest('table') ?? link.closest('main')
  const people = [...(list?.querySelectorAll<HTMLElement>('[data-person]') ?? [])]
  const ids = new Set(people.map((person) => person.dataset['person'] ?? ''))
  useUi.getState().setList(LIST, { ids: [...ids].join(' '), route })
}

/** Ids of the people in the list the last case was opened from, in its order. */
export const useOpenedList = (): readonly string[] => {
  const ids = useUi((ui) => ui.lists[LIST]?.['ids'] ?? '')
  return ids === '' ? [] : ids.split(' ')
}

/** Where the list is that the last case was opened from; null where it was found another way. */
export const useOpenedRoute = (): string | null => useUi((ui) => ui.lists[LIST]?.['route'] ?? null)
