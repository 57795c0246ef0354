import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { CHEAP_COST } from '../../../db/keyring.ts'
import { createStore, openStore, type NewStore } from '../../../db/open.ts'
import type { Actor, PersonWrite } from '../../../db/types.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import type { PersonRecord } from '../../../domain/model/person-record.ts'

export const PASSPHRASE = 'four words for testing'
export const day = (text: string): CivilDate => text as CivilDate

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

const letter = (n: number): string => String.fromCharCode(65 + (n % 26))

/** The nth made-up person: always the same, and no two alike in number. */
export function madeUpPerson(n: number): PersonRecord {
  return {
    prison_number: `A${String(n % 10_000).padStart(4, '0')}${letter(Math.floor(n / 260_000))}${letter(Math.floor(n / 10_000))}`,
    last_name: `Fenwick${n}`,
    first_name: 'Orla',
    crn: `X${String(n).padStart(6, '0')}`,
    crd: day('2027-06-01'),
  }
}

export function* newPeople(count: number, from = 0): Generator<PersonWrite> {
  for (let n = from; n < from + count; n += 1) {
    const record = madeUpPerson(n)
    yield { personId: null, record, delta: record }
  }
}

export const typedHere = (at: string) => ({ at, importId: null, source: 'typed here', asAt: null })
