import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { findBrowser } from '../../electron/host/shared/find-browser.ts'

export const WHAT_TO_INSTALL =
  'Handover Desk needs a browser to open its window and to print: install Chromium, Google Chrome or Microsoft Edge (on Debian or Ubuntu: sudo apt-get install chromium), or set DESK_BROWSER to the path of one.'

interface Means {
  find(): string | null
  /** The browser somebody asked for, which is the only one that will do. */
  named?: string | undefined
  /** Whether packages can be installed here without asking anybody: a Debian system, as root. */
  canInstall(): boolean
  install(): Promise<boolean>
  say(line: string): void
}

const onDebianAsRoot = () =>
  existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0

function run(program: string, args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
  })
}

const means: Means = {
  find: () => findBrowser(),
  named: process.env['DESK_BROWSER'],
  canInstall: onDebianAsRoot,
  // With a face the size of Arial, which pages and packs are laid out for: a bare system has none. The lists may be old or
  // never fetched: tried again with fresh ones.
  install: async () => {
    const install = () =>
      run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'])
    return (await install()) || ((await run('apt-get', ['update'])) && (await install()))
  },
  say: (line) => void process.stdout.write(`${line}\n`),
}

/** The path of the system's browser, installing Debian's Chromium where it may. Throws with what to install otherwise. */
export async function ensureBrowser({
  find,
  named,
  canInstall,
  install,
  say,
}: Means = means): Promise<string> {
  const found = find()
  if (found !== null) return found
  if (named !== undefined && named !== '') {
    throw new Error(`DESK_BROWSER names ${named}, and there is no such file. Correct it, or unset it.`)
  }
  if (!canInstall()) throw new Error(WHAT_TO_INSTALL)
  say('No browser is installed: installing the packages chromium and fonts-liberation.')
  const installed = (await install()) ? find() : null
  if (installed === null) throw new Error(WHAT_TO_INSTALL)
  return installed
}

if (import.meta.main) {
  try {
    process.stdout.write(`${await ensureBrowser()}\n`)
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exitCode = 1
  }
}
