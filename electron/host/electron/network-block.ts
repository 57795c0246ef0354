import type { Session } from 'electron'
import type { ElectronApi } from './electron-api.ts'

/** Switches for Chromium itself, before it starts: nothing of its own goes out, and no name is looked up. */
export function silenceChromium(app: ElectronApi['app']): void {
  const { commandLine } = app
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('disable-quic')
  commandLine.appendSwitch('no-pings')
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

/** Belt and braces beside the content policy and the scheme handlers: any request that is not for our own pages is cancelled. */
export async function blockNetwork(session: Session, origin: string, packaged: boolean): Promise<void> {
  const allowed = packaged ? [`${origin}/`] : [`${origin}/`, 'devtools://']
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !allowed.some((start) => details.url.startsWith(start)) })
  })
  session.on('will-download', (event) => event.preventDefault())
  await session.setProxy({ mode: 'direct' })
}
