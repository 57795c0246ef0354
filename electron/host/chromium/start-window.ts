import type { Clock } from '../../app/context.ts'
import { createApp } from '../../app/create-app.ts'
import { systemClock } from '../../app/clock.ts'
import { createChromiumHost, type ChromiumHost, type ChromiumOptions } from './chromium-host.ts'

export interface WindowOptions extends ChromiumOptions {
  version: string
  clock?: Clock
}

export interface OpenWindow {
  host: ChromiumHost
  app: ReturnType<typeof createApp>
  page: ChromiumHost['page']
  /** Closes the window and the store, backing it up first. Safe to call twice. */
  close(): Promise<void>
}

/** The whole app in a Chromium window: what `npm start` opens where there is no Electron, and what end-to-end tests drive. */
export async function startWindow(options: WindowOptions): Promise<OpenWindow> {
  const host = createChromiumHost(options)
  const app = createApp({ host, clock: options.clock ?? systemClock(), version: options.version })
  const close = async () => {
    await host.stop()
    await app.close()
  }
  try {
    await host.start(app)
  } catch (error) {
    await close()
    throw error
  }
  return { host, app, page: host.page, close }
}
