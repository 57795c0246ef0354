import { join } from 'node:path'
import process from 'node:process'
import { systemClock } from '../../app/clock.ts'
import type { Clock } from '../../app/context.ts'
import { createLog } from '../../app/log/log.ts'
import { pageOrigin } from '../../app/security/page-origin.ts'
import type { App, Host } from '../host.ts'
import { filePolicy, POLICY_FILE } from '../shared/machine-policy.ts'
import { guardCrashes } from './crash-guards.ts'
import { dataFolder, isOnNetwork } from './data-folder.ts'
import type { ElectronApi } from './electron-api.ts'
import { createElectronHost } from './electron-host.ts'
import { guardNavigation } from './navigation-guards.ts'
import { silenceChromium } from './network-block.ts'
import { queryRegistry, registryPolicy } from './registry-policy.ts'
import { registerScheme } from './scheme.ts'

export interface StartParts {
  /** The folder `main.js` and `preload.cjs` are in; the pages are beside it. */
  folder: string
  createApp(parts: { host: Host; clock: Clock; version: string }): App
}

/** A data folder asked for on the command line: only unpackaged, where `npm start` opens the sample establishment. */
const askedFolder = (packaged: boolean) =>
  packaged ? null : (process.argv.find((word) => word.startsWith('--data='))?.slice('--data='.length) ?? null)

/**
 * Starting, in the order Electron asks for: what must precede ready, the one-instance lock once the user's folder is known,
 * then the window.
 */
export async function startElectron(electron: ElectronApi, { folder, createApp }: StartParts): Promise<void> {
  const { app, dialog, protocol } = electron
  const policy = (process.platform === 'win32' ? registryPolicy() : filePolicy(POLICY_FILE)).read()
  app.enableSandbox()
  registerScheme(protocol)
  silenceChromium(app)
  if (!policy.hardwareAcceleration) app.disableHardwareAcceleration()
  guardNavigation(app, pageOrigin('electron'))

  // After the user's folder is settled, for the lock lies in it.
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }

  const userData = app.getPath('userData')
  const data = askedFolder(app.isPackaged) ?? dataFolder(policy, userData)
  const logs = join(userData, 'logs')
  const log = createLog(logs, systemClock())
  const running: { app: App | null } = { app: null }
  const close = async () => running.app?.close()
  guardCrashes({ ...electron, log, version: app.getVersion(), close })
  await app.whenReady()
  if (process.platform === 'win32' && isOnNetwork(data, queryRegistry)) {
    dialog.showErrorBox(
      'The data folder is on another computer',
      'Handover Desk keeps its store on a disk of this computer; a network folder can damage it. Ask IT to change the data folder. Backups may go to the network.',
    )
    app.exit(1)
    return
  }
  const paths = { data, logs, assets: join(folder, '..', 'renderer'), preload: join(folder, 'preload.cjs') }
  const host = createElectronHost(electron, { paths, policy })
  app.on('second-instance', () => focusWindow(electron))
  app.on('window-all-closed', () => app.quit())
  const created = createApp({ host, clock: systemClock(), version: app.getVersion() })
  running.app = created
  await host.start(created)
}

function focusWindow({ BrowserWindow }: ElectronApi): void {
  const window = BrowserWindow.getAllWindows().find((one) => one.isVisible())
  if (window?.isMinimized() === true) window.restore()
  window?.focus()
}
