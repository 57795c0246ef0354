import type { WebContents } from 'electron'
import type { App } from '../host.ts'
import { INVOKE, type ElectronApi } from './electron-api.ts'

/**
 * Puts the one channel on the router. Who called is read from Electron's own event, never from the message: a frame that has
 * gone, a child frame and any other window's page count as not ours.
 */
export function answerCalls(
  ipcMain: ElectronApi['ipcMain'],
  app: Pick<App, 'invoke'>,
  ours: () => WebContents | null,
): void {
  ipcMain.handle(INVOKE, (event, json: string) => {
    const frame = event.senderFrame
    const isMainFrame = frame !== null && frame.parent === null && event.sender === ours()
    return app.invoke({ url: frame?.url ?? '', isMainFrame }, json)
  })
}
