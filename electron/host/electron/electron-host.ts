import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { pageOrigin } from '../../app/security/page-origin.ts'
import type { App, Host, MachinePolicy } from '../host.ts'
import { answerCalls } from './answer-calls.ts'
import { menuTemplate } from './app-menu.ts'
import { EVENT, type ElectronApi } from './electron-api.ts'
import { electronDialogs } from './electron-dialogs.ts'
import { electronPower } from './electron-power.ts'
import { electronPrinter } from './electron-printer.ts'
import { blockNetwork } from './network-block.ts'
import { denyPermissions } from './permissions.ts'
import { serveScheme } from './scheme.ts'
import { PARTITION, windowOptions } from './window-options.ts'
import { boundsToOpen, readWindowState, rememberWindow } from './window-state.ts'

export interface ElectronHostParts {
  paths: { data: string; logs: string; assets: string; preload: string }
  policy: MachinePolicy
}

const ORIGIN = pageOrigin('electron')

/** The production shell. Constructed once Electron is ready; each rule of its hardening is a file beside this one. */
export function createElectronHost(electron: ElectronApi, { paths, policy }: ElectronHostParts): Host {
  const { app, dialog, ipcMain, Menu, screen, session } = electron
  let window: BrowserWindow | null = null
  const opened = () => {
    if (window === null) throw new Error('The window is not open')
    return window
  }

  const emit: Host['emit'] = (event) => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(EVENT, JSON.stringify(event))
  }

  async function start(served: App): Promise<void> {
    const pages = session.fromPartition(PARTITION, { cache: false })
    serveScheme(pages, served)
    denyPermissions(pages, ORIGIN)
    await blockNetwork(pages, ORIGIN, app.isPackaged)
    answerCalls(ipcMain, served, () => window?.webContents ?? null)
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(emit, app.isPackaged)))

    const stateFile = join(app.getPath('userData'), 'window.json')
    const state = readWindowState(stateFile)
    const screens = screen.getAllDisplays().map((display) => display.workArea)
    window = new electron.BrowserWindow(
      windowOptions(paths.preload, app.isPackaged, boundsToOpen(state, screens)),
    )
    // Keeps the window out of screen sharing and recording, where the system can.
    window.setContentProtection(policy.contentProtection)
    if (state?.maximised === true) window.maximize()
    rememberWindow(window, stateFile)
    window.once('ready-to-show', () => window?.show())
    window.on('closed', () => {
      window = null
      app.quit()
    })
    await window.loadURL(`${ORIGIN}/`)
  }

  return {
    kind: 'electron',
    paths: { data: paths.data, logs: paths.logs, assets: paths.assets },
    start,
    emit,
    dialogs: electronDialogs({ dialog, window: opened, documents: () => app.getPath('documents') }),
    printer: electronPrinter(electron),
    power: electronPower(electron),
    policy: { read: () => policy },
  }
}
