import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import process from 'node:process'
import { build, type InlineConfig } from 'vite'
import { root } from './run-step.ts'

const DIST = join(root, 'dist')
const STAMP = join(DIST, 'built-from.txt')
// Built beside and moved into place, so that a window opened meanwhile never finds half a build.
const NEXT = join(DIST, `.next-${process.pid}`)
/** What the built app takes from `node_modules` at run time; everything else is inside the bundles. */
const EXTERNAL = ['electron', 'better-sqlite3']

/** How long its plugins took is of no use to whoever starts the app. */
const QUIET = { pluginTimings: false }

/** One hash over everything a bundle is made from: with no change there is nothing to build. */
export function inputsHash(): string {
  const hash = createHash('sha256')
  const files = globSync(
    [
      '{domain,db,electron,renderer}/**/*.*',
      'build/scripts/bundle.ts',
      'vite.config.ts',
      'package-lock.json',
    ],
    { cwd: root },
  )
  for (const file of files.sort()) {
    if (file.endsWith('.md') || !statSync(join(root, file)).isFile()) continue
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

const isFresh = (hash: string) => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash

/** Workers stand beside the module that starts them; bundled, each is a file beside `main.js` under its own name. */
const workers = () =>
  Object.fromEntries(
    globSync('electron/**/*-worker.ts', { cwd: root }).map((file) => [
      basename(file, '.ts'),
      join(root, file),
    ]),
  )

const forNode = (input: Record<string, string>, format: 'es' | 'cjs'): InlineConfig => ({
  configFile: false,
  root,
  logLevel: 'warn',
  ssr: { noExternal: true, external: EXTERNAL },
  build: {
    ssr: true,
    target: 'node26',
    outDir: join(NEXT, 'main'),
    emptyOutDir: false,
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input,
      external: EXTERNAL,
      checks: QUIET,
      output: {
        format,
        entryFileNames: `[name].${format === 'cjs' ? 'cjs' : 'js'}`,
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
})

/** Builds the pages, the desktop process, its preload and its workers into `dist`, unless they are up to date. */
export async function bundle({ force = false } = {}): Promise<'built' | 'fresh'> {
  const hash = inputsHash()
  if (!force && isFresh(hash)) return 'fresh'
  const outDir = join(NEXT, 'renderer')
  try {
    await build({
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir, rolldownOptions: { checks: QUIET } },
    })
    await buildForNode()
    for (const part of ['renderer', 'main']) replace(join(NEXT, part), join(DIST, part))
    writeFileSync(STAMP, hash)
  } finally {
    rmSync(NEXT, { recursive: true, force: true })
  }
  return 'built'
}

function replace(from: string, to: string): void {
  const old = `${from}-old`
  if (existsSync(to)) renameSync(to, old)
  renameSync(from, to)
}

async function buildForNode(): Promise<void> {
  await build(forNode({ main: join(root, 'electron/main.ts'), ...workers() }, 'es'))
  await build(forNode({ preload: join(root, 'electron/preload.ts') }, 'cjs'))
}

if (import.meta.main) {
  const result = await bundle({ force: process.argv.includes('--force') })
  process.stdout.write(result === 'built' ? 'Built into dist.\n' : 'dist is up to date.\n')
}
