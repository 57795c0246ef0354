import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { bundle } from './bundle.ts'
import { ensureBrowser } from './ensure-browser.ts'
import { fetchElectron } from './fetch-electron.ts'
import { root } from './run-step.ts'
import { startVirtualDisplay } from './virtual-display.ts'

const SAMPLE = join(root, '.sample')
const say = (line: string) => void process.stdout.write(`${line}\n`)

class CannotStart extends Error {}

/** Loaded when it is needed: bundling need not wait for the store. */
async function openableSample(): Promise<string> {
  const { ensureSample } = await import('./ensure-sample.ts')
  const { DeskError } = await import('../../domain/contract/errors.ts')
  try {
    return await ensureSample(SAMPLE, say)
  } catch (error) {
    throw error instanceof DeskError ? new CannotStart(error.message) : error
  }
}

const hasDisplay = () =>
  process.platform !== 'linux' ||
  [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some(
    (display) => display !== undefined && display !== '',
  )

/** Opens on a virtual display where there is no other. */
async function ensureDisplay(): Promise<void> {
  if (hasDisplay()) return
  if (!(await startVirtualDisplay())) {
    throw new CannotStart(
      'There is no display to open a window on, and no virtual one (on Debian or Ubuntu: the package xvfb). npm run demo does the whole job without a window.',
    )
  }
  say('There is no display: opening on a virtual one (Xvfb), which nobody can see. Stop with Ctrl+C.')
}

async function startElectron(program: string, data: string): Promise<number> {
  say('Opening the sample establishment in Electron.')
  // Chromium refuses its sandbox to root; only then, and only this development start, goes without.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  if (asRoot) say('Running as root: Electron is started without its sandbox.')
  return new Promise((resolve, reject) => {
    const child = spawn(program, [root, `--data=${data}`, ...(asRoot ? ['--no-sandbox'] : [])], {
      stdio: 'inherit',
    })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 0))
  })
}

async function startChromium(data: string): Promise<number> {
  const browser = await ensureBrowser().catch((error: Error) => {
    throw new CannotStart(error.message)
  })
  say(
    `Electron’s own program is not on this computer and cannot be fetched: opening the sample establishment in ${browser}.`,
  )
  const { startWindow } = await import('../../electron/host/chromium/start-window.ts')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const assets = join(root, 'dist/renderer')
  const paths = { data, assets, logs: join(SAMPLE, 'logs'), exports: join(SAMPLE, 'exports') }
  const window = await startWindow({ ...paths, version, say })
  const stop = () => void window.close()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  await window.host.closed
  return 0
}

async function start(): Promise<number> {
  const electron = await fetchElectron(say)
  await ensureDisplay()
  if ((await bundle()) === 'built') say('Built the pages.')
  const data = await openableSample()
  return electron === null ? startChromium(data) : startElectron(electron, data)
}

try {
  process.exitCode = await start()
} catch (error) {
  if (!(error instanceof CannotStart)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
