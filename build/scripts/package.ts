import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import { bundle } from './bundle.ts'
import { electronBinary } from './electron-binary.ts'
import { makePlaceholderElectron } from './placeholder-electron.ts'
import { runNode } from './run-step.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

export interface PackageOptions {
  /** Targets and anything else electron-builder takes; with none, the unpacked folder of this system. */
  args?: string[]
  output?: string
  /** Use the placeholder even where Electron's program is here. */
  placeholder?: boolean
}

/**
 * Packages the built app. The unpacked folder needs no network: Electron comes from `node_modules`, or is the placeholder, which
 * is said. Installers are made on Windows, where electron-builder fetches its own tools.
 */
export async function packageApp({
  args = [],
  output,
  placeholder = false,
}: PackageOptions = {}): Promise<number> {
  await bundle()
  const binary = placeholder ? null : electronBinary()
  const targets = args.length === 0 ? ['--dir'] : args
  const settings = output === undefined ? [] : [`--config.directories.output=${output}`]
  const folder = mkdtempSync(join(tmpdir(), 'desk-package-'))
  try {
    if (binary !== null) copyElectron(dirname(binary), folder)
    else if (placeholder || args.length === 0) {
      say(
        'Electron’s own program is not on this computer: packaging around a placeholder, which cannot be started.',
      )
      makePlaceholderElectron(folder)
    }
    if (readdirSync(folder).length > 0) settings.push(`--config.electronDist=${folder}`)
    return await runNode(
      'node_modules/electron-builder/cli.js',
      [...targets, '--publish', 'never', ...settings],
      {
        CSC_IDENTITY_AUTO_DISCOVERY: 'false',
      },
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Electron as it came, without the page it shows when it has no app: electron-builder would ship that too. */
function copyElectron(from: string, to: string): void {
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => basename(path) !== 'default_app.asar',
  })
}

if (import.meta.main) process.exitCode = await packageApp({ args: process.argv.slice(2) })
