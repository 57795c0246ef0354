import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CHEAP_COST } from '../../db/keyring.ts'
import { createStore } from '../../db/open.ts'
import { saveAdoption } from '../../db/repositories/adoptions.ts'
import { listPeople, writePeople } from '../../db/repositories/people.ts'
import { syntheticRows } from '../../db/synthetic/synthetic-rows.ts'
import type { ParsedInputOf } from '../../domain/contract/index.ts'
import { addDays } from '../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { Desk, Session } from '../../electron/app/context.ts'
import { caseloadHandlers } from '../../electron/app/services/caseload/caseload-handlers.ts'
import { chasesHandlers } from '../../electron/app/services/chases/chases-handlers.ts'
import { diaryHandlers } from '../../electron/app/services/diary/diary-handlers.ts'
import { notesHandlers } from '../../electron/app/services/case-notes/notes-handlers.ts'
import { meetingsHandlers } from '../../electron/app/services/meetings/meetings-handlers.ts'
import { sheetsHandlers } from '../../electron/app/services/sheets/sheets-handlers.ts'
import { createPlanning } from '../../electron/app/services/planning/planning.ts'
import type { Print } from './run.ts'

const TODAY = '2026-11-23' as CivilDate
const SIZES = [1_500, 10_000]
const ROUNDS = 20

async function unit(size: number, folder: string): Promise<Session> {
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
  const writes = syntheticRows(size, TODAY).map((record) => ({ personId: null, record, delta: record }))
  await store.write((db) => {
    saveAdoption(db, actor, at, { region: null, ruleSet: 'enhanced-7-5', from: '2022-04-01' as CivilDate })
    saveAdoption(db, actor, at, {
      region: 'North East',
      ruleSet: 'national-2023',
      from: '2023-11-24' as CivilDate,
    })
    saveAdoption(db, actor, at, {
      region: 'East Midlands',
      ruleSet: 'pre-release-5',
      from: '2024-01-01' as CivilDate,
    })
    writePeople(db, actor, { at, importId: null, source: 'bench', asAt: TODAY }, writes)
  })
  return { store, user }
}

/** The 95th percentile of several runs, in milliseconds, each after something that is not counted. */
async function p95(
  rounds: number,
  run: () => Promise<unknown>,
  before?: () => Promise<unknown>,
): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await before?.()
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.ceil(rounds * 0.95) - 1] ?? NaN
}

/** The answers behind the pages, at a large unit's size and at one no unit reaches. Baseline of the second: the first, a case. */
export async function bench(print: Print): Promise<void> {
  const smaller = new Map<string, number>()
  for (const size of SIZES) {
    const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'))
    const session = await unit(size, folder)
    try {
      const clock = { now: () => new Date(`${TODAY}T09:00:00.000Z`), today: () => TODAY }
      const desk = { clock, planning: createPlanning() } as unknown as Desk
      const handlers = {
        ...caseloadHandlers(desk),
        ...diaryHandlers(desk),
        ...sheetsHandlers(desk),
        ...meetingsHandlers(desk),
        ...notesHandlers(desk),
        ...chasesHandlers(desk),
      }
      const call = { session }
      const [first] = listPeople(session.store.read)
      const personId = first?.id ?? ''
      const report = (name: string, value: number) => {
        const before = smaller.get(name)
        const baseline = before === undefined ? null : (before * size) / (SIZES[0] ?? size)
        print({
          name: `views: ${name}, ${size} cases`,
          value,
          unit: 'ms',
          baseline,
          ratio: baseline === null ? null : value / baseline,
          n: size,
        })
        if (before === undefined) smaller.set(name, value)
      }

      // A planning of its own each time: everybody read from the store and planned, as after unlocking.
      report(
        'read and plan everybody',
        await p95(5, async () => createPlanning().caseload(session.store, TODAY)),
      )
      report(
        'first Today after unlocking',
        await p95(1, () => handlers['today.show']({ scope: 'unit' }, call)),
      )
      report('today.show', await p95(ROUNDS, () => handlers['today.show']({ scope: 'unit' }, call)))
      report(
        'meetings.list',
        await p95(ROUNDS, () => handlers['meetings.list']({ scope: 'unit', state: 'to_book' }, call)),
      )
      report('notes.list', await p95(ROUNDS, () => handlers['notes.list']({ scope: 'unit' }, call)))
      report(
        'chases.show',
        await p95(ROUNDS, () => handlers['chases.show']({ scope: 'unit', names: 'initials' }, call)),
      )
      const list = (tab: 'upcoming' | 'in_progress') => () =>
        handlers['handovers.list']({ tab, scope: 'unit' }, call)
      report('handovers.list, upcoming', await p95(ROUNDS, list('upcoming')))
      report('handovers.list, in progress', await p95(ROUNDS, list('in_progress')))
      const range = { from: TODAY, to: addDays(TODAY, 41), scope: 'unit' } as const
      report(
        'calendar.show, six weeks in words',
        await p95(ROUNDS, () => handlers['calendar.show'](range, call)),
      )
      const month = { from: TODAY, scope: 'unit' } as const
      report('calendar.month', await p95(ROUNDS, () => handlers['calendar.month'](month, call)))
      const find = { scope: 'unit', find: 'ma', page: 1, view: 'all', filters: {}, sort: null } as const
      report('caseload.list', await p95(ROUNDS, () => handlers['caseload.list'](find, call)))
      for (const kind of ['morning', 'friday'] as const)
        report(
          `sheets.show, ${kind}`,
          await p95(ROUNDS, () => handlers['sheets.show']({ kind, scope: 'unit' }, call)),
        )
      report('case.show', await p95(ROUNDS, () => handlers['case.show']({ personId }, call)))
      const task: ParsedInputOf<'case.recordTask'> = {
        personId,
        task: 'com_contact',
        doneOn: TODAY,
        note: '',
        reference: '',
        notDone: null,
      }
      const record = () => handlers['case.recordTask'](task, call)
      const today = () => handlers['today.show']({ scope: 'unit' }, call)
      report('today.show after a write', await p95(ROUNDS, today, record))
      report(
        'case.recordTask, then today.show',
        await p95(ROUNDS, async () => {
          await record()
          await today()
        }),
      )
    } finally {
      await session.store.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
