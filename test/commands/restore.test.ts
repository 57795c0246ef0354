import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore, readKeyring } from '../../db/open.ts'
import { listAudit } from '../../db/repositories/audit.ts'
import { listPeople, writePeople } from '../../db/repositories/people.ts'
import { run as backup } from '../../electron/commands/backup.ts'
import { run as restore } from '../../electron/commands/restore.ts'
import { run as verify } from '../../electron/commands/verify.ts'
import { newPeople, tempFolder, typedHere } from '../db/support/stores.ts'
import { desk, ENV, initialised } from './store-command.ts'

const now = () => new Date('2026-11-23T09:00:00.000Z')
const open = (folder: string) =>
  openStore({ folder, userId: readKeyring(folder).defaultUser, passphrase: ENV.DESK_PASSPHRASE, now })

async function addPeople(data: string, count: number, from: number) {
  const { store, user } = await open(data)
  await store.write((db) =>
    writePeople(db, { userId: user.id }, typedHere(now().toISOString()), newPeople(count, from)),
  )
  await store.close()
}

async function copied() {
  const { data } = await initialised()
  await addPeople(data, 10, 0)
  const copy = join(tempFolder(), 'copy.db')
  await desk(backup, ['--data', data, '--out', copy])
  await addPeople(data, 10, 10)
  return { data, copy }
}

test('desk restore brings the copy back, keeps what it replaces, and says so in the audit', async () => {
  const { data, copy } = await copied()
  const { status, json, err } = await desk(restore, ['--from', copy, '--data', data])
  expect(status).toBe(0)
  expect(json).toMatchObject({ path: join(data, 'desk.db'), verified: true })
  const { store } = await open(data)
  expect(listPeople(store.read)).toHaveLength(10)
  expect(listAudit(store.read).at(-1)?.method).toBe('desk restore')
  await store.close()
  const replaced = /kept in (.+)$/m.exec(err)?.[1] ?? ''
  expect(dirname(replaced)).toBe(data)
  const before = await open(replaced)
  expect(listPeople(before.store.read)).toHaveLength(20)
  await before.store.close()
  expect((await desk(verify, ['--data', data])).status).toBe(0)
})

test('desk restore refuses a damaged copy with 3, a wrong passphrase and no copy with 2, and touches nothing', async () => {
  const { data, copy } = await copied()
  const before = readFileSync(join(data, 'desk.db'))
  const wrong = await desk(restore, ['--from', copy, '--data', data], { DESK_PASSPHRASE: 'wrong' })
  expect(wrong).toMatchObject({ status: 2, json: null })
  const bytes = readFileSync(copy)
  bytes[20_000] = (bytes[20_000] ?? 0) ^ 1
  writeFileSync(copy, bytes)
  expect(await desk(restore, ['--from', copy, '--data', data])).toMatchObject({ status: 3, json: null })
  rmSync(copy)
  expect((await desk(restore, ['--from', copy, '--data', data])).status).not.toBe(0)
  expect((await desk(restore, ['--from', join(tempFolder(), 'none.db'), '--data', data])).status).toBe(2)
  expect(readFileSync(join(data, 'desk.db'))).toEqual(before)
  expect(existsSync(join(data, 'desk.lock'))).toBe(false)
})
