import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goTo, makeSample, ready, unlockAs } from '../support/sample.ts'
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

const FIRST = 'a first passphrase to change'

describe('users', () => {
  it('are added by the head of OMU', async () => {
    const { page } = desk
    await unlockAs(page, 'Ruth Adeyemi')
    await goTo(page, 'Users')
    await page
      .getByRole('link', { name: 'Add a user' })
      .or(page.getByRole('button', { name: 'Add a user' }))
      .click()
    await page.getByLabel('Full name').fill('Nia Prosser')
    await page.getByRole('radio', { name: 'Read only' }).check({ force: true })
    await page.getByLabel('First passphrase', { exact: true }).fill(FIRST)
    await page.getByLabel('First passphrase again', { exact: true }).fill('something else entirely')
    await page.getByRole('button', { name: 'Add user' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('First passphrase again', { exact: true }).fill(FIRST)
    await page.getByRole('button', { name: 'Add user' }).click()
    await page.getByRole('rowheader', { name: 'Nia Prosser' }).waitFor()
  })

  it('see only what their role may: a read-only user has no Import and no export', async () => {
    const { page } = desk
    await page.keyboard.press('Control+l')
    await unlockAs(page, 'Nia Prosser', FIRST)
    expect(
      await page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: 'Import' }).count(),
    ).toBe(0)
    const answer = await page.evaluate(() =>
      window.desk.invoke('calendar.export', {
        from: '2026-11-01',
        to: '2026-12-01',
        scope: 'unit',
        names: true,
      }),
    )
    expect(answer).toMatchObject({ ok: false, error: { code: 'not_allowed' } })
  })

  it('no longer unlock once disabled', async () => {
    const { page } = desk
    await page.keyboard.press('Control+l')
    await unlockAs(page, 'Ruth Adeyemi')
    await goTo(page, 'Users')
    await page.getByRole('link', { name: /^Disable.*Nia Prosser/ }).click()
    await page.getByRole('checkbox').or(page.getByRole('radio')).first().check({ force: true })
    await page.getByRole('button', { name: /disable/i }).click()
    await ready(page, 'users')
    await page.keyboard.press('Control+l')
    await ready(page, 'unlock')
    expect(await page.getByRole('radio', { name: 'Nia Prosser' }).count()).toBe(0)
  })
})
