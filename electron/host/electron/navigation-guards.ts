import type { WebContents } from 'electron'
import { originOf } from '../../app/security/page-origin.ts'
import type { ElectronApi } from './electron-api.ts'

/**
 * Every page of the process, whoever made it, stays where it was put: no link, form, redirect or script leads out, no frame
 * is filled from elsewhere, no second window opens, and a web view cannot be attached.
 */
export function guardNavigation(app: ElectronApi['app'], origin: string): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, origin))
}

export function guardContents(contents: WebContents, origin: string): void {
  const stay = (details: { url: string; preventDefault(): void }) => {
    if (originOf(details.url) !== origin) details.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
