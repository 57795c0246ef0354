import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'

export interface Surroundings {
  platform: NodeJS.Platform
  env: Record<string, string | undefined>
  exists(path: string): boolean
}

const here: Surroundings = { platform: process.platform, env: process.env, exists: existsSync }

const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const ON_MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const ON_WINDOWS = [
  String.raw`Microsoft\Edge\Application\msedge.exe`,
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
]

/** The system's own Chromium, Chrome or Edge, or null. `DESK_BROWSER` names another one. */
export function findBrowser({ platform, env, exists }: Surroundings = here): string | null {
  const chosen = env['DESK_BROWSER']
  if (chosen !== undefined && chosen !== '') return exists(chosen) ? chosen : null
  return candidates(platform, env).find(exists) ?? null
}

function candidates(platform: NodeJS.Platform, env: Record<string, string | undefined>): string[] {
  if (platform === 'darwin') return ON_MAC
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES(X86)'], env['PROGRAMFILES'], env['LOCALAPPDATA']]
    return folders
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => ON_WINDOWS.map((path) => `${folder}\\${path}`))
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name)))
}

/** Chromium will not start its sandbox as root: then, and only then, it is started without, and that is said. */
export const mustDropSandbox = (): boolean => process.platform === 'linux' && process.getuid?.() === 0

/** Keeps a Chromium to itself: nothing fetched, reported, synchronised or looked up. */
export const QUIET_BROWSER = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND',
]
