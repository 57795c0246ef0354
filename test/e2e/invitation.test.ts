import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readEml } from '../documents/read-eml.ts'
import { makeSample, ready, unlockAs } from '../support/sample.ts'
import { startDesk, type RunningDesk } from '../support/start-desk.ts'

let sample: Awaited<ReturnType<typeof makeSample>>
let desk: RunningDesk
beforeAll(async () => {
  sample = await makeSample()
  desk = await startDesk({ store: { copyOf: sample.folder } })
  await unlockAs(desk.page, 'Amy Thornber')
})
afterAll(async () => {
  await desk.close()
  sample.remove()
})

it('a meeting is booked and its invitation saved as an e-mail, by keyboard, without a name in it', async () => {
  const { page } = desk
  const person = await page.evaluate(async () => {
    const answer = await window.desk.invoke('caseload.list', { scope: 'unit', find: 'A4417KD', page: 1 })
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value.rows[0]?.personId ?? ''
  })
  await page.evaluate((id) => void (location.hash = `/case/${id}/meetings`), person)
  await page.reload()
  await ready(page, 'case-meetings')
  await page.getByRole('link', { name: /^Book ?: Handover meeting/ }).press('Enter')
  await page.getByRole('button', { name: /^Wed 25 Nov 2026/ }).press('Enter')
  await page.getByLabel('From', { exact: true }).fill('2pm')
  await page.getByLabel('To', { exact: true }).fill('2:35pm')
  await page.getByRole('checkbox', { name: 'Officer Blake (key worker)' }).press('Space')
  await page.getByRole('button', { name: 'Book', exact: true }).press('Enter')

  await page.getByRole('link', { name: /^Send the invitation ?: Handover meeting/ }).press('Enter')
  await page.getByRole('heading', { name: 'Handover meeting: invitation' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Handover meeting: invitation')
  await page.getByLabel('Officer Blake (key worker)').fill('blake@example.gov.uk')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
  await page.getByRole('button', { name: 'Save as e-mail' }).press('Enter')
  await page.getByText(/^Handover meeting: invitation saved as .*, to 1 person/).waitFor()

  const folder = join(desk.folder, 'exports')
  const name = readdirSync(folder).find((each) => each.endsWith('.eml')) ?? ''
  const bytes = readFileSync(join(folder, name))
  const message = readEml(bytes)
  expect(message.headers['to']).toBe('blake@example.gov.uk')
  const calendar = message.parts[1]?.bytes.toString('utf8') ?? ''
  expect(calendar).toContain('METHOD:REQUEST')
  expect(calendar).toContain('DTSTART;TZID=Europe/London:20261125T140000')
  expect(calendar + name).not.toMatch(/Marlowe|A4417KD|Dean/)
  expect(await page.getByText(/invitation saved .* by Amy Thornber/).count()).toBe(1)
})
