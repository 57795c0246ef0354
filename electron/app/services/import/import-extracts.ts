import { appendAudit } from '../../../../db/repositories/audit.ts'
import { listDecisions, saveDecision } from '../../../../db/repositories/decisions.ts'
import { findImportByHash, listImports, saveImport } from '../../../../db/repositories/imports.ts'
import { writePeople } from '../../../../db/repositories/people.ts'
import { recordSightings } from '../../../../db/repositories/sightings.ts'
import { newId } from '../../../../db/uuid.ts'
import type { Actor, ImportRecord, ReadDb, WriteDb } from '../../../../db/types.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Session } from '../../context.ts'
import type { KeptOurs } from '../../../../domain/model/kept-ours.ts'
import type { Planning } from '../planning/planned-case.ts'
import type { Asked, Comparison, Found, SaidToBe } from './compare-extract.ts'
import { compareTogether, foundTogether, idWithin, type FoundTogether } from './compare-together.ts'
import type { CheckedExtract } from './extract.ts'
import { planEffects, type Effect } from './plan-effects.ts'
import { typedFactsOf } from './typed-facts.ts'

/** Where an extract comes from when its headings are like none we know. */
export const UNKNOWN_SOURCE = 'other_extract'

export interface ImportRequest {
  extract: CheckedExtract
  source: string
  asAt: CivilDate
  /** Rows of no number that somebody said are about a person. */
  saidToBe?: SaidToBe
}

export interface ImportOutcome {
  /** Null where nothing was kept: a dry run. */
  importId: string | null
  request: ImportRequest
  comparison: Comparison
  /** The first import of a file with the same bytes. */
  sameFile: ImportRecord | null
}

export interface ImportParts {
  planning: Planning
  session: Session
  today: CivilDate
  /** ISO instant of the whole run. */
  at: string
}

/** What lists that come in together would do. */
export interface RunOutcome {
  /** In the order the lists were given. */
  outcomes: ImportOutcome[]
  /** Places of the lists in the order they have to be written. */
  order: number[]
  /** One for each person, with their plan before any list and after all of them. */
  effects: Effect<FoundTogether>[]
}

/** What lists would change together, with nothing written: each is compared with what those before it leave. */
export function previewImport(parts: ImportParts, requests: readonly ImportRequest[]): RunOutcome {
  const { planning, session, today } = parts
  const run = compareLists(parts, requests)
  const comparisons = run.outcomes.map(({ comparison }) => comparison)
  const found = foundTogether({ comparisons, order: run.order })
  return { ...run, effects: planEffects(planning, session.store, found, today) }
}

function compareLists(
  { planning, session: { store }, today }: ImportParts,
  requests: readonly ImportRequest[],
): Pick<RunOutcome, 'outcomes' | 'order'> {
  const people = planning.caseload(store, today).map(({ person }) => person)
  const { comparisons, order } = compareTogether(people, requests, typedFactsOf(store.read))
  const outcomes = requests.map((request, place) => ({
    importId: null,
    request,
    comparison: comparisons[place] as Comparison,
    sameFile: findImportByHash(store.read, request.extract.sha256),
  }))
  return { outcomes, order }
}

/**
 * Writes previewed lists in the caller's transaction, those of the prison first, and returns the id of each import in the
 * order the lists were given. `taken` names values of the lists that take the place of what was typed here, as `keyOf` does.
 */
export function writeImports(
  db: WriteDb,
  parts: ImportParts,
  { outcomes, order }: Pick<RunOutcome, 'outcomes' | 'order'>,
  taken: ReadonlySet<string> = NOTHING_TAKEN,
): string[] {
  const ids: string[] = []
  /** Whom an earlier list of this run brought → their id. */
  const brought = new Map<string, string>()
  for (const place of order) {
    const outcome = outcomes[place] as ImportOutcome
    // Nobody asks whom the last list brought.
    const isLast = place === order.at(-1)
    ids[place] = writeImport(db, parts, withIds(outcome, brought), taken, (row, id) => {
      if (!isLast) brought.set(idWithin(place, row), id)
    })
  }
  return ids
}

/** A list's findings about people an earlier list of the run brought, under the ids they were given. */
function withIds(outcome: ImportOutcome, brought: ReadonlyMap<string, string>): ImportOutcome {
  if (brought.size === 0) return outcome
  const { comparison } = outcome
  const idOf = (id: string) => brought.get(id) ?? id
  return {
    ...outcome,
    comparison: {
      ...comparison,
      confirmed: comparison.confirmed.map(idOf),
      found: comparison.found.map((one) =>
        one.personId === null ? one : Object.assign({}, one, { personId: idOf(one.personId) }),
      ),
    },
  }
}

/**
 * Writes one compared extract in the caller's transaction and returns the import's id. Everybody whose row was accepted is
 * remembered as seen, whether or not it said anything new.
 */
function writeImport(
  db: WriteDb,
  { session, at }: ImportParts,
  { request, comparison }: ImportOutcome,
  taken: ReadonlySet<string>,
  onNew: (row: number, personId: string) => void,
): string {
  const { extract, source, asAt } = request
  const importId = newId(Date.parse(at))
  const actor = { userId: session.user.id }
  const { created, absent, confirmed, asked } = comparison
  const found = withTaken(
    comparison,
    asked.filter((one) => taken.has(keyOf(one))),
  )
  const updated = found.length - created
  const counts = {
    rows: extract.rows,
    created,
    updated,
    unchanged: comparison.unchanged + comparison.updated - updated,
    absent,
    refused: comparison.refused.length,
  }
  saveImport(db, actor, { at, file: extract.name, sha256: extract.sha256, source, asAt, ...counts }, importId)
  for (const one of asked) {
    if (taken.has(keyOf(one))) continue
    const body: KeptOurs = { listed: one.listed, source, asAt }
    saveDecision(db, actor, { at, personId: one.personId, kind: 'kept_ours', subject: one.field, body })
  }
  const written = found.length > 0 ? writePeople(db, actor, { importId, source, asAt, at }, found) : []
  for (const [place, { personId, row }] of found.entries())
    if (personId === null) onNew(row, written[place] as string)
  recordSightings(db, { importId, source, asAt }, confirmed)
  recordSightings(db, { importId, source, asAt }, written)
  bringBack(db, actor, at, new Set([...confirmed, ...written]))
  return importId
}

const NOTHING_TAKEN: ReadonlySet<string> = new Set()

/** What names one value a list says otherwise; of two lists that say otherwise alike, the choice is the same. */
export const keyOf = ({ personId, field, listed }: Pick<Asked, 'personId' | 'field' | 'listed'>): string =>
  `${personId} ${field} ${String(listed).slice(0, 60)}`

/** What was found, with the values of the list that somebody chose over what was typed here. */
function withTaken({ found, people }: Comparison, taken: readonly Asked[]): readonly Found[] {
  if (taken.length === 0) return found
  const known = new Map(found.flatMap((one) => (one.personId === null ? [] : [[one.personId, one] as const])))
  for (const { personId, row, field, listed } of taken) {
    const before = people.get(personId)
    if (before === undefined) continue
    const one = known.get(personId) ?? { row, personId, before, record: before.record, delta: {}, alike: [] }
    const value = { [field]: listed }
    known.set(personId, {
      ...one,
      record: Object.assign({}, one.record, value),
      delta: Object.assign({}, one.delta, value),
    })
  }
  return [...found.filter(({ personId }) => personId === null), ...known.values()]
}

/** Somebody an import taken back had brought is in a list again: they are here after all. */
function bringBack(db: WriteDb, actor: Actor, at: string, inList: ReadonlySet<string>): void {
  for (const { personId, kind, subject, body } of listDecisions(db)) {
    if (kind !== 'movement' || !inList.has(personId) || (body as { kind?: unknown }).kind !== 'not_here')
      continue
    saveDecision(db, actor, { at, personId, kind, subject, body: null })
  }
}

/**
 * Imports several extracts as one: all of them or none, those of the prison first, each compared with what the ones before it
 * leave. A dry run writes nothing.
 */
export async function importExtracts(
  parts: ImportParts,
  requests: readonly ImportRequest[],
  dryRun: boolean,
): Promise<(ImportOutcome & { effects: Effect[] })[]> {
  const { planning, session, today, at } = parts
  const run = compareLists(parts, requests)
  const outcomes = run.outcomes.map((outcome) =>
    Object.assign(outcome, {
      effects: planEffects(planning, session.store, outcome.comparison.found, today),
    }),
  )
  if (dryRun) return outcomes
  const ids = await session.store.write((db) => {
    const written = writeImports(db, parts, run)
    const detail = run.outcomes
      .map(({ request }, place) => `${written[place]} ${request.extract.sha256}`)
      .join(', ')
    const userId = session.user.id
    appendAudit(db, { at, userId, method: 'desk import', subject: null, outcome: 'ok', detail })
    return written
  })
  return outcomes.map((outcome, place) => Object.assign(outcome, { importId: ids[place] as string }))
}

/** The newest import of this source that still stands and speaks of a later day than `asAt`: what is being imported may be old news. */
export function newerImport(db: ReadDb, source: string, asAt: CivilDate): ImportRecord | null {
  return (
    listImports(db).find((past) => past.undoneAt === null && past.source === source && past.asAt > asAt) ??
    null
  )
}
