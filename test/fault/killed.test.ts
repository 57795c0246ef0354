import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { expect, onTestFinished, test } from 'vitest'
import { checkStore } from '../../db/integrity.ts'
import { createStore, openStore } from '../../db/open.ts'
import { MIGRATIONS } from '../../db/migrations/manifest.ts'
import { findPersonByNumber, listPeople, writePeople } from '../../db/repositories/people.ts'
import { saveSetting, readSetting } from '../../db/repositories/settings.ts'
import { newPeople, newStore, PASSPHRASE, reopen, tempFolder, typedHere } from '../db/support/stores.ts'

const code = (error: string) => expect.objectContaining({ name: 'DeskError', code: error })
const child = new URL('./child.ts', import.meta.url).pathname

/** A process that does `task` to a store up to its dangerous point and stays there. */
async function processAt(task: string, word: string, folder: string, userId: string): Promise<ChildProcess> {
  const running = spawn(process.execPath, [child, task, folder, userId, PASSPHRASE], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void running.kill('SIGKILL'))
  let said = ''
  for await (const chunk of running.stdout) {
    said += chunk
    if (said.includes(word)) break
  }
  expect(said.trim()).toBe(word)
  return running
}

async function killed(running: ChildProcess): Promise<void> {
  running.kill('SIGKILL')
  await once(running, 'exit')
}

async function seededStore() {
  const { store, folder, actor, at } = await newStore()
  await store.write((db) => {
    writePeople(db, actor, typedHere(at), newPeople(100))
    saveSetting(db, actor, at, 'shape', 'round')
  })
  await store.close()
  return { folder, userId: actor.userId }
}

test('killed in the middle of an import, the store opens with nothing half-written', async () => {
  const { folder, userId } = await seededStore()
  const running = await processAt('import', 'writing', folder, userId)
  // The unfinished transaction really is on the disk.
  expect(statSync(join(folder, 'desk.db-wal')).size).toBeGreaterThan(100_000)
  await killed(running)

  const { store } = await reopen(folder, userId)
  expect(listPeople(store.read)).toHaveLength(100)
  expect(findPersonByNumber(store.read, 'A0100AA')).toBeNull()
  expect(checkStore(store.read).filter((check) => !check.ok)).toEqual([])
  await store.write((db) =>
    writePeople(db, { userId }, typedHere('2026-11-24T09:00:00.000Z'), newPeople(5, 100)),
  )
  expect(listPeople(store.read)).toHaveLength(105)
}, 60_000)

test('killed in the middle of a migration, the store is as it was before', async () => {
  const { folder, userId } = await seededStore()
  const running = await processAt('migrate', 'migrating', folder, userId)
  await killed(running)

  const { store } = await reopen(folder, userId)
  expect(store.read.pragma('user_version', { simple: true })).toBe(MIGRATIONS.at(-1)?.version)
  expect(readSetting(store.read, 'shape')).toBe('round')
  expect(checkStore(store.read).filter((check) => !check.ok)).toEqual([])
}, 60_000)

test('a store open in another process is refused, saying who has it; once that is gone it opens', async () => {
  const { folder, userId } = await seededStore()
  const running = await processAt('hold', 'open', folder, userId)
  const refusal = await reopen(folder, userId).catch((error: unknown) => error)
  expect(refusal).toEqual(code('in_use'))
  expect((refusal as Error).message).toContain(String(running.pid))
  expect((refusal as Error).message).toContain(hostname())
  // The lock file is courtesy; SQLite's own lock holds without it.
  const lock = join(folder, 'desk.lock')
  const text = readFileSync(lock, 'utf8')
  writeFileSync(lock, text.replace(/"pid":\d+/, '"pid":999999999'))
  await expect(reopen(folder, userId)).rejects.toEqual(code('in_use'))
  writeFileSync(lock, text)
  await killed(running)
  expect(existsSync(lock)).toBe(true)
  const { store } = await reopen(folder, userId)
  expect(listPeople(store.read)).toHaveLength(100)
}, 60_000)

test('a second opener in the same process is refused too', async () => {
  const { folder, userId } = await seededStore()
  const { store } = await reopen(folder, userId)
  await expect(openStore({ folder, userId, passphrase: PASSPHRASE, now: () => new Date() })).rejects.toEqual(
    code('in_use'),
  )
  await store.close()
  await reopen(folder, userId)
}, 60_000)

test('a lock left by another computer is believed while it is fresh, and taken over when it is old', async () => {
  const { folder, userId } = await seededStore()
  const lock = join(folder, 'desk.lock')
  const left = (beatAt: number) =>
    writeFileSync(lock, JSON.stringify({ token: 't', host: 'elsewhere', user: 'sam', pid: 1, beatAt }))
  left(Date.now())
  await expect(reopen(folder, userId)).rejects.toThrow('sam on elsewhere')
  left(Date.now() - 10 * 60_000)
  await reopen(folder, userId)
})

test('what a crash half-way through making a store leaves behind is not in the way', async () => {
  const folder = join(tempFolder(), 'store')
  const made = await newStore({ folder })
  await made.store.close()
  const fresh = join(tempFolder(), 'half')

  mkdirSync(fresh)
  writeFileSync(join(fresh, 'desk.db.new'), readFileSync(join(folder, 'desk.db')))
  const { store } = await createStore({
    folder: fresh,
    establishment: { code: 'LEI', name: 'HMP Leeds' },
    headOfOmu: 'Hester Moor',
    passphrase: PASSPHRASE,
    scrypt: { N: 1024, r: 8, p: 1 },
    now: () => new Date(),
  })
  expect(listPeople(store.read)).toEqual([])
  await store.close()
})
