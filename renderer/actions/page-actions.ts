import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Action } from './registry.ts'

/** What a page offers while it is shown. `run` may be a new function each time; the newest is called. */
export interface PageAction {
  id: string
  label: string
  shortcut?: string
  run: () => void
}

let shown: readonly Action[] = []
const watchers = new Set<() => void>()
const replace = (next: readonly Action[]) => {
  shown = next
  for (const watch of watchers) watch()
}

/** Puts a page's own actions in the palette, the list of shortcuts and under their keys. */
export function usePageActions(actions: readonly PageAction[]): void {
  const newest = useRef(actions)
  useEffect(() => {
    newest.current = actions
  })
  const words = JSON.stringify(actions.map(({ id, label, shortcut }) => ({ id, label, shortcut })))
  useEffect(() => {
    const listed: Pick<PageAction, 'id' | 'label' | 'shortcut'>[] = JSON.parse(words)
    const mine = listed.map(({ id, label, shortcut }): Action => {
      const run = () => newest.current.find((each) => each.id === id)?.run()
      const action: Action = { id, label, group: 'This page', when: () => true, run }
      if (shortcut !== undefined) action.shortcut = shortcut
      return action
    })
    replace([...shown, ...mine])
    return () => replace(shown.filter((action) => !mine.includes(action)))
  }, [words])
}

export const pageActions = (): readonly Action[] => shown

export const useShownPageActions = (): readonly Action[] =>
  useSyncExternalStore((watch) => {
    watchers.add(watch)
    return () => watchers.delete(watch)
  }, pageActions)
