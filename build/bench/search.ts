import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { caseloadListOf } from '../../electron/app/services/caseload/caseload-list.ts'
import { CASELOAD_SORTS, CASELOAD_VIEWS } from '../../domain/model/caseload-query.ts'
import { prepareSearch } from '../../electron/app/services/caseload/search.ts'
import { unitOf } from '../../electron/app/services/caseload/unit-view.ts'
import { createPlanning } from '../../electron/app/services/planning/planning.ts'
import type { Print } from './run.ts'
import { BENCH_DAY, syntheticUnit } from './synthetic-unit.ts'

const TYPED = [
  'a',
  'sm',
  'parkin',
  'parkin jo',
  'dean mar',
  'a44',
  '4417',
  'x52',
  'marlwoe',
  'barracluogh',
  'zzzz',
  'reyes',
]

const ALL = { find: '', view: 'all', filters: {}, sort: null } as const
/** Every view, a filter, and columns to sort by, one after another. */
const SORTED = [
  ALL,
  ...CASELOAD_VIEWS.map((view) => Object.assign({}, ALL, { view })),
  ...CASELOAD_SORTS.map((by) => Object.assign({}, ALL, { sort: { by, down: true } })),
  { ...ALL, filters: { rosh: 'High' } },
]

/** Searching a unit by what people type, and any page of its list: the 95th percentile of each, and making the index. */
export async function bench(print: Print): Promise<void> {
  for (const size of [1_500, 100_000]) {
    const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'))
    const { store } = await syntheticUnit(size, folder)
    const unit = unitOf(createPlanning(), store, BENCH_DAY)
    const begun = performance.now()
    prepareSearch(store, unit)
    const made = performance.now() - begun
    const took: number[] = []
    for (let round = 0; round < 10; round += 1)
      for (const typed of TYPED) {
        const from = performance.now()
        caseloadListOf(store, unit, unit.cases, { ...ALL, find: typed }, 1)
        took.push(performance.now() - from)
      }
    const pages: number[] = []
    for (let page = 1; page <= 40; page += 1) {
      const from = performance.now()
      caseloadListOf(store, unit, unit.cases, SORTED[page % SORTED.length] ?? ALL, page)
      pages.push(performance.now() - from)
    }
    const figure = (name: string, value: number, n: number) =>
      print({ name: `search ${name}, ${size} people`, value, unit: 'ms', baseline: null, ratio: null, n })
    figure('answer p95', p95(took), took.length)
    figure('list page p95', p95(pages), pages.length)
    figure('index made', made, 1)
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function p95(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0
}
