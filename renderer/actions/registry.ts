import type { NavigateFunction } from 'react-router'
import type { SessionStatus } from '../api/use-session.ts'

export interface ActionContext {
  navigate: NavigateFunction
  status: SessionStatus
  lock: () => Promise<void>
}

/** Something a person can do from anywhere: by shortcut, in the palette, from the menu. */
export interface Action {
  id: string
  label: string
  /** Always with a modifier, or a key that types nothing: `Ctrl+K`, `Alt+1`, `F1`, `Escape`. */
  shortcut?: string
  /** The heading it stands under in the list of shortcuts. */
  group: 'Find and do' | 'Go to' | 'This page' | 'This window'
  when: (context: ActionContext) => boolean
  run: (context: ActionContext) => void
}

/** True when these are exactly the keys pressed. */
export function pressed(shortcut: string, event: KeyboardEvent): boolean {
  const keys = shortcut.split('+')
  const wants = (modifier: string) => keys.includes(modifier)
  if (wants('Ctrl') !== (event.ctrlKey || event.metaKey)) return false
  if (wants('Alt') !== event.altKey || wants('Shift') !== event.shiftKey) return false
  const key = keys.at(-1) ?? ''
  const named: Record<string, string> = { '←': 'ArrowLeft', '→': 'ArrowRight' }
  return event.key.toLowerCase() === (named[key] ?? key).toLowerCase()
}
