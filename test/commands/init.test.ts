import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readKeyring, openStore } from '../../db/open.ts'
import { listAdoptions } from '../../db/repositories/adoptions.ts'
import { listAudit } from '../../db/repositories/audit.ts'
import { UsageError } from '../../electron/commands/command.ts'
import { run as init } from '../../electron/commands/init.ts'
import { tempFolder } from '../db/support/stores.ts'
import { desk, ENV, initialised } from './store-command.ts'

const ARGS = ['--establishment', 'LEI', '--rules', 'enhanced-7-5', '--sample']
const open = (folder: string) =>
  openStore({
    folder,
    userId: readKeyring(folder).defaultUser,
    passphrase: ENV.DESK_PASSPHRASE,
    now: () => new Date(),
  })

describe('desk init', () => {
  test('makes a store and prints where, whose, and the recovery key, once', async () => {
    const { data, made } = await initialised()
    expect(made.status).toBe(0)
    expect(made.json).toEqual({
      data,
      establishment: 'LEI',
      recovery_key: expect.stringMatching(/^[0-9A-Z-]{35}$/),
    })
    expect(made.out.trimEnd().split('\n')).toHaveLength(1)
    const { store, user } = await open(data)
    expect(user).toMatchObject({ name: 'Head of OMU', role: 'head_of_omu' })
    expect(store.establishment).toEqual({ code: 'LEI', name: 'HMP Leeds' })
    expect(store.synthetic).toEqual({ passphrase: ENV.DESK_PASSPHRASE, today: null })
    expect(listAudit(store.read).map(({ method, userId }) => [method, userId])).toEqual([
      ['desk init', user.id],
    ])
    await store.close()
  })

  test('names the first head of OMU after DESK_USER', async () => {
    const { data } = await initialised({ DESK_USER: 'Hester Moor' })
    expect(readKeyring(data).users.map(({ name }) => name)).toEqual(['Hester Moor'])
  })

  test('records which regions work under other rules, the establishment’s own standing before them', async () => {
    const data = join(tempFolder(), 'store')
    const adopt = [
      '--adopt',
      'Greater Manchester=national-2023@2026-06-01',
      '--adopt',
      'wales=pre-release-5@2026-09-01',
    ]
    expect((await desk(init, ['--data', data, ...ARGS, ...adopt])).status).toBe(0)
    const { store } = await open(data)
    expect(listAdoptions(store.read)).toEqual([
      { region: null, ruleSet: 'enhanced-7-5', from: '2026-05-31' },
      { region: 'Greater Manchester', ruleSet: 'national-2023', from: '2026-06-01' },
      { region: 'Wales', ruleSet: 'pre-release-5', from: '2026-09-01' },
    ])
    await store.close()
  })

  test('marks a store as a sample only when told to', async () => {
    const data = join(tempFolder(), 'store')
    const { status, err } = await desk(
      init,
      ['--data', data, '--establishment', 'LEI', '--rules', 'day-1-2021'],
      {
        DESK_PASSPHRASE: 'short',
      },
    )
    expect(status).toBe(0)
    expect(err).toContain('Twelve characters')
    const keyring = readKeyring(data)
    expect(keyring.synthetic).toBeNull()
    expect(keyring.scrypt.N).toBe(2 ** 16)
  })

  test('refuses a folder that already holds a store', async () => {
    const { data } = await initialised()
    const again = await desk(init, ['--data', data, ...ARGS])
    expect(again).toMatchObject({ status: 2, json: null })
    expect(again.err).toContain('already holds a store')
  })

  test('needs a passphrase', async () => {
    const data = join(tempFolder(), 'store')
    const { status, err } = await desk(init, ['--data', data, ...ARGS], { DESK_PASSPHRASE: '' })
    expect(status).toBe(2)
    expect(err).toContain('DESK_PASSPHRASE')
    expect(existsSync(data)).toBe(false)
  })

  test.each([
    [['--establishment', 'LEI', '--rules', 'enhanced-7-5'], '--data'],
    [['--data', 'x', '--establishment', 'LEI'], '--rules'],
    [['--data', 'x', '--establishment', 'ZZZ', '--rules', 'enhanced-7-5'], 'ZZZ'],
    [['--data', 'x', '--establishment', 'LEI', '--rules', 'my-own'], 'my-own'],
    [['--data', 'x', ...ARGS, '--adopt', 'Wales'], 'Wales'],
    [['--data', 'x', ...ARGS, '--adopt', 'Narnia=national-2023@2026-01-01'], 'Narnia'],
    [['--data', 'x', ...ARGS, '--adopt', 'Wales=my-own@2026-01-01'], 'my-own'],
    [['--data', 'x', ...ARGS, '--adopt', 'Wales=national-2023@2026-02-30'], '2026-02-30'],
    [['--data', 'x', ...ARGS, '--wrong'], '--wrong'],
    [['--data', 'x', ...ARGS, 'more'], 'more'],
  ])('says what is wrong with %j', async (args, said) => {
    const refused = desk(init, args)
    await expect(refused).rejects.toBeInstanceOf(UsageError)
    await expect(refused).rejects.toThrow(said)
  })
})
