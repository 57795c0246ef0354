import { writeFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import { join } from 'node:path'
import process from 'node:process'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { composeLetter } from '../../domain/letters/compose-letter.ts'
import type { LetterCase } from '../../domain/letters/letter-case.ts'
import { letterDocx } from '../../electron/app/documents/letter-docx.ts'
import { letterHtml } from '../../electron/app/documents/letter-html.ts'
import { createHeadlessHost } from '../../electron/host/headless/headless-host.ts'
import { day } from '../domain/pack/pack-input.ts'
import { readZip } from './read-zip.ts'

const CASE: LetterCase = {
  name: 'Dean Marlowe',
  prisonNumber: 'A4417KD',
  establishment: 'HMP Hollin Moor',
  today: day('2026-11-23'),
  pom: 'Amy Thornber',
  com: 'Leon Grady',
  responsibility: 'pom',
  reason: 'determinate',
  cannotPlan: null,
  handover: day('2026-11-30'),
  presence: { state: 'here', movement: null },
  isUnder18: false,
  isIndeterminate: false,
  inHospital: false,
  meetings: [
    { task: 'mt-handover', booking: null },
    { task: 'mt-prerelease-1m', booking: null },
  ],
  refused: [],
  release: null,
}
const CHOICES = { confirmed: day('2026-11-30'), withDay: [], release: false }
const letter = composeLetter(CASE, CHOICES)
const host = createHeadlessHost({ data: '/nowhere', say: () => {} })
const keep = (name: string, bytes: Uint8Array) => {
  const folder = process.env['SHEETS_OUT']
  if (folder !== undefined) writeFileSync(join(folder, name), bytes)
}
const plain = (text: string) => text.replaceAll(/\s+/g, '')
const everything = letter.blocks.flatMap(({ text, items }) => [text].concat(items))

describe('the letter as PDF', () => {
  it.each([
    ['in print as usual', false, 1],
    ['in large print', true, 3],
  ])(
    '%s says everything, is tagged and has no name in its title',
    { timeout: 60_000 },
    async (_what, large, most) => {
      const bytes = await host.printer.toPdf(letterHtml(letter, large), {
        landscape: false,
        header: '',
        footer: '',
      })
      keep(`letter-${large ? 'large' : 'usual'}.pdf`, bytes)
      expect(Buffer.from(bytes).toString('latin1')).toContain('/StructTreeRoot')
      const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise
      expect(pdf.numPages).toBeLessThanOrEqual(most)
      const { info } = await pdf.getMetadata()
      expect((info as { Title?: string }).Title).toBe('Who looks after your case')
      let text = ''
      const sizes = new Set<number>()
      for (let page = 1; page <= pdf.numPages; page += 1) {
        const { items } = await (await pdf.getPage(page)).getTextContent()
        for (const item of items)
          if ('str' in item) {
            text += item.str
            if (item.str.trim().length > 20) sizes.add(Math.round(item.height))
          }
      }
      for (const said of everything) expect(plain(text)).toContain(plain(said))
      expect(Math.min(...sizes)).toBe(large ? 18 : 12)
    },
  )

  it('stays one document whatever a name holds, with its headings in order', () => {
    const hostile = composeLetter({ ...CASE, name: '</style><script>x</script>' }, CHOICES)
    const { document } = new JSDOM(letterHtml(hostile, false)).window
    expect(document.querySelectorAll('script')).toHaveLength(0)
    expect(document.documentElement.lang).toBe('en-GB')
    expect(Array.from(document.querySelectorAll('h1, h2'), ({ tagName }) => tagName)[0]).toBe('H1')
    expect(document.querySelectorAll('h1')).toHaveLength(1)
  })
})

describe('the letter as Word', () => {
  it.each([
    [false, 24],
    [true, 36],
  ])(
    'has real headings and lists, says everything, and is set in its print (large %s)',
    async (large, halfPoints) => {
      const bytes = await letterDocx(letter, large)
      keep(`letter-${large ? 'large' : 'usual'}.docx`, bytes)
      const zip = readZip(bytes)
      const body = zip.get('word/document.xml') ?? ''
      const text = plain(
        new JSDOM(body, { contentType: 'text/xml' }).window.document.documentElement.textContent,
      )
      for (const said of everything) expect(text).toContain(plain(said))
      expect(body.match(/w:val="Heading1"/g)).toHaveLength(
        letter.blocks.filter(({ kind }) => kind === 'heading').length,
      )
      expect(body).toContain('<w:numPr>')
      expect(body, 'bold of the headings’ style taken back').not.toContain('<w:b w:val="false"/>')
      const lines = body.match(/<w:spacing[^>]* w:line="[^>]*>/g) ?? []
      expect(lines.length).toBeGreaterThan(5)
      for (const line of lines) expect(line, 'in lines, of whatever size').toContain('w:lineRule="auto"')
      expect(zip.get('word/styles.xml')).toContain(`<w:sz w:val="${halfPoints}"/>`)
    },
  )

  it('can be read whatever a name holds', async () => {
    const hostile = composeLetter({ ...CASE, name: 'Dean\u0007 <Marlowe> & Sons' }, CHOICES)
    const body = readZip(await letterDocx(hostile, false)).get('word/document.xml') ?? ''
    expect(body).toContain('Dean &lt;Marlowe&gt; &amp; Sons')
  })
})
