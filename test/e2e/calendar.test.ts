import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
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

async function open(view: string): Promise<void> {
  await desk.page.evaluate((to) => void (location.hash = to), `/calendar?view=${view}`)
  await desk.page.reload()
  await ready(desk.page, `calendar-${view}`)
}

/** A window of a meeting still to book that runs through this week: its band in the month. */
const band = () => desk.page.locator('.desk-band[data-drag]').first()

describe('a meeting is booked from the calendar', () => {
  it('by dragging its window to a day: the form opens with that day, and nothing is written before it is saved', async () => {
    const { page } = desk
    await open('month')
    const dragged = (await band().getAttribute('data-drag')) ?? ''
    const [personId, task] = dragged.split(':')
    const today = (await page
      .locator('td[data-date]:has([aria-current="date"])')
      .getAttribute('data-date')) as CivilDate
    const target = addDays(today, 2)
    const from = await band().boundingBox()
    const to = await page.locator(`td[data-date="${target}"]`).boundingBox()
    if (from === null || to === null) throw new Error('The month is not on the screen')
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x + to.width / 2, to.y + to.height - 12, { steps: 8 })
    // While it is dragged the days say where it may go.
    await page.locator(`td[data-date="${target}"][data-drop]`).waitFor()
    expect(await page.locator('td[data-drop="in"]').count()).toBeGreaterThan(0)
    await page.mouse.up()
    await ready(page, 'case-meetings')
    const shown = await page.evaluate(() => document.querySelector('h2')?.textContent ?? '')
    expect(shown).not.toBe('')
    const answer = await page.evaluate(
      ([id, meeting]) =>
        window.desk.invoke('case.show', { personId: id as string }).then((found) => {
          if (!found.ok) throw new Error(found.error.message)
          return found.value.tasks.find((each) => each.task === meeting)?.booking ?? null
        }),
      [personId, task],
    )
    expect(answer).toBeNull()
  })

  it('by keyboard alone, from the month: its details open, lead to the form, and close with Escape', async () => {
    const { page } = desk
    await open('month')
    const meeting = page.locator('.desk-month button[aria-haspopup="dialog"]').first()
    await meeting.focus()
    await page.keyboard.press('Enter')
    const details = page.getByRole('dialog')
    await details.waitFor()
    await page.keyboard.press('Escape')
    expect(await details.count()).toBe(0)
    expect(await meeting.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await details.waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^(Book|Move) meeting$/)
    await page.keyboard.press('Enter')
    await ready(page, 'case-meetings')
  })

  it('by keyboard alone, from the list', async () => {
    const { page } = desk
    await open('list')
    await page
      .getByRole('link', { name: /^(Book|Move) meeting:/ })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await ready(page, 'case-meetings')
  })
})

describe('what the calendar shows', () => {
  it('is kept for the person, also after the window was opened again', async () => {
    const { page } = desk
    await open('list')
    const handover = page.getByRole('checkbox', { name: 'Handover', exact: true })
    const rows = page.locator('.desk-diary__title', { hasText: 'Handover to the COM' })
    await rows.first().waitFor()
    await handover.uncheck({ force: true })
    await rows.first().waitFor({ state: 'detached' })
    const isKept = () =>
      page.evaluate(() =>
        window.desk
          .invoke('calendar.show', { from: '2026-11-23', to: '2026-11-23', scope: 'mine' })
          .then((answer) => answer.ok && answer.value.filters.hidden?.includes('handover') === true),
      )
    await expect.poll(isKept).toBe(true)
    await open('list')
    expect(await handover.isChecked()).toBe(false)
    await page.getByRole('button', { name: /^Clear/ }).click()
    await rows.first().waitFor()
    expect(await handover.isChecked()).toBe(true)
  })
})
