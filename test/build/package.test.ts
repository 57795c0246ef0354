import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageApp } from '../../build/scripts/package.ts'
import { FUSES, readFuses } from '../../build/scripts/placeholder-electron.ts'
import { root } from '../../build/scripts/run-step.ts'

// Put together around the placeholder on every computer, so that the same package is looked into everywhere.
let output: string
let unpacked: string
let archive: string
let files: string[]

beforeAll(async () => {
  output = mkdtempSync(join(tmpdir(), 'desk-release-'))
  const status = await packageApp({ output, placeholder: true })
  expect(status).toBe(0)
  unpacked = join(output, readdirSync(output).find((name) => name.endsWith('-unpacked')) ?? '')
  archive = join(unpacked, 'resources/app.asar')
  files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1))
}, 120_000)
afterAll(() => rmSync(output, { recursive: true, force: true }))

const textOf = (path: string) => extractFile(archive, path).toString('utf8')
const isFile = (path: string) => /\.[a-z0-9]+$/i.test(basename(path))

describe('the package', () => {
  it('holds the bundles, the driver and nothing else', () => {
    const allowed = [
      /^package\.json$/,
      /^dist\/main\/[\w-]+\.(js|cjs)$/,
      /^dist\/renderer\/index\.html$/,
      /^dist\/renderer\/assets\/[\w.-]+\.(js|css|svg|png|ico|woff2)$/,
      /^node_modules\/better-sqlite3\/package\.json$/,
      /^node_modules\/better-sqlite3\/lib\/(methods\/)?[\w-]+\.js$/,
      /^node_modules\/better-sqlite3\/prebuilds\/[\w-]+\.node$/,
    ]
    const strangers = files.filter((path) => isFile(path) && !allowed.some((pattern) => pattern.test(path)))
    expect(strangers).toEqual([])
    for (const path of [
      'package.json',
      'dist/main/main.js',
      'dist/main/preload.cjs',
      'dist/renderer/index.html',
    ]) {
      expect(files).toContain(path)
    }
  })

  it('holds the one native file this system needs, outside the archive, and nothing else outside', () => {
    const native = `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`
    expect(files.filter((path) => path.endsWith('.node'))).toEqual([native])
    const outside = readdirSync(`${archive}.unpacked`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
    expect(outside).toEqual([basename(native)])
  })

  it('holds no development host, test tool, source map, sample or type', () => {
    expect(
      files.filter((path) => /playwright|chromium-host|\.map$|\.ts$|sample|\.db$|\.csv$|\.xlsx$/i.test(path)),
    ).toEqual([])
    const code = files
      .filter((path) => /^dist\/.*\.(js|cjs)$/.test(path))
      .map((path) => [path, textOf(path)] as const)
    for (const [path, text] of code) {
      const found = [
        'playwright',
        'launchPersistentContext',
        '__deskSend',
        'desk-e2e',
        'sourceMappingURL',
      ].filter((word) => text.includes(word))
      expect([path, found]).toEqual([path, []])
    }
  })

  it('starts from main.js, without scripts or development dependencies', () => {
    const manifest = JSON.parse(textOf('package.json')) as Record<string, unknown>
    expect(manifest).toMatchObject({ name: 'handover-desk', main: 'dist/main/main.js', type: 'module' })
    expect(manifest['scripts']).toBeUndefined()
    expect(manifest['devDependencies']).toBeUndefined()
  })

  it('imports nothing that is not inside it', () => {
    const outside = new Set<string>()
    for (const path of files.filter((file) => /^dist\/main\/.*\.js$/.test(file))) {
      for (const [, name = ''] of textOf(path).matchAll(/^import\b[^'"]*['"]([^'"]+)['"]/gm))
        outside.add(name)
    }
    const known = [...outside].filter((name) => !isBuiltin(name) && !name.startsWith('./'))
    expect(known.sort()).toEqual(['better-sqlite3', 'electron'])
  })

  it('has a page without inline scripts or styles, and no font we may not give away', () => {
    const page = textOf('dist/renderer/index.html')
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son\w+=/i)
    expect(files.filter((path) => /\.(woff2?|ttf|otf|eot)$/.test(path))).toEqual([])
    for (const path of files.filter((file) => file.endsWith('.css')))
      expect(textOf(path)).not.toMatch(/GDS Transport/i)
  })

  it('has every fuse set as asked', () => {
    const program = readdirSync(unpacked).find((name) => /^handover[- ]desk(\.exe)?$/i.test(name)) ?? ''
    expect(readFuses(join(unpacked, program))).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
    const settings = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
    for (const fuse of FUSES) expect(settings).toMatch(new RegExp(`^  ${fuse}: (true|false)$`, 'm'))
  })

  it('is installed for the whole computer, by a code that never changes', () => {
    const settings = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
    expect(settings).toContain('perMachine: true')
    expect(settings).toContain("upgradeCode: '{5B0E7C7A-3D0C-4A57-9C55-6C1D6C0B7E21}'")
    expect(settings).not.toMatch(/nsis|publish: (?!null)/)
  })
})
