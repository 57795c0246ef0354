import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { electronBinary } from './electron-binary.ts'
import { root, runNode } from './run-step.ts'

const PATIENCE = 5000

/** Where the download of the installed version of Electron stands; `ELECTRON_MIRROR` moves it, as Electron's own installer has it. */
function downloadUrl(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string
  }
  const mirror = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/download/'
  return `${mirror}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PATIENCE) })
    return response.ok
  } catch {
    return false
  }
}

/**
 * The Electron program: the one that is here, or one fetched now when its download answers within five seconds. Null means
 * carry on without it.
 */
export async function fetchElectron(say: (line: string) => void): Promise<string | null> {
  const present = electronBinary()
  if (present !== null) return present
  if (!(await answers(downloadUrl()))) return null
  say('Fetching Electron, once: about 120 MB.')
  // Shows a progress bar of its own.
  const status = await runNode('node_modules/electron/install.js', [])
  return status === 0 ? electronBinary() : null
}
