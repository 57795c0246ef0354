import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DeskError } from '../../../domain/contract/errors.ts'
import type { PageSetup, Printer } from '../host.ts'
import { QUIET_BROWSER } from '../shared/find-browser.ts'
import { printDocument } from '../shared/print-document.ts'

const LONGEST_PRINT = 60_000

interface PrintParts {
  browser: string | null
  dropSandbox: boolean
  say(line: string): void
}

/**
 * Prints by starting the system's Chromium or Edge for one document: `--headless --print-to-pdf`, which tags the PDF. The
 * document passes through a folder of its own that is gone before the bytes are handed back.
 */
export function browserPrinter({ browser, dropSandbox, say }: PrintParts): Printer {
  let said = false
  return {
    async toPdf(html, page) {
      if (browser === null) {
        throw new DeskError(
          'not_available',
          'A PDF needs Chromium, Chrome or Edge on this computer, and none was found. Install one, or choose DOCX or JSON.',
        )
      }
      if (dropSandbox && !said) {
        said = true
        say('Running as root: the browser that prints is started without its sandbox.')
      }
      return printOnce(browser, dropSandbox, html, page)
    },
  }
}

async function printOnce(
  browser: string,
  dropSandbox: boolean,
  html: string,
  page: PageSetup,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-print-'))
  try {
    const source = join(folder, 'document.html')
    const target = join(folder, 'document.pdf')
    await writeFile(source, printDocument(html, page), { mode: 0o600 })
    await run(browser, [
      '--headless',
      ...QUIET_BROWSER,
      ...(dropSandbox ? ['--no-sandbox'] : []),
      '--disable-gpu',
      `--user-data-dir=${join(folder, 'profile')}`,
      '--no-pdf-header-footer',
      `--print-to-pdf=${target}`,
      pathToFileURL(source).href,
    ])
    return new Uint8Array(await readFile(target))
  } catch (error) {
    if (error instanceof DeskError) throw error
    throw new DeskError('not_available', 'The browser on this computer could not print the document.')
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function run(program: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'ignore', timeout: LONGEST_PRINT, killSignal: 'SIGKILL' })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`ended with ${code}`))))
  })
}
