import { readFileSync } from 'node:fs'
import type { BrowserWindow, Rectangle } from 'electron'
import { writeWhole } from '../shared/write-whole.ts'

export interface WindowState {
  x: number
  y: number
  width: number
  height: number
  maximised: boolean
}

export const DEFAULT_SIZE = { width: 1280, height: 900 }
const MUST_SHOW = 100
const WAIT = 500

const isState = (value: unknown): value is WindowState => {
  if (typeof value !== 'object' || value === null) return false
  const { x, y, width, height, maximised } = value as Record<string, unknown>
  const whole = [x, y, width, height].every((number) => Number.isSafeInteger(number))
  return whole && Number(width) >= 400 && Number(height) >= 300 && typeof maximised === 'boolean'
}

/** The remembered state, or null where none was or what is there is not one. */
export function readWindowState(path: string): WindowState | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isState(value) ? value : null
  } catch {
    return null
  }
}

const overlap = (fromA: number, lengthA: number, fromB: number, lengthB: number) =>
  Math.min(fromA + lengthA, fromB + lengthB) - Math.max(fromA, fromB)

/** Where to open: as remembered while enough of it shows on some screen, which may have been unplugged since; else centred. */
export function boundsToOpen(
  state: WindowState | null,
  screens: readonly Rectangle[],
): { x?: number; y?: number; width: number; height: number } {
  if (state === null) return DEFAULT_SIZE
  const { x, y, width, height } = state
  const shows = screens.some(
    (screen) =>
      overlap(x, width, screen.x, screen.width) >= MUST_SHOW &&
      overlap(y, height, screen.y, screen.height) >= MUST_SHOW,
  )
  return shows ? { x, y, width, height } : DEFAULT_SIZE
}

/** Saves where the window stands a moment after it stops moving, and when it loses the focus or closes. */
export function rememberWindow(window: BrowserWindow, path: string): void {
  let timer: NodeJS.Timeout | null = null
  const save = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (window.isDestroyed()) return
    const state: WindowState = { ...window.getNormalBounds(), maximised: window.isMaximized() }
    // Forgetting where a window stood is not worth telling anybody.
    writeWhole(path, JSON.stringify(state)).catch(() => {})
  }
  const soon = () => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(save, WAIT)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('blur', save)
  window.on('close', save)
}
