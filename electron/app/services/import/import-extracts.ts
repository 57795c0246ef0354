import { appendAudit } from '../../../../db/repositories/audit.ts'
import { listDecisions, saveDecision } from '../../../../db/repositories/decisions.ts'
import { findImportByHash, listImports, saveImport } from '../../../../db/repositories/imports.ts'
import { listPeople, writePeople } from '../../../../db/repositories/people.ts'
import { recordSightings } from '../../../../db/repositories/sightings.ts'
import { newId } from '../../../../db/uuid.ts'
import type { Actor, ImportRecord, ReadDb, StoredPerson, WriteDb } from '../../../../db/types.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Session } from '../../context.ts'
import type { KeptOurs } from '../../../../domain/model/kept-ours.ts'
import type { Planning } from '../planning/planned-case.ts'
import { compareExtract, type Asked, type Comparison, type Found } from './compare-extract.ts'
import type { CheckedExtract } from './extract.ts'
import { planEffects, type Effect } from './plan-effects.ts'
import { typedFactsOf } from './typed-facts.ts'

/** Where an extract comes from when its headings are like none we know. */
export const UNKNOWN_SOURCE = 'other_extract'

export interface ImportRequest {
  extract: CheckedExtract
  source: string
  asAt: CivilDate
}

export interface ImportOutcome {
  /** Null where nothing was kept: a dry run. */
  importId: string | null
  request: ImportRequest
  comparison: Comparison
  effects: Effect[]
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

/** What an extract would change, with nothing written. */
export function previewImport(
  { planning, session, today }: ImportParts,
  request: ImportRequest,
): ImportOutcome {
  const people = planning.caseload(session.store, today).map(({ person }) => person)
  return compare(planning, session, today, people, session.store.read, request)
}

function compare(
  planning: Planning,
  { store }: Session,
  today: CivilDate,
  people: readonly StoredPerson[],
  db: ReadDb,
  request: ImportRequest,
): ImportOutcome {
  const comparison = compareExtract(people, request.extract, typedFactsOf(db))
  return {
    importId: null,
    request,
    comparison,
    effects: planEffects(planning, store, comparison, today),
    sameFile: findImportByHash(db, request.extract.sha256),
  }
}

/**
 * Writes one compared extract in the caller's transaction and returns the import's id. Everybody whose row was accepted is
 * remembered as seen, whether or not it said anything new.
 */
export function writeImport(
  db: WriteDb,
  { session, at }: ImportParts,
  { request, comparison }: ImportOutcome,
  taken: ReadonlySet<string> = NOTHING_TAKEN,
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
  recordSightings(db, { importId, source, asAt }, confirmed)
  recordSightings(db, { importId, source, asAt }, written)
  bringBack(db, actor, at, new Set([...confirmed, ...written]))
  return importId
}

const NOTHING_TAKEN: ReadonlySet<string> = new Set()

/** What names one value a list says otherwise. */
export const keyOf = ({ personId, field }: Pick<Asked, 'personId' | 'field'>): string =>
  `${personId} ${field}`

/** What was found, with the values of the list that somebody chose over what was typed here. */
function withTaken({ found, people }: Comparison, taken: readonly Asked[]): readonly Found[] {
  if (taken.length === 0) return found
  const known = new Map(found.flatMap((one) => (one.personId === null ? [] : [[one.personId, one] as const])))
  for (const { personId, row, field, listed } of taken) {
    const before = people.get(personId)
    if (before === undefined) continue
    const one = known.get(personId) ?? { row, personId, before, record: before.record, delta: {} }
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

class DryRun extends Error {}

/**
 * Imports several extracts as one: all of them or none. Each is compared with what the ones before it left. A dry run does
 * the same and takes it back.
 */
export async function importExtracts(
  parts: ImportParts,
  requests: readonly ImportRequest[],
  dryRun: boolean,
): Promise<ImportOutcome[]> {
  const { planning, session, today } = parts
  const known = planning.caseload(session.store, today).map(({ person }) => person)
  const outcomes: ImportOutcome[] = []
  const run = (db: WriteDb) => {
    for (const [place, request] of requests.entries()) {
      const outcome = compare(planning, session, today, place === 0 ? known : listPeople(db), db, request)
      const importId = writeImport(db, parts, outcome)
      outcomes.push({ ...outcome, importId: dryRun ? null : importId })
    }
    if (dryRun) throw new DryRun()
    const detail = outcomes.map(({ importId, request }) => `${importId} ${request.extract.sha256}`).join(', ')
    appendAudit(db, {
      at: parts.at,
      userId: session.user.id,
      method: 'desk import',
      subject: null,
      outcome: 'ok',
      detail,
    })
  }
  try {
    await session.store.write(run)
  } catch (error) {
    if (!(error instanceof DryRun)) throw error
  }
  return outcomes
}

/** The newest import of this source that still stands and speaks of a later day than `asAt`: what is being imported may be old news. */
export function newerImport(db: ReadDb, source: string, asAt: CivilDate): ImportRecord | null {
  return (
    listImports(db).find((past) => past.undoneAt === null && past.source === source && past.asAt > asAt) ??
    null
  )
}
