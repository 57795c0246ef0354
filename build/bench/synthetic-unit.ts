import { CHEAP_COST } from '../../db/keyring.ts'
import { createStore } from '../../db/open.ts'
import { saveAdoption } from '../../db/repositories/adoptions.ts'
import { writePeople } from '../../db/repositories/people.ts'
import { syntheticRows } from '../../db/synthetic/synthetic-rows.ts'
import type { Store, User } from '../../db/types.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'

export const BENCH_DAY = '2026-11-23' as CivilDate

/** A store of made-up people, every one with the work of reception, under two regions' rules. The caller closes it. */
export async function syntheticUnit(size: number, folder: string): Promise<{ store: Store; user: User }> {
  const now = () => new Date(`${BENCH_DAY}T09:00:00.000Z`)
  const { store, user } = await createStore({
    folder,
    establishment: { code: 'LEI', name: 'HMP Leeds' },
    headOfOmu: 'Ruth Adeyemi',
    passphrase: 'a passphrase for a bench',
    now,
    scrypt: CHEAP_COST,
  })
  const actor = { userId: user.id }
  const at = now().toISOString()
  const writes = syntheticRows(size, BENCH_DAY).map((row) => {
    // A day of reception too, so that everybody has the work of reception.
    const record = { ...row, reception_date: row.sentence_start_date ?? null }
    return { personId: null, record, delta: record }
  })
  await store.write((db) => {
    saveAdoption(db, actor, at, { region: null, ruleSet: 'enhanced-7-5', from: '2022-04-01' as CivilDate })
    const north = { region: 'North East', ruleSet: 'national-2023', from: '2023-11-24' as CivilDate } as const
    saveAdoption(db, actor, at, north)
    writePeople(db, actor, { at, importId: null, source: 'bench', asAt: BENCH_DAY }, writes)
  })
  return { store, user }
}
