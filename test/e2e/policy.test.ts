import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSample, ready, unlockAs } from '../support/sample.ts'
import { startDesk, type RunningDesk } from '../support/start-desk.ts'

// For one case a person can answer: why this date, which source, what else it could have been, what changed it, what next.

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

/** By the side navigation: pages whose name is not their label. */
async function openArea(label: string, route: string) {
  const areas = desk.page.getByRole('navigation', { name: 'Areas' })
  await areas.getByRole('link', { name: new RegExp(`^${label}`) }).click()
  await ready(desk.page, route)
}

const fillDate = async (legend: RegExp, day: string, month: string, year: string) => {
  const group = desk.page.getByRole('group', { name: legend })
  await group.getByLabel('Day').fill(day)
  await group.getByLabel('Month').fill(month)
  await group.getByLabel('Year').fill(year)
}

describe('the rules of a place', () => {
  it('are adopted with proof once what they would do was seen, and every case says so', async () => {
    const { page } = desk
    await openArea('Rules and dates', 'rules')
    await page.getByRole('button', { name: 'Adopt a rule set' }).click()
    await ready(page, 'adopt')
    await page.getByRole('radio', { name: /^National service/ }).check({ force: true })
    await page.getByLabel('Whose cases?').selectOption('Yorkshire and the Humber')
    await page.getByRole('button', { name: 'Show what it would do' }).click()
    await page.getByText(/of 413 cases would change, as of 23 November 2026/).waitFor()
    await page.getByText(/past handover at once/).waitFor()
    await page.getByLabel('Who told you?').fill('Marian Stroud')
    await page.getByLabel('Which body did they speak for?').fill('Yorkshire and the Humber probation region')
    await page.getByLabel('Which document says so?').fill('Notice 31')
    await fillDate(/What is its date/, '20', '11', '2026')
    await page.getByRole('radio', { name: 'Keep them' }).check({ force: true })
    await page.getByRole('button', { name: 'Record the adoption' }).click()
    await ready(page, 'rules')
    await page
      .getByText(/Told by Marian Stroud, Yorkshire and the Humber probation region: Notice 31/)
      .waitFor()
  })

  it('move plans, and What changed tells which, from what to what and why', async () => {
    const { page } = desk
    await openArea('What changed', 'changes')
    await page.getByLabel('Filter by kind of change').selectOption('rules_changed')
    const row = page.getByRole('row', { name: /Marlowe, Dean/ })
    await row.waitFor()
    const text = await row.innerText()
    expect(text).toContain('30 November 2026')
    expect(text).toContain('1 November 2026')
    expect(text).toContain('told by Marian Stroud: Notice 31')
    await row.getByRole('link', { name: 'Marlowe, Dean' }).click()
    await ready(page, 'case-dates')
  })

  it('are asked what if: another date, its sum, and nothing saved', async () => {
    const { page } = desk
    const panel = page.getByRole('region', { name: 'What if' })
    await panel.getByRole('radio', { name: 'Early allocation granted' }).check({ force: true })
    await panel.getByRole('button').first().click()
    await panel
      .getByText(/15 April 2026/)
      .first()
      .waitFor()
    await page
      .getByText(/1 Nov(ember)? 2026/)
      .first()
      .waitFor()
  })
})

describe('a decision about a case', () => {
  it('overrides responsibility for a time and stands on the timeline', async () => {
    const { page } = desk
    await page.getByRole('link', { name: 'Responsibility', exact: true }).click()
    await ready(page, 'case-decisions')
    const opens = page.getByRole('button', { name: 'Override responsibility' })
    await opens.click()
    await page.locator('h2:focus', { hasText: 'Override responsibility' }).waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.locator('button:focus', { hasText: 'Override responsibility' }).waitFor()
    await opens.click()
    await page.getByRole('radio', { name: 'The POM' }).check({ force: true })
    await page.getByRole('radio', { name: 'The community cannot take the case yet' }).check({ force: true })
    await page.getByLabel('Who agreed it for the prison?').fill('Ruth Adeyemi')
    await page.getByLabel('Who agreed it for probation?').fill('Priya Holt')
    await fillDate(/When was it agreed/, '20', '11', '2026')
    await fillDate(/Last day/, '31', '12', '2026')
    await page.getByRole('button', { name: 'Record the override' }).click()
    await page
      .locator(':focus', { hasText: 'The override was recorded. No date of the case has moved.' })
      .waitFor()
    await page.getByRole('link', { name: 'Timeline' }).click()
    await page
      .getByRole('heading', {
        name: 'Responsibility overridden: POM responsible from 23 November 2026 until 31 December 2026',
      })
      .waitFor()
  })

  it('is an early allocation assessment, saved as a PDF and decided', async () => {
    const { page, answering, folder } = desk
    await page.getByRole('link', { name: 'Responsibility', exact: true }).click()
    await ready(page, 'case-decisions')
    await answering.saveFile(join(folder, 'exports', 'assessment.pdf'))
    await page.getByRole('button', { name: /^Save as PDF/ }).click()
    await page.getByText(/^Saved .*assessment\.pdf/).waitFor()
    expect(readdirSync(join(folder, 'exports'))).toContain('assessment.pdf')
    await page.getByRole('button', { name: 'Record decision' }).click()
    await page.getByRole('radio', { name: /^Declined/ }).check({ force: true })
    await fillDate(/When\?/, '23', '11', '2026')
    await page.getByLabel('Who decided it?').fill('Priya Holt')
    await page.getByRole('button', { name: 'Record the decision' }).click()
    await page.getByText('The community declined early allocation.').waitFor()
    expect(await page.getByRole('button', { name: 'Record decision' }).count()).toBe(0)
  })

  it('explains a difference from the national record', async () => {
    const { page } = desk
    await openArea('Differences', 'differences')
    const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: /^Explain/ }) })
    const name = await row.first().getByRole('rowheader').innerText()
    await row
      .first()
      .getByRole('button', { name: /^Explain/ })
      .click()
    await page.getByRole('radio', { name: 'National record to be corrected' }).check({ force: true })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('button:focus', { hasText: 'Explain' }).waitFor()
    await page.getByLabel('Filter by what each was found to be').selectOption('national_to_correct')
    await page.getByRole('rowheader', { name }).waitFor()
  })
})
