import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { saveImport } from '../../db/repositories/imports.ts'
import { listAdoptions } from '../../db/repositories/adoptions.ts'
import { writePeople } from '../../db/repositories/people.ts'
import { addUser, disableUser } from '../../db/user-keys.ts'
import { contract, type MethodName, type OutputOf, type ParsedInputOf } from '../../domain/contract/index.ts'
import { sessionHandlers } from '../../electron/app/services/session/session-handlers.ts'
import { createPlanning } from '../../electron/app/services/planning/planning.ts'
import type { Call, Desk, Session } from '../../electron/app/context.ts'
import { createHeadlessHost } from '../../electron/host/headless/headless-host.ts'
import { createSessions } from '../../electron/app/security/sessions.ts'
import { saveAdoption } from '../../db/repositories/adoptions.ts'
import {
  day,
  madeUpPerson,
  newStore,
  PASSPHRASE,
  tempFolder,
  testClock,
  typedHere,
} from '../db/support/stores.ts'

const code = (error: string) => expect.objectContaining({ name: 'DeskError', code: error })
const noCall = { session: null } as unknown as Call

function deskOn(folder: string) {
  const clock = testClock('2026-11-23T09:00:00.000Z')
  const sessions = createSessions((error) => {
    throw error
  })
  onTestFinished(() => sessions.close())
  const host = createHeadlessHost({ data: folder })
  const desk: Desk = {
    host,
    clock: { now: clock.now, today: () => day('2026-11-23') },
    version: '1.2.3',
    planning: createPlanning(),
    sessions,
  }
  const handlers = sessionHandlers(desk)
  /** As the router calls: the answer has to fit the contract. */
  async function call<M extends MethodName & keyof typeof handlers>(method: M, input: ParsedInputOf<M>) {
    const handler = handlers[method] as unknown as (input: ParsedInputOf<M>, call: Call) => Promise<unknown>
    return contract[method].output.parse(await handler(input, noCall)) as OutputOf<M>
  }
  return { desk, call, clock }
}

const SETUP = {
  establishment: 'LEI',
  ruleSet: 'enhanced-7-5',
  headOfOmu: 'Hester Moor',
  passphrase: PASSPHRASE,
} as const

/** A closed store with people, imports and a rule set. */
async function closedUnit() {
  const made = await newStore()
  const { store, actor, at } = made
  const person = (n: number, crd: string) => {
    const dates = { sentence_start_date: day('2020-01-01'), date_of_birth: day('1980-01-01') }
    const record = { ...madeUpPerson(n), ...dates, crd: day(crd) }
    return { personId: null, record, delta: record }
  }
  const file = {
    file: 'x.csv',
    sha256: 'a'.repeat(64),
    rows: 1,
    created: 1,
    updated: 0,
    unchanged: 0,
    absent: 0,
    refused: 0,
  }
  await store.write((db) => {
    saveAdoption(db, actor, at, { region: null, ruleSet: 'enhanced-7-5', from: day('2026-01-01') })
    // Handed over in December 2026, in 2028 and long ago.
    writePeople(db, actor, typedHere(at), [
      person(1, '2027-08-01'),
      person(2, '2028-12-01'),
      person(3, '2026-12-01'),
    ])
    saveImport(db, actor, { at, ...file, source: 'nomis_report', asAt: day('2026-11-10') })
    saveImport(db, actor, { at, ...file, source: 'nomis_report', asAt: day('2026-11-22') })
    saveImport(db, actor, { at, ...file, source: 'delius_caseload', asAt: day('2026-11-15') })
  })
  return made
}

describe('session.status', () => {
  test('of an empty folder says there is no store, and offers what setting up asks for', async () => {
    const { call } = deskOn(join(tempFolder(), 'none'))
    const status = await call('session.status', {})
    expect(status).toMatchObject({
      state: 'none',
      people: [],
      establishment: null,
      user: null,
      host: 'headless',
    })
    expect(status.ruleSets.map(({ id }) => id)).toEqual([
      'national-2023',
      'day-1-2021',
      'enhanced-7-5',
      'pre-release-5',
    ])
    expect(status.prisons).toContainEqual({ code: 'LEI', name: 'HMP Leeds' })
    expect(status.prisons.some(({ code }) => code === 'HQI')).toBe(false)
  })

  test('of a locked store names who may unlock it, in name order, and nothing else of anybody', async () => {
    const { store, folder, actor, at } = await closedUnit()
    const add = (name: string) =>
      addUser(store, actor, at, { name, role: 'pom', passphrase: 'words of their own' })
    await add('Avery Dale')
    await disableUser(store, actor, at, await add('Gone Away'))
    await store.close()
    const { call } = deskOn(folder)
    const status = await call('session.status', {})
    expect(status.people.map(({ name }) => name)).toEqual(['Avery Dale', 'Hester Moor'])
    expect(Object.keys(status.people[0] as object)).toEqual(['userId', 'name'])
    expect(status).toMatchObject({
      state: 'locked',
      establishment: { code: 'LEI', name: 'HMP Leeds' },
      user: null,
      counts: null,
      asAt: [],
      sample: null,
      backedUpAt: at,
    })
  })

  test('of an unlocked store counts the work and says how old each source is', async () => {
    const { store, folder, user } = await closedUnit()
    await store.close()
    const { call } = deskOn(folder)
    await call('session.unlock', { userId: user.id, passphrase: PASSPHRASE })
    expect(await call('session.status', {})).toMatchObject({
      state: 'unlocked',
      user: { userId: user.id, name: 'Hester Moor', role: 'head_of_omu' },
      counts: { unit: { handovers: 1, caseload: 3 }, mine: { handovers: 0, caseload: 0 } },
      asAt: [
        { source: 'Delius', date: '2026-11-15', days: 8, stale: true },
        { source: 'NOMIS', date: '2026-11-22', days: 1, stale: false },
      ],
    })
  })

  test('of a sample says its passphrase', async () => {
    const synthetic = { passphrase: PASSPHRASE, today: day('2026-11-23') }
    const { store, folder } = await newStore({ synthetic })
    await store.close()
    expect((await deskOn(folder).call('session.status', {})).sample).toEqual(synthetic)
  })
})

describe('unlocking', () => {
  test('opens the store for its user; a second unlocking takes the place of the first', async () => {
    const { store, folder, actor, at, user } = await closedUnit()
    const pom = { name: 'Piers Ash', role: 'pom', passphrase: 'words of his own' } as const
    const pomId = await addUser(store, actor, at, pom)
    await store.close()
    const { desk, call } = deskOn(folder)
    expect(await call('session.unlock', { userId: user.id, passphrase: PASSPHRASE })).toMatchObject({
      userId: user.id,
    })
    expect(await call('session.unlock', { userId: pomId, passphrase: pom.passphrase })).toEqual({
      userId: pomId,
      name: 'Piers Ash',
      role: 'pom',
    })
    expect(desk.sessions.current()?.user.id).toBe(pomId)
  })

  test('with the wrong passphrase leaves it locked', async () => {
    const { store, folder, user } = await closedUnit()
    await store.close()
    const { desk, call } = deskOn(folder)
    await expect(call('session.unlock', { userId: user.id, passphrase: 'wrong' })).rejects.toEqual(
      code('wrong_passphrase'),
    )
    expect(desk.sessions.current()).toBeNull()
    expect((await call('session.status', {})).state).toBe('locked')
  })

  test('with the recovery key sets the new passphrase', async () => {
    const { store, folder, user, recoveryKey } = await closedUnit()
    await store.close()
    const { call } = deskOn(folder)
    await call('session.recover', { userId: user.id, recoveryKey, newPassphrase: 'another set of words' })
    await call('session.lock', {})
    await call('session.unlock', { userId: user.id, passphrase: 'another set of words' })
  })

  test('locking lets another process have the store', async () => {
    const { store, folder, user } = await closedUnit()
    await store.close()
    const first = deskOn(folder)
    await first.call('session.unlock', { userId: user.id, passphrase: PASSPHRASE })
    await expect(
      deskOn(folder).call('session.unlock', { userId: user.id, passphrase: PASSPHRASE }),
    ).rejects.toEqual(code('in_use'))
    await first.call('session.lock', {})
    expect(first.desk.sessions.current()).toBeNull()
    await deskOn(folder).call('session.unlock', { userId: user.id, passphrase: PASSPHRASE })
  })
})

describe('setup.create', () => {
  test('makes a store under the chosen rules, unlocked by its head of OMU, and gives the recovery key', async () => {
    const folder = join(tempFolder(), 'new')
    const { desk, call } = deskOn(folder)
    const { recoveryKey } = await call('setup.create', SETUP)
    const session = desk.sessions.current() as Session
    expect(session.user).toMatchObject({ name: 'Hester Moor', role: 'head_of_omu' })
    expect(session.store.synthetic).toBeNull()
    expect(listAdoptions(session.store.read)).toEqual([
      { region: null, ruleSet: 'enhanced-7-5', from: '2026-11-23' },
    ])
    await call('session.lock', {})
    await call('session.recover', {
      userId: session.user.id,
      recoveryKey,
      newPassphrase: 'another set of words',
    })
  })

  test('refuses where a store is, and a place that is not there', async () => {
    const { store, folder } = await closedUnit()
    await store.close()
    await expect(deskOn(folder).call('setup.create', SETUP)).rejects.toEqual(code('conflict'))
    const empty = deskOn(join(tempFolder(), 'new'))
    for (const establishment of ['ZZZ', 'HQI']) {
      await expect(empty.call('setup.create', { ...SETUP, establishment })).rejects.toEqual(code('bad_input'))
    }
    expect((await empty.call('session.status', {})).state).toBe('none')
  })
})
