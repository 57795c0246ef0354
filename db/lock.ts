import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { hostname, userInfo } from 'node:os'
import process from 'node:process'
import { z } from 'zod'
import { DeskError } from '../domain/contract/errors.ts'
import { writeFileWhole } from './atomic-file.ts'

const holderSchema = z.object({
  token: z.string(),
  host: z.string(),
  user: z.string(),
  pid: z.number(),
  beatAt: z.number(),
})
type Holder = z.infer<typeof holderSchema>

const BEAT_MS = 10_000
/** Several beats missed: long enough for a busy import, short enough not to keep a colleague out after a crash. */
const STALE_MS = 60_000

/** Locks this process holds: a lock file that names our own pid but is not among these was left by an earlier process. */
const held = new Set<string>()

export interface StoreLock {
  /** Safe to call twice. */
  release(): void
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function readHolder(path: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

function isLive(holder: Holder): boolean {
  if (holder.host === hostname()) {
    if (holder.pid === process.pid) return held.has(holder.token)
    if (!isRunning(holder.pid)) return false
  }
  // Another computer, or a pid that may since have been given to another program: believe its heartbeat. SQLite's own
  // exclusive lock still refuses a second opener if this is wrong.
  return Math.abs(Date.now() - holder.beatAt) < STALE_MS
}

/** A lock made this moment is empty until its holder has written into it. */
function isBeingWritten(path: string): boolean {
  try {
    return Math.abs(Date.now() - statSync(path).mtimeMs) < BEAT_MS
  } catch {
    return false
  }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}

/** Throws `EEXIST` where there is one. A full disk leaves no empty lock behind to keep everybody out. */
function writeLock(path: string, content: string): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, content)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
}

/**
 * Takes the store for this process. Throws `in_use`, saying who has it. A lock left by a process that is gone is taken
 * over. The heartbeat is real time, not the application's clock: it is compared between processes.
 */
export function takeLock(path: string): StoreLock {
  const mine: Holder = {
    token: randomUUID(),
    host: hostname(),
    user: userName(),
    pid: process.pid,
    beatAt: Date.now(),
  }
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeLock(path, JSON.stringify(mine))
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = readHolder(path)
    if (attempt === 3 || (holder === null ? isBeingWritten(path) : isLive(holder))) {
      const who =
        holder === null ? 'another process' : `${holder.user} on ${holder.host} (process ${holder.pid})`
      throw new DeskError('in_use', `This store is open elsewhere: ${who} has it. Close it there first.`)
    }
    // Renamed before it is removed, so that of two processes finding one stale lock only one clears it.
    const aside = `${path}.${mine.token}.stale`
    try {
      renameSync(path, aside)
      rmSync(aside, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  held.add(mine.token)
  const beat = setInterval(() => {
    if (readHolder(path)?.token !== mine.token) return
    try {
      writeFileWhole(path, JSON.stringify({ ...mine, beatAt: Date.now() }))
    } catch {
      // A missed beat. SQLite's own lock still stands.
    }
  }, BEAT_MS)
  beat.unref()
  return {
    release() {
      if (!held.delete(mine.token)) return
      clearInterval(beat)
      if (readHolder(path)?.token === mine.token) rmSync(path, { force: true })
    },
  }
}
