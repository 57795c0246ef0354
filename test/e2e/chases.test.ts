import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decoded, readEml } from '../documents/read-eml.ts'
import { makeSample, ready, unlockAs } from '../support/sample.ts'
import { startDesk, type RunningDesk } from '../support/start-desk.ts'

let sample: Awaited<ReturnType<typeof makeSample>>
let desk: RunningDesk
beforeAll(async () => {
  sample = await makeSample()
  desk = await startDesk({ store: { copyOf: sample.folder } })
  await unlockAs(desk.page, 'Ruth Adeyemi')
})
afterAll(async () => {
  await desk.close()
  sample.remove()
})

describe('a chase, without a mouse', () => {
  it('is opened, saved as email, marked as sent and answered', async () => {
    const { page } = desk
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Chases')
    await page
      .getByRole('option', { name: /^Chases/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await ready(page, 'chases')
    const link = page.getByRole('link', { name: 'Draft to Leeds' })
    await link.focus()
    await page.keyboard.press('Enter')
    await ready(page, 'chase-message')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Message to Leeds')
    await page.keyboard.press('Alt+d')
    const said = page.getByText(/^Saved as /)
    await said.waitFor()
    const path = /^Saved as (.*\.eml)\./.exec(await said.innerText())?.[1] ?? ''
    const message = readEml(readFileSync(path))
    expect(message.headers).toMatchObject({ 'x-unsent': '1' })
    expect(decoded(message)).toContain('A2750EJ')
    expect(decoded(message)).not.toContain('Yardley')
    await page.getByRole('button', { name: 'Mark as sent' }).focus()
    await page.keyboard.press('Enter')
    await ready(page, 'chases')
    await page.getByText(/The message to Leeds is recorded as sent on 23 November 2026/).waitFor()
    expect(await link.count()).toBe(0)
    await page.getByRole('link', { name: 'Log the answer from Leeds' }).focus()
    await page.keyboard.press('Enter')
    await ready(page, 'chase-answer')
    await page.getByRole('button', { name: 'All of them' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('What did they answer?').focus()
    await page.keyboard.type('Names by Friday')
    await page.getByRole('button', { name: 'Save the answer' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText(/^The answer is recorded for/).waitFor()
    await page.getByRole('row', { name: /^Leeds .*answered 23 Nov 2026: Names by Friday/ }).waitFor()
  })

  it('opens on one person, whose row has the focus and is in sight', async () => {
    const { page } = desk
    const link = page.getByRole('link', { name: 'Hussain, Tariq' }).first()
    const person = (await link.getAttribute('href'))?.split('/case/')[1] ?? ''
    const row = page.locator('[data-keeps-focus]:focus')
    const open = async () => {
      await page.evaluate((path) => void (location.hash = path), `/chases?person=${person}`)
      await page.reload()
    }
    await open()
    await ready(page, 'chase-message')
    await row.waitFor()
    expect(await row.innerText()).toMatch(/^Hussain, Tariq/)
    await page.getByRole('button', { name: 'Mark as sent' }).focus()
    await page.keyboard.press('Enter')
    await ready(page, 'chases')
    await open()
    await row.waitFor()
    expect(await row.innerText()).toMatch(/^Hussain, Tariq[^]*No further message is due/)
    await row.evaluate((element) => new Promise((done) => requestAnimationFrame(() => done(element))))
    const box = await row.boundingBox()
    expect(box !== null && box.y > 0 && box.y < 900).toBe(true)
  })

  it('all that are due are saved at once', async () => {
    const { page } = desk
    await page.keyboard.press('Alt+d')
    await page.getByText(/messages were saved as email drafts/).waitFor()
  })
})
