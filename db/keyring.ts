import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { DeskError } from '../domain/contract/errors.ts'
import type { CivilDate } from '../domain/dates/civil-date.ts'
import { writeFileWhole } from './atomic-file.ts'
import { readRecoveryKey } from './recovery-key.ts'
import { storageError } from './storage-error.ts'

/** What scrypt is asked to spend. `N` is a power of two; memory is 128 × N × r bytes. */
export interface ScryptCost {
  N: number
  r: number
  p: number
}

/** 64 MiB and about a fifth of a second for each guess. */
export const FULL_COST: ScryptCost = { N: 2 ** 16, r: 8, p: 1 }
/** For made-up people only: the sample's passphrase is printed on its own unlock page, and tests open many stores. */
export const CHEAP_COST: ScryptCost = { N: 2 ** 10, r: 8, p: 1 }

const FORMAT = 'handover-desk-keyring'
const VERSION = 1

const base64 = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes)
const wrap = { salt: base64(16), iv: base64(12), tag: base64(16), key: base64(32) }
const wrapSchema = z.strictObject(wrap)
const keyringSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  storeId: z.string().length(36),
  establishment: z.strictObject({ code: z.string(), name: z.string() }),
  synthetic: z
    .strictObject({
      passphrase: z.string(),
      today: z
        .string()
        .transform((text) => text as CivilDate)
        .nullable(),
    })
    .nullable(),
  // Bounded, so that a keyring somebody edited cannot take all the memory there is. Only powers of two are scrypt's.
  scrypt: z.strictObject({
    N: z
      .int()
      .min(2)
      .max(2 ** 20)
      .refine((cost) => Number.isInteger(Math.log2(cost))),
    r: z.int().min(1).max(32),
    p: z.int().min(1).max(16),
  }),
  /** Whom the command line acts as when nobody is named. */
  defaultUser: z.string(),
  users: z.array(z.strictObject({ id: z.string(), name: z.string(), disabled: z.boolean(), ...wrap })),
  recovery: wrapSchema,
})

/** The one data key sealed under a key made from a passphrase. Base64. */
export type Wrap = z.infer<typeof wrapSchema>
/** The file beside a store that says whose it is and who can unlock it. Nothing in it is secret without a passphrase. */
export type Keyring = z.infer<typeof keyringSchema>

/**
 * Reads a keyring file. Throws `not_a_store` (none there, or another kind of file), `newer_version` or `damaged`.
 */
export function readKeyringFile(path: string): Keyring {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new DeskError('not_a_store', 'There is no Handover Desk store here.')
    if (code === 'EISDIR')
      throw new DeskError('damaged', 'A folder stands where this store’s keyring file belongs.')
    throw storageError(error, 'This store cannot be read')
  }
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    throw new DeskError('damaged', 'The keyring file of this store is damaged. Restore it from a backup.')
  }
  const head = z.object({ format: z.literal(FORMAT), version: z.number() }).safeParse(raw)
  if (!head.success) throw new DeskError('not_a_store', 'The keyring file here is not one of Handover Desk.')
  if (head.data.version > VERSION) {
    throw new DeskError('newer_version', 'This store was made by a newer version of Handover Desk.')
  }
  const keyring = keyringSchema.safeParse(raw)
  if (keyring.success) return keyring.data
  throw new DeskError('damaged', 'The keyring file of this store is damaged. Restore it from a backup.')
}

export function writeKeyringFile(path: string, keyring: Keyring): void {
  writeFileWhole(path, `${JSON.stringify(keyring, null, 2)}\n`)
}

export function makeKeyring(
  about: Pick<Keyring, 'storeId' | 'establishment' | 'synthetic' | 'scrypt'>,
): Omit<Keyring, 'recovery'> {
  return { format: FORMAT, version: VERSION, ...about, defaultUser: '', users: [] }
}

function stretch(passphrase: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  // Normalised, so that a passphrase typed on another keyboard or system is the same bytes.
  const text = passphrase.normalize('NFKC')
  const options = { ...cost, maxmem: 256 * cost.N * cost.r }
  return new Promise((resolve, reject) => {
    scrypt(text, salt, 32, options, (error, key) => (error === null ? resolve(key) : reject(error)))
  })
}

/** Seals the data key. `owner` (a user id, or `recovery`) and the store are bound in: a wrap moved elsewhere does not open. */
export async function wrapKey(
  dataKey: Buffer,
  secret: string,
  storeId: string,
  owner: string,
  cost: ScryptCost,
): Promise<Wrap> {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', await stretch(secret, salt, cost), iv)
  cipher.setAAD(Buffer.from(`${storeId}:${owner}`))
  const key = Buffer.concat([cipher.update(dataKey), cipher.final()])
  const text = (bytes: Buffer): string => bytes.toString('base64')
  return { salt: text(salt), iv: text(iv), tag: text(cipher.getAuthTag()), key: text(key) }
}

/** A wrap of the right shape that opens with nothing: for users who may not unlock. */
export function emptyWrap(): Wrap {
  const random = (bytes: number): string => randomBytes(bytes).toString('base64')
  return { salt: random(16), iv: random(12), tag: random(16), key: random(32) }
}

async function unwrap(
  sealed: Wrap,
  secret: string,
  storeId: string,
  owner: string,
  cost: ScryptCost,
): Promise<Buffer | null> {
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64')
  const wrappingKey = await stretch(secret, bytes(sealed.salt), cost)
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, bytes(sealed.iv))
  decipher.setAAD(Buffer.from(`${storeId}:${owner}`))
  decipher.setAuthTag(bytes(sealed.tag))
  try {
    return Buffer.concat([decipher.update(bytes(sealed.key)), decipher.final()])
  } catch {
    return null
  }
}

/**
 * The data key, or null. Takes as long for a user who is not there or is disabled as for a wrong passphrase: scrypt
 * always runs, so neither the answer nor the time says who exists.
 */
export async function unlockWithPassphrase(
  keyring: Keyring,
  userId: string,
  passphrase: string,
): Promise<Buffer | null> {
  const user = keyring.users.find((one) => one.id === userId)
  const sealed = user ?? emptyWrap()
  const key = await unwrap(sealed, passphrase, keyring.storeId, userId, keyring.scrypt)
  return user === undefined || user.disabled ? null : key
}

/** The data key, or null when the recovery key is not this store's. */
export function unlockWithRecoveryKey(keyring: Keyring, typed: string): Promise<Buffer | null> {
  return unwrap(keyring.recovery, readRecoveryKey(typed), keyring.storeId, 'recovery', keyring.scrypt)
}
