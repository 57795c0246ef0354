import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goTo, makeSample, ready, unlockAs } from '../support/sample.ts'
import { startDesk, type RunningDesk } from '../support/start-desk.ts'

// One morning of a head of OMU: somebody named by a list is put on the record, everybody who waits gets a POM, and a POM goes
// away with cover. Today is Monday 23 November 2026.
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

/** The count beside an area of the side navigation. */
async function countBeside(area: string): Promise<number> {
  const link = desk.page
    .getByRole('navigation', { name: 'Areas' })
    .getByRole('link', { name: new RegExp(`^${area}`) })
  return Number((await link.innerText()).replace(/\D/g, ''))
}
const cases = (scope: 'mine' | 'covering' | 'unit') =>
  desk.page.evaluate(async (whose) => {
    const answer = await window.desk.invoke('caseload.list', { scope: whose, find: '', page: 1 })
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value.total
  }, scope)

describe('a morning of allocation', () => {
  it('puts a POM whom a list names on the record', async () => {
    const { page } = desk
    await unlockAs(page, 'Ruth Adeyemi')
    await goTo(page, 'Staff')
    await page.getByRole('link', { name: 'Add Hana Whitcombe' }).click()
    await ready(page, 'staff-form')
    await page.getByLabel('Probation POM').check({ force: true })
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Hana Whitcombe was added.').waitFor()
    await page.getByRole('link', { name: 'Hana Whitcombe' }).waitFor()
    expect(await page.getByRole('link', { name: /^Add Hana/ }).count()).toBe(0)
  })

  it('allocates one case, against the recommendation with the reason', async () => {
    const { page } = desk
    await goTo(page, 'Allocation')
    expect(await countBeside('Allocation')).toBe(5)
    await page.getByRole('link', { name: 'Dunmore, Anton' }).click()
    await ready(page, 'case-allocation')
    await page.getByRole('button', { name: 'Allocate', exact: true }).click()
    await page.getByLabel(/^Callum Reid/).check({ force: true })
    await page.getByRole('button', { name: 'Allocate', exact: true }).click()
    await page
      .getByRole('alert')
      .getByText(/Say why this POM is chosen/)
      .waitFor()
    await page.getByLabel('This POM has worked with them before').check({ force: true })
    await page.getByRole('button', { name: 'Allocate', exact: true }).click()
    await page.getByText('Allocated to Callum Reid.').waitFor()
    await page.getByRole('link', { name: 'Timeline' }).click()
    await ready(page, 'case-timeline')
    await page.getByText('Allocated to Callum Reid', { exact: true }).waitFor()
    await page.getByText('This POM has worked with them before').first().waitFor()
  })

  it('allocates everybody else who waits, together, after a look at who gets which', async () => {
    const { page } = desk
    await goTo(page, 'Allocation')
    await page.getByRole('button', { name: 'Allocate several together' }).click()
    await ready(page, 'hand-over')
    await page.getByLabel(/^Hana Whitcombe/).check({ force: true })
    await page.getByLabel(/^Priya Nair/).check({ force: true })
    await page.getByRole('button', { name: 'Continue' }).click()
    await ready(page, 'hand-over-check')
    expect(await page.getByLabel('POM for Ashdown, Corey').locator('option:checked').innerText()).toMatch(
      /^Hana Whitcombe/,
    )
    // Nothing could be recommended for somebody without a tier, so that choice needs its reason.
    await page.getByLabel('No POM of the recommended kind is available').check({ force: true })
    await page.getByRole('button', { name: 'Allocate 4 cases' }).click()
    await page.getByRole('heading', { level: 1, name: '4 cases were allocated' }).waitFor()
    await page.getByRole('link', { name: 'Cases without a POM' }).click()
    await ready(page, 'allocation')
    await page.getByText('Every case that asks for a POM has one.').waitFor()
    expect(await countBeside('Allocation')).toBe(0)
  })

  it('lets somebody away be covered: the cover sees those cases beside their own', async () => {
    const { page } = desk
    await goTo(page, 'Staff')
    await page.getByRole('link', { name: 'Callum Reid' }).click()
    await ready(page, 'staff-member')
    await page.getByRole('link', { name: 'Record an absence' }).click()
    await ready(page, 'staff-absence')
    for (const [label, day] of [
      ['First day away', '23 11 2026'],
      ['Last day away', '27 11 2026'],
    ] as const)
      await page.getByRole('group', { name: label }).getByLabel('Day').fill(day)
    await page.getByLabel('Who covers?').selectOption('Beth Lindqvist')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Callum Reid is away from 23 November 2026 to 27 November 2026.').waitFor()
    await page.keyboard.press('Control+l')
    await unlockAs(page, 'Beth Lindqvist')
    const own = await cases('mine')
    await page.getByRole('button', { name: 'Covering' }).click()
    await page.getByText('for Callum Reid until 27 Nov 2026').waitFor()
    // Sixty-five of his, and the one given this morning.
    expect(await cases('covering')).toBe(66)
    expect(await cases('mine')).toBe(own)
    const refused = await page.evaluate(() => window.desk.invoke('staff.list', {}))
    expect(refused).toMatchObject({ ok: false, error: { code: 'not_allowed' } })
  })

  it('keeps somebody who leaves until every case is somebody else’s', async () => {
    const { page } = desk
    await page.keyboard.press('Control+l')
    await unlockAs(page, 'Ruth Adeyemi')
    await goTo(page, 'Staff')
    await page.getByRole('link', { name: 'Hana Whitcombe' }).click()
    await ready(page, 'staff-member')
    await page.getByText(/Hand over \d cases held as POM/).waitFor()
    expect(await page.getByRole('button', { name: 'Record as left' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Hand over cases' }).click()
    await ready(page, 'hand-over')
    await page.getByLabel(/^Farida Noor/).check({ force: true })
    await page.getByLabel(/^Amy Thornber/).check({ force: true })
    await page.getByLabel('Why do the cases change hands?').fill('Hana is leaving')
    await page.getByRole('button', { name: 'Continue' }).click()
    await ready(page, 'hand-over-check')
    const reason = page.getByLabel('No POM of the recommended kind is available')
    if ((await reason.count()) > 0) await reason.check({ force: true })
    await page.getByRole('button', { name: /^Hand over \d cases/ }).click()
    await ready(page, 'hand-over-done')
    await page.getByRole('link', { name: 'Back to Hana Whitcombe' }).click()
    await ready(page, 'staff-member')
    await page.getByRole('button', { name: 'Record as left' }).click()
    await page.getByText('Hana Whitcombe is recorded as left.').waitFor()
  })
})
