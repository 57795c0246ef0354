import { saveAdoption } from '../../db/repositories/adoptions.ts'
import { TYPED_HERE } from '../../db/repositories/change-log.ts'
import { listPeople, writePeople } from '../../db/repositories/people.ts'
import {
  contract,
  type InputOf,
  type MethodName,
  type OutputOf,
  type ParsedInputOf,
} from '../../domain/contract/index.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { PersonRecord } from '../../domain/model/person-record.ts'
import type { Desk, Session } from '../../electron/app/context.ts'
import { Desktops } from '../../electron/app/services/import/desktop.ts'
import { importHandlers } from '../../electron/app/services/import/import-handlers.ts'
import { undoHandlers } from '../../electron/app/services/import/undo-handlers.ts'
import { watchHandlers } from '../../electron/app/services/import/watch-handlers.ts'
import { createPlanning } from '../../electron/app/services/planning/planning.ts'
import { newStore } from '../db/support/stores.ts'
import { fakeDesk } from '../electron/fakes.ts'
import { TODAY } from './extract-files.ts'

type ImportMethod = Extract<MethodName, `import.${string}`>

/** The import page's calls on an empty store, each answer held against the contract. */
export async function importPage() {
  const { store, user, actor } = await newStore()
  await store.write((db) =>
    saveAdoption(db, actor, '2026-11-01T09:00:00.000Z', {
      region: null,
      ruleSet: 'enhanced-7-5',
      from: '2026-04-01' as CivilDate,
    }),
  )
  const { desk } = fakeDesk()
  const chosen: { paths: string[]; folder: string | null } = { paths: [], folder: null }
  const progress: string[] = []
  Object.assign(desk, {
    planning: createPlanning(),
    clock: { now: () => new Date('2026-11-23T09:00:00.000Z'), today: () => TODAY },
    host: {
      ...desk.host,
      emit: (event) => void (event.type === 'progress' && progress.push(`${event.done} of ${event.of}`)),
      dialogs: {
        ...desk.host.dialogs,
        openFiles: async () => chosen.paths,
        openFolder: async () => chosen.folder,
      },
    },
  } satisfies Partial<Desk>)
  const desktops = new Desktops()
  const handlers = {
    ...importHandlers(desk, desktops),
    ...watchHandlers(desk, desktops),
    ...undoHandlers(desk),
  }
  const session: Session = { store, user }
  const ask = async <M extends ImportMethod>(
    method: M,
    input: InputOf<M>,
    as = session,
  ): Promise<OutputOf<M>> => {
    const parsed = contract[method].input.parse(input) as ParsedInputOf<M>
    const answer = await (
      handlers[method] as (input: ParsedInputOf<M>, call: { session: Session }) => Promise<unknown>
    )(parsed, { session: as })
    return contract[method].output.parse(answer) as OutputOf<M>
  }
  const chooseAll = async (paths: string[], beside = false): Promise<string[]> => {
    chosen.paths = paths
    const { files } = await ask('import.choose', { beside })
    return files.map(({ token }) => token)
  }
  const choose = async (path: string | null): Promise<string> =>
    (await chooseAll(path === null ? [] : [path]))[0] ?? ''
  /** Several files together, each matched as its headings say. */
  const previewAll = (tokens: readonly string[], same: InputOf<'import.preview'>['same'] = []) =>
    ask('import.preview', {
      files: tokens.map((token) => ({ token, mapping: {}, dateOrder: null, asAt: TODAY })),
      same,
    })
  /** One file, with what is said of it beside the totals of the run. */
  const preview = async (
    token: string,
    more: Partial<InputOf<'import.preview'>['files'][number]> = {},
    same: InputOf<'import.preview'>['same'] = [],
  ) => {
    const file = { token, mapping: {}, dateOrder: null, asAt: null, ...more }
    const made = await ask('import.preview', { files: [file], same })
    return { ...made.files[0], ...made }
  }
  return {
    store,
    session,
    actor,
    ask,
    chosen,
    progress,
    choose,
    chooseAll,
    preview,
    previewAll,
    people: () => listPeople(store.read).map(({ record }) => record),
    /** Something typed here about the first person of the store. */
    async typeFact(delta: Partial<PersonRecord>) {
      const [person] = listPeople(store.read)
      if (person === undefined) throw new Error('nobody')
      const write = { personId: person.id, record: { ...person.record, ...delta }, delta }
      await store.write((db) =>
        writePeople(
          db,
          actor,
          { at: '2026-11-21T09:00:00.000Z', importId: null, source: TYPED_HERE, asAt: null },
          [write],
        ),
      )
    },
  }
}
