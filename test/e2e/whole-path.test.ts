import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../build/scripts/run-step.ts'
import { goTo, ready, unlockAs } from '../support/sample.ts'
import { fillDay, invoke } from '../support/window-acts.ts'
import { PASSPHRASE, startDesk, type RunningDesk } from '../support/start-desk.ts'

// One story, told in order: an empty establishment, an extract, and what a POM sends at the end of the morning.
let desk: RunningDesk
beforeAll(async () => {
  desk = await startDesk({ store: 'bare' })
})
afterAll(() => desk.close())

describe('from an extract to a handover pack', () => {
  it('begins locked, with no case fact in sight', async () => {
    const { page } = desk
    await ready(page, 'unlock')
    expect(await page.locator('main').innerText()).not.toMatch(/[A-Z]\d{4}[A-Z]{2}/)
    await unlockAs(page, 'Ada Example', PASSPHRASE)
  })

  it('shows what an extract would change before anything is written', async () => {
    const { page, answering } = desk
    await goTo(page, 'Import')
    await answering.openFiles(join(root, 'samples/nomis-list.csv'))
    await page.getByRole('button', { name: 'Choose files' }).click()
    await page.getByRole('heading', { level: 1, name: /columns/i }).waitFor()
    expect(await page.getByLabel('CRD', { exact: true }).inputValue()).toBe('crd')
    await fillDay(page, '19 11 2026')
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByRole('heading', { level: 1, name: /nothing is changed yet/i }).waitFor()
    const before = await invoke(page, 'caseload.list', { scope: 'unit', find: '', page: 1 })
    expect(before.total).toBe(0)
  })

  it('writes it once confirmed, and reports', async () => {
    const { page } = desk
    await page.keyboard.press('Control+Enter')
    await page.getByText(/was imported/).waitFor()
    const after = await invoke(page, 'caseload.list', { scope: 'unit', find: '', page: 1 })
    expect(after.total).toBeGreaterThan(300)
  })

  it('says of a newer extract whose handover moved, and from when to when', async () => {
    const { page, answering } = desk
    await page.getByRole('button', { name: /other files/i }).click()
    await answering.openFiles(join(root, 'samples/nomis-list-later.csv'))
    await page.getByRole('button', { name: 'Choose files' }).click()
    await fillDay(page, '22 11 2026')
    await page.getByRole('button', { name: 'Preview' }).click()
    const moved = page.getByRole('row', { name: /Marlowe, Dean/ }).first()
    await moved.waitFor()
    expect(await moved.innerText()).toMatch(
      /29 Sep 2027[\s\S]*15 Jul 2027[\s\S]*13 Feb 2027[\s\S]*30 Nov 2026/,
    )
    await page.keyboard.press('Control+Enter')
    await page.getByText(/was imported/).waitFor()
  })

  it('finds a person by name and shows the sum behind the date', async () => {
    const { page } = desk
    await page.keyboard.press('Control+k')
    await page.keyboard.type('dean marlowe')
    await page
      .getByRole('option', { name: /Marlowe, Dean/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await ready(page, 'case')
    await page.getByRole('link', { name: /^Dates and reasons/ }).click()
    await ready(page, 'case-dates')
    const text = await page.locator('main').innerText()
    expect(text).toMatch(/Monday 30 November 2026/)
    expect(text).toMatch(/Tue 15 Dec 2026/)
    expect(text).toMatch(/7 months/)
    expect(text).toMatch(/15 days/)
  })

  it('records the handover meeting by keyboard alone, and refuses a day still to come', async () => {
    const { page } = desk
    await page.keyboard.press('Alt+r')
    await page.getByRole('heading', { name: 'Record handover meeting' }).waitFor()
    await page.getByLabel('Amy Thornber (POM)').waitFor()
    await page.keyboard.press('Alt+2')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('1 12 2026')
    await page.keyboard.press('Alt+3')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Alt+4')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Alt+6')
    await page.keyboard.type('By video. Responsibility passes on 30 November.')
    await page.keyboard.press('Control+s')
    await page
      .getByRole('alert')
      .getByText(/today or in the past/i)
      .waitFor()
    await page.keyboard.press('Alt+2')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('20 11 2026')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/^Handover meeting: recorded as held\./).waitFor()
    const personId = await personCalled(page, 'marlowe dean')
    const shown = await invoke(page, 'case.show', { personId })
    expect(shown.tasks.find(({ task }) => task === 'mt-handover')).toMatchObject({
      doneOn: '2026-11-20',
      held: { mode: 'video', attended: ['Amy Thornber (POM)', 'Marlowe, Dean'] },
      note: 'By video. Responsibility passes on 30 November.',
    })
  })

  it('exports a calendar any diary can read, without names', async () => {
    const { page, answering, folder } = desk
    await goTo(page, 'Calendar')
    await page
      .getByRole('button', { name: /^Export/ })
      .first()
      .click()
    const path = join(folder, 'calendar.ics')
    await answering.saveFile(path)
    await page.locator('#calendar-export').getByRole('button').first().click()
    await page
      .getByText(/calendar\.ics|saved/i)
      .first()
      .waitFor()
    const text = readFileSync(path, 'utf8')
    expect(text).not.toMatch(/Marlowe/)
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
    expect(events.length).toBeGreaterThan(10)
    expect(new Set(events.map((event) => event.getFirstPropertyValue('uid'))).size).toBe(events.length)
    for (const event of events) expect(new ICAL.Event(event).startDate.isDate).toBe(true)
  })

  it('exports the pack in three forms under one version and hash', async () => {
    const { page, answering, folder } = desk
    const personId = await personCalled(page, 'marlowe dean')
    await page.evaluate((id) => void (location.hash = `/case/${id}/pack`), personId)
    await page.reload()
    await ready(page, 'pack')
    const out = join(folder, 'pack')
    await answering.saveFile(out)
    await page.keyboard.press('Control+Enter')
    await page
      .getByText(/HANDOVER_A4417KD_v01/)
      .first()
      .waitFor({ timeout: 30_000 })
    const files = readdirSync(out).sort()
    expect(files.map((name) => name.split('.').at(-1))).toEqual(['docx', 'json', 'pdf'])
    expect(files.join()).not.toMatch(/marlowe/i)
    const json = JSON.parse(
      readFileSync(join(out, files.find((name) => name.endsWith('json')) as string), 'utf8'),
    )
    const pdf = readFileSync(join(out, files.find((name) => name.endsWith('pdf')) as string))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(json.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(await page.locator('main').innerText()).toContain(json.hash.slice(0, 8))
  })

  it('locks, and lets nobody in with a wrong passphrase', async () => {
    const { page } = desk
    await page.keyboard.press('Control+l')
    await ready(page, 'unlock')
    await page.getByLabel('Passphrase', { exact: true }).fill('not this one')
    await page.getByRole('button', { name: 'Unlock' }).click()
    await page.getByRole('alert').waitFor()
    await unlockAs(page, 'Ada Example', PASSPHRASE)
  })
})

async function personCalled(page: RunningDesk['page'], find: string): Promise<string> {
  const found = await invoke(page, 'caseload.list', { scope: 'unit', find, page: 1 })
  return found.rows[0]?.personId ?? ''
}
