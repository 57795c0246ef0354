import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { listImports } from '../../../../db/repositories/imports.ts'
import { readSetting, saveSetting } from '../../../../db/repositories/settings.ts'
import type { Actor, Instant, ReadDb, WriteDb } from '../../../../db/types.ts'
import { LIST_FILES, MOST_BYTES } from './read-table.ts'

/** A file in the folder extracts are saved in, that nobody has brought in or passed over. */
export interface WatchedFile {
  /** Stands for the file as it is now: saved again, it is another. */
  key: string
  name: string
  bytes: number
  /** When it was saved. */
  at: Instant
}

interface Watch {
  folder: string
  /** Keys of files somebody said not to suggest. */
  passedOver: string[]
}

const SETTING = 'folder of extracts'
const ENDINGS = new Set(LIST_FILES.flatMap(({ extensions }) => extensions.map((each) => `.${each}`)))
/** Older files were there when newer ones were brought in: nobody is reminded of them. */
const DAYS = 14
const MOST_SHOWN = 10
const MOST_PASSED_OVER = 200

export function readWatch(db: ReadDb): Watch | null {
  return (readSetting(db, SETTING) as Watch | null | undefined) ?? null
}

/** `null` watches nothing any more. */
export function saveWatch(db: WriteDb, actor: Actor, at: Instant, watch: Watch | null): void {
  saveSetting(db, actor, at, SETTING, watch)
}

/** `watch` with a file passed over as well; the oldest such answers are forgotten. */
export const passingOver = (watch: Watch, key: string): Watch => ({
  ...watch,
  passedOver: [...watch.passedOver.filter((each) => each !== key), key].slice(-MOST_PASSED_OVER),
})

/** What a file held, by its key: nothing is read twice to find that it is in already. */
const hashes = new Map<string, string>()

/**
 * Lists saved in the folder within the last two weeks, newest first, of which no import stands. Throws what the file system
 * throws where the folder cannot be read.
 */
export async function newFilesIn(
  db: ReadDb,
  { folder, passedOver }: Watch,
  now: Date,
): Promise<WatchedFile[]> {
  const since = now.getTime() - DAYS * 24 * 60 * 60 * 1000
  const found: WatchedFile[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    // A program that is still writing, or a workbook that is open, leaves such files beside its own.
    if (!entry.isFile() || /^[.~]/.test(entry.name) || !ENDINGS.has(extname(entry.name).toLowerCase()))
      continue
    const known = await stat(join(folder, entry.name)).catch(() => null)
    if (known === null || known.mtimeMs < since || known.size === 0 || known.size > MOST_BYTES) continue
    const key = `${entry.name} ${known.size} ${Math.round(known.mtimeMs)}`
    if (passedOver.includes(key)) continue
    found.push({ key, name: entry.name, bytes: known.size, at: known.mtime.toISOString() })
  }
  found.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  const standing = new Set(
    listImports(db).flatMap(({ undoneAt, sha256 }) => (undoneAt === null ? [sha256] : [])),
  )
  const fresh: WatchedFile[] = []
  for (const file of found.slice(0, MOST_SHOWN * 2)) {
    if (fresh.length === MOST_SHOWN) break
    const hash = await hashOf(join(folder, file.name), file.key)
    if (hash !== null && !standing.has(hash)) fresh.push(file)
  }
  return fresh
}

async function hashOf(path: string, key: string): Promise<string | null> {
  const place = `${path} ${key}`
  const known = hashes.get(place)
  if (known !== undefined) return known
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) return null
  const hash = createHash('sha256').update(bytes).digest('hex')
  hashes.set(place, hash)
  return hash
}
