import { readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { DeskError } from '../domain/contract/errors.ts'
import { writeFileWhole } from './atomic-file.ts'

const schema = z.object({ failures: z.int().min(0), until: z.number() })

/** Three slips are free; then 2, 4, 8… seconds, at most five minutes. */
const FREE = 3
const LONGEST_MS = 5 * 60_000

/** Milliseconds to wait after so many wrong passphrases in a row. */
export function waitAfter(failures: number): number {
  return failures < FREE ? 0 : Math.min(2 ** (failures - FREE + 1) * 1000, LONGEST_MS)
}

function read(path: string): z.infer<typeof schema> {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return { failures: 0, until: 0 }
  }
}

/** Throws `wait` while the delay of earlier wrong passphrases runs. Counted for the folder, whoever was named. */
export function checkWait(path: string, now: Date): void {
  const left = read(path).until - now.getTime()
  // A delay longer than the longest is a clock set back, not a delay.
  if (left <= 0 || left > LONGEST_MS) return
  const seconds = Math.ceil(left / 1000)
  const time =
    seconds < 60 ? `${seconds} second${seconds === 1 ? '' : 's'}` : `${Math.ceil(seconds / 60)} minutes`
  throw new DeskError('wait', `Too many wrong passphrases. Try again in ${time}.`)
}

/**
 * Called before a passphrase is tried, and taken back by `clearFailures` when it is right: guesses made at the same moment
 * then count too. Kept in a small file, so that restarting does not start the count again. A folder that cannot be written keeps none. */
export function countFailure(path: string, now: Date): void {
  const failures = read(path).failures + 1
  try {
    writeFileWhole(path, JSON.stringify({ failures, until: now.getTime() + waitAfter(failures) }))
  } catch {
    // Scrypt still makes every guess slow.
  }
}

export function clearFailures(path: string): void {
  rmSync(path, { force: true })
}
