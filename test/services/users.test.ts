import { expect, test } from 'vitest'
import { openStore } from '../../db/open.ts'
import { contract } from '../../domain/contract/index.ts'
import type { Desk } from '../../electron/app/context.ts'
import { usersHandlers } from '../../electron/app/services/users/users-handlers.ts'
import { newStore, PASSPHRASE, testClock } from '../db/support/stores.ts'

const code = (error: string) => expect.objectContaining({ name: 'DeskError', code: error })
const now = testClock().now
const POM = { name: 'Piers Ash', role: 'pom', passphrase: 'words of his own' } as const

async function unit() {
  const { store, user, folder } = await newStore()
  const handlers = usersHandlers({ clock: { now } } as unknown as Desk)
  const call = { session: { store, user } }
  const list = async () => contract['users.list'].output.parse(await handlers['users.list']({}, call))
  return { store, user, folder, handlers, call, list }
}

test('a user who is added can unlock, and stands in the list', async () => {
  const { store, folder, handlers, call, list } = await unit()
  const { userId } = contract['users.add'].output.parse(await handlers['users.add'](POM, call))
  expect((await list()).map(({ name, role, disabled }) => [name, role, disabled])).toEqual([
    ['Hester Moor', 'head_of_omu', false],
    ['Piers Ash', 'pom', false],
  ])
  await store.close()
  const opened = await openStore({ folder, userId, passphrase: POM.passphrase, now })
  expect(opened.user.role).toBe('pom')
  await opened.store.close()
})

test('a user who is disabled cannot unlock, and stays in the list', async () => {
  const { store, folder, handlers, call, list } = await unit()
  const { userId } = await handlers['users.add'](POM, call)
  await handlers['users.disable']({ userId }, call)
  expect((await list())[1]).toMatchObject({ name: 'Piers Ash', disabled: true })
  await store.close()
  await expect(openStore({ folder, userId, passphrase: POM.passphrase, now })).rejects.toEqual(
    code('wrong_passphrase'),
  )
})

test('a head of OMU cannot disable themselves, and two people cannot have one name', async () => {
  const { user, handlers, call } = await unit()
  await expect(handlers['users.disable']({ userId: user.id }, call)).rejects.toEqual(code('conflict'))
  await handlers['users.add'](POM, call)
  await expect(handlers['users.add'](POM, call)).rejects.toEqual(code('conflict'))
})

test('people change their own passphrase, knowing the old one', async () => {
  const { store, user, folder, handlers, call } = await unit()
  const change = handlers['users.changePassphrase']
  await expect(change({ current: 'wrong', next: 'fresh words to use' }, call)).rejects.toEqual(
    code('wrong_passphrase'),
  )
  await change({ current: PASSPHRASE, next: 'fresh words to use' }, call)
  await store.close()
  const { store: again } = await openStore({ folder, userId: user.id, passphrase: 'fresh words to use', now })
  await again.close()
})
