import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Dialogs } from '../host.ts'
import { plainName, writeAllWhole, writeWhole } from '../shared/write-whole.ts'

/**
 * Answers laid ready by a test, each used once, oldest first. Paths, or none or null for turning away. With none left, a file is
 * asked for in the window, a yes is asked for in the window, and what is saved goes to the exports folder.
 */
export interface Answers {
  openFiles: string[][]
  openFolder: (string | null)[]
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
    async openFiles(kinds) {
      const accept = kinds.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`))
      return answers.openFiles.shift() ?? chooseInPage(page(), { accept, multiple: true })
    },
    async openFolder() {
      const answer = answers.openFolder.shift()
      if (answer !== undefined) return answer
      // A browser gives the files of a folder, so one that is empty cannot be chosen here.
      const [first] = await chooseInPage(page(), { webkitdirectory: true })
      return first === undefined ? null : dirname(first)
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
async function chooseInPage(page: Page, attributes: Record<string, unknown>): Promise<string[]> {
  const browser = await page.context().newCDPSession(page)
  try {
    const { result } = await browser.send('Runtime.evaluate', {
      expression: `new Promise((resolve) => {
        const input = Object.assign(document.createElement('input'), ${JSON.stringify(attributes)}, { type: 'file' })
        input.addEventListener('change', () => resolve([...input.files]))
        input.addEventListener('cancel', () => resolve([]))
        input.click()
      })`,
      awaitPromise: true,
      userGesture: true,
    })
    if (result.objectId === undefined) return []
    const { result: files } = await browser.send('Runtime.getProperties', {
      objectId: result.objectId,
      ownProperties: true,
    })
    const paths: string[] = []
    for (const { name, value } of files) {
      if (!/^\d+$/.test(name) || value?.objectId === undefined) continue
      const { path } = await browser.send('DOM.getFileInfo', { objectId: value.objectId })
      paths.push(path)
    }
    return paths
  } finally {
    await browser.detach().catch(() => {})
  }
}
