import { create } from 'zustand'
import type { Scope } from '../../domain/contract/schemas.ts'

export type ScopeChoice = Scope

/** What the window shows of itself. Never a copy of anything the store holds. */
interface UiState {
  palette: boolean
  shortcuts: boolean
  /** Read out by the polite live region; a new `turn` repeats the same words. */
  announcement: { text: string; turn: number }
  /** Questions that have waited long enough for the status bar to say so. */
  waitingFor: number
  /** Null until the person chooses: POMs begin with their own cases, others with the unit. */
  scope: ScopeChoice | null
  /** What a list was left at, by list name: filters, sort, row in hand. */
  lists: Readonly<Record<string, Readonly<Record<string, string>>>>
  openPalette: () => void
  openShortcuts: () => void
  closeDialogs: () => void
  announce: (text: string) => void
  /** Counts one waiting question; call what it returns when the answer is there. */
  waiting: () => () => void
  setScope: (scope: ScopeChoice) => void
  setList: (name: string, values: Readonly<Record<string, string>>) => void
  /** Back to a new window: nothing of one person's session stays for the next. */
  reset: () => void
}

const FRESH = {
  palette: false,
  shortcuts: false,
  announcement: { text: '', turn: 0 },
  waitingFor: 0,
  scope: null,
  lists: {},
} as const

export const useUi = create<UiState>()((set, get) => ({
  ...FRESH,
  openPalette: () => set({ palette: true, shortcuts: false }),
  openShortcuts: () => set({ shortcuts: true, palette: false }),
  closeDialogs: () => set({ palette: false, shortcuts: false }),
  announce: (text) => set({ announcement: { text, turn: get().announcement.turn + 1 } }),
  waiting: () => {
    set({ waitingFor: get().waitingFor + 1 })
    return () => set({ waitingFor: Math.max(0, get().waitingFor - 1) })
  },
  setScope: (scope) => set({ scope }),
  setList: (name, values) => set({ lists: { ...get().lists, [name]: values } }),
  reset: () => set({ ...FRESH }),
}))
