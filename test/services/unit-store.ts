import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CHEAP_COST } from '../../db/keyring.ts'
import { createStore } from '../../db/open.ts'
import { saveAdoption } from '../../db/repositories/adoptions.ts'
import { listPeople, writePeople } from '../../db/repositories/people.ts'
import { newId } from '../../db/uuid.ts'
import { saveTask } from '../../db/repositories/tasks.ts'
import type { Store } from '../../db/types.ts'
import { contract, type InputOf, type MethodName, type OutputOf } from '../../domain/contract/index.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { Adoption } from '../../domain/model/adoption.ts'
import type { PersonRecord } from '../../domain/model/person-record.ts'
import type { Role } from '../../domain/model/role.ts'
import type { Desk, Session } from '../../electron/app/context.ts'
import { allocationHandlers } from '../../electron/app/services/allocation/allocation-handlers.ts'
import { caseloadHandlers } from '../../electron/app/services/caseload/caseload-handlers.ts'
import { notesHandlers } from '../../electron/app/services/case-notes/notes-handlers.ts'
import { draftsHandlers } from '../../electron/app/services/drafts/drafts-handlers.ts'
import { chasesHandlers } from '../../electron/app/services/chases/chases-handlers.ts'
import { compareHandlers } from '../../electron/app/services/compare/compare-handlers.ts'
import { decisionsHandlers } from '../../electron/app/services/decisions/decisions-handlers.ts'
import { bringUpToDate } from '../../electron/app/services/memory/bring-up-to-date.ts'
import { factsHandlers } from '../../electron/app/services/facts/facts-handlers.ts'
import { packHandlers } from '../../electron/app/services/pack/pack-handlers.ts'
import { movementsHandlers } from '../../electron/app/services/movements/movements-handlers.ts'
import { sourcesHandlers } from '../../electron/app/services/sources/sources-handlers.ts'
import { sheetsHandlers } from '../../electron/app/services/sheets/sheets-handlers.ts'
import { readyHandlers } from '../../electron/app/services/ready/ready-handlers.ts'
import { lettersHandlers } from '../../electron/app/services/letters/letters-handlers.ts'
import { invitationsHandlers } from '../../electron/app/services/invitations/invitations-handlers.ts'
import { meetingsHandlers } from '../../electron/app/services/meetings/meetings-handlers.ts'
import { memoryHandlers } from '../../electron/app/services/memory/memory-handlers.ts'
import { recordsHandlers } from '../../electron/app/services/records/records-handlers.ts'
import { rulesHandlers } from '../../electron/app/services/rules/rules-handlers.ts'
import { paroleHandlers } from '../../electron/app/services/parole/parole-handlers.ts'
import { qualityHandlers } from '../../electron/app/services/quality/quality-handlers.ts'
import { diaryHandlers } from '../../electron/app/services/diary/diary-handlers.ts'
import { createPlanning } from '../../electron/app/services/planning/planning.ts'
import type { Host, MachinePolicy } from '../../electron/host/host.ts'
import { DEFAULT_POLICY } from '../../electron/host/shared/machine-policy.ts'

export const day = (text: string) => text as CivilDate
export const TODAY = day('2026-11-23')
export const PASSPHRASE = 'correct horse battery staple'

const ADOPTIONS: Adoption[] = [
  { region: null, ruleSet: 'enhanced-7-5', from: day('2022-04-01') },
  { region: 'North East', ruleSet: 'national-2023', from: day('2023-11-24') },
  { region: 'East Midlands', ruleSet: 'pre-release-5', from: day('2024-01-01') },
]

/** A sound record: adult, sentenced, determinate, medium risk, enhanced, home region Yorkshire and the Humber. */
export function person(number: string, fields: PersonRecord = {}): PersonRecord {
  return {
    prison_number: number,
    last_name: `Surname${number}`,
    first_name: 'Test',
    date_of_birth: day('1990-05-09'),
    legal_status: 'sentenced',
    prison_code: 'LEI',
    category: 'C',
    sentence_start_date: day('2024-03-14'),
    rosh: 'medium',
    tier: 'C1',
    resourcing: 'enhanced',
    pom_name: 'Amy Thornber',
    probation_region: 'Yorkshire and the Humber',
    ...fields,
  }
}

export interface UnitStore {
  folder: string
  store: Store
  session: Session
  desk: Desk
  saved: { name: string; bytes: Uint8Array }[]
  /** Adds people, or learns more about those whose prison number is known. */
  learn(records: PersonRecord[], about?: { source?: string; asAt?: CivilDate; at?: string }): Promise<void>
  id(prisonNumber: string): string
  record(prisonNumber: string, task: string, doneOn: CivilDate | null): Promise<void>
  /** Calls a handler as the router does: input and output through the contract. */
  call<M extends keyof typeof contract & MethodName>(method: M, input: InputOf<M>): Promise<OutputOf<M>>
  /** Notices what changed in the plans, as the app does after every change. */
  notice(): Promise<number>
  as(name: string, role?: Role): void
  setToday(today: CivilDate): void
  close(): Promise<void>
}

export async function unitStore(
  options: { policy?: Partial<MachinePolicy>; adoptions?: Adoption[] } = {},
): Promise<UnitStore> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-unit-'))
  let today = TODAY
  const clock = { now: () => new Date(`${today}T09:00:00.000Z`), today: () => today }
  const { store, user } = await createStore({
    folder: join(folder, 'store'),
    establishment: { code: 'LEI', name: 'HMP Leeds' },
    headOfOmu: 'Ruth Adeyemi',
    passphrase: PASSPHRASE,
    now: clock.now,
    scrypt: CHEAP_COST,
  })
  const actor = { userId: user.id }
  await store.write((db) => {
    for (const adoption of options.adoptions ?? ADOPTIONS)
      saveAdoption(db, actor, clock.now().toISOString(), adoption)
  })
  const saved: UnitStore['saved'] = []
  const host = {
    kind: 'headless',
    dialogs: {
      saveFile: async (bytes: Uint8Array, { name }: { name: string }) => {
        saved.push({ name, bytes })
        return join(folder, name)
      },
      saveFiles: async (files: { name: string; bytes: Uint8Array }[]) => {
        saved.push(...files)
        return folder
      },
    },
    policy: { read: () => ({ ...DEFAULT_POLICY, ...options.policy }) },
  } as unknown as Host
  const session: Session = { store, user }
  const desk = { host, clock, version: '0', planning: createPlanning(), sessions: {} } as unknown as Desk
  const handlers = {
    ...caseloadHandlers(desk),
    ...diaryHandlers(desk),
    ...compareHandlers(desk),
    ...qualityHandlers(desk),
    ...decisionsHandlers(desk),
    ...memoryHandlers(desk),
    ...rulesHandlers(desk),
    ...paroleHandlers(desk),
    ...allocationHandlers(desk),
    ...factsHandlers(desk),
    ...recordsHandlers(desk),
    ...readyHandlers(desk),
    ...sheetsHandlers(desk),
    ...lettersHandlers(desk),
    ...sourcesHandlers(desk),
    ...movementsHandlers(desk),
    ...meetingsHandlers(desk),
    ...invitationsHandlers(desk),
    ...notesHandlers(desk),
    ...draftsHandlers(desk),
    ...packHandlers(desk),
    ...chasesHandlers(desk),
  } as unknown as Record<string, (input: unknown, call: { session: Session }) => Promise<unknown>>

  const id = (prisonNumber: string) =>
    listPeople(store.read).find(({ record }) => record.prison_number === prisonNumber)?.id ?? newId(0)

  return {
    folder: join(folder, 'store'),
    store,
    session,
    desk,
    saved,
    async learn(records, { source = 'nomis_report', asAt = today, at = clock.now().toISOString() } = {}) {
      const known = new Map(listPeople(store.read).map((one) => [one.record.prison_number, one]))
      const writes = records.map((record) => {
        const before = known.get(record.prison_number ?? '')
        if (before === undefined) return { personId: null, record, delta: record }
        return { personId: before.id, record: Object.assign({}, before.record, record), delta: record }
      })
      await store.write((db) => writePeople(db, actor, { at, importId: null, source, asAt }, writes))
    },
    id,
    notice: () =>
      bringUpToDate({
        planning: desk.planning,
        store,
        actor,
        today,
        at: clock.now().toISOString(),
      }),
    async record(prisonNumber, task, doneOn) {
      const personId = id(prisonNumber)
      await store.write((db) =>
        saveTask(db, actor, { at: clock.now().toISOString(), personId, task, doneOn, note: '' }),
      )
    },
    async call(method, input) {
      const entry = contract[method]
      const handler = handlers[method]
      if (handler === undefined) throw new Error(`nothing answers ${method}`)
      return entry.output.parse(await handler(entry.input.parse(input), { session })) as never
    },
    as(name, role = 'pom') {
      session.user = { ...session.user, name, role }
    },
    setToday(next) {
      today = next
    },
    async close() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
