import { randomUUID } from 'node:crypto'
import type { Printer } from '../host.ts'
import { printDocument } from '../shared/print-document.ts'
import type { ElectronApi } from './electron-api.ts'
import { denyPermissions } from './permissions.ts'
import { PRINT_PREFERENCES } from './window-options.ts'

/**
 * A hidden page with no script, in a session that knows one address: the document being printed. Nothing is written to disk.
 */
export function electronPrinter({
  BrowserWindow,
  session,
}: Pick<ElectronApi, 'BrowserWindow' | 'session'>): Printer {
  const waiting = new Map<string, string>()
  let prepared = false

  function prepare(): void {
    if (prepared) return
    prepared = true
    const printing = session.fromPartition('desk-print', { cache: false })
    denyPermissions(printing, 'desk://print')
    printing.webRequest.onBeforeRequest(({ url }, answer) =>
      answer({ cancel: !waiting.has(url) && !url.startsWith('data:') }),
    )
    printing.protocol.handle('desk', ({ url }) => {
      const html = waiting.get(url)
      return html === undefined
        ? new Response(null, { status: 404 })
        : new Response(html, {
            headers: { 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' },
          })
    })
  }

  return {
    async toPdf(html, page) {
      prepare()
      const address = `desk://print/${randomUUID()}`
      waiting.set(address, printDocument(html, page))
      const sheet = new BrowserWindow({ show: false, webPreferences: PRINT_PREFERENCES })
      try {
        await sheet.loadURL(address)
        const bytes = await sheet.webContents.printToPDF({
          generateTaggedPDF: true,
          generateDocumentOutline: true,
          preferCSSPageSize: true,
          printBackground: true,
        })
        return new Uint8Array(bytes)
      } finally {
        waiting.delete(address)
        sheet.destroy()
      }
    },
  }
}
