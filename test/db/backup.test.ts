import { existsSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { fileHash, listBackups, verifyCopy } from '../../db/backup.ts'
import { unlockWithPassphrase } from '../../db/keyring.ts'
import { openStore, readKeyring } from '../../db/open.ts'
import { appendAudit } from '../../db/repositories/audit.ts'
import { listPeople, writePeople } from '../../db/repositories/people.ts'
import { restoreStore } from '../../db/restore.ts'
import { copyOpenStore } from '../../db/store.ts'
import { keyringBeside } from '../../db/store-paths.ts'
import { addUser } from '../../db/user-keys.ts'
import {
  newPeople,
  newStore,
  PASSPHRASE,
  reopen,
  tempFolder,
  testClock,
  typedHere,
} from './support/stores.ts'

const code = (error: string) => expect.objectContaining({ name: 'DeskError', code: error })

test('closing makes a verified copy when something was learned, and only then', async () => {
  const clock = testClock()
  const { store, folder, actor, at } = await newStore({ now: clock.now })
  const backups = () => listBackups(join(folder, 'backups')).length
  await store.write((db) => writePeople(db, actor, typedHere(at), newPeople(10)))
  await store.close()
  expect(backups()).toBe(1)

  const audit = { at, userId: actor.userId, method: 'x', subject: null, outcome: 'ok', detail: '' } as const
  clock.pass(3600)
  const second = await reopen(folder, actor.userId, clock.now)
  expect(second.store.backedUpAt).toBe(at)
  await second.store.write((db) => appendAudit(db, audit))
  await second.store.close()
  expect(backups()).toBe(1)

  clock.pass(25 * 3600)
  const third = await reopen(folder, actor.userId, clock.now)
  await third.store.write((db) => appendAudit(db, audit))
  await third.store.close()
  expect(backups()).toBe(2)
})

test('a copy is encrypted, whole, carries its keyring and leaves no part behind', async () => {
  const { store, folder, actor, at } = await newStore()
  await store.write((db) => writePeople(db, actor, typedHere(at), newPeople(300)))
  const { path, sha256 } = await store.backUp()
  expect(fileHash(path)).toBe(sha256)
  expect(store.backedUpAt).toBe(at)
  expect(readFileSync(path).includes('Fenwick')).toBe(false)
  expect(readFileSync(keyringBeside(path))).toEqual(readFileSync(join(folder, 'keyring.json')))
  expect(readdirSync(join(folder, 'backups')).filter((name) => name.includes('part'))).toEqual([])
  const key = await unlockWithPassphrase(readKeyring(folder), actor.userId, PASSPHRASE)
  verifyCopy(path, key as Buffer)
})

test('old copies are thinned, each with its keyring', async () => {
  const clock = testClock('2026-11-23T09:00:00.000Z')
  const { store, folder } = await newStore({ now: clock.now })
  for (let n = 0; n < 6; n += 1) {
    await store.backUp()
    clock.pass(60)
  }
  expect(readdirSync(join(folder, 'backups'))).toHaveLength(6)
  expect(listBackups(join(folder, 'backups'))).toHaveLength(3)
})

test('a copy that cannot be kept takes nothing away', async () => {
  const { store, folder } = await newStore()
  const { path } = await store.backUp()
  rmSync(join(folder, 'keyring.json'))
  await expect(copyOpenStore(store, join(folder, 'backups', 'another.db'))).rejects.toThrow()
  expect(existsSync(path)).toBe(true)
  expect(readdirSync(join(folder, 'backups')).filter((name) => name.startsWith('another'))).toEqual([])
})

test('each copy goes to the second folder too; where that fails, the first stands and it is said', async () => {
  const second = join(tempFolder(), 'second')
  const { store } = await newStore({ secondBackups: second })
  const { sha256 } = await store.backUp()
  const [copy] = listBackups(second)
  expect(fileHash(copy?.path ?? '')).toBe(sha256)
  expect(existsSync(keyringBeside(copy?.path ?? ''))).toBe(true)

  const file = join(tempFolder(), 'in-the-way')
  writeFileSync(file, '')
  const other = await newStore({ secondBackups: file })
  await expect(other.store.backUp()).rejects.toEqual(code('not_available'))
  expect(listBackups(join(other.folder, 'backups'))).toHaveLength(1)
})

/** A store with ten people copied, then ten more. */
async function copiedStore() {
  const made = await newStore()
  const { store, actor, at, folder } = made
  await store.write((db) => writePeople(db, actor, typedHere(at), newPeople(10)))
  const copy = join(tempFolder(), 'copy.db')
  const { sha256 } = await copyOpenStore(store, copy)
  await store.write((db) => writePeople(db, actor, typedHere(at), newPeople(10, 10)))
  await store.close()
  const restore = (into = folder, passphrase = PASSPHRASE) =>
    restoreStore({ from: copy, folder: into, userId: actor.userId, passphrase, now: testClock().now })
  return { folder, actor, copy, sha256, restore }
}

test('a copy restored is the store as it was, and what it replaced is a store still', async () => {
  const { folder, actor, sha256, restore } = await copiedStore()
  const done = await restore()
  expect(done).toMatchObject({ path: join(folder, 'desk.db'), sha256 })
  const { store } = await reopen(folder, actor.userId)
  expect(listPeople(store.read)).toHaveLength(10)
  await store.close()
  const before = await reopen(done.replaced as string, actor.userId)
  expect(listPeople(before.store.read)).toHaveLength(20)
})

test('a copy restores into an empty folder', async () => {
  const { actor, restore } = await copiedStore()
  const folder = join(tempFolder(), 'new', 'place')
  expect((await restore(folder)).replaced).toBeNull()
  const { store } = await reopen(folder, actor.userId)
  expect(listPeople(store.read)).toHaveLength(10)
})

test('users and passphrases are those of the copy', async () => {
  const { store, folder, actor, at } = await newStore()
  const { path } = await store.backUp()
  const later = await addUser(store, actor, at, {
    name: 'Piers Ash',
    role: 'pom',
    passphrase: 'his own words',
  })
  await store.close()
  const now = testClock().now
  await restoreStore({ from: path, folder, userId: actor.userId, passphrase: PASSPHRASE, now })
  await expect(openStore({ folder, userId: later, passphrase: 'his own words', now })).rejects.toEqual(
    code('wrong_passphrase'),
  )
})

test('a damaged copy, a wrong passphrase or a copy without its keyring leaves the store as it is', async () => {
  const { folder, actor, copy, restore } = await copiedStore()
  const hash = fileHash(join(folder, 'desk.db'))
  await expect(restore(folder, 'wrong')).rejects.toEqual(code('wrong_passphrase'))
  const good = readFileSync(copy)
  const bad = Buffer.from(good)
  bad[bad.length - 2000] = (bad[bad.length - 2000] ?? 0) ^ 1
  writeFileSync(copy, bad)
  await expect(restore()).rejects.toEqual(code('damaged'))
  truncateSync(copy, 4096)
  await expect(restore()).rejects.toEqual(code('damaged'))
  writeFileSync(copy, good)
  rmSync(keyringBeside(copy))
  await expect(restore()).rejects.toMatchObject({
    code: 'not_a_store',
    message: expect.stringContaining(basename(keyringBeside(copy))) as string,
  })
  expect(fileHash(join(folder, 'desk.db'))).toBe(hash)
  expect(readdirSync(folder).filter((name) => /restoring|replaced|lock/.test(name))).toEqual([])
  const { store } = await reopen(folder, actor.userId)
  expect(listPeople(store.read)).toHaveLength(20)
})

test('a store that is open is not replaced', async () => {
  const { folder, actor, restore } = await copiedStore()
  const { store } = await reopen(folder, actor.userId)
  await expect(restore()).rejects.toEqual(code('in_use'))
  expect(listPeople(store.read)).toHaveLength(20)
})
