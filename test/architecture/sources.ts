import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from '../../build/scripts/run-step.ts'

export interface Import {
  /** As written. */
  name: string
  /** The file it leads to, from the root of the checkout; null for a package. */
  file: string | null
  typeOnly: boolean
}

export interface Source {
  /** From the root of the checkout, with forward slashes. */
  path: string
  /** Without comments, strings left in. */
  code: string
  imports: Import[]
}

const slashes = (path: string) => path.replaceAll('\\', '/')
const STATEMENT = /^\s*(?:import|export)\s+(type\s)?(?:([^'";]*?)\sfrom\s+)?['"]([^'"]+)['"]/gm
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g

/** Whether a list of names takes types alone: `{ type A, type B }`. */
const takesTypes = (names: string | undefined) =>
  names !== undefined &&
  /^\{[^}]*\}$/.test(names.trim()) &&
  names
    .trim()
    .slice(1, -1)
    .split(',')
    .every((name) => name.trim() === '' || name.trim().startsWith('type '))

export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1')
}

function readImports(path: string, code: string): Import[] {
  const resolve = (name: string): string | null => {
    if (!name.startsWith('.')) return null
    const target = slashes(relative(root, join(root, dirname(path), name)))
    return [target, `${target}.ts`, `${target}.tsx`].find((file) => existsSync(join(root, file))) ?? target
  }
  const still = [...code.matchAll(STATEMENT)].map(([, type, names, name = '']) => ({
    name,
    file: resolve(name),
    typeOnly: type !== undefined || takesTypes(names),
  }))
  const moving = [...code.matchAll(DYNAMIC)].map(([, name = '']) => ({
    name,
    file: resolve(name),
    typeOnly: false,
  }))
  return [...still, ...moving]
}

/** Every source file of the product rooms. */
export const sources: readonly Source[] = globSync('{domain,db,electron,renderer}/**/*.{ts,tsx}', {
  cwd: root,
})
  .map(slashes)
  .filter((path) => !path.endsWith('.d.ts'))
  .sort()
  .map((path) => {
    const code = withoutComments(readFileSync(join(root, path), 'utf8'))
    return { path, code, imports: readImports(path, code) }
  })

export const sourceAt = new Map(sources.map((source) => [source.path, source]))
