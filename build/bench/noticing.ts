import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CHEAP_COST } from '../../db/keyring.ts'
import { createStore } from '../../db/open.ts'
import { saveAdoption } from '../../db/repositories/adoptions.ts'
import { listPeople, writePeople } from '../../db/repositories/people.ts'
import { syntheticRows } from '../../db/synthetic/synthetic-rows.ts'
import { addDays } from '../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { bringUpToDate } from '../../electron/app/services/memory/bring-up-to-date.ts'
import { createPlanning } from '../../electron/app/services/planning/planning.ts'
import type { Print } from './run.ts'

const TODAY = '2026-11-23' as CivilDate
const SIZES = [1500, 100_000] as const
/** One list that moves the release of one person in a hundred. */
const MOVED_SHARE = 100

async function measure(size: number, print: Print): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'))
  const now = () => new Date(`${TODAY}T09:00:00.000Z`)
  const at = now().toISOString()
  const { store, user } = await createStore({
    folder,
    establishment: { code: 'LEI', name: 'HMP Leeds' },
    headOfOmu: 'Ruth Adeyemi',
    passphrase: 'a passphrase for a bench',
    now,
    scrypt: CHEAP_COST,
  })
  const actor = { userId: user.id }
  const context = { at, importId: null, source: 'bench', asAt: TODAY }
  try {
    await store.write((db) => {
      saveAdoption(db, actor, at, { region: null, ruleSet: 'enhanced-7-5', from: '2022-04-01' as CivilDate })
      const rows = syntheticRows(size, TODAY)
      writePeople(
        db,
        actor,
        context,
        rows.map((record) => ({ personId: null, record, delta: record })),
      )
    })
    // Cold, as when a store is opened: everybody is read, planned and compared.
    const look = async (planning = createPlanning()): Promise<number> => {
      const start = performance.now()
      await bringUpToDate({ planning, store, actor, today: TODAY, at })
      return performance.now() - start
    }
    const timed = (name: string, value: number, baseline: number | null) =>
      print({
        name,
        value,
        unit: 'ms',
        baseline,
        ratio: baseline === null ? null : value / baseline,
        n: size,
      })
    timed('noticing: first look, everybody remembered', await look(), null)
    const planning = performance.now()
    createPlanning().caseload(store, TODAY)
    const planned = performance.now() - planning
    let nothing = Infinity
    for (let round = 0; round < 3; round += 1) nothing = Math.min(nothing, await look())
    timed('noticing: nothing changed, against planning alone', nothing, planned)
    /** One list that moves the release of some. */
    const move = async (by: number): Promise<void> => {
      const people = listPeople(store.read)
      await store.write((db) =>
        writePeople(
          db,
          actor,
          context,
          people
            .filter((_, place) => place % MOVED_SHARE === 0)
            .map(({ id, record }) => {
              const delta = { crd: addDays(record.crd ?? addDays(TODAY, 400), by) }
              return { personId: id, record: { ...record, ...delta }, delta }
            }),
        ),
      )
    }
    // Warm, as after a change made while the store is open: who stayed the same was compared before.
    const warm = async (): Promise<number> => {
      const kept = createPlanning()
      await look(kept)
      let least = Infinity
      for (let round = 11; round <= 13; round += 1) {
        await move(round)
        least = Math.min(least, await look(kept))
      }
      return least
    }
    let moved = Infinity
    for (let round = 1; round <= 3; round += 1) {
      await move(round)
      moved = Math.min(moved, await look())
    }
    timed('noticing on opening: one in a hundred moved, with what changed them', moved, planned)
    timed('noticing a change made in the app: one in a hundred moved', await warm(), planned)
    return (nothing * 1000) / size
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a look at the whole unit costs beside planning it, with nothing changed and with a list's worth of changes. */
export async function bench(print: Print): Promise<void> {
  const costs: number[] = []
  for (const size of SIZES) costs.push(await measure(size, print))
  const [small = 0, large = 0] = costs
  print({
    name: 'noticing: cost a case, large against small',
    value: large,
    unit: 'µs',
    baseline: small,
    ratio: large / small,
    n: 100_000,
  })
}
