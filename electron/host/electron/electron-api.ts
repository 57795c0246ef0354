/** Electron as handed in: `main.ts` gives the real one, tests one that writes down what is asked of it. */
export type ElectronApi = Pick<
  typeof import('electron'),
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'powerMonitor'
  | 'protocol'
  | 'screen'
  | 'session'
  | 'clipboard'
>

/** The channel names. The preload's are the same two. */
export const INVOKE = 'desk:invoke'
export const EVENT = 'desk:event'
