import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { _electron, type Page } from 'playwright-core'
import { electronBinary } from '../../build/scripts/electron-binary.ts'
import { root } from '../../build/scripts/run-step.ts'
import { createStore } from '../../db/open.ts'
import { CHEAP_COST } from '../../db/keyring.ts'
import { SAMPLE } from '../../db/synthetic/sample-settings.ts'
import { saveAdoption } from '../../db/repositories/adoptions.ts'
import { firstAdoption } from '../../electron/app/services/session/first-adoption.ts'
import { startWindow } from '../../electron/host/chromium/start-window.ts'

export const PASSPHRASE = 'correct horse battery staple'
/** A Monday. */
export const TODAY = SAMPLE.today
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

export interface StartOptions {
  /**
   * `bare`: a sample establishment with its head of OMU and nobody else. `none`: a folder without a store, for first set-up.
   * Or a folder holding a store, of which a copy is opened, such as the sample establishment made once for a file of tests.
   */
  store?: 'bare' | 'none' | { copyOf: string }
}

/** What the person will choose in the dialogs to come, oldest first; null is turning away. */
export interface Answering {
  openFiles(...paths: string[]): Promise<void>
  openFolder(path: string | null): Promise<void>
  /** A whole path where one file is saved, a folder where several are. */
  saveFile(path: string | null): Promise<void>
  confirm(yes: boolean): Promise<void>
}

export interface RunningDesk {
  page: Page
  answering: Answering
  /** A folder of this test's own, gone at the end: the store is in `store/`, saved files are in `exports/` unless answered. */
  folder: string
  close(): Promise<void>
}

/** A bare sample establishment in `folder`. Its one user is the head of OMU, its passphrase `PASSPHRASE`, its day `TODAY`. */
export async function makeBareStore(folder: string): Promise<void> {
  const { store, user } = await createStore({
    folder,
    establishment: SAMPLE.establishment,
    headOfOmu: 'Ada Example',
    passphrase: PASSPHRASE,
    now: () => new Date(),
    synthetic: { passphrase: PASSPHRASE, today: TODAY },
    scrypt: CHEAP_COST,
  })
  const adoption = firstAdoption('enhanced-7-5', TODAY, [])
  await store.write((db) => saveAdoption(db, { userId: user.id }, new Date().toISOString(), adoption))
  await store.close()
}

/** The built app in a window of the host this project of tests is for: the real pages, services and store. */
export async function startDesk({ store = 'bare' }: StartOptions = {}): Promise<RunningDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-e2e-'))
  const data = join(folder, 'store')
  if (store === 'bare') await makeBareStore(data)
  else if (store !== 'none') cpSync(store.copyOf, data, { recursive: true })
  const open = process.env['HOST'] === 'electron' ? openElectron : openChromium
  try {
    const { page, answering, close } = await open(folder, data)
    // Short of the test's own limit, so that a failure names what was waited for.
    page.setDefaultTimeout(15_000)
    return {
      page,
      answering,
      folder,
      async close() {
        await close()
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
      },
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    throw error
  }
}

type Opened = Pick<RunningDesk, 'page' | 'answering' | 'close'>

async function openChromium(folder: string, data: string): Promise<Opened> {
  const { page, host, close } = await startWindow({
    data,
    assets: join(root, 'dist/renderer'),
    logs: join(folder, 'logs'),
    exports: join(folder, 'exports'),
    headless: true,
    allowEmpty: true,
    version,
  })
  const answering: Answering = {
    openFiles: async (...paths) => void host.answers.openFiles.push(paths),
    openFolder: async (path) => void host.answers.openFolder.push(path),
    saveFile: async (path) => void host.answers.saveFile.push(path),
    confirm: async (yes) => void host.answers.confirm.push(yes),
  }
  return { page, answering, close }
}

/** The real shell, started as `npm start` starts it. Its dialogs are the system's, so they are answered in their place. */
async function openElectron(folder: string, data: string): Promise<Opened> {
  const executablePath = electronBinary()
  if (executablePath === null) throw new Error('The Electron program is not on this computer')
  const exports = join(folder, 'exports')
  mkdirSync(exports)
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const args = [
    root,
    `--data=${data}`,
    `--user-data-dir=${join(folder, 'user')}`,
    ...(asRoot ? ['--no-sandbox'] : []),
  ]
  const app = await _electron.launch({ executablePath, args })
  const page = await app.firstWindow()
  await app.evaluate(({ dialog }, saveTo) => {
    const answers = {
      open: [] as string[][],
      folder: [] as (string | null)[],
      save: [] as (string | null)[],
      confirm: [] as boolean[],
    }
    Object.assign(globalThis, { deskAnswers: answers })
    type Properties = { properties?: string[]; defaultPath?: string }
    const options = (given: unknown[]) => given.at(-1) as Properties
    Object.assign(dialog, {
      showOpenDialog: async (...given: unknown[]) => {
        const properties = options(given).properties ?? []
        if (!properties.includes('openDirectory')) {
          const filePaths = answers.open.shift() ?? []
          return { canceled: filePaths.length === 0, filePaths }
        }
        // A folder to save in may be made there; one to read from may not.
        const answer = properties.includes('createDirectory')
          ? answers.save.length > 0
            ? answers.save.shift()
            : saveTo
          : answers.folder.shift()
        return { canceled: answer == null, filePaths: answer == null ? [] : [answer] }
      },
      showSaveDialog: async (...given: unknown[]) => {
        const name = (options(given).defaultPath ?? 'file').split(/[\\/]/).at(-1)
        const answer = answers.save.length > 0 ? answers.save.shift() : `${saveTo}/${name}`
        return { canceled: answer == null, filePath: answer ?? '' }
      },
      showMessageBox: async () => ({
        response: answers.confirm.shift() === true ? 0 : 1,
        checkboxChecked: false,
      }),
    })
  }, exports)
  const push = (queue: 'open' | 'folder' | 'save' | 'confirm', answer: string | string[] | boolean | null) =>
    app.evaluate(
      (_electron, given) => {
        const all = (globalThis as unknown as { deskAnswers: Record<string, unknown[]> }).deskAnswers
        all[given.queue]?.push(given.answer)
      },
      { queue, answer },
    )
  return {
    page,
    answering: {
      openFiles: (...paths) => push('open', paths),
      openFolder: (path) => push('folder', path),
      saveFile: (path) => push('save', path),
      confirm: (yes) => push('confirm', yes),
    },
    close: () => app.close(),
  }
}
