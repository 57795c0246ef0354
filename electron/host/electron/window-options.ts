import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron'

/**
 * What a page may be: nothing but a page. Written out in full, also where it is Electron's own default today, so that a
 * changed default changes nothing here. `disableDialogs` because pages ask through the app; `spellcheck` would fetch a
 * dictionary.
 */
export const WEB_PREFERENCES: Readonly<WebPreferences> = Object.freeze({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  webgl: false,
  plugins: false,
  navigateOnDragDrop: false,
  disableDialogs: true,
  spellcheck: false,
  enableWebSQL: false,
})

/** The hidden page that prints runs no script at all. */
export const PRINT_PREFERENCES: Readonly<WebPreferences> = Object.freeze({
  ...WEB_PREFERENCES,
  javascript: false,
  devTools: false,
  partition: 'desk-print',
})

/** In memory only: no cache, no cookie and no history is left on the disk of a shared computer. */
export const PARTITION = 'desk'

export const windowOptions = (
  preload: string,
  packaged: boolean,
  bounds: { x?: number; y?: number; width: number; height: number },
): Readonly<BrowserWindowConstructorOptions> =>
  Object.freeze({
    ...bounds,
    minWidth: 800,
    minHeight: 600,
    show: false,
    title: 'Handover Desk',
    backgroundColor: '#ffffff',
    webPreferences: Object.freeze({ ...WEB_PREFERENCES, partition: PARTITION, preload, devTools: !packaged }),
  })
