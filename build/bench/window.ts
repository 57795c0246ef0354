import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { SAMPLE } from '../../db/synthetic/sample-settings.ts'
import { createSampleStore } from '../../electron/app/services/import/create-sample.ts'
import { startWindow } from '../../electron/host/chromium/start-window.ts'
import { bundle } from '../scripts/bundle.ts'
import { root } from '../scripts/run-step.ts'
import type { Print } from './run.ts'

const PEOPLE = 1500
const ROUNDS = 15
/** Side navigation links, walked over and over: each click to the next page painted is one view change. */
const WALK = ['Handovers', 'Calendar', 'Caseload', 'Today']

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
  const answer = await page.evaluate(async (passphrase) => {
    const { desk } = globalThis as unknown as {
      desk: { invoke(method: string, input: unknown): Promise<any> }
    }
    const status = await desk.invoke('session.status', {})
    const head = status.value.people.find((person: { name: string }) => person.name === 'Ruth Adeyemi')
    return desk.invoke('session.unlock', { userId: head.userId, passphrase })
  }, SAMPLE.passphrase)
  if (answer.ok !== true) throw new Error(answer.error.message)
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
  const times: Record<string, number[]> = {}
  for (let round = 0; round < ROUNDS + 1; round += 1) {
    for (const name of WALK) {
      const route = name.toLowerCase()
      const link = page
        .getByRole('navigation', { name: 'Areas' })
        .getByRole('link', { name: new RegExp(`^${name}`) })
      await link.evaluate((element) => {
        const seen = globalThis as unknown as { deskReady: Record<string, number>; deskFrom: number }
        seen.deskReady = {}
        seen.deskFrom = performance.now()
        ;(element as HTMLElement).click()
      })
      const at = await readyAt(page, route)
      const from = await page.evaluate(() => (globalThis as unknown as { deskFrom: number }).deskFrom)
      if (round >= 1) (times[route] ??= []).push(at - from)
    }
  }
  const all = Object.values(times).flat()
  for (const [route, taken] of Object.entries(times)) {
    print({
      name: `change to ${route}, p95`,
      value: percentile(taken, 0.95),
      unit: 'ms',
      baseline: null,
      ratio: null,
      n: PEOPLE,
    })
  }
  print({
    name: 'view change, p95',
    value: percentile(all, 0.95),
    unit: 'ms',
    baseline: null,
    ratio: null,
    n: PEOPLE,
  })
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
    { polling: 20 },
  )
  return (await handle.jsonValue()) as number
}

const sorted = (values: number[]) => values.toSorted((a, b) => a - b)
const median = (values: number[]) => sorted(values)[Math.floor(values.length / 2)] as number
const percentile = (values: number[], share: number) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] as number
