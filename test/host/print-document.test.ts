import fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { createHeadlessHost } from '../../electron/host/headless/headless-host.ts'
import { browserPrinter } from '../../electron/host/headless/print-with-browser.ts'
import { cssContent, printDocument } from '../../electron/host/shared/print-document.ts'

const PAGE = { landscape: false, header: '', footer: '' }

describe('header and footer', () => {
  it('become text and counters', () => {
    expect(cssContent('<b>Page</b> <span class="pageNumber"></span> of <span class=totalPages></span>')).toBe(
      '" Page " counter(page) " of " counter(pages)',
    )
    expect(cssContent('Smith &amp; &lt;Son&gt; &quot;Ltd&quot;')).toBe(String.raw`"Smith & \3C Son> \"Ltd\""`)
    expect(cssContent('  ')).toBe('none')
  })

  it('cannot end the style they stand in, nor the string', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('</style><script>', '"; } body {', '&lt;/style&gt;', '\\')),
        (text) => {
          const content = cssContent(text)
          expect(content).not.toMatch(/<|\n/)
          expect(content.replaceAll(/\\[\s\S]/g, '').replaceAll(/"[^"]*"/g, '')).toMatch(
            /^(none|[\s]|counter\(pages?\))*$/,
          )
        },
      ),
    )
  })
})

describe('the printed document', () => {
  it('has its policy before anything else in the head, and our page rules after everything else', () => {
    const made = printDocument('<html><head lang="en"><title>x</title></head><body></body></html>', PAGE)
    expect(made).toMatch(/<head lang="en"><meta http-equiv="Content-Security-Policy"[^>]*><title>/)
    expect(made).toMatch(/@page \{[^<]*<\/style><\/head>/)
    expect(printDocument('<p>bare</p>', PAGE)).toMatch(/^<meta http-equiv="Content-Security-Policy"/)
  })

  it('prints header, body and page numbers on every page, on its side where asked', async () => {
    const host = createHeadlessHost({ data: '/nowhere', say: () => {} })
    const html =
      '<!doctype html><html lang="en"><head><title>Pack</title><style>@page { margin: 20mm }</style></head><body><p style="break-after: page">First</p><p>Second</p><script>document.body.append("ran")</script></body></html>'
    const bytes = await host.printer.toPdf(html, {
      landscape: true,
      header: 'OFFICIAL-SENSITIVE',
      footer: 'Page <span class="pageNumber"></span> of <span class="totalPages"></span>',
    })
    const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise
    const texts = await Promise.all(
      [1, 2].map(async (number) => {
        const page = await pdf.getPage(number)
        const [, , width = 0, height = 0] = page.view
        expect(width).toBeGreaterThan(height)
        const { items } = await page.getTextContent()
        return items.map((item) => ('str' in item ? item.str : '')).join(' ')
      }),
    )
    expect(pdf.numPages).toBe(2)
    for (const [index, word] of ['First', 'Second'].entries()) {
      for (const part of ['OFFICIAL-SENSITIVE', word, `Page ${index + 1} of 2`]) {
        expect(texts[index]?.replaceAll(/\s+/g, ' ')).toContain(part)
      }
    }
    expect(texts.join(' ')).not.toContain('ran')
  })

  it('cannot be made without a browser, and says what to do', async () => {
    const printer = browserPrinter({ browser: null, dropSandbox: false, say: () => {} })
    await expect(printer.toPdf('<p>x</p>', PAGE)).rejects.toMatchObject({
      code: 'not_available',
      message: expect.stringContaining('DOCX'),
    })
  })

  it('says so when the browser does not print', async () => {
    const printer = browserPrinter({ browser: '/bin/false', dropSandbox: false, say: () => {} })
    await expect(printer.toPdf('<p>x</p>', PAGE)).rejects.toMatchObject({ code: 'not_available' })
  })
})
