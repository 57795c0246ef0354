import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { CHEAP_COST } from '../../db/keyring.ts'
import { createStore, openStore, readKeyring } from '../../db/open.ts'
import { listPeople, writePeople } from '../../db/repositories/people.ts'
import { storageError } from '../../db/storage-error.ts'
import { newPeople, newStore, PASSPHRASE, reopen, tempFolder, typedHere } from './support/stores.ts'

const code = (error: string, message?: RegExp) =>
  expect.objectContaining({
    name: 'DeskError',
    code: error,
    ...(message === undefined ? {} : { message: expect.stringMatching(message) }),
  })

async function closedStore() {
  const { store, folder, actor } = await newStore()
  await store.close()
  return { folder, userId: actor.userId }
}

function editKeyring(folder: string, edit: (keyring: Record<string, unknown>) => void) {
  const path = join(folder, 'keyring.json')
  const keyring = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  edit(keyring)
  writeFileSync(path, JSON.stringify(keyring))
}

test('a disk that fills while people are written leaves nothing of them, and says so', async () => {
  const { store, folder, actor, at } = await newStore()
  await store.write((db) => writePeople(db, actor, typedHere(at), newPeople(3)))
  const fill = store.write((db) => {
    const pages = db.pragma('page_count', { simple: true }) as number
    db.pragma(`max_page_count = ${pages + 5}`)
    writePeople(db, actor, typedHere(at), newPeople(3000, 3))
  })
  await expect(fill).rejects.toEqual(code('not_available', /^Nothing was saved: the disk is full/))
  expect(listPeople(store.read)).toHaveLength(3)
  // No room for the copy that closing makes either: the store closes all the same.
  await store.close().catch(() => {})
  const { store: again } = await reopen(folder, actor.userId)
  expect(listPeople(again.read)).toHaveLength(3)
})

test('where no copy can be made, what was done stays, the store closes, and that is what is said', async () => {
  const { folder, userId } = await closedStore()
  const now = () => new Date('2026-11-23T09:00:00Z')
  const { store } = await openStore({ folder, userId, passphrase: PASSPHRASE, now })
  await store.write((db) => writePeople(db, { userId }, typedHere('2026-11-23T09:00:00.000Z'), newPeople(3)))
  rmSync(join(folder, 'backups'), { recursive: true, force: true })
  symlinkSync(join(folder, 'not there', 'at all'), join(folder, 'backups'), 'junction')
  await expect(store.close()).rejects.toEqual(code('not_available', /^What was done is saved/))
  expect(existsSync(join(folder, 'desk.lock'))).toBe(false)
  rmSync(join(folder, 'backups'))
  const { store: again } = await reopen(folder, userId)
  expect(listPeople(again.read)).toHaveLength(3)
})

test('a store without its keyring is not called no store', async () => {
  const { folder } = await closedStore()
  rmSync(join(folder, 'keyring.json'))
  expect(() => readKeyring(folder)).toThrow(code('damaged', /keyring file of this store is missing/))
})

test('folders where files belong are damage', async () => {
  const { folder, userId } = await closedStore()
  rmSync(join(folder, 'desk.db'))
  mkdirSync(join(folder, 'desk.db'))
  await expect(reopen(folder, userId)).rejects.toEqual(code('damaged'))
  rmSync(join(folder, 'keyring.json'))
  mkdirSync(join(folder, 'keyring.json'))
  expect(() => readKeyring(folder)).toThrow(code('damaged'))
})

test.each([{ N: 1000 }, { N: 2 ** 30 }, { r: 1_000_000 }, { p: 1_000_000 }])(
  'a keyring that asks scrypt for %j is damage, found before it takes the memory',
  async (cost) => {
    const { folder, userId } = await closedStore()
    editKeyring(folder, (keyring) => Object.assign(keyring['scrypt'] as object, cost))
    await expect(reopen(folder, userId)).rejects.toEqual(code('damaged'))
  },
)

test('a store that cannot be made says why', async () => {
  const file = join(tempFolder(), 'file')
  writeFileSync(file, '')
  const made = createStore({
    folder: join(file, 'store'),
    establishment: { code: 'LEI', name: 'HMP Leeds' },
    headOfOmu: 'Asha Rowe',
    passphrase: PASSPHRASE,
    now: () => new Date('2026-11-23T09:00:00Z'),
    scrypt: CHEAP_COST,
  })
  await expect(made).rejects.toEqual(code('not_available', /^No store was made: a file stands/))
})

test('guesses made at the same moment count like guesses made one after another', async () => {
  const { folder, userId } = await closedStore()
  const now = () => new Date('2026-11-23T09:00:00Z')
  const guesses = Array.from({ length: 8 }, (_, place) =>
    openStore({ folder, userId, passphrase: `guess ${place}`, now }).catch(
      (error: { code: string }) => error.code,
    ),
  )
  const answers = await Promise.all(guesses)
  expect(answers.filter((answer) => answer === 'wrong_passphrase')).toHaveLength(3)
  expect(answers.filter((answer) => answer === 'wait')).toHaveLength(5)
})

test.each([
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'may not use'],
])('the computer’s %s is said in words', (name, words) => {
  const fault = Object.assign(new Error('x'), { code: name, syscall: 'open' })
  expect(storageError(fault, 'Nothing was saved')).toEqual(code('not_available', new RegExp(words)))
})

test('faults that are not the disk’s are passed on as they are', () => {
  const faults = [new Error('x'), new Database.SqliteError('x', 'SQLITE_CONSTRAINT_UNIQUE'), 'text']
  for (const fault of faults) expect(storageError(fault, 'Nothing was saved')).toBe(fault)
})
