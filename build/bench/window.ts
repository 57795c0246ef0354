import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { SAMPLE } from '../../db/synthetic/sample-settings.ts'
import type { Bridge } from '../../domain/contract/bridge.ts'
import { createSampleStore } from '../../electron/app/services/import/create-sample.ts'
import { startWindow } from '../../electron/host/chromium/start-window.ts'
import { bundle } from '../scripts/bundle.ts'
import { root } from '../scripts/run-step.ts'
import type { Print } from './run.ts'

const PEOPLE = 1500
const ROUNDS = 15

/** Time to ready of a page, and of a change from one view to the next, each ending in `data-app-state` on its route. */
interface Change {
  name: string
  route: string
  /** What is clicked. */
  on: (page: Page) => Locator
}

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

async function unlock(page: Page): Promise<void> {
  const refused = await page.evaluate(async (passphrase) => {
    const { desk } = globalThis as unknown as { desk: Bridge }
    const status = await desk.invoke('session.status', {})
    const head = status.ok ? status.value.people.find(({ name }) => name === 'Ruth Adeyemi') : undefined
    const answer = await desk.invoke('session.unlock', { userId: head?.userId ?? '', passphrase })
    return answer.ok ? null : answer.error.message
  }, SAMPLE.passphrase)
  if (refused !== null) throw new Error(refused)
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

/** From the click to the new view painted, in milliseconds of the page's own clock. */
async function timeChange(page: Page, { name, route, on }: Change): Promise<number> {
  await on(page).evaluate((element) => {
    const seen = globalThis as unknown as { deskReady: Record<string, number>; deskFrom: number }
    // The view clicked away from still says it is loaded; the next one may have its route.
    for (const old of document.querySelectorAll<HTMLElement>('[data-app-state]'))
      delete old.dataset['appState']
    setTimeout(() => {
      seen.deskReady = {}
      seen.deskFrom = performance.now()
      ;(element as HTMLElement).click()
    })
  })
  const at = await readyAt(page, route).catch((error: unknown) => {
    throw new Error(`The change to ${name} was never ready`, { cause: error })
  })
  const from = await page.evaluate(() => (globalThis as unknown as { deskFrom: number }).deskFrom)
  return at - from
}

/** Notes, in the page itself, when each route says it is loaded: milliseconds since the page began. */
function watchForReady(): void {
  const seen = globalThis as unknown as { deskReady: Record<string, number> }
  seen.deskReady = {}
  new MutationObserver(() => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-app-state="loaded"]')) {
      seen.deskReady[element.dataset['route'] ?? ''] ??= performance.now()
    }
  }).observe(document, {
    attributes: true,
    attributeFilter: ['data-app-state'],
    subtree: true,
    childList: true,
  })
}

async function readyAt(page: Page, route: string): Promise<number> {
  const handle = await page.waitForFunction(
    (name) => {
      const { deskReady } = globalThis as unknown as { deskReady: Record<string, number> }
      return Object.entries(deskReady ?? {}).find(
        ([seen]) => seen === name || seen.startsWith(`${name}-`),
      )?.[1]
    },
    route,
    { polling: 20, timeout: 10_000 },
  )
  return (await handle.jsonValue()) as number
}

const sorted = (values: number[]) => values.toSorted((a, b) => a - b)
const median = (values: number[]) => sorted(values)[Math.floor(values.length / 2)] as number
const percentile = (values: number[], share: number) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] as number
