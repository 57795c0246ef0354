import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileHash } from '../../db/backup.ts'
import { openStore, readKeyring } from '../../db/open.ts'
import { listAudit } from '../../db/repositories/audit.ts'
import { UsageError } from '../../electron/commands/command.ts'
import { run as backup } from '../../electron/commands/backup.ts'
import { tempFolder } from '../db/support/stores.ts'
import { desk, ENV, initialised } from './store-command.ts'

test('desk backup writes a verified copy with its keyring and prints its hash', async () => {
  const { data } = await initialised()
  const out = join(tempFolder(), 'deep', 'copy.db')
  const { status, json } = await desk(backup, ['--data', data, '--out', out])
  expect(status).toBe(0)
  expect(json).toEqual({ path: out, sha256: fileHash(out), verified: true })
  expect(readFileSync(`${out}.keyring.json`)).toEqual(readFileSync(join(data, 'keyring.json')))
})

test('desk backup is in the audit log, as the user it acted as', async () => {
  const { data } = await initialised({ DESK_USER: 'Hester Moor' })
  await desk(backup, ['--data', data, '--out', join(tempFolder(), 'copy.db')], { DESK_USER: 'hester moor' })
  const userId = readKeyring(data).defaultUser
  const { store } = await openStore({
    folder: data,
    userId,
    passphrase: ENV.DESK_PASSPHRASE,
    now: () => new Date(),
  })
  expect(listAudit(store.read).at(-1)).toMatchObject({ method: 'desk backup', userId, outcome: 'ok' })
  await store.close()
})

test('desk backup replaces an earlier copy, but no other file', async () => {
  const { data } = await initialised()
  const out = join(tempFolder(), 'copy.db')
  await desk(backup, ['--data', data, '--out', out])
  expect((await desk(backup, ['--data', data, '--out', out])).status).toBe(0)
  const letter = join(tempFolder(), 'letter.docx')
  writeFileSync(letter, 'Dear all')
  const refused = await desk(backup, ['--data', data, '--out', letter])
  expect(refused).toMatchObject({ status: 2, json: null })
  expect(readFileSync(letter, 'utf8')).toBe('Dear all')
})

test('desk backup says what is missing, and leaves nothing where there is no store', async () => {
  await expect(desk(backup, ['--data', 'x'])).rejects.toBeInstanceOf(UsageError)
  const out = join(tempFolder(), 'copy.db')
  expect((await desk(backup, ['--data', tempFolder(), '--out', out])).status).toBe(2)
  expect(existsSync(out)).toBe(false)
})
