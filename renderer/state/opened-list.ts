import { useUi } from './ui-store.ts'

const LIST = 'opened'

/** Keeps whom a list shows, in its order, when one of them is opened: what *Previous* and *Next* on a case go by. */
export function rememberOpenedList(link: HTMLElement): void {
  const list = link.closest('table') ?? link.closest('main')
  const people = [...(list?.querySelectorAll<HTMLElement>('[data-person]') ?? [])]
  const ids = new Set(people.map((person) => person.dataset['person'] ?? ''))
  useUi.getState().setList(LIST, { ids: [...ids].join(' ') })
}

/** Ids of the people in the list the last case was opened from, in its order. */
export const useOpenedList = (): readonly string[] => {
  const ids = useUi((ui) => ui.lists[LIST]?.['ids'] ?? '')
  return ids === '' ? [] : ids.split(' ')
}
