import { readSetting, saveSetting } from '../../../../db/repositories/settings.ts'
import type { Actor, Instant, ReadDb, Store, WriteDb } from '../../../../db/types.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { USUAL_LADDER, type Rung } from '../../../../domain/chases/ladder.ts'

// What the establishment says of its chases, kept as settings: the ladder, the addresses of each place, and when the monthly
// list of each was last sent.

interface Said {
  by: string
  at: Instant
}
export interface SavedLadder extends Said {
  rungs: Rung[]
}
export interface RungEmail {
  days: number
  to: string
  cc: string
}
export type Addresses = Record<string, Said & { emails: RungEmail[] }>
export type MonthlySent = Record<string, { sentOn: CivilDate; by: string }>

const LADDER = 'escalation ladder'
const ADDRESSES = 'escalation addresses'
const MONTHLY = 'monthly handover list'

export const savedLadder = (db: ReadDb): SavedLadder | null =>
  (readSetting(db, LADDER) as SavedLadder | undefined) ?? null
export const addressesIn = (db: ReadDb): Addresses =>
  (readSetting(db, ADDRESSES) as Addresses | undefined) ?? {}
export const monthlySentIn = (db: ReadDb): MonthlySent =>
  (readSetting(db, MONTHLY) as MonthlySent | undefined) ?? {}

interface Remembered {
  revision: number
  words: string
  ladder: readonly Rung[]
}
const remembered = new WeakMap<Store, Remembered>()

/** The ladder in force. The same object as long as it says the same, so that what was worked out by it is kept. */
export function ladderOf(store: Store): readonly Rung[] {
  const before = remembered.get(store)
  if (before?.revision === store.revision) return before.ladder
  const { revision } = store
  const read = savedLadder(store.read)?.rungs ?? USUAL_LADDER
  const words = JSON.stringify(read)
  const ladder = before?.words === words ? before.ladder : read
  remembered.set(store, { revision, words, ladder })
  return ladder
}

interface Write {
  db: WriteDb
  actor: Actor
  at: Instant
}
export const writeLadder = ({ db, actor, at }: Write, ladder: SavedLadder): void =>
  saveSetting(db, actor, at, LADDER, ladder)
export const writeAddresses = ({ db, actor, at }: Write, addresses: Addresses): void =>
  saveSetting(db, actor, at, ADDRESSES, addresses)
export const writeMonthly = ({ db, actor, at }: Write, sent: MonthlySent): void =>
  saveSetting(db, actor, at, MONTHLY, sent)
