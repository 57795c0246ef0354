import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CHEAP_COST } from '../../db/keyring.ts'
import { createStore } from '../../db/open.ts'
import { saveAdoption } from '../../db/repositories/adoptions.ts'
import { listPeople, writePeople } from '../../db/repositories/people.ts'
import { syntheticRows } from '../../db/synthetic/synthetic-rows.ts'
import type { Store } from '../../db/types.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { createPlanning } from '../../electron/app/services/planning/planning.ts'
import type { Print } from './run.ts'

const TODAY = '2026-11-23' as CivilDate
const SIZES = [1500, 100_000] as const

async function unit(size: number, folder: string): Promise<Store> {
  const now = () => new Date(`${TODAY}T09:00:00.000Z`)
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
  const writes = syntheticRows(size, TODAY).map((row) => {
    // A day of reception too, so that everybody has the work of reception.
    const record = { ...row, reception_date: row.sentence_start_date ?? null }
    return { personId: null, record, delta: record }
  })
  await store.write((db) => {
    saveAdoption(db, actor, at, { region: null, ruleSet: 'enhanced-7-5', from: '2022-04-01' as CivilDate })
    const north = { region: 'North East', ruleSet: 'national-2023', from: '2023-11-24' as CivilDate } as const
    saveAdoption(db, actor, at, north)
    writePeople(db, actor, { at, importId: null, source: 'bench', asAt: TODAY }, writes)
  })
  return store
}

/** Everybody read from the store, planned, and the whole schedule of each made: entries in all. */
function schedules(store: Store): number {
  let entries = 0
  for (const planned of createPlanning().caseload(store, TODAY)) entries += planned.schedule().length
  return entries
}

/** The least of several runs, in milliseconds: what the machine does besides is not ours. */
function least(rounds: number, run: () => unknown): number {
  let best = Infinity
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    run()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

/** Plans and whole schedules straight from an encrypted store, held against only reading it, and large against small. */
export async function bench(print: Print): Promise<void> {
  const costs: number[] = []
  for (const size of SIZES) {
    const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'))
    const store = await unit(size, folder)
    try {
      let entries = 0
      const rounds = size > 10_000 ? 5 : 20
      const value = least(rounds, () => (entries = schedules(store)))
      const baseline = least(rounds, () => listPeople(store.read))
      const ratio = value / baseline
      print({ name: 'plans and schedules from the store', value, unit: 'ms', baseline, ratio, n: size })
      const each = entries / size
      print({ name: 'entries a case', value: each, unit: 'entries', baseline: null, ratio: null, n: size })
      costs.push((value * 1000) / size)
    } finally {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  const [small = NaN, large = NaN] = costs
  print({
    name: `cost a case at 100,000 against 1,500`,
    value: large,
    unit: 'µs/case',
    baseline: small,
    ratio: large / small,
    n: 100_000,
  })
}
