import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { root } from './run-step.ts'

/** What stands before the fuses in Electron's program, and how many it has: from Electron's own documentation of fuses. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
export const FUSES = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const

/** The fuses of a program, by name; null where it holds none. */
export function readFuses(program: string): Record<string, boolean> | null {
  const bytes = readFileSync(program)
  const at = bytes.indexOf(SENTINEL)
  if (at === -1) return null
  const wire = bytes.subarray(at + SENTINEL.length + 2)
  return Object.fromEntries(FUSES.map((name, index) => [name, wire[index] === 0x31]))
}

/** A program of each system's own name. */
const PROGRAMS: Partial<Record<NodeJS.Platform, string>> = { linux: 'electron', win32: 'electron.exe' }

/**
 * A folder that is laid out like Electron for this system and holds its fuses, but cannot run: enough to put the package together
 * and look into it where the real program is absent. The fuses start as Electron's do.
 */
export function makePlaceholderElectron(folder: string): void {
  const program = PROGRAMS[process.platform]
  if (program === undefined) throw new Error(`There is no placeholder for ${process.platform}`)
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as {
    version: string
  }
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'LICENSE'), 'A placeholder: not Electron.\n')
  writeFileSync(join(folder, 'LICENSES.chromium.html'), '')
  writeFileSync(join(folder, 'locales/en-GB.pak'), '')
  // Electron's own defaults: the cookie fuse off and the others on, but for those that guard the archive.
  const wire = FUSES.map((name) =>
    name === 'runAsNode' || name.startsWith('enableNode') || name.startsWith('grant') ? 0x31 : 0x30,
  )
  const body = Buffer.concat([
    Buffer.from(`A placeholder: not Electron.\n${SENTINEL}`),
    Buffer.from([1, wire.length, ...wire]),
    Buffer.from('\nend\n'),
  ])
  writeFileSync(join(folder, program), body, { mode: 0o755 })
}
