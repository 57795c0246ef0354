import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { ensureSample } from '../../build/scripts/ensure-sample.ts'
import { CHEAP_COST } from '../../db/keyring.ts'
import { createStore, openStore, readKeyring } from '../../db/open.ts'
import { tempFolder } from '../db/support/stores.ts'

const PASSPHRASE = 'heather on the moor'

/** A sample with nobody in it, quicker than the real one. */
const make = vi.fn(async (folder: string) => {
  const { store } = await createStore({
    folder,
    establishment: { code: 'HQI', name: 'HMP Hollin Moor' },
    headOfOmu: 'Ruth Adeyemi',
    passphrase: PASSPHRASE,
    now: () => new Date('2026-11-23T09:00:00Z'),
    synthetic: { passphrase: PASSPHRASE, today: null },
    scrypt: CHEAP_COST,
  })
  await store.close()
})

async function started() {
  const folder = tempFolder()
  const said: string[] = []
  const start = () => ensureSample(folder, (line) => void said.push(line), make)
  const store = await start()
  said.length = 0
  make.mockClear()
  return { folder, store, said, start }
}

test('the second start takes the sample as it is', async () => {
  const { store, said, start } = await started()
  expect(await start()).toBe(store)
  expect(make).not.toHaveBeenCalled()
  expect(said).toEqual([])
})

test('what a start that was broken off left half made is not in the way', async () => {
  const folder = tempFolder()
  mkdirSync(join(folder, 'making'))
  writeFileSync(join(folder, 'making', 'keyring.json'), '{')
  const store = await ensureSample(folder, () => {}, make)
  expect(readKeyring(store).establishment.name).toBe('HMP Hollin Moor')
  expect(existsSync(join(folder, 'making'))).toBe(false)
})

test.each([
  ['its file is cut short', (store: string) => writeFileSync(join(store, 'desk.db'), 'short')],
  ['its keyring is damaged', (store: string) => writeFileSync(join(store, 'keyring.json'), '{')],
  [
    'a newer version made it',
    (store: string) => {
      const path = join(store, 'keyring.json')
      const keyring = JSON.parse(readFileSync(path, 'utf8')) as object
      writeFileSync(path, JSON.stringify({ ...keyring, version: 99 }))
    },
  ],
])('a sample is made again where %s', async (_, spoil) => {
  const { store, said, start } = await started()
  spoil(store)
  expect(await start()).toBe(store)
  expect(make).toHaveBeenCalledOnce()
  expect(said[0]).toMatch(/made again/)
  expect(readKeyring(store).version).toBe(1)
})

test('a sample that is open in another window is left alone, and that is said', async () => {
  const { store, start } = await started()
  const userId = readKeyring(store).defaultUser
  const open = await openStore({ folder: store, userId, passphrase: PASSPHRASE, now: () => new Date() })
  await expect(start()).rejects.toMatchObject({ code: 'in_use' })
  expect(make).not.toHaveBeenCalled()
  await open.store.close()
})
