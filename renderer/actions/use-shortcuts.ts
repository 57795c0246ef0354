import { useEffect } from 'react'
import { APP_ACTIONS } from './app-actions.ts'
import { pageActions } from './page-actions.ts'
import { pressed, type ActionContext } from './registry.ts'

/** Runs actions by their keys and by the host's menu, and F6 between landmarks. */
export function useShortcuts(context: ActionContext): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isEscapeForSomethingElse(event)) return
      if (event.key === 'F6') {
        event.preventDefault()
        nextLandmark(event.shiftKey)
        return
      }
      const action = [...pageActions(), ...APP_ACTIONS].find(
        (each) => each.shortcut !== undefined && pressed(each.shortcut, event) && each.when(context),
      )
      if (!action) return
      event.preventDefault()
      action.run(context)
    }
    document.addEventListener('keydown', onKey)
    const stop = window.desk.on((event) => {
      if (event.type !== 'menu') return
      const action = APP_ACTIONS.find((each) => each.id === event.action)
      if (action?.when(context)) action.run(context)
    })
    return () => {
      document.removeEventListener('keydown', onKey)
      stop()
    }
  }, [context])
}

/** Esc first closes what is open and leaves what is being typed. */
function isEscapeForSomethingElse(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape') return false
  const target = event.target instanceof Element ? event.target : null
  return (
    document.querySelector('dialog[open]') !== null ||
    target?.closest('input, textarea, select, dialog') != null
  )
}

/** Moves focus to the next region marked `data-landmark`, round and round. */
function nextLandmark(backwards: boolean) {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-landmark]')].filter(
    (region) => region.getClientRects().length > 0,
  )
  const here = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions[(here + (backwards ? -1 : 1) + regions.length) % regions.length]
  next?.focus()
}
