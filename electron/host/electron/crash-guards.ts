import type { Log } from '../../app/log/log.ts'
import type { ElectronApi } from './electron-api.ts'

interface Parts extends Pick<ElectronApi, 'app' | 'dialog' | 'clipboard'> {
  log: Pick<Log, 'fault' | 'write'>
  version: string
  /** Closes the store. */
  close(): Promise<void>
}

type Source = Pick<NodeJS.Process, 'on'>

/**
 * Whatever goes wrong past all handling ends the same way, once: written to the log, the store closed, one dialog that says so,
 * and the app started again or ended. No dump is written: it would hold people's data.
 */
export function guardCrashes(
  { app, dialog, clipboard, log, version, close }: Parts,
  source: Source = process,
): void {
  let ending = false
  async function end(kind: string, error: unknown): Promise<void> {
    if (ending) return
    ending = true
    log.fault(kind, error)
    await close().catch((fault: unknown) => log.fault('closing after a crash failed', fault))
    const details = `Handover Desk ${version}: ${kind}, ${error instanceof Error ? error.name : 'unknown'}`
    const { response } = await dialog.showMessageBox({
      type: 'error',
      message: 'Handover Desk has stopped',
      detail:
        'Everything saved before this is safe. The fault has been written to the log, without anybody’s data.',
      buttons: ['Start again', 'Copy details and close', 'Close'],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    })
    if (response === 1) clipboard.writeText(details)
    if (response === 0) app.relaunch()
    app.exit(1)
  }

  source.on('uncaughtException', (error) => void end('uncaught exception', error))
  source.on('unhandledRejection', (error) => void end('unhandled rejection', error))
  app.on('render-process-gone', (_event, _contents, { reason }) => {
    if (reason !== 'clean-exit') void end(`page process gone, ${reason}`, new Error(reason))
  })
  app.on('child-process-gone', (_event, { type, reason }) => {
    // The graphics process comes back by itself; of the others the app only learns.
    if (reason !== 'clean-exit') log.write('warning', 'child process gone', { type, reason })
  })
  app.on('web-contents-created', (_event, contents) => {
    contents.on('preload-error', (_preloadEvent, _path, error) => void end('preload failed', error))
    contents.on('unresponsive', () => log.write('warning', 'page not responding'))
  })
}
