import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listPeople } from '../../db/repositories/people.ts'
import type { Store } from '../../db/types.ts'
import { createPlanning } from '../../electron/app/services/planning/planning.ts'
import type { Print } from './run.ts'
import { BENCH_DAY, syntheticUnit } from './synthetic-unit.ts'

const SIZES = [1500, 100_000] as const

/** Everybody read from the store, planned, and the whole schedule of each made: entries in all. */
function schedules(store: Store): number {
  let entries = 0
  for (const planned of createPlanning().caseload(store, BENCH_DAY)) entries += planned.schedule().length
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
    const { store } = await syntheticUnit(size, folder)
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
