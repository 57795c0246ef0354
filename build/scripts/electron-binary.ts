import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run-step.ts'

/** The Electron program, or null where only its type declarations are installed. */
export function electronBinary(): string | null {
  const folder = join(root, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(binary) ? binary : null
}
