import type { Locator, Page } from 'playwright-core'
import { SAMPLE } from '../../db/synthetic/sample-settings.ts'
import type { Bridge } from '../../domain/contract/bridge.ts'

/** Time to ready of a page, and of a change from one view to the next, each ending in `data-app-state` on its route. */
export interface Change {
  name: string
  route: string
  /** What is clicked. */
  on: (page: Page) => Locator
}

/** Unlocks the sample as its head of OMU, without the page. */
export async function unlock(page: Page): Promise<void> {
  const refused = await page.evaluate(async (passphrase) => {
    const { desk } = globalThis as unknown as { desk: Bridge }
    const status = await desk.invoke('session.status', {})
    const head = status.ok ? status.value.people.find(({ name }) => name === 'Ruth Adeyemi') : undefined
    const answer = await desk.invoke('session.unlock', { userId: head?.userId ?? '', passphrase })
    return answer.ok ? null : answer.error.message
  }, SAMPLE.passphrase)
  if (refused !== null) throw new Error(refused)
}

/** From the click to the new view painted, in milliseconds of the page's own clock. */
export async function timeChange(page: Page, { name, route, on }: Change): Promise<number> {
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
export function watchForReady(): void {
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

export async function readyAt(page: Page, route: string): Promise<number> {
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
export const median = (values: number[]) => sorted(values)[Math.floor(values.length / 2)] as number
export const percentile = (values: number[], share: number) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] as number
