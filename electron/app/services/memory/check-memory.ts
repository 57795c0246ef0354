import { listAdoptions } from '../../../../db/repositories/adoptions.ts'
import { decisionsAt } from '../../../../db/repositories/decisions.ts'
import { listLocalItems } from '../../../../db/repositories/local-items.ts'
import { personHistory } from '../../../../db/repositories/people.ts'
import { listPlanMemory, type MemoryRow } from '../../../../db/repositories/plan-memory.ts'
import type { Check } from '../../../../db/integrity.ts'
import type { Store } from '../../../../db/types.ts'
import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import type { RememberedPlan } from '../../../../domain/model/remembered-plan.ts'
import type { KnownThen, Planning } from '../planning/planned-case.ts'
import { bodyOf, editionOf } from './remembered.ts'

/**
 * Holds every remembered plan to a fresh one worked out from the same facts: the record, decisions, adoptions and local ways
 * as the log stood then, on the day it was planned for. Plans of a rule set the program has since changed are counted apart.
 */
export function checkMemory(planning: Planning, store: Store): Check {
  const known = new Map<number, Omit<KnownThen, 'decisions'>>()
  const knownAt = (seq: number) => {
    let then = known.get(seq)
    if (then === undefined) {
      then = { adoptions: listAdoptions(store.read, seq), local: listLocalItems(store.read, seq) }
      known.set(seq, then)
    }
    return then
  }
  const differing: string[] = []
  let older = 0
  const rows = listPlanMemory(store.read)
  for (const row of rows) {
    if (isOlder(row)) older += 1
    else if (!isAsThen(planning, store, row, knownAt(row.seq))) differing.push(row.personId)
  }
  const ok = differing.length === 0
  const detail = ok
    ? `${rows.length - older} remembered plans are what the same facts give again${older === 0 ? '' : `; ${older} were made by rules this program has since changed`}`
    : `${differing.length} remembered plans differ from what the same facts give: ${differing.slice(0, 5).join(', ')}`
  return { name: 'plans', ok, detail }
}

const isOlder = ({ edition, body }: MemoryRow): boolean =>
  edition !== editionOf((JSON.parse(body) as RememberedPlan).rules)

function isAsThen(
  planning: Planning,
  store: Store,
  row: MemoryRow,
  then: Omit<KnownThen, 'decisions'>,
): boolean {
  const record: PersonRecord = {}
  let version = 0
  for (const { seq, delta } of personHistory(store.read, row.personId)) {
    if (seq > row.seq) break
    Object.assign(record, delta)
    version = seq
  }
  if (version === 0) return false
  const decisions = decisionsAt(store.read, row.personId, row.seq)
  const person = { id: row.personId, record, version }
  return bodyOf(planning.planAsKnown(store, person, { ...then, decisions }, row.plannedOn)) === row.body
}
