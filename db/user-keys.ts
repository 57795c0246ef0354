import { DeskError } from '../domain/contract/errors.ts'
import type { Role } from '../domain/model/role.ts'
import { checkWait, clearFailures, countFailure } from './attempts.ts'
import { readKeyring } from './open.ts'
import { emptyWrap, unlockWithPassphrase, wrapKey, writeKeyringFile, type Keyring } from './keyring.ts'
import { findUser, listUsers, markUserDisabled, saveUser } from './repositories/users.ts'
import { dataKeyOf } from './store.ts'
import { storePaths } from './store-paths.ts'
import type { Actor, Instant, Store } from './types.ts'
import { newId } from './uuid.ts'

const saveKeyring = (store: Store, keyring: Keyring): void =>
  writeKeyringFile(storePaths(store.folder).keyring, keyring)

const sameName = (a: string, b: string): boolean =>
  a.normalize('NFKC').toLowerCase() === b.normalize('NFKC').toLowerCase()

/**
 * Adds a user whose passphrase wraps the store's one data key, and returns their id. Throws `conflict` where somebody who
 * may unlock already has the name: people choose themselves from a list of names.
 */
export async function addUser(
  store: Store,
  actor: Actor,
  at: Instant,
  user: { name: string; role: Role; passphrase: string },
): Promise<string> {
  const dataKey = dataKeyOf(store)
  const { name, role, passphrase } = user
  const id = newId(Date.parse(at))
  const keyring = readKeyring(store.folder)
  const wrap = await wrapKey(dataKey, passphrase, keyring.storeId, id, keyring.scrypt)
  await store.write((db) => {
    if (listUsers(db).some((one) => !one.disabled && sameName(one.name, name))) {
      throw new DeskError('conflict', `There is already a user called ${name}.`, {
        name: 'Choose another name.',
      })
    }
    saveUser(db, actor, at, { id, name, role })
    // Inside the transaction: if the keyring cannot be written there is no user either.
    const current = readKeyring(store.folder)
    saveKeyring(store, { ...current, users: [...current.users, { id, name, disabled: false, ...wrap }] })
  })
  return id
}

/**
 * Stops a user unlocking: their wrap of the data key is destroyed, not only marked. Throws `not_found`, and `conflict` for
 * oneself and for the last head of OMU.
 */
export async function disableUser(store: Store, actor: Actor, at: Instant, userId: string): Promise<void> {
  if (userId === actor.userId) throw new DeskError('conflict', 'You cannot disable yourself.')
  await store.write((db) => {
    const user = findUser(db, userId)
    if (user === null) throw new DeskError('not_found', 'There is no such user.')
    if (user.disabled) return
    const nextHead = listUsers(db).find(
      (one) => one.role === 'head_of_omu' && !one.disabled && one.id !== userId,
    )
    if (nextHead === undefined) throw new DeskError('conflict', 'The last head of OMU cannot be disabled.')
    markUserDisabled(db, actor, at, userId)
    const keyring = readKeyring(store.folder)
    saveKeyring(store, {
      ...keyring,
      defaultUser: keyring.defaultUser === userId ? nextHead.id : keyring.defaultUser,
      users: keyring.users.map((one) =>
        one.id === userId ? Object.assign(one, emptyWrap(), { disabled: true }) : one,
      ),
    })
  })
}

/**
 * Gives a user a new passphrase after checking the one they have. Throws `wrong_passphrase`, and `wait` as unlocking does:
 * an unlocked desk somebody walked away from is no place to try passphrases at leisure.
 */
export async function changePassphrase(
  store: Store,
  actor: Actor,
  current: string,
  next: string,
  now: Date,
): Promise<void> {
  const keyring = readKeyring(store.folder)
  const { attempts } = storePaths(store.folder)
  checkWait(attempts, now)
  countFailure(attempts, now)
  const unlocked = await unlockWithPassphrase(keyring, actor.userId, current)
  if (unlocked === null) throw new DeskError('wrong_passphrase', 'Your current passphrase is not right.')
  clearFailures(attempts)
  unlocked.fill(0)
  const dataKey = dataKeyOf(store)
  const wrap = await wrapKey(dataKey, next, keyring.storeId, actor.userId, keyring.scrypt)
  const latest = readKeyring(store.folder)
  const users = latest.users.map((one) => (one.id === actor.userId ? { ...one, ...wrap } : one))
  saveKeyring(store, { ...latest, users })
}
