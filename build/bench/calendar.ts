import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createSampleStore } from '../../electron/app/services/import/create-sample.ts'
import { startWindow } from '../../electron/host/chromium/start-window.ts'
import { bundle } from '../scripts/bundle.ts'
import { root } from '../scripts/run-step.ts'
import type { Print } from './run.ts'
import {
  median,
  percentile,
  readyAt,
  timeChange,
  unlock,
  watchForReady,
  type Change,
} from './time-in-window.ts'

const SIZES = [1_500, 10_000]
const ROUNDS = 40

const link = (navigation: string, name: RegExp) => (page: Page) =>
  page.getByRole('navigation', { name: navigation }).getByRole('link', { name })

/** From the list, where the calendar begins, to the month, on by four weeks, and back. */
const WALK: readonly Change[] = [
  { name: 'month ready', route: 'calendar-month', on: link('View', /^Month/) },
  { name: 'next month', route: 'calendar-month', on: link('Period', /^Next/) },
  { name: 'week ready', route: 'calendar-week', on: link('View', /^Week/) },
  { name: 'list ready', route: 'calendar-list', on: link('View', /^List/) },
  { name: 'list from today', route: 'calendar-list', on: link('Period', /^Today/) },
]

/**
 * The calendar of a whole unit in the window, at a large unit's size and at one no unit reaches. The baseline of the second is
 * the same figure of the first, measured just before: twice that is the most it may be.
 */
export async function bench(print: Print): Promise<void> {
  await bundle()
  const smaller = new Map<string, number>()
  for (const size of SIZES) {
    for (const [name, taken] of await timesAt(size)) {
      const values = { median: median(taken), p95: percentile(taken, 0.95) }
      for (const [kind, value] of Object.entries(values)) {
        const key = `${name}, ${kind}`
        const baseline = smaller.get(key) ?? null
        const ratio = baseline === null ? null : value / baseline
        print({ name: `calendar: ${key}, ${size} cases`, value, unit: 'ms', baseline, ratio, n: size })
        smaller.set(key, value)
      }
    }
  }
}

async function timesAt(people: number): Promise<Map<string, number[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-calendar-'))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const data = join(folder, 'store')
  await createSampleStore(data, { people })
  const places = { data, assets: join(root, 'dist/renderer'), logs: join(folder, 'logs') }
  const window = await startWindow({ ...places, headless: true, version })
  try {
    const { page } = window
    await page.addInitScript(watchForReady)
    await unlock(page)
    await page.evaluate(() => void (location.hash = '/calendar?view=list'))
    await page.reload()
    await readyAt(page, 'calendar')
    return await walk(page)
  } finally {
    await window.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The first two rounds warm up what the engine compiles on the way, and are no figure. */
async function walk(page: Page): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(WALK.map(({ name }) => [name, []]))
  for (let round = 0; round < ROUNDS + 2; round += 1) {
    for (const change of WALK) {
      const taken = await timeChange(page, change)
      if (round >= 2) times.get(change.name)?.push(taken)
    }
  }
  return times
}
