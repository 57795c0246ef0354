import { describe, expect, it } from 'vitest'
import { sourceAt, sources, type Import, type Source } from './sources.ts'

interface Room {
  name: string
  has(path: string): boolean
  /** Files it may import from. */
  mayReach(path: string): boolean
  /** Packages it may import; `node:` stands for every built-in. */
  packages: readonly (string | RegExp)[]
}

const under =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((folder) => path === folder || path.startsWith(`${folder}/`))

const NODE = /^node:/
const SEAM = 'electron/host/host.ts'

// Who may import whom. The first room that has a file is its room.
const ROOMS: readonly Room[] = [
  { name: 'domain', has: under('domain'), mayReach: under('domain'), packages: ['zod'] },
  {
    name: 'db',
    has: under('db'),
    mayReach: under('db', 'domain'),
    packages: [NODE, 'better-sqlite3', /^drizzle-orm(\/|$)/, 'zod'],
  },
  { name: 'seam', has: under(SEAM), mayReach: under('domain', SEAM), packages: [] },
  {
    name: 'preload',
    has: under('electron/preload.ts'),
    mayReach: under('domain'),
    packages: ['electron'],
  },
  {
    name: 'host/electron',
    has: under('electron/host/electron', 'electron/main.ts'),
    mayReach: under('domain', 'electron/app', SEAM, 'electron/host/shared', 'electron/host/electron'),
    packages: [NODE, 'electron'],
  },
  {
    name: 'host/chromium',
    has: under('electron/host/chromium'),
    mayReach: under('domain', 'electron/app', SEAM, 'electron/host/shared', 'electron/host/chromium'),
    packages: [NODE, 'playwright-core'],
  },
  {
    name: 'host/headless and the command line',
    has: under('electron/host/headless', 'electron/cli.ts', 'electron/commands'),
    mayReach: under(
      'domain',
      'db',
      'electron/app',
      SEAM,
      'electron/host/shared',
      'electron/host/headless',
      'electron/commands',
    ),
    packages: [NODE],
  },
  {
    name: 'host/shared',
    has: under('electron/host/shared'),
    mayReach: under('domain', 'electron/app', SEAM, 'electron/host/shared'),
    packages: [NODE],
  },
  {
    name: 'electron/app',
    has: under('electron/app'),
    mayReach: under('domain', 'db', 'electron/app'),
    packages: [
      NODE,
      'docx',
      'ical-generator',
      /^read-excel-file(\/|$)/,
      /^write-excel-file(\/|$)/,
      /^csv-parse(\/|$)/,
      'zod',
    ],
  },
  {
    name: 'renderer',
    has: under('renderer'),
    mayReach: under('domain', 'renderer'),
    packages: ['react', /^react-dom(\/|$)/, /^react-router(\/|$)/, /^zustand(\/|$)/],
  },
]

const roomOf = (path: string): Room => {
  const room = ROOMS.find(({ has }) => has(path))
  if (room === undefined) throw new Error(`${path} stands in no room`)
  return room
}

function allows(room: Room, { name, file, typeOnly }: Import): boolean {
  if (file !== null) return room.mayReach(file) || (typeOnly && room.name === 'electron/app' && file === SEAM)
  return room.packages.some((allowed) =>
    typeof allowed === 'string' ? allowed === name : allowed.test(name),
  )
}

describe.each(ROOMS)('$name', (room) => {
  it('imports only what the table allows', () => {
    const own = sources.filter(({ path }) => roomOf(path) === room)
    const wrong = own.flatMap(({ path, imports }) =>
      imports.filter((one) => !allows(room, one)).map(({ name }) => `${path} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })
})

/** What a file pulls in when it runs: imports of types vanish. */
const pulled = ({ imports }: Source) => imports.filter(({ typeOnly }) => !typeOnly)

describe('imports', () => {
  it('all lead somewhere', () => {
    const lost = sources.flatMap(({ path, imports }) =>
      imports
        .filter(
          ({ file }) =>
            file !== null && /\.tsx?$/.test(file) && !sourceAt.has(file) && !file.endsWith('.d.ts'),
        )
        .map(({ name }) => `${path} imports ${name}`),
    )
    expect(lost).toEqual([])
  })

  it('never go round in a circle', () => {
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (path: string, trail: string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      if (trail.includes(path) || done.has(path)) return
      const source = sourceAt.get(path)
      for (const { file } of source === undefined ? [] : pulled(source))
        if (file !== null) visit(file, [...trail, path])
      done.add(path)
    }
    for (const { path } of sources) visit(path, [])
    expect(circles).toEqual([])
  })

  it('of the pages reach no schema: checking is the app’s work, and the pages start without it', () => {
    const seen = new Set<string>()
    const found: string[] = []
    const visit = (path: string): void => {
      const source = sourceAt.get(path)
      if (source === undefined || seen.has(path)) return
      seen.add(path)
      for (const { name, file } of pulled(source)) {
        if (name === 'zod') found.push(path)
        if (file !== null) visit(file)
      }
    }
    visit('renderer/main.tsx')
    expect(found).toEqual([])
  })

  it('of one index file alone: everything else is imported from where it stands', () => {
    const indexes = sources.map(({ path }) => path).filter((path) => /(^|\/)index\.tsx?$/.test(path))
    expect(indexes).toEqual(['domain/contract/index.ts'])
  })
})
