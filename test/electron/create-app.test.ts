import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listAudit } from '../../db/repositories/audit.ts'
import { listPeople, personHistory, writePeople } from '../../db/repositories/people.ts'
import { contract, type Answer, type MethodName, type OutputOf } from '../../domain/contract/index.ts'
import { createApp, mergeHandlers } from '../../electron/app/create-app.ts'
import { createHeadlessHost } from '../../electron/host/headless/headless-host.ts'
import { DEFAULT_POLICY } from '../../electron/host/shared/machine-policy.ts'
import type { Host } from '../../electron/host/host.ts'
import { makeBareStore, PASSPHRASE, TODAY } from '../support/start-desk.ts'
import { fakeClock } from './fakes.ts'

const US = { url: 'desk://app/', isMainFrame: true }
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-app-'))
  await makeBareStore(join(folder, 'store'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function start(policy: Partial<typeof DEFAULT_POLICY> = {}) {
  const host: Host = createHeadlessHost({
    data: join(folder, 'store'),
    logs: join(folder, 'logs'),
    policy: { read: () => ({ ...DEFAULT_POLICY, ...policy }) },
  })
  const app = createApp({ host, clock: fakeClock(), version: '1.2.3' })
  const call = async <M extends MethodName>(method: M, input: object = {}) =>
    JSON.parse(await app.invoke(US, JSON.stringify({ v: 1, id: 1, method, input }))) as Answer<OutputOf<M>>
  const unlock = async (passphrase = PASSPHRASE) => {
    const status = await call('session.status')
    const userId = status.ok ? status.value.people[0]?.userId : undefined
    return call('session.unlock', { userId, passphrase })
  }
  return { app, call, unlock }
}

function never(): never {
  throw new Error('not unlocked')
}

describe('the app', () => {
  it('unlocks, shows the sample’s own day, locks and closes, twice if need be', async () => {
    const { app, call, unlock } = start()
    expect(await call('session.status')).toMatchObject({
      ok: true,
      value: { state: 'locked', version: '1.2.3' },
    })
    expect(await call('users.list')).toMatchObject({ ok: false, error: { code: 'locked' } })
    expect(await unlock()).toMatchObject({ ok: true, value: { role: 'head_of_omu' } })
    expect(await call('session.status')).toMatchObject({
      ok: true,
      value: { state: 'unlocked', today: TODAY },
    })
    expect(await call('session.lock')).toEqual({ ok: true, value: {} })
    expect(await call('session.status')).toMatchObject({ ok: true, value: { state: 'locked' } })
    await app.close()
    await app.close()
  })

  it('keeps an audit of what was done, refused and denied', async () => {
    const { app, call, unlock } = start()
    await unlock()
    await call('users.add', { name: 'Ben Example', role: 'pom', passphrase: 'another long passphrase' })
    await call('case.show', { personId: 'nobody' })
    const session = app.desk.sessions.current()
    if (session === null) throw new Error('not unlocked')
    const lines = listAudit(session.store.read)
      .slice(-3)
      .map(({ userId, method, subject, outcome }) => ({ userId, method, subject, outcome }))
    const userId = session.user.id
    expect(lines).toEqual([
      { userId, method: 'session.unlock', subject: null, outcome: 'ok' },
      { userId, method: 'users.add', subject: null, outcome: 'ok' },
      { userId, method: 'case.show', subject: 'nobody', outcome: 'failed' },
    ])
    await app.close()
  })

  it('writes down that somebody asked what if, and nothing else', async () => {
    const { app, call, unlock } = start()
    await unlock()
    const { store, user } = app.desk.sessions.current() ?? never()
    const about = { at: new Date().toISOString(), importId: null, source: 'nomis_report', asAt: TODAY }
    const record = { prison_number: 'A0001AA', sentence_start_date: TODAY, crd: TODAY }
    await store.write((db) =>
      writePeople(db, { userId: user.id }, about, [{ personId: null, record, delta: record }]),
    )
    const personId = listPeople(store.read)[0]?.id ?? ''
    const history = personHistory(store.read, personId)
    expect(await call('case.whatIf', { personId, change: { kind: 'early_allocation' } })).toMatchObject({
      ok: true,
    })
    expect(listAudit(store.read).at(-1)).toMatchObject({
      method: 'case.whatIf',
      subject: personId,
      outcome: 'ok',
      detail: 'asked what if',
    })
    expect(personHistory(store.read, personId)).toEqual(history)
    await app.close()
  })

  it('answers a wrong passphrase with no more than that', async () => {
    const { app, unlock } = start()
    expect(await unlock('not it')).toMatchObject({ ok: false, error: { code: 'wrong_passphrase' } })
    await app.close()
  })

  it('leaves the newest backup in the second place when it closes', async () => {
    const backupFolder = join(folder, 'second')
    const { app, call, unlock } = start({ backupFolder })
    await unlock()
    await call('users.add', { name: 'Ben Example', role: 'pom', passphrase: 'another long passphrase' })
    await app.close()
    const kept = readdirSync(backupFolder)
    expect(kept.filter((name) => name.endsWith('.db'))).toHaveLength(1)
    expect(kept.length).toBe(2)
  })

  it('closes also where the second place cannot be written to', async () => {
    const blocked = join(folder, 'blocked')
    mkdirSync(folder, { recursive: true })
    writeFileSync(blocked, '')
    const { app, unlock } = start({ backupFolder: join(blocked, 'x') })
    await unlock()
    await expect(app.close()).resolves.toBeUndefined()
  })
})

describe('the handlers', () => {
  const all = Object.fromEntries(Object.keys(contract).map((name) => [name, async () => ({})]))

  it('must answer every call once', () => {
    expect(Object.keys(mergeHandlers([all])).sort()).toEqual(Object.keys(contract).sort())
    expect(() => mergeHandlers([all, { 'session.lock': async () => ({}) }])).toThrow('answered in two places')
    expect(() => mergeHandlers([{ ...all, 'session.nothing': async () => ({}) } as never])).toThrow(
      'session.nothing',
    )
    const { 'session.lock': _left, ...rest } = all
    expect(() => mergeHandlers([rest])).toThrow('Nothing answers session.lock')
  })
})
