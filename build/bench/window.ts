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

const PEOPLE = 1500
const ROUNDS = 15

const area = (name: string): Change => ({
  name: name.toLowerCase(),
  route: name.toLowerCase(),
  on: (page) =>
    page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: new RegExp(`^${name}`) }),
})
const period = (name: string, link: RegExp, view: string): Change => ({
  name,
  route: `calendar-${view}`,
  on: (page) => page.getByRole('navigation', { name: 'Period' }).getByRole('link', { name: link }),
})
const calendar = (view: string): Change => ({
  name: `calendar by ${view}`,
  route: `calendar-${view}`,
  on: (page) =>
    page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: new RegExp(view, 'i') }),
})
/** A list answer on the page one is on already. */
const inCaseload = (what: string, on: Change['on']): Change => ({
  name: `caseload ${what}`,
  route: 'caseload',
  on,
})
const scope = (route: string, label: string): Change => ({
  name: `${route}, ${label.toLowerCase()}`,
  route,
  on: (page) => page.getByRole('group', { name: 'Whose cases' }).getByRole('button', { name: label }),
})

/** One round of what a day's work clicks through, in an order that can begin again. */
const WALK: readonly Change[] = [
  area('Handovers'),
  { name: 'case from a list', route: 'case', on: (page) => page.locator('main [data-person]').first() },
  area('Caseload'),
  inCaseload('sorted', (page) => page.getByRole('button', { name: /^Tier/ })),
  inCaseload('next page', (page) =>
    page.getByRole('navigation', { name: 'Pages of the caseload' }).getByRole('button', { name: /Next/ }),
  ),
  area('Calendar'),
  calendar('month'),
  period('next month', /^Next/, 'month'),
  calendar('week'),
  period('next week', /^Next/, 'week'),
  calendar('list'),
  period('next four weeks', /^Next/, 'list'),
  area('Today'),
  scope('today', 'My cases'),
  scope('today', 'The unit'),
]

/**
 * Time to ready in the window at 1,500 cases. Ready is the page's own sign, set after the frame in which its content was
 * painted; the baseline is the same bundle and frame on a route with only a heading, loaded turn and turn about in the same run.
 */
export async function bench(print: Print): Promise<void> {
  await bundle()
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-window-'))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  await createSampleStore(join(folder, 'store'), { people: PEOPLE })
  const window = await startWindow({
    data: join(folder, 'store'),
    assets: join(root, 'dist/renderer'),
    logs: join(folder, 'logs'),
    headless: true,
    version,
  })
  try {
    const { page } = window
    await page.addInitScript(watchForReady)
    await unlock(page)
    await measureLoads(page, print)
    await measureWalk(page, print)
  } finally {
    await window.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureLoads(page: Page, print: Print): Promise<void> {
  const times: Record<string, number[]> = { blank: [], today: [], calendar: [] }
  for (let round = 0; round < ROUNDS + 2; round += 1) {
    for (const [route, taken] of Object.entries(times)) {
      await page.evaluate((at) => void (location.hash = at), `/${route}`)
      await page.reload()
      const ready = await readyAt(page, route)
      if (round >= 2) taken.push(ready)
    }
  }
  const baseline = median(times['blank'] as number[])
  print({ name: 'empty page ready', value: baseline, unit: 'ms', baseline: null, ratio: null, n: PEOPLE })
  for (const route of ['today', 'calendar']) {
    const value = median(times[route] as number[])
    print({ name: `${route} ready`, value, unit: 'ms', baseline, ratio: value / baseline, n: PEOPLE })
  }
}

async function measureWalk(page: Page, print: Print): Promise<void> {
  const times = new Map<string, number[]>(WALK.map(({ name }) => [name, []]))
  const inMs = (name: string, value: number) =>
    print({ name, value, unit: 'ms', baseline: null, ratio: null, n: PEOPLE })
  await page.evaluate(() => void (location.hash = '/today'))
  await page.reload()
  await readyAt(page, 'today')
  for (let round = 0; round < ROUNDS + 1; round += 1) {
    for (const change of WALK) {
      const taken = await timeChange(page, change)
      if (round >= 1) times.get(change.name)?.push(taken)
    }
  }
  for (const [name, taken] of times) inMs(`${name}, median`, median(taken))
  for (const [name, taken] of times) inMs(`${name}, p95`, percentile(taken, 0.95))
  inMs('view change, p95', percentile([...times.values()].flat(), 0.95))
}
