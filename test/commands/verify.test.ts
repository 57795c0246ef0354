import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { bringUpToDate } from '../../electron/app/services/memory/bring-up-to-date.ts'
import { createPlanning } from '../../electron/app/services/planning/planning.ts'
import { openForWriting } from '../../db/connection.ts'
import { unlockWithPassphrase } from '../../db/keyring.ts'
import { openStore, readKeyring } from '../../db/open.ts'
import { writePeople } from '../../db/repositories/people.ts'
import { UsageError } from '../../electron/commands/command.ts'
import { run as verify } from '../../electron/commands/verify.ts'
import { newPeople, tempFolder, typedHere } from '../db/support/stores.ts'
import { desk, ENV, initialised } from './store-command.ts'

type Verdict = { ok: boolean; checks: { name: string; ok: boolean; detail: string }[] }

async function peopled() {
  const { data } = await initialised()
  const now = () => new Date('2026-11-23T09:00:00.000Z')
  const userId = readKeyring(data).defaultUser
  const { store } = await openStore({ folder: data, userId, passphrase: ENV.DESK_PASSPHRASE, now })
  await store.write((db) => writePeople(db, { userId }, typedHere(now().toISOString()), newPeople(300)))
  await store.close()
  return { data, userId, file: join(data, 'desk.db') }
}

/** Writes to the file past everything that guards it, with the key. */
async function behindItsBack(data: string, userId: string, sql: string) {
  const key = await unlockWithPassphrase(readKeyring(data), userId, ENV.DESK_PASSPHRASE)
  const db = openForWriting(join(data, 'desk.db'), key as Buffer, { create: false })
  db.pragma('foreign_keys = OFF')
  db.exec(sql)
  db.close()
}
const failed = (json: unknown) => (json as Verdict).checks.filter(({ ok }) => !ok).map(({ name }) => name)

describe('desk verify', () => {
  test('of a sound store names every check, and exits 0', async () => {
    const { data } = await peopled()
    const { status, json } = await desk(verify, ['--data', data])
    expect(status).toBe(0)
    expect(json).toMatchObject({ ok: true })
    expect((json as Verdict).checks.map(({ name, ok }) => [name, ok])).toEqual(
      ['file', 'foreign keys', 'audit chain', 'migrations', 'change log', 'sightings', 'plans'].map(
        (name) => [name, true],
      ),
    )
    expect((json as Verdict).checks.at(-1)?.detail).toContain('0 remembered plans')
  })

  test.each([
    [
      'a broken foreign key',
      "UPDATE people SET version = 999999 WHERE prison_number = 'A0003AA'",
      ['foreign keys', 'change log'],
    ],
    [
      'a record changed past the log',
      `UPDATE people SET record = '{"prison_number":"A0003AA"}' WHERE prison_number = 'A0003AA'`,
      ['change log'],
    ],
    [
      'an altered line of the audit',
      "DROP TRIGGER audit_is_not_edited; UPDATE audit_log SET detail = 'nothing' WHERE seq = 1",
      ['audit chain'],
    ],
  ])('finds %s, and exits 1', async (_what, sql, names) => {
    const { data, userId } = await peopled()
    await behindItsBack(data, userId, sql)
    const { status, json } = await desk(verify, ['--data', data])
    expect(status).toBe(1)
    expect(json).toMatchObject({ ok: false })
    expect(failed(json)).toEqual(names)
  })

  test('holds remembered plans to their facts, and names those that differ', async () => {
    const { data, userId } = await peopled()
    const now = () => new Date('2026-11-23T09:00:00.000Z')
    const adopted = await openStore({ folder: data, userId, passphrase: ENV.DESK_PASSPHRASE, now })
    const actor = { userId }
    const at = now().toISOString()
    await bringUpToDate({
      planning: createPlanning(),
      store: adopted.store,
      actor,
      today: '2026-11-23' as CivilDate,
      at,
    })
    await adopted.store.close()
    const sound = await desk(verify, ['--data', data])
    expect(sound.status).toBe(0)
    expect((sound.json as Verdict).checks.at(-1)?.detail).toContain('300 remembered plans')

    const one = "(SELECT id FROM people WHERE prison_number = 'A0003AA')"
    await behindItsBack(
      data,
      userId,
      `UPDATE plan_memory SET body = json_set(body, '$.handover', '2030-01-01') WHERE person_id = ${one}`,
    )
    const { status, json } = await desk(verify, ['--data', data])
    expect(status).toBe(1)
    expect(failed(json)).toEqual(['plans'])
    expect((json as Verdict).checks.at(-1)?.detail).toMatch(/^1 remembered plans differ/)
  })

  test('of a damaged file exits 3 and touches nothing', async () => {
    const { data, file } = await peopled()
    const bytes = readFileSync(file)
    for (let at = 30_000; at < 30_064; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0x55
    writeFileSync(file, bytes)
    const { status, json, err } = await desk(verify, ['--data', data])
    expect(status).toBe(3)
    expect(json).toMatchObject({ ok: false })
    expect(err).toContain('damaged')
    expect(readFileSync(file)).toEqual(bytes)
  })

  test('of a store from a newer version exits 3', async () => {
    const { data, userId } = await peopled()
    await behindItsBack(data, userId, 'PRAGMA user_version = 99990')
    const { status, err } = await desk(verify, ['--data', data])
    expect(status).toBe(3)
    expect(err).toContain('newer version')
  })

  test('with no store, a wrong passphrase, an unknown user or none set exits 2', async () => {
    const { data } = await peopled()
    expect(await desk(verify, ['--data', tempFolder()])).toMatchObject({ status: 2, json: null })
    const wrong = await desk(verify, ['--data', data], { DESK_PASSPHRASE: 'wrong' })
    const unknown = await desk(verify, ['--data', data], { DESK_USER: 'Nobody' })
    expect(wrong).toMatchObject({ status: 2, json: null })
    expect(unknown).toEqual(wrong)
    expect((await desk(verify, ['--data', data], { DESK_PASSPHRASE: '' })).err).toContain('DESK_PASSPHRASE')
    await expect(desk(verify, [])).rejects.toBeInstanceOf(UsageError)
  })
})
