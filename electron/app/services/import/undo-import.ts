import { saveDecision } from '../../../../db/repositories/decisions.ts'
import { listImportUndos, saveImportUndo, type UndoBody } from '../../../../db/repositories/import-undos.ts'
import { listImports } from '../../../../db/repositories/imports.ts'
import { historiesTouchedBy, writePeople } from '../../../../db/repositories/people.ts'
import { lastDecisions } from '../../../../db/repositories/decisions.ts'
import { forgetSightings, seenSince } from '../../../../db/repositories/sightings.ts'
import { listTasks } from '../../../../db/repositories/tasks.ts'
import { newId } from '../../../../db/uuid.ts'
import type { ImportRecord, PersonChange, PersonWrite, ReadDb, WriteDb } from '../../../../db/types.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Movement } from '../../../../domain/model/movement.ts'
import type { PersonField, PersonRecord } from '../../../../domain/model/person-record.ts'
import { formatDate } from '../../../../domain/text/dates.ts'

/** A value the import brought that stays, because something came after it. */
export interface KeptValue {
  personId: string
  name: string
  prisonNumber: string
  fields: PersonField[]
  why: 'changed_since' | 'in_later_list' | 'worked_on'
}

/** Where a value came from before the import: it goes back under that name. */
interface Origin {
  source: string
  asAt: CivilDate | null
}

interface Restored {
  personId: string
  record: PersonRecord
  /** What goes back, by where it came from. */
  deltas: { origin: Origin; delta: PersonRecord }[]
}

export interface UndoPlan {
  entry: ImportRecord
  restored: Restored[]
  /** People the import brought and nobody has heard of since. */
  removed: string[]
  kept: KeptValue[]
}

type Fields = Record<string, unknown>

/** What taking an import back would do. Throws `not_found`, or `conflict` for one taken back already. Reads only. */
export function planUndo(db: ReadDb, importId: string): UndoPlan {
  const entry = listImports(db).find(({ id }) => id === importId)
  if (entry === undefined) throw new DeskError('not_found', 'There is no such import.')
  if (entry.undoneAt !== null) {
    const undo = listImportUndos(db).find((known) => known.importId === importId)
    throw new DeskError('conflict', `This import was taken back already, by ${undo?.byName ?? 'somebody'}.`)
  }
  const later = seenSince(db, entry)
  const worked = new Set([...lastDecisions(db).keys(), ...listTasks(db).map(({ personId }) => personId)])
  const plan: UndoPlan = { entry, restored: [], removed: [], kept: [] }
  for (const [personId, history] of historiesTouchedBy(db, importId))
    planPerson(plan, personId, history, later.has(personId), worked.has(personId))
  return plan
}

function planPerson(
  plan: UndoPlan,
  personId: string,
  history: readonly PersonChange[],
  isInLater: boolean,
  isWorkedOn: boolean,
): void {
  const at = history.findIndex(({ importId }) => importId === plan.entry.id)
  const change = history[at]
  if (change === undefined) return
  const now = Object.assign({}, ...history.map(({ delta }) => delta)) as PersonRecord
  const keep = (fields: PersonField[], why: KeptValue['why']) =>
    plan.kept.push({ personId, ...nameOf(now), fields, why })
  const fields = Object.keys(change.delta) as PersonField[]
  // A later list of the same system held them: what it found unchanged it vouches for, and the log does not say what that was.
  if (isInLater) return void keep(fields, 'in_later_list')
  if (at === 0 && history.length === 1) {
    if (isWorkedOn) return void keep(fields, 'worked_on')
    plan.removed.push(personId)
    return
  }
  const since = history.slice(at + 1)
  const isLater = (field: PersonField) => since.some(({ delta }) => Object.hasOwn(delta, field))
  const changed = fields.filter((field) => field !== 'prison_number' && isLater(field))
  if (changed.length > 0) keep(changed, 'changed_since')
  const back = fields.filter((field) => field !== 'prison_number' && !isLater(field))
  const restored = restoreFields(personId, now, history.slice(0, at), plan.entry, back)
  if (restored !== null) plan.restored.push(restored)
}

/** What goes back, each value under the source it had; what nobody had said before is nothing said again. */
function restoreFields(
  personId: string,
  now: PersonRecord,
  before: readonly PersonChange[],
  entry: ImportRecord,
  fields: readonly PersonField[],
): Restored | null {
  const known = Object.assign({}, ...before.map(({ delta }) => delta)) as Fields
  const record: Fields = { ...now }
  const byOrigin = new Map<string, { origin: Origin; delta: Fields }>()
  for (const field of fields) {
    const was = known[field] ?? null
    if (was === (record[field] ?? null)) continue
    const setBy = before.findLast(({ delta }) => Object.hasOwn(delta, field))
    const { source, asAt } = setBy ?? entry
    const key = `${source} ${asAt ?? ''}`
    const group = byOrigin.get(key) ?? { origin: { source, asAt }, delta: {} }
    group.delta[field] = was
    record[field] = was
    byOrigin.set(key, group)
  }
  if (byOrigin.size === 0) return null
  return {
    personId,
    record: record as PersonRecord,
    deltas: [...byOrigin.values()].map(({ origin, delta }) => ({ origin, delta: delta as PersonRecord })),
  }
}

const nameOf = ({ last_name: last, first_name: first, prison_number: number }: PersonRecord) => ({
  name: [last, first].filter((part) => (part ?? '') !== '').join(', ') || 'Name not known',
  prisonNumber: number ?? '',
})

/**
 * Takes an import back in the caller's transaction: values go back to what they were and where they came from, people it
 * brought are in no list any more, and whatever came later stays. The import itself stays in the log.
 */
export function undoImport(
  db: WriteDb,
  { userId, at, today }: { userId: string; at: string; today: CivilDate },
  plan: UndoPlan,
): UndoBody {
  const { entry, restored, removed, kept } = plan
  const actor = { userId }
  const reason = `The import of ${entry.file} as at ${formatDate(entry.asAt)} was taken back`
  for (const { origin, writes } of writesByOrigin(restored))
    writePeople(db, actor, { at, importId: null, ...origin, reason }, writes)
  for (const personId of removed) {
    const body = { kind: 'not_here', on: today, where: '', note: reason } satisfies Movement
    saveDecision(db, actor, { at, personId, kind: 'movement', subject: newId(Date.parse(at)), body })
  }
  const body = {
    restored: restored.length,
    removed: removed.length,
    kept: kept.reduce((sum, { fields }) => sum + fields.length, 0),
  }
  saveImportUndo(db, actor, at, entry.id, body)
  forgetSightings(db, entry)
  return body
}

/** One set of changes for each place values come from, so that each keeps its source and the day that speaks of. */
function writesByOrigin(restored: readonly Restored[]): { origin: Origin; writes: PersonWrite[] }[] {
  const groups = new Map<string, { origin: Origin; writes: PersonWrite[] }>()
  for (const { personId, record, deltas } of restored) {
    for (const { origin, delta } of deltas) {
      const key = `${origin.source} ${origin.asAt ?? ''}`
      const group = groups.get(key) ?? { origin, writes: [] }
      group.writes.push({ personId, record, delta })
      groups.set(key, group)
    }
  }
  return [...groups.values()]
}
