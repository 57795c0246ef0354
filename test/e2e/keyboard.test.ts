import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE } from '../../db/synthetic/sample-settings.ts'
import { makeSample, ready, unlockAs } from '../support/sample.ts'
import { startDesk, type RunningDesk } from '../support/start-desk.ts'

let sample: Awaited<ReturnType<typeof makeSample>>
let desk: RunningDesk
beforeAll(async () => {
  sample = await makeSample()
  desk = await startDesk({ store: { copyOf: sample.folder } })
})
afterAll(async () => {
  await desk.close()
  sample.remove()
})

/** Tab until what is focused has this name, as somebody without a mouse would; a loop that never gets there fails. */
async function tabTo(name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const focused = await desk.page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      const label =
        element?.getAttribute('aria-label') ?? (element as HTMLInputElement | null)?.labels?.[0]?.textContent
      return (label ?? element?.textContent ?? '').trim()
    })
    if (name.test(focused)) return
    await desk.page.keyboard.press('Tab')
  }
  throw new Error(`No way by Tab to ${name}`)
}

describe('without a mouse', () => {
  it('a POM unlocks, opens the first thing to do, and comes back to it', async () => {
    const { page } = desk
    await ready(page, 'unlock')
    await tabTo(/find yours/)
    await page.keyboard.type('thornber')
    await tabTo(/^Amy Thornber$/)
    await page.keyboard.press('Space')
    await tabTo(/^Passphrase$/)
    await page.keyboard.type(SAMPLE.passphrase)
    await page.keyboard.press('Enter')
    await ready(page, 'today')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await tabTo(/Reyes-Holt, Kai/)
    await page.keyboard.press('Enter')
    await ready(page, 'case')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Reyes-Holt, Kai')
    await page.keyboard.press('Alt+ArrowLeft')
    await ready(page, 'today')
  })

  it('goes to the content past the frame, and from region to region', async () => {
    const { page } = desk
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('F6')
    const first = await page.evaluate(() => document.activeElement?.tagName)
    await page.keyboard.press('F6')
    const second = await page.evaluate(() => document.activeElement?.tagName)
    expect(first).not.toBe('BODY')
    expect(second).not.toBe(first)
  })

  it('finds a person or an action from anywhere', async () => {
    const { page } = desk
    await page.keyboard.press('Control+k')
    await page.keyboard.type('calend')
    await page
      .getByRole('option', { name: /calendar/i })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await ready(page, 'calendar')
  })

  it('walks a list with the arrows, opens the row in hand, and returns to it', async () => {
    const { page } = desk
    await page
      .getByRole('link', { name: /^Handovers/ })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await ready(page, 'handovers')
    await tabTo(/Whitlock, Terence|Reyes-Holt, Kai/)
    await page.keyboard.press('ArrowDown')
    const inHand = await page.evaluate(() => document.activeElement?.textContent ?? '')
    await page.keyboard.press('Enter')
    await ready(page, 'case')
    const heading = await page.getByRole('heading', { level: 1 }).innerText()
    expect(inHand).toContain(heading.split('\n')[0] as string)
    await page.keyboard.press('Escape')
    await ready(page, 'handovers')
    expect(await page.evaluate(() => document.activeElement?.textContent ?? '')).toBe(inHand)
  })

  it('asks what if from anywhere on a case’s dates', async () => {
    const { page } = desk
    await page.keyboard.press('Enter')
    await ready(page, 'case')
    await page.getByRole('link', { name: 'Dates and reasons' }).focus()
    await page.keyboard.press('Enter')
    await ready(page, 'case-dates')
    await page.keyboard.press('Alt+w')
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(
      'early_allocation',
    )
    await tabTo(/^Work it out$/)
    await page.keyboard.press('Enter')
    await page
      .getByRole('region', { name: 'What if' })
      .getByText(/Handover would be|would change/)
      .first()
      .waitFor()
  })

  it('a head of OMU compares rule sets, and goes from a count to its people', async () => {
    const { page } = desk
    await page.keyboard.press('Control+l')
    await ready(page, 'unlock')
    await unlockAs(page, 'Ruth Adeyemi')
    await page.getByRole('link', { name: 'Compare rule sets' }).first().focus()
    await page.keyboard.press('Enter')
    await ready(page, 'compare')
    await tabTo(/would not move$/)
    await page.keyboard.press('Enter')
    await page.getByRole('table', { name: /^Not moved/ }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Who moves')
    await tabTo(/^Meetings by month$/)
    await page.keyboard.press('Enter')
    await page.getByRole('table', { name: /still to hold/ }).waitFor()
  })
})
