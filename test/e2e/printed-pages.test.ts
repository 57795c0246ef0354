import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, it } from 'vitest'
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

function keep(name: string, bytes: Uint8Array): void {
  const folder = process.env['SHEETS_OUT']
  if (folder !== undefined) writeFileSync(join(folder, `${name}.pdf`), bytes)
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const { items } = await (await pdf.getPage(1)).getTextContent()
  return items
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

it.each(['morning', 'friday'])(
  'the %s sheet prints from its page as one A4 page, and nothing round it',
  async (kind) => {
    await desk.page.evaluate((path) => void (location.hash = path), `/sheet/${kind}`)
    await desk.page.reload()
    await ready(desk.page, `sheet-${kind}`)
    const bytes = await desk.page.pdf({ preferCSSPageSize: true })
    const folder = process.env['SHEETS_OUT']
    if (folder !== undefined) writeFileSync(join(folder, `window-${kind}.pdf`), bytes)
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
    expect(pdf.numPages).toBe(1)
    const page = await pdf.getPage(1)
    expect(page.view.map((edge) => Math.round(edge))).toEqual([0, 0, 595, 842])
    const text = await textOf(bytes)
    expect(text).toMatch(/^OFFICIAL-SENSITIVE HMP Hollin Moor, Offender Management Unit/)
    expect(text).toMatch(/Page 1 of 1\s*$/)
    expect(text).not.toContain('Save as PDF')
  },
)

it.each([320, 760])('the sheets reflow in a window %i wide, and nothing is off its edge', async (width) => {
  const { page } = desk
  const before = page.viewportSize() ?? { width: 1280, height: 800 }
  await page.setViewportSize({ width, height: 640 })
  for (const kind of ['morning', 'friday']) {
    await page.evaluate((path) => void (location.hash = path), `/sheet/${kind}`)
    await page.reload()
    await ready(page, `sheet-${kind}`)
    const off = await page.evaluate(() =>
      [...document.querySelectorAll('.desk-paper, .desk-paper *')]
        .filter((each) => each.getBoundingClientRect().right > window.innerWidth + 1)
        .map((each) => each.className),
    )
    expect(off).toEqual([])
    const folder = process.env['SHEETS_OUT']
    if (folder !== undefined)
      await page.screenshot({ path: join(folder, `narrow-${kind}-${width}.png`), fullPage: true })
  }
  await page.setViewportSize(before)
})

it('the letter prints from its page alone: nothing of the window, and no marking that is for staff', async () => {
  const personId = await desk.page.evaluate(async () => {
    const answer = await window.desk.invoke('caseload.list', { scope: 'unit', find: 'A4417KD', page: 1 })
    return answer.ok ? (answer.value.rows[0]?.personId ?? '') : ''
  })
  await desk.page.evaluate((path) => void (location.hash = path), `/case/${personId}/letter`)
  await desk.page.reload()
  await ready(desk.page, 'letter')
  const bytes = await desk.page.pdf({ preferCSSPageSize: true })
  keep('window-letter', bytes)
  const text = await textOf(bytes)
  expect(text).toMatch(/^HMP Hollin Moor, offender management unit/)
  expect(text).not.toMatch(/OFFICIAL|Sample establishment|Save as|Confirm/)
})
