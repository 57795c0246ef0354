import { readSetting, saveSetting } from '../../../../db/repositories/settings.ts'
import type { Actor, Instant, ReadDb, WriteDb } from '../../../../db/types.ts'

/** Past this many days a source is called stale, until the establishment says otherwise. */
const USUAL = 7
const KEY = 'stale limit'

interface Limit {
  days: number
  by: string
}

/** After how many days a source is stale here, and who said so. */
export function staleLimit(db: ReadDb): { days: number; by: string | null } {
  return (readSetting(db, KEY) as Limit | undefined) ?? { days: USUAL, by: null }
}

export function saveStaleLimit(db: WriteDb, actor: Actor, at: Instant, limit: Limit): void {
  saveSetting(db, actor, at, KEY, limit)
}
