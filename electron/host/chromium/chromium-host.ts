import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { pageOrigin } from '../../app/security/page-origin.ts'
import type { App, Host, Policy, Printer } from '../host.ts'
import { findBrowser, mustDropSandbox, QUIET_BROWSER } from '../shared/find-browser.ts'
import { createActivity, createIdleWatch } from '../shared/idle-watch.ts'
import { filePolicy, POLICY_FILE } from '../shared/machine-policy.ts'
import { printDocument } from '../shared/print-document.ts'
import { chromiumDialogs, type Answers } from './chromium-dialogs.ts'
import { ACTIVITY, BINDING, bridgeScript, RECEIVER } from './page-bridge.ts'
import { refuseRealData } from './refuse-real-data.ts'
import { servePages } from './serve-pages.ts'

export interface ChromiumOptions {
  /** The folder of the store: of made-up people, or the window does not open. */
  data: string
  /** The built pages. */
  assets: string
  logs?: string
  /** Where what is saved goes. */
  exports?: string
  /** Without a visible window, for tests. */
  headless?: boolean
  /** Also a folder with no store yet: only tests of first set-up ask for it. */
  allowEmpty?: boolean
  policy?: Policy
  browser?: string
  say?(line: string): void
}

export interface ChromiumHost extends Host {
  /** The window's page, once started. */
  readonly page: Page
  /** See `Answers`. */
  readonly answers: Answers
  /** Resolves when the window has gone and everything to be done on quitting is done. */
  readonly closed: Promise<void>
  stop(): Promise<void>
}

const ORIGIN = pageOrigin('chromium')
const WINDOW = { width: 1280, height: 900 }

/** Development and CI: the same app and pages in a window of the system's Chromium, driven over a pipe. Never shipped. */
export function createChromiumHost(options: ChromiumOptions): ChromiumHost {
  const say = options.say ?? (() => {})
  const answers: Answers = { openFiles: [], openFolder: [], saveFile: [], confirm: [] }
  const activity = createActivity({ now: () => new Date() })
  const idle = createIdleWatch(activity.idleFor)
  const quitting: (() => Promise<void>)[] = []
  const closed = Promise.withResolvers<void>()
  let window: { context: BrowserContext; page: Page; profile: string } | null = null

  const opened = () => {
    if (window === null) throw new Error('The window is not open')
    return window
  }

  async function ended(profile: string): Promise<void> {
    idle.stop()
    for (const run of quitting) await run()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    closed.resolve()
  }

  async function start(app: App): Promise<void> {
    await refuseRealData(app, ORIGIN, options.allowEmpty ?? false)
    const profile = mkdtempSync(join(tmpdir(), 'desk-window-'))
    const context = await launch(options, profile, say)
    const page = context.pages()[0] ?? (await context.newPage())
    window = { context, page, profile }
    context.on('close', () => void ended(profile))
    page.on('close', () => void context.close().catch(() => {}))
    // Left alone, a confirm dialog waits for the person; with no listener it would be waved away.
    if (options.headless !== true) page.on('dialog', () => {})
    context.on('page', (other) => void closeUnlessPrinting(other))
    await servePages(context, app, ORIGIN)
    await context.exposeBinding(BINDING, ({ frame }, json: string) =>
      app.invoke({ url: frame.url(), isMainFrame: frame === page.mainFrame() }, json),
    )
    await context.exposeBinding(ACTIVITY, () => activity.touch())
    await context.addInitScript({ content: bridgeScript(ORIGIN) })
    await page.goto(`${ORIGIN}/`)
    // What no request is made for, such as about:blank, is not asked of the router above: the window comes back.
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame() && !frame.url().startsWith(`${ORIGIN}/`))
        void page.goto(`${ORIGIN}/`).catch(() => {})
    })
  }

  const printing = new Set<Page>()
  let aboutToPrint = 0
  /** No window but ours and, while it prints, the printer's. */
  async function closeUnlessPrinting(other: Page): Promise<void> {
    if (aboutToPrint > 0 && (await other.opener()) === null) return
    if (!printing.has(other)) await other.close().catch(() => {})
  }

  const printer: Printer = {
    async toPdf(html, setup) {
      const { context } = opened()
      aboutToPrint += 1
      const sheet = await context.newPage()
      printing.add(sheet)
      aboutToPrint -= 1
      try {
        await sheet.setContent(printDocument(html, setup))
        return new Uint8Array(
          await sheet.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true }),
        )
      } finally {
        printing.delete(sheet)
        await sheet.close()
      }
    },
  }

  return {
    kind: 'chromium',
    paths: { data: options.data, logs: options.logs ?? join(options.data, 'logs'), assets: options.assets },
    start,
    emit(event) {
      // A page that is just closing or loading misses the event; it asks for everything when it starts.
      const deliver = ({ name, json }: { name: string; json: string }) =>
        (globalThis as unknown as Record<string, (json: string) => void>)[name]?.(json)
      void window?.page.evaluate(deliver, { name: RECEIVER, json: JSON.stringify(event) }).catch(() => {})
    },
    dialogs: chromiumDialogs({
      page: () => opened().page,
      exports: options.exports ?? join(options.data, 'exports'),
      answers,
      say,
    }),
    printer,
    power: {
      onIdle: idle.add,
      // The browser tells nobody when the screen locks or the computer sleeps.
      onLock: () => {},
      onSuspend: () => {},
      onQuit: (run) => void quitting.push(run),
    },
    policy: options.policy ?? filePolicy(POLICY_FILE),
    get page() {
      return opened().page
    },
    answers,
    closed: closed.promise,
    async stop() {
      await window?.context.close()
      if (window !== null) await closed.promise
    },
  }
}

/** The system's browser with a profile of its own that goes with it, and no way to the network. */
async function launch(
  options: ChromiumOptions,
  profile: string,
  say: (line: string) => void,
): Promise<BrowserContext> {
  const executablePath = options.browser ?? findBrowser()
  if (executablePath === null) throw new Error('No Chromium, Chrome or Edge was found on this computer.')
  const dropSandbox = mustDropSandbox()
  if (dropSandbox) say('Running as root: the browser is started without its sandbox.')
  const headless = options.headless ?? false
  const size = `--window-size=${WINDOW.width},${WINDOW.height}`
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    chromiumSandbox: !dropSandbox,
    viewport: headless ? WINDOW : null,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    serviceWorkers: 'block',
    permissions: ['notifications'],
    acceptDownloads: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...QUIET_BROWSER,
      size,
      ...(headless ? [] : ['--app=data:text/html,<title>Handover Desk</title>']),
    ],
  })
}
