import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputOf } from '../../domain/contract/index.ts'
import { root } from '../../build/scripts/run-step.ts'
import { goTo, ready, unlockAs } from '../support/sample.ts'
import { fillDay, invoke } from '../support/window-acts.ts'
import { PASSPHRASE, startDesk, type RunningDesk } from '../support/start-desk.ts'

// A newcomer's first morning, told in order: three lists at once and a pasted table come in, one import is taken back and brought in
// again, who came and who is missing is confirmed, the queue is emptied, everybody is allocated, and anybody is found. Today is Monday 23 November 2026.
let desk: RunningDesk
beforeAll(async () => {
  desk = await startDesk({ store: 'bare' })
  await unlockAs(desk.page, 'Ada Example', PASSPHRASE)
})
afterAll(() => desk.close())

/** Files of the samples, with the day each speaks of, from the import page to the report. */
async function bringIn(...files: [file: string, asAt: string][]): Promise<void> {
  const { page, answering } = desk
  await goTo(page, 'Import')
  const again = page.getByRole('button', { name: /other files/i })
  if (await again.isVisible()) await again.click()
  await answering.openFiles(...files.map(([file]) => join(root, 'samples', file)))
  await page.getByRole('button', { name: 'Choose files' }).click()
  for (const [at, [file, asAt]] of files.entries()) {
    await page.getByText(file, { exact: true }).waitFor()
    await page.getByRole('heading', { level: 1, name: /columns/i }).waitFor()
    // A list none of whose dates tells day from month asks; these are written the British way.
    const dayFirst = page.getByRole('radio', { name: 'Day first' })
    if (await dayFirst.isVisible()) await dayFirst.check({ force: true })
    await fillDay(page, asAt)
    await page.getByRole('button', { name: at === files.length - 1 ? 'Preview' : 'Next file' }).click()
  }
  await page.getByRole('heading', { level: 1, name: /nothing is changed yet/i }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText(files.length === 1 ? /was imported/ : `${files.length} files were imported`).waitFor()
}

/** A table copied from somewhere, from the import page to the report. */
async function paste(table: string): Promise<void> {
  const { page } = desk
  await goTo(page, 'Import')
  const again = page.getByRole('button', { name: /other files/i })
  if (await again.isVisible()) await again.click()
  await page.getByText('Or paste a table').click()
  await page.getByLabel(/A table copied from DPS/).fill(table)
  await page.getByRole('button', { name: 'Read the table' }).click()
  await page.getByRole('heading', { level: 1, name: /columns/i }).waitFor()
  await page.getByRole('button', { name: /Use today/ }).click()
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.getByRole('heading', { level: 1, name: /nothing is changed yet/i }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText(/Pasted table.*was imported/).waitFor()
}

type Code = InputOf<'quality.list'>['code']

describe('a first morning', () => {
  it('begins with three lists in one go, which meet on the same people', async () => {
    await bringIn(
      ['delius-list.csv', '20 11 2026'],
      ['nomis-list.csv', '19 11 2026'],
      ['parole-list.csv', '19 11 2026'],
    )
    const { total, rows } = await invoke(desk.page, 'caseload.list', {
      scope: 'unit',
      find: 'marlowe',
      page: 1,
    })
    expect(total).toBe(1)
    expect(rows[0]?.crn).toBe('X527346')
  })

  it('takes an import back and finds everything as it was, then brings it in again', async () => {
    const { page } = desk
    const handover = async () =>
      (await invoke(page, 'caseload.list', { scope: 'unit', find: 'A4417KD', page: 1 })).rows[0]?.handover
    expect(await handover()).toBe('2027-02-13')
    await bringIn(['nomis-list-later.csv', '22 11 2026'])
    expect(await handover()).toBe('2026-11-30')
    await page.getByRole('link', { name: 'take this import back' }).click()
    await ready(page, 'import-undo')
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByRole('heading', { name: 'The import was taken back' }).waitFor()
    expect(await handover()).toBe('2027-02-13')
    await bringIn(['nomis-list-later.csv', '22 11 2026'])
    expect(await handover()).toBe('2026-11-30')
  })

  it('says who is missing from the newest list, and confirms where they went', async () => {
    const { page } = desk
    await page.getByRole('link', { name: 'confirm arrivals and departures' }).click()
    await ready(page, 'movements')
    const { unaccounted } = await invoke(page, 'movements.list', {})
    const [gone] = unaccounted
    if (gone === undefined) throw new Error('Nobody is missing from the later list')
    await page.getByLabel(`What happened, ${gone.name}`).selectOption('transfer_out')
    await page.getByLabel(`Where, ${gone.name}`).fill('HMP Elsewhere')
    await page
      .getByRole('button', { name: /^Confirm 1 of/ })
      .first()
      .click()
    await page.getByText('1 movement was recorded.').waitFor()
    const { rows } = await invoke(page, 'caseload.list', { scope: 'unit', find: gone.prisonNumber, page: 1 })
    expect(rows[0]?.tags.map(({ text }) => text)).toEqual(['Transferred out'])
  })

  it('takes a table pasted from an e-mail', async () => {
    await paste('Prison number\tCOM\nA4417KD\tLeon Grady')
  })

  it('fixes what the queue shows: many at once by a table, the last by hand', async () => {
    const { page } = desk
    const queue = (code: Code) => invoke(page, 'quality.list', { scope: 'unit', code })
    const without = (await queue('no_region')).rows.map(({ prisonNumber }) => prisonNumber)
    expect(without.length).toBeGreaterThan(50)
    const rows = without.map((number) => `${number}\tYorkshire and the Humber\tMedium`)
    await paste(`Prison number\tProbation region\tRoSH\n${rows.join('\n')}`)
    expect((await queue(null)).checks.map(({ code }) => code)).toEqual(['no_release_date'])

    for (;;) {
      await goTo(page, 'Data quality')
      const [next] = (await queue(null)).rows
      if (next === undefined) break
      await page.getByRole('link', { name: next.name }).first().click()
      await ready(page, 'case-facts')
      await page.getByText(/not recorded under Release dates/).click()
      await page.getByRole('button', { name: 'Record CRD' }).click()
      await fillDay(page, '1 3 2029')
      await page.getByLabel('Why is it changed?').fill('Read from the warrant')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('CRD was saved.').first().waitFor()
    }
    await page.getByText('Nothing is doubtful or missing.').waitFor()
  })

  it('puts on the record the POMs the lists name, and allocates everybody who has none', async () => {
    const { page } = desk
    await paste(
      [
        'Prison number\tName\tSentence start\tCRD\tTier\tRoSH\tProbation region',
        'A0001ZZ\tNewly, Ned\t2026-11-20\t2029-03-01\tB\tHigh\tYorkshire and the Humber',
        'A0002ZZ\tArrived, Abe\t2026-11-20\t2029-04-01\tC\tMedium\tYorkshire and the Humber',
      ].join('\n'),
    )
    await goTo(page, 'Staff')
    for (const [name, kind] of [
      ['Callum Reid', 'Prison POM'],
      ['Amy Thornber', 'Probation POM'],
    ] as const) {
      await page.getByRole('link', { name: `Add ${name}` }).click()
      await ready(page, 'staff-form')
      await page.getByLabel(kind).check({ force: true })
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText(`${name} was added.`).waitFor()
    }
    await goTo(page, 'Allocation')
    await page.getByRole('button', { name: 'Allocate several together' }).click()
    await ready(page, 'hand-over')
    await page.getByLabel(/^Callum Reid/).check({ force: true })
    await page.getByLabel(/^Amy Thornber/).check({ force: true })
    await page.getByRole('button', { name: 'Continue' }).click()
    await ready(page, 'hand-over-check')
    await page.getByRole('button', { name: 'Allocate 2 cases' }).click()
    await page.getByRole('heading', { level: 1, name: '2 cases were allocated' }).waitFor()
    expect(await invoke(page, 'allocation.list', { page: 1 })).toMatchObject({ total: 0, outside: 0 })
  })

  it('finds anybody in two keystrokes and a name, slips and all, and mends a fact where it stands', async () => {
    const { page } = desk
    await page.keyboard.press('Control+k')
    await page.keyboard.type('marlwoe')
    await page
      .getByRole('option', { name: /Marlowe, Dean/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await ready(page, 'case')
    await page.getByRole('link', { name: /^Facts/ }).click()
    await ready(page, 'case-facts')
    await page.getByRole('button', { name: 'Change Location' }).click()
    await page.getByLabel(/What should the Location be/).fill('D4-044')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('D4-044').first().waitFor()
  })

  it('is asked before a list takes the place of what was typed', async () => {
    const { page, answering } = desk
    await goTo(page, 'Import')
    const again = page.getByRole('button', { name: /other files/i })
    if (await again.isVisible()) await again.click()
    await answering.openFiles(join(root, 'samples/nomis-list-later.csv'))
    await page.getByRole('button', { name: 'Choose files' }).click()
    await page.getByRole('heading', { level: 1, name: /columns/i }).waitFor()
    await fillDay(page, '23 11 2026')
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByRole('group', { name: 'Location of Marlowe, Dean' }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText(/was imported/).waitFor()
    const { rows } = await invoke(page, 'caseload.list', { scope: 'unit', find: 'A4417KD', page: 1 })
    expect(rows[0]?.location).toBe('D4-044')
  })
})
