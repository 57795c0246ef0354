import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../build/scripts/run-step.ts'
import { sources } from './sources.ts'

const inRoom = (room: string) => sources.filter(({ path }) => path.startsWith(`${room}/`))
const offending = (rooms: string[], pattern: RegExp) =>
  rooms.flatMap(inRoom).flatMap(({ path, code }) => (pattern.test(code) ? [path] : []))

describe('the domain', () => {
  it.each([
    ['the clock', /\bDate\s*\(|\bnew Date\b|\bDate\.now\b|\bTemporal\.Now\b|\bperformance\b/],
    ['chance', /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/],
    ['the computer', /\bprocess\.|\brequire\(|\bfetch\(|\bglobalThis\.|\bsetTimeout\b|\bsetInterval\b/],
    ['a page', /\bdocument\.|\bwindow\.|\blocalStorage\b/],
  ])('knows nothing of %s', (_what, pattern) => {
    expect(offending(['domain'], pattern)).toEqual([])
  })
})

describe('the product', () => {
  it('writes to its log, never to the console', () => {
    expect(offending(['domain', 'db', 'electron', 'renderer'], /\bconsole\.\w+\(/)).toEqual([])
  })

  it('keeps time in one place: policy and services ask the clock they are given', () => {
    const asks = offending(['electron/app'], /\bnew Date\(\)|\bDate\.now\(\)/).filter(
      (path) => path !== 'electron/app/clock.ts',
    )
    expect(asks).toEqual([])
  })

  it('gives the pages nothing of the computer and no storage of their own', () => {
    expect(
      offending(
        ['renderer'],
        /\blocalStorage\b|\bsessionStorage\b|\bindexedDB\b|\bfetch\(|\bdangerouslySetInnerHTML\b|\.innerHTML\b/,
      ),
    ).toEqual([])
  })

  it('names its files in kebab case, and none after a drawer for odds and ends', () => {
    const wrong = sources
      .map(({ path }) => path)
      .filter(
        (path) =>
          !/^[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.tsx?$/.test(basename(path)) ||
          /\b(utils?|helpers?|misc|common)\b/.test(path),
      )
    expect(wrong).toEqual([])
  })

  it('ships no font that is not its own to give: GDS Transport is licensed to GOV.UK alone', () => {
    const fonts = globSync('{renderer,build}/**/*.{woff,woff2,ttf,otf,eot}', { cwd: root })
    expect(fonts).toEqual([])
    const styles = globSync('renderer/**/*.{scss,css}', { cwd: root })
    const faces = styles.filter((path) =>
      /@font-face|["']GDS Transport/i.test(readFileSync(join(root, path), 'utf8')),
    )
    expect(faces).toEqual([])
  })
})

describe('every room', () => {
  it.each(['domain', 'domain/contract', 'db', 'electron', 'renderer', 'build', 'test'])(
    '%s says what it is',
    (room) => {
      const path = join(root, room, 'README.md')
      expect(existsSync(path)).toBe(true)
      expect(readFileSync(path, 'utf8').length).toBeGreaterThan(200)
    },
  )
})
