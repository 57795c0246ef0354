import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { CHEAP_COST } from '../../../db/keyring.ts'
import { createStore, openStore, type NewStore } from '../../../db/open.ts'
import type { Actor } from '../../../db/types.ts'

export { day, madeUpPerson, newPeople, typedHere } from './made-up.ts'

export const PASSPHRASE = 'four words for testing'

/** A folder of this test alone, gone when it ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A clock that says what it is told to. */
export function testClock(start = '2026-11-23T09:00:00.000Z') {
  let ms = Date.parse(start)
  return {
    now: () => new Date(ms),
    set: (at: string) => void (ms = Date.parse(at)),
    pass: (seconds: number) => void (ms += seconds * 1000),
  }
}

/** A new store, its folder and its first head of OMU, open. Closed when the test ends, if it is not closed by then. */
export async function newStore(options: Partial<NewStore> = {}) {
  const folder = options.folder ?? join(tempFolder(), 'store')
  const now = options.now ?? testClock().now
  const opened = await createStore({
    folder,
    establishment: { code: 'LEI', name: 'HMP Leeds' },
    headOfOmu: 'Hester Moor',
    passphrase: PASSPHRASE,
    scrypt: CHEAP_COST,
    ...options,
    now,
  })
  onTestFinished(() => opened.store.close())
  const actor: Actor = { userId: opened.user.id }
  return { ...opened, folder, actor, at: now().toISOString() }
}

export async function reopen(folder: string, userId: string, now = testClock().now) {
  const opened = await openStore({ folder, userId, passphrase: PASSPHRASE, now })
  onTestFinished(() => opened.store.close())
  return opened
}
