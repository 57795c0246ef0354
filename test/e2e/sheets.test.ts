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
    const { items } = await page.getTextContent()
    const text = items
      .map((item) => ('str' in item ? item.str : ''))
      .join(' ')
      .replaceAll(/\s+/g, ' ')
    expect(text).toMatch(/^OFFICIAL-SENSITIVE HMP Hollin Moor, Offender Management Unit/)
    expect(text).toMatch(/Page 1 of 1\s*$/)
    expect(text).not.toContain('Save as PDF')
  },
)
