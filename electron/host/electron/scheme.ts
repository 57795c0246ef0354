import type { Session } from 'electron'
import type { App } from '../host.ts'
import type { ElectronApi } from './electron-api.ts'

/** Must run before Electron is ready. `standard` gives the pages an origin of their own, `secure` a secure context. */
export function registerScheme(protocol: ElectronApi['protocol']): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'desk', privileges: { standard: true, secure: true } }])
}

/** `desk://app/…` is answered from the app's own folder, by GET alone; the web's schemes are answered by an error. */
export function serveScheme({ protocol }: Pick<Session, 'protocol'>, app: Pick<App, 'asset'>): void {
  protocol.handle('desk', (request) => {
    if (request.method !== 'GET') return new Response(null, { status: 405 })
    const { status, headers, body } = app.asset(request.url)
    return new Response(Buffer.from(body), { status, headers })
  })
  for (const scheme of ['http', 'https', 'ftp']) protocol.handle(scheme, () => Response.error())
}
