import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { SAMPLE } from '../../db/synthetic/sample-settings.ts'
import { createSampleStore } from '../../electron/app/services/import/create-sample.ts'

/** The sample establishment, made once for a file of tests; each test opens a copy. */
export async function makeSample(): Promise<{ folder: string; remove(): void }> {
  const parent = mkdtempSync(join(tmpdir(), 'desk-sample-'))
  const folder = join(parent, 'store')
  await createSampleStore(folder)
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) }
}

/** Through the unlock page, as a person does it. */
export async function unlockAs(
  page: Page,
  name: string,
  passphrase: string = SAMPLE.passphrase,
): Promise<void> {
  const choice = page.getByRole('radio', { name })
  await page.getByLabel('Passphrase', { exact: true }).waitFor()
  if ((await choice.count()) > 0) await choice.check({ force: true })
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Unlock' }).click()
  await ready(page, 'today')
}

/** Until the page says its content is painted. `route` is the start of its name, such as `case` for any part of a case. */
export async function ready(page: Page, route: string): Promise<void> {
  await page.locator(`[data-route^="${route}"][data-app-state="loaded"]`).waitFor()
}

/** By the side navigation. */
export async function goTo(page: Page, area: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Areas' })
    .getByRole('link', { name: new RegExp(`^${area}`) })
    .click()
  await ready(page, area.toLowerCase().replaceAll(' ', '-'))
}
