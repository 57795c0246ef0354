import { expect, test, vi } from 'vitest'

const work = vi.hoisted(() => ({ done: [] as unknown[] }))
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>()
  const scrypt = (...args: Parameters<typeof crypto.scrypt>) => {
    const { N, r, p } = args[3] as unknown as { N: number; r: number; p: number }
    work.done.push({ N, r, p })
    return crypto.scrypt(...args)
  }
  return { ...crypto, default: { ...crypto, scrypt }, scrypt }
})

const { openStore } = await import('../../db/open.ts')
const { addUser, disableUser } = await import('../../db/user-keys.ts')
const { newStore, PASSPHRASE } = await import('./support/stores.ts')

test('refusing costs the same work whether the user is there, disabled or unknown', async () => {
  const { store, folder, actor, at } = await newStore()
  const gone = await addUser(store, actor, at, {
    name: 'Piers Ash',
    role: 'pom',
    passphrase: 'his own words',
  })
  await disableUser(store, actor, at, gone)
  await store.close()
  const costs = []
  for (const userId of [actor.userId, gone, 'nobody']) {
    work.done = []
    const passphrase = userId === actor.userId ? 'wrong' : PASSPHRASE
    await expect(openStore({ folder, userId, passphrase, now: () => new Date() })).rejects.toMatchObject({
      code: 'wrong_passphrase',
    })
    costs.push(work.done)
  }
  expect(costs[0]).toHaveLength(1)
  expect(costs[1]).toEqual(costs[0])
  expect(costs[2]).toEqual(costs[0])
})
