import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Dialogs, FileKind } from '../host.ts'
import { plainName, writeAllWhole, writeWhole } from '../shared/write-whole.ts'

/**
 * Answers laid ready by a test, each used once, oldest first. A path, or null for turning away. With none left, a file is
 * asked for in the window, a yes is asked for in the window, and what is saved goes to the exports folder.
 */
export interface Answers {
  openFile: (string | null)[]
  /** A whole path for `saveFile`, a folder for `saveFiles`. */
  saveFile: (string | null)[]
  confirm: boolean[]
}

interface Parts {
  page(): Page
  exports: string
  answers: Answers
  say(line: string): void
}

/** Chromium has no save dialog a host could open, so what is saved goes to one folder, and where is said. */
export function chromiumDialogs({ page, exports, answers, say }: Parts): Dialogs {
  return {
    async saveFile(bytes, suggestion) {
      const answer = answers.saveFile.shift()
      if (answer === null) return null
      const path = answer ?? join(exports, plainName(suggestion.name))
      await writeWhole(path, bytes)
      say(`Saved ${path}`)
      return path
    },
    async saveFiles(files) {
      const answer = answers.saveFile.shift()
      if (answer === null) return null
      const folder = answer ?? exports
      await mkdir(folder, { recursive: true })
      await writeAllWhole(folder, files)
      say(`Saved ${files.length} files in ${folder}`)
      return folder
    },
    async openFile(kinds) {
      const answer = answers.openFile.shift()
      return answer === undefined ? chooseInPage(page(), kinds) : answer
    },
    async confirm({ title, detail, yes }) {
      const answer = answers.confirm.shift()
      if (answer !== undefined) return answer
      return page().evaluate((text) => window.confirm(text), `${title}\n\n${detail}\n\n${yes}?`)
    },
    async fatal(title, detail) {
      say(`${title}: ${detail}`)
    },
  }
}

/**
 * The browser's own file chooser, opened from a file input that is never put into the page. What the page could see of it
 * is a `File`; the path is asked of the browser itself, so no path and no bytes pass through the page.
 */
async function chooseInPage(page: Page, kinds: FileKind[]): Promise<string | null> {
  const accept = kinds.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`)).join(',')
  const browser = await page.context().newCDPSession(page)
  try {
    const { result } = await browser.send('Runtime.evaluate', {
      expression: `new Promise((resolve) => {
        const input = document.createElement('input')
        input.type = 'file'
        input.accept = ${JSON.stringify(accept)}
        input.addEventListener('change', () => resolve(input.files[0] ?? null))
        input.addEventListener('cancel', () => resolve(null))
        input.click()
      })`,
      awaitPromise: true,
      userGesture: true,
    })
    if (result.objectId === undefined) return null
    const { path } = await browser.send('DOM.getFileInfo', { objectId: result.objectId })
    return path
  } finally {
    await browser.detach().catch(() => {})
  }
}
