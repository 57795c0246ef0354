import { existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { waitAfter } from '../../db/attempts.ts'
import { fileHash } from '../../db/backup.ts'
import { APPLICATION_ID, openForWriting, refuseNetworkFolder } from '../../db/connection.ts'
import { FULL_COST, unlockWithPassphrase } from '../../db/keyring.ts'
import { createStore, openStore, openWithRecoveryKey, readKeyring } from '../../db/open.ts'
import { readRecoveryKey } from '../../db/recovery-key.ts'
import { listAdoptions, saveAdoption } from '../../db/repositories/adoptions.ts'
import { listPeople, writePeople } from '../../db/repositories/people.ts'
import type { WriteDb } from '../../db/types.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { addUser, changePassphrase, disableUser } from '../../db/user-keys.ts'
import {
  newPeople,
  newStore,
  PASSPHRASE,
  reopen,
  tempFolder,
  testClock,
  typedHere,
} from './support/stores.ts'

const now = testClock().now
const code = (error: string) => expect.objectContaining({ name: 'DeskError', code: error })

/** A closed store of a few people, and its head of OMU. */
async function closedStore(people = 200) {
  const made = await newStore()
  await made.store.write((db) => writePeople(db, made.actor, typedHere(made.at), newPeople(people)))
  await made.store.close()
  return {
    folder: made.folder,
    userId: made.user.id,
    file: join(made.folder, 'desk.db'),
    recoveryKey: made.recoveryKey,
  }
}

/** Opens a closed store's file past every check, to spoil it. */
async function spoil(folder: string, userId: string, run: (db: Database.Database) => void) {
  const key = await unlockWithPassphrase(readKeyring(folder), userId, PASSPHRASE)
  const db = openForWriting(join(folder, 'desk.db'), key as Buffer, { create: false })
  run(db)
  db.close()
}

describe('opening', () => {
  test('what was written is there when the store is opened again', async () => {
    const { folder, userId } = await closedStore()
    const { store, user } = await reopen(folder, userId)
    expect(listPeople(store.read)).toHaveLength(200)
    expect(user).toMatchObject({ name: 'Hester Moor', role: 'head_of_omu', disabled: false })
    expect(store.establishment).toEqual({ code: 'LEI', name: 'HMP Leeds' })
  })

  test('nothing on the disk is readable without the key', async () => {
    const { folder, file } = await closedStore()
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!name.includes('.db') || name.endsWith('.json')) continue
      expect(readFileSync(join(folder, name)).includes('Fenwick')).toBe(false)
    }
    expect(readFileSync(file).subarray(0, 15).toString()).not.toBe('SQLite format 3')
  })

  test('the connection is set as it should be', async () => {
    const { store } = await newStore()
    const read = (name: string) => store.read.pragma(name, { simple: true })
    expect(read('journal_mode')).toBe('wal')
    expect(read('locking_mode')).toBe('exclusive')
    expect(read('synchronous')).toBe(2)
    expect(read('foreign_keys')).toBe(1)
    expect(read('trusted_schema')).toBe(0)
    expect(read('cell_size_check')).toBe(1)
    expect(read('secure_delete')).toBe(1)
    expect(read('temp_store')).toBe(2)
    expect(read('busy_timeout')).toBe(5000)
    expect(read('application_id')).toBe(APPLICATION_ID)
    expect(read('cipher')).toBe('sqlcipher')
  })

  test('the reading view cannot write, not even by force', async () => {
    const { store, actor, at } = await newStore()
    expect(() => writePeople(store.read as WriteDb, actor, typedHere(at), newPeople(1))).toThrow(/readonly/)
    await store.write((db) => writePeople(db, actor, typedHere(at), newPeople(1)))
    expect(() => store.read.exec('DELETE FROM people')).toThrow(/readonly/)
  })

  test('a write that throws leaves nothing, and the next one runs', async () => {
    const { store, actor, at } = await newStore()
    const failing = store.write((db) => {
      writePeople(db, actor, typedHere(at), newPeople(5))
      throw new Error('half-way')
    })
    const next = store.write((db) => writePeople(db, actor, typedHere(at), newPeople(2)))
    await expect(failing).rejects.toThrow('half-way')
    await next
    expect(listPeople(store.read)).toHaveLength(2)
  })

  test('the revision rises when something is learned', async () => {
    const { store, actor, at } = await newStore()
    const before = store.revision
    await store.write((db) => writePeople(db, actor, typedHere(at), newPeople(1)))
    expect(store.revision).toBeGreaterThan(before)
  })

  test('closing twice is safe, and nothing is written afterwards', async () => {
    const { store, folder } = await newStore()
    await store.close()
    await store.close()
    await expect(store.write(() => 1)).rejects.toEqual(code('locked'))
    expect(existsSync(join(folder, 'desk.lock'))).toBe(false)
    expect(existsSync(join(folder, 'desk.db-wal'))).toBe(false)
  })

  test('a folder that holds a store does not get another', async () => {
    const { folder } = await closedStore()
    const hash = fileHash(join(folder, 'desk.db'))
    await expect(newStore({ folder })).rejects.toEqual(code('conflict'))
    expect(fileHash(join(folder, 'desk.db'))).toBe(hash)
  })

  test('what must stand from the start is written with the store, or there is no store', async () => {
    const at = '2026-11-23T09:00:00.000Z'
    const adoption = { region: null, ruleSet: 'enhanced-7-5', from: '2026-11-23' as CivilDate } as const
    const { store } = await newStore({
      firstWrite: (db, user) => saveAdoption(db, { userId: user.id }, at, adoption),
    })
    expect(listAdoptions(store.read)).toEqual([adoption])
    const folder = join(tempFolder(), 'failed')
    const failing = () => {
      throw new Error('the power went')
    }
    await expect(newStore({ folder, firstWrite: failing })).rejects.toThrow('the power went')
    expect(() => readKeyring(folder)).toThrow(code('not_a_store'))
    expect((await newStore({ folder })).store.read.open).toBe(true)
  })

  test('a real store makes scrypt work hard', async () => {
    const folder = join(tempFolder(), 'real')
    const { store } = await createStore({
      folder,
      establishment: { code: 'LEI', name: 'HMP Leeds' },
      headOfOmu: 'Hester Moor',
      passphrase: PASSPHRASE,
      now,
    })
    await store.close()
    expect(readKeyring(folder).scrypt).toEqual(FULL_COST)
    expect(FULL_COST.N * FULL_COST.r * 128).toBeGreaterThanOrEqual(64 * 1024 * 1024)
  })

  test('a folder on the network is refused for a live store', () => {
    expect(() => refuseNetworkFolder('\\\\server\\share\\desk')).toThrow(code('not_available'))
    expect(() => refuseNetworkFolder('//server/share/desk')).toThrow(code('not_available'))
    expect(() => refuseNetworkFolder('\\\\?\\UNC\\server\\share')).toThrow(code('not_available'))
    expect(() => refuseNetworkFolder('C:\\ProgramData\\Handover Desk')).not.toThrow()
    expect(() => refuseNetworkFolder('\\\\?\\C:\\data')).not.toThrow()
    expect(() => refuseNetworkFolder('/var/lib/desk')).not.toThrow()
  })
})

describe('who may open it', () => {
  test('a wrong passphrase, an unknown user and a disabled user get one answer', async () => {
    const { store, folder, actor, at } = await newStore()
    const disabled = await addUser(store, actor, at, {
      name: 'Piers Ash',
      role: 'pom',
      passphrase: 'his own words here',
    })
    await disableUser(store, actor, at, disabled)
    await store.close()
    const answers = []
    for (const [userId, passphrase] of [
      [actor.userId, 'wrong'],
      ['nobody', PASSPHRASE],
      [disabled, 'his own words here'],
    ] as const) {
      answers.push(
        await openStore({ folder, userId, passphrase, now }).catch(({ code, message }) => ({
          code,
          message,
        })),
      )
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ code: 'wrong_passphrase' })
  })

  test('the delay grows, outlives a restart, holds for everybody and ends with the right passphrase', async () => {
    const { folder, userId } = await closedStore(0)
    const clock = testClock()
    const attempt = (passphrase: string, who = userId) =>
      openStore({ folder, userId: who, passphrase, now: clock.now }).then(
        ({ store }) => store.close().then(() => 'open'),
        (error) => error.code,
      )
    expect([await attempt('a'), await attempt('b'), await attempt('c')]).toEqual(
      Array(3).fill('wrong_passphrase'),
    )
    expect(await attempt(PASSPHRASE)).toBe('wait')
    expect(await attempt(PASSPHRASE, 'somebody else')).toBe('wait')
    clock.pass(2)
    expect(await attempt('d')).toBe('wrong_passphrase')
    clock.pass(2)
    expect(await attempt(PASSPHRASE)).toBe('wait')
    clock.pass(2)
    expect(await attempt(PASSPHRASE)).toBe('open')
    expect(await attempt('e')).toBe('wrong_passphrase')
    expect(await attempt(PASSPHRASE)).toBe('open')
  })

  test('the delay never shrinks as failures add up, and is at most five minutes', () => {
    const waits = Array.from({ length: 40 }, (_, failures) => waitAfter(failures))
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(Math.max(...waits)).toBe(300_000)
  })

  test('two users open the same data, each with their own passphrase', async () => {
    const { store, folder, actor, at, user } = await newStore()
    await store.write((db) => writePeople(db, actor, typedHere(at), newPeople(3)))
    const pom = await addUser(store, actor, at, {
      name: 'Piers Ash',
      role: 'pom',
      passphrase: 'his own words here',
    })
    await store.close()

    const his = await openStore({ folder, userId: pom, passphrase: 'his own words here', now })
    expect(his.user).toMatchObject({ name: 'Piers Ash', role: 'pom' })
    expect(listPeople(his.store.read)).toHaveLength(3)
    await his.store.close()
    await expect(openStore({ folder, userId: pom, passphrase: PASSPHRASE, now })).rejects.toEqual(
      code('wrong_passphrase'),
    )
    await expect(
      openStore({ folder, userId: user.id, passphrase: 'his own words here', now }),
    ).rejects.toEqual(code('wrong_passphrase'))
  })

  test('disabling destroys the wrapped key: putting the mark back does not help, nor does an old keyring', async () => {
    const { store, folder, actor, at } = await newStore()
    const pom = await addUser(store, actor, at, {
      name: 'Piers Ash',
      role: 'pom',
      passphrase: 'his own words here',
    })
    const before = readFileSync(join(folder, 'keyring.json'))
    await disableUser(store, actor, at, pom)
    await store.close()
    const keyring = readKeyring(folder)
    for (const user of keyring.users) user.disabled = false
    writeFileSync(join(folder, 'keyring.json'), JSON.stringify(keyring))
    await expect(openStore({ folder, userId: pom, passphrase: 'his own words here', now })).rejects.toEqual(
      code('wrong_passphrase'),
    )
    writeFileSync(join(folder, 'keyring.json'), before)
    await expect(openStore({ folder, userId: pom, passphrase: 'his own words here', now })).rejects.toEqual(
      code('wrong_passphrase'),
    )
  })

  test('nobody disables themselves or the last head of OMU, and names do not clash', async () => {
    const { store, actor, at } = await newStore()
    const head = { name: 'Second Head', role: 'head_of_omu', passphrase: 'another passphrase' } as const
    const second = await addUser(store, actor, at, head)
    await expect(disableUser(store, actor, at, actor.userId)).rejects.toEqual(code('conflict'))
    await expect(addUser(store, actor, at, { ...head, name: 'second head' })).rejects.toEqual(
      code('conflict'),
    )
    await disableUser(store, actor, at, second)
    await expect(disableUser(store, { userId: second }, at, actor.userId)).rejects.toEqual(code('conflict'))
    await expect(disableUser(store, actor, at, 'nobody')).rejects.toEqual(code('not_found'))
    await addUser(store, actor, at, head)
  })

  test('the command line acts as another head of OMU once the first is disabled', async () => {
    const { store, folder, actor, at } = await newStore()
    const second = await addUser(store, actor, at, {
      name: 'Second Head',
      role: 'head_of_omu',
      passphrase: 'x',
    })
    await disableUser(store, { userId: second }, at, actor.userId)
    expect(readKeyring(folder).defaultUser).toBe(second)
  })

  test('a changed passphrase takes the place of the old one', async () => {
    const { store, folder, actor } = await newStore()
    await expect(changePassphrase(store, actor, 'wrong', 'new words', now())).rejects.toEqual(
      code('wrong_passphrase'),
    )
    await changePassphrase(store, actor, PASSPHRASE, 'new words', now())
    await store.close()
    await expect(reopen(folder, actor.userId)).rejects.toEqual(code('wrong_passphrase'))
    const { store: again } = await openStore({ folder, userId: actor.userId, passphrase: 'new words', now })
    await again.close()
  })

  test('passphrases tried from an unlocked desk are delayed like those at the door', async () => {
    const { store, actor } = await newStore()
    const guess = () => changePassphrase(store, actor, 'wrong', 'new words', now())
    for (let slip = 0; slip < 3; slip += 1) await expect(guess()).rejects.toEqual(code('wrong_passphrase'))
    await expect(guess()).rejects.toEqual(code('wait'))
  })

  test('the recovery key opens the store as it was copied by hand, and sets a new passphrase', async () => {
    const { folder, userId, recoveryKey } = await closedStore()
    expect(recoveryKey).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/)
    const typed = ` ${recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
    const { store } = await openWithRecoveryKey({
      folder,
      userId,
      recoveryKey: typed,
      newPassphrase: 'fresh words',
      now,
    })
    expect(listPeople(store.read)).toHaveLength(200)
    await store.close()
    const again = await openStore({ folder, userId, passphrase: 'fresh words', now })
    await again.store.close()
    await expect(openStore({ folder, userId, passphrase: PASSPHRASE, now })).rejects.toEqual(
      code('wrong_passphrase'),
    )
  })

  test('a wrong recovery key, or one for somebody who may not unlock, is refused', async () => {
    const { folder, userId, recoveryKey } = await closedStore(0)
    const other = readRecoveryKey(recoveryKey.replaceAll(/[A-Z]/g, '2'))
    const recover = (who: string, key: string) =>
      openWithRecoveryKey({ folder, userId: who, recoveryKey: key, newPassphrase: 'fresh', now })
    await expect(recover(userId, other)).rejects.toEqual(code('wrong_passphrase'))
    await expect(recover('nobody', recoveryKey)).rejects.toEqual(code('wrong_passphrase'))
    await reopen(folder, userId)
  })

  test('a wrap moved to another user does not open', async () => {
    const { store, folder, actor, at } = await newStore()
    const pom = await addUser(store, actor, at, {
      name: 'Piers Ash',
      role: 'pom',
      passphrase: 'his own words here',
    })
    await store.close()
    const keyring = readKeyring(folder)
    const [head, his] = keyring.users
    Object.assign(head as object, { ...his, id: head?.id, name: head?.name })
    writeFileSync(join(folder, 'keyring.json'), JSON.stringify(keyring))
    expect(pom).not.toBe(actor.userId)
    await expect(
      openStore({ folder, userId: actor.userId, passphrase: 'his own words here', now }),
    ).rejects.toEqual(code('wrong_passphrase'))
  })
})

describe('what is refused', () => {
  test('an empty folder, and one that is not there, hold no store', async () => {
    const folder = tempFolder()
    await expect(openStore({ folder, userId: 'x', passphrase: 'y', now })).rejects.toEqual(
      code('not_a_store'),
    )
    await expect(
      openStore({ folder: join(folder, 'no'), userId: 'x', passphrase: 'y', now }),
    ).rejects.toEqual(code('not_a_store'))
    expect(readdirSync(folder)).toEqual([])
  })

  test('another kind of database is not a store and is left alone', async () => {
    const { folder, userId, file } = await closedStore(0)
    truncateSync(file)
    const plain = new Database(file)
    plain.exec('CREATE TABLE notes (text)')
    plain.close()
    const hash = fileHash(file)
    await expect(reopen(folder, userId)).rejects.toEqual(code('not_a_store'))
    expect(fileHash(file)).toBe(hash)
  })

  test('an encrypted file with another application id is not a store', async () => {
    const { folder, userId } = await closedStore(0)
    await spoil(folder, userId, (db) => db.pragma('application_id = 7'))
    await expect(reopen(folder, userId)).rejects.toEqual(code('not_a_store'))
  })

  test('another JSON file is not a keyring, a newer one says so, and a broken one is damage', async () => {
    const { folder, userId } = await closedStore(0)
    const path = join(folder, 'keyring.json')
    const good = readFileSync(path, 'utf8')
    for (const [text, expected] of [
      ['{"hello":1}', 'not_a_store'],
      [good.replace('"version": 1', '"version": 2'), 'newer_version'],
      [good.slice(0, 200), 'damaged'],
      [good.replace('"storeId"', '"shopId"'), 'damaged'],
    ] as const) {
      writeFileSync(path, text)
      await expect(reopen(folder, userId)).rejects.toEqual(code(expected))
      expect(readFileSync(path, 'utf8')).toBe(text)
    }
  })

  test('a store from a newer version is refused and nothing in it is touched', async () => {
    const { folder, userId, file } = await closedStore()
    await spoil(folder, userId, (db) => db.pragma('user_version = 99990'))
    const hash = fileHash(file)
    await expect(reopen(folder, userId)).rejects.toEqual(code('newer_version'))
    expect(fileHash(file)).toBe(hash)
    expect(existsSync(join(folder, 'desk.lock'))).toBe(false)
  })

  test.each([
    ['in the first page', 100],
    ['in the middle', 0.5],
    ['near the end', 0.9],
  ])('bytes flipped %s are damage, said plainly, and the file is left as it is', async (_where, place) => {
    const { folder, userId, file } = await closedStore(500)
    const bytes = readFileSync(file)
    const start = place < 1 ? Math.floor(bytes.length * place) : place
    for (let at = start; at < start + 16; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff
    writeFileSync(file, bytes)
    const hash = fileHash(file)
    await expect(reopen(folder, userId)).rejects.toEqual(code('damaged'))
    expect(fileHash(file)).toBe(hash)
  })

  test.each([0, 100, 5000])('a file cut to %i bytes is damage', async (length) => {
    const { folder, userId, file } = await closedStore()
    truncateSync(file, length)
    await expect(reopen(folder, userId)).rejects.toEqual(code('damaged'))
  })

  test('a keyring of one store with the file of another is damage', async () => {
    const first = await closedStore(0)
    const second = await closedStore(0)
    writeFileSync(first.file, readFileSync(second.file))
    await expect(reopen(first.folder, first.userId)).rejects.toEqual(code('damaged'))
  })
})
