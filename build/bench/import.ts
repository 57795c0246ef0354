import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { CHEAP_COST } from '../../db/keyring.ts'
import { createStore } from '../../db/open.ts'
import { saveAdoption } from '../../db/repositories/adoptions.ts'
import { SYNTHETIC_FIELDS, syntheticCsv, syntheticRows } from '../../db/synthetic/synthetic-rows.ts'
import { SAMPLE } from '../../db/synthetic/sample-settings.ts'
import type { Store } from '../../db/types.ts'
import type { PersonRecord } from '../../domain/model/person-record.ts'
import type { Session } from '../../electron/app/context.ts'
import { checkExtract } from '../../electron/app/services/import/check-extract.ts'
import {
  importExtracts,
  previewImport,
  writeImports,
} from '../../electron/app/services/import/import-extracts.ts'
import { presentPreview } from '../../electron/app/services/import/present-preview.ts'
import { planUndo, undoImport } from '../../electron/app/services/import/undo-import.ts'
import { createPlanning } from '../../electron/app/services/planning/planning.ts'
import type { Print } from './run.ts'

const UNIT = 1500
const MOST = 100_000
const { today, establishment } = SAMPLE

/** Import of a unit and of the largest list anybody has: read, checked, compared, planned and stored. */
export async function bench(print: Print): Promise<void> {
  // Once unmeasured: a unit's first import of the day is not the first thing its app does.
  await measure(UNIT, true)
  const unit = await best(UNIT, 5, true)
  report(print, UNIT, '', unit.stored, unit.bare)
  report(print, UNIT, ', read back and planned', unit.planned, unit.bare)
  await benchChanged(print)
  const most = await best(MOST, 2, false)
  report(print, MOST, '', most.stored, most.bare)
  // The bench's own rows are in it too.
  const memory = process.resourceUsage().maxRSS / 1024
  print({
    name: `import ${MOST} rows: memory at its most`,
    value: memory,
    unit: 'MB',
    baseline: null,
    ratio: null,
    n: MOST,
  })
}

function report(print: Print, n: number, more: string, value: number, baseline: number): void {
  const name = `import ${n} rows of ${SYNTHETIC_FIELDS.length} columns${more}`
  print({ name, value, unit: 'ms', baseline, ratio: value / baseline, n })
}

/** The least of each over several runs. */
async function best(count: number, runs: number, planToo: boolean): Promise<Taken> {
  const all: Taken[] = []
  for (let run = 0; run < runs; run += 1) all.push(await measure(count, planToo))
  const least = (of: (taken: Taken) => number) => Math.min(...all.map(of))
  return {
    bare: least(({ bare }) => bare),
    stored: least(({ stored }) => stored),
    planned: least(({ planned }) => planned),
  }
}

interface Taken {
  /** The same rows in one plain table. */
  bare: number
  /** Read, checked, compared, planned as a preview shows it, and stored. */
  stored: number
  /** The same, and the list read back from the store and planned, as the first page after an import needs it. */
  planned: number
}

async function measure(count: number, planToo: boolean): Promise<Taken> {
  const folder = mkdtempSync(join(tmpdir(), 'handover-desk-bench-'))
  try {
    const rows = syntheticRows(count, today)
    const path = join(folder, 'list.csv')
    writeFileSync(path, syntheticCsv(rows))
    const bare = await inStore(join(folder, 'bare'), ({ store }) => bareInserts(store, rows))
    const taken = await inStore(join(folder, 'whole'), (session) =>
      importAndPlan(session, path, count, planToo),
    )
    return { bare, ...taken }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function inStore<T>(folder: string, run: (session: Session) => Promise<T>): Promise<T> {
  const { passphrase, headOfOmu } = SAMPLE
  const made = await createStore({
    folder,
    establishment,
    headOfOmu,
    passphrase,
    now: () => new Date(),
    synthetic: { passphrase, today },
    scrypt: CHEAP_COST,
  })
  const { store, user } = made
  await store.write((db) => {
    for (const adoption of SAMPLE.adoptions) saveAdoption(db, { userId: user.id }, SAMPLE.now, adoption)
  })
  const taken = await run({ store, user })
  await store.close()
  return taken
}

/** The same rows into one plain table of the same encrypted file, in one transaction: what the disk and the cipher cost. */
async function bareInserts(store: Store, rows: readonly PersonRecord[]): Promise<number> {
  const columns = SYNTHETIC_FIELDS.map((field) => `"${field}"`).join(', ')
  const marks = SYNTHETIC_FIELDS.map(() => '?').join(', ')
  await store.write((db) => db.exec(`CREATE TABLE bare (${columns})`))
  const started = performance.now()
  await store.write((db) => {
    const insert = db.prepare(`INSERT INTO bare (${columns}) VALUES (${marks})`)
    for (const row of rows) insert.run(SYNTHETIC_FIELDS.map((field) => row[field] ?? null))
  })
  return performance.now() - started
}

async function importAndPlan(
  session: Session,
  path: string,
  count: number,
  planToo: boolean,
): Promise<Pick<Taken, 'stored' | 'planned'>> {
  const planning = createPlanning()
  const started = performance.now()
  const extract = await checkExtract({
    from: { path },
    mapping: {},
    sourceId: null,
    dateOrder: null,
    today,
    establishment: establishment.code,
  })
  const parts = { planning, session, today, at: SAMPLE.now }
  const [outcome] = await importExtracts(parts, [{ extract, source: 'other_extract', asAt: today }], false)
  const stored = performance.now() - started
  const effects = outcome?.effects.filter(({ after }) => after !== null) ?? []
  if (outcome?.comparison.created !== count || effects.length !== count)
    throw new Error('The bench imported something else')
  if (!planToo) return { stored, planned: stored }
  const before = performance.now()
  const cases = planning.caseload(session.store, today)
  const planned = stored + performance.now() - before
  if (cases.filter(({ plan }) => plan !== null).length !== count)
    throw new Error('The bench planned something else')
  return { stored, planned }
}

/** A unit's list again with every row changed: previewed as the window does, confirmed, and taken back. */
async function benchChanged(print: Print): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'handover-desk-bench-'))
  try {
    const rows = syntheticRows(UNIT, today)
    const changed = rows.map((row) => Object.assign({}, row, { location: `Z9-${row.prison_number ?? ''}` }))
    const [before, after] = [rows, changed].map((list, at) => {
      const path = join(folder, `list-${at}.csv`)
      writeFileSync(path, syntheticCsv(list))
      return path
    }) as [string, string]
    await inStore(join(folder, 'store'), async (session) => {
      const planning = createPlanning()
      const parts = { planning, session, today, at: SAMPLE.now }
      await importAndPlan(session, before, UNIT, true)
      const figures = { preview: 0, confirm: 0, undo: 0 }
      const started = performance.now()
      const options = {
        mapping: {},
        sourceId: null,
        dateOrder: null,
        today,
        establishment: establishment.code,
      }
      const extract = await checkExtract({ from: { path: after }, ...options })
      const run = previewImport(parts, [{ extract, source: 'other_extract', asAt: today }])
      presentPreview(parts, { id: 'bench', tokens: ['bench'], run })
      figures.preview = performance.now() - started
      if (run.outcomes[0]?.comparison.updated !== UNIT) throw new Error('The bench changed something else')
      const confirmed = performance.now()
      const [importId = ''] = await session.store.write((db) => writeImports(db, parts, run))
      figures.confirm = performance.now() - confirmed
      const undone = performance.now()
      const by = { userId: session.user.id, at: SAMPLE.now, today }
      await session.store.write((db) => undoImport(db, by, planUndo(db, importId)))
      figures.undo = performance.now() - undone
      for (const [what, value] of Object.entries(figures))
        print({
          name: `import ${UNIT} changed rows: ${what}`,
          value,
          unit: 'ms',
          baseline: null,
          ratio: null,
          n: UNIT,
        })
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
