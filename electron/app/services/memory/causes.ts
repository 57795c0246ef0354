import { listAdoptionRecords, listAdoptions } from '../../../../db/repositories/adoptions.ts'
import { decisionsAt, decisionsOf } from '../../../../db/repositories/decisions.ts'
import { listLocalItemRecords, listLocalItems } from '../../../../db/repositories/local-items.ts'
import { personHistory } from '../../../../db/repositories/people.ts'
import type { MemoryRow } from '../../../../db/repositories/plan-memory.ts'
import type { DecisionRecord, PersonChange, Store } from '../../../../db/types.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { DecisionKind } from '../../../../domain/model/decision.ts'
import type { PersonField, PersonRecord } from '../../../../domain/model/person-record.ts'
import type { ChangeCause, RememberedPlan } from '../../../../domain/model/remembered-plan.ts'
import { decisionInWords, withFormer } from '../caseload/decision-words.ts'
import type { PlannedCase, Planning } from '../planning/planned-case.ts'
import { bodyOf, editionOf } from './remembered.ts'

type FactCause = Extract<ChangeCause, { kind: 'fact' }>

/**
 * The recorded values that changed since a place in the log and that the plan rests on: each with what it was. One counts
 * where the plan would be another with its old value back; where none does alone, they did it together, and all that the rules
 * read are named. A value that changed and changed back is none.
 */
function changedFacts(
  planning: Planning,
  store: Store,
  { person }: PlannedCase,
  since: number,
  today: CivilDate,
): FactCause[] {
  const history = personHistory(store.read, person.id)
  const recordAt = (seq: number): PersonRecord =>
    Object.assign({}, ...history.filter((change) => change.seq <= seq).map(({ delta }) => delta))
  const before = recordAt(since)
  const known = recordAt(Infinity)
  const last = new Map<PersonField, PersonChange>()
  for (const change of history)
    if (change.seq > since)
      for (const field of Object.keys(change.delta) as PersonField[]) last.set(field, change)
  const changed = [...last].filter(([field]) => (before[field] ?? null) !== (known[field] ?? null))
  const without = (field: PersonField): PersonRecord => ({ ...known, [field]: before[field] ?? null })
  const planOf = (record: PersonRecord) => bodyOf(planning.planRecord(store, { ...person, record }, today))
  const now = changed.length === 0 ? '' : planOf(known)
  const alone = changed.filter(([field]) => planOf(without(field)) !== now)
  const read = JSON.stringify(planning.factsOf(store, known))
  const counting =
    alone.length > 0
      ? alone
      : changed.filter(([field]) => JSON.stringify(planning.factsOf(store, without(field))) !== read)
  return counting.map(([field, { source, asAt, byName, at }]) => ({
    kind: 'fact',
    field,
    was: before[field] ?? null,
    now: known[field] ?? null,
    source,
    asAt,
    by: byName,
    at,
  }))
}

/**
 * What was decided since a place in the log and the plan rests on: a decision counts where the plan would be another had it
 * not been made; where none does alone, they did it together.
 */
function decidedSince(
  planning: Planning,
  store: Store,
  { person, decisions }: PlannedCase,
  since: number,
  today: CivilDate,
): ChangeCause[] {
  const made = decisionsOf(store.read, person.id).filter(
    ({ seq, kind }) => seq > since && BEARS_ON_PLANS.has(kind),
  )
  if (made.length === 0) return []
  const before = decisionsAt(store.read, person.id, since)
  const known = { adoptions: listAdoptions(store.read), local: listLocalItems(store.read) }
  const planWith = (standing: readonly DecisionRecord[]) =>
    bodyOf(planning.planAsKnown(store, person, { ...known, decisions: standing }, today))
  const now = planWith(decisions)
  const isSame = (a: DecisionRecord, b: DecisionRecord) => a.kind === b.kind && a.subject === b.subject
  // The last word on each matter is what a plan rests on; what was said before it, and taken over by it, is not.
  const last = made.filter((record, at) => !made.slice(at + 1).some((later) => isSame(record, later)))
  const alone = last.filter((record) => {
    const without = [
      ...decisions.filter((each) => !isSame(each, record)),
      ...before.filter((each) => isSame(each, record)),
    ]
    return planWith(without.sort((a, b) => a.seq - b.seq)) !== now
  })
  const together = alone.length === 0 && planWith(before) !== now ? last : alone
  const formerOf = new Map(
    withFormer(decisionsOf(store.read, person.id)).map(({ record, former }) => [record.id, former]),
  )
  return together.map((record) => ({
    kind: 'decision',
    title: decisionInWords(record, formerOf.get(record.id) ?? null).title,
    by: record.byName,
    at: record.at,
  }))
}

/** Decisions a plan can rest on. The others say what was found, where somebody is, or who has the case. */
const BEARS_ON_PLANS: ReadonlySet<DecisionKind> = new Set([
  'responsibility',
  'early_allocation',
  'parole_review',
])

/** The adoption that chose the rules now, where it is not the one that chose them before. */
function adoptionCause(store: Store, was: RememberedPlan, now: RememberedPlan): ChangeCause[] {
  if (was.rules === now.rules && was.region === now.region && was.since === now.since) return []
  const record = listAdoptionRecords(store.read).findLast(
    ({ region, from, ruleSet }) => region === now.region && from === now.since && ruleSet === now.rules,
  )
  const { toldBy = null, document = null } = record?.proof ?? {}
  return [{ kind: 'adoption', rules: now.rules, region: now.region, from: now.since, toldBy, document }]
}

/** What made a plan change since it was remembered; the day passing, where nothing else did. */
export function causesOf(
  planning: Planning,
  store: Store,
  before: MemoryRow,
  planned: PlannedCase,
  was: RememberedPlan,
  now: RememberedPlan,
  today: CivilDate,
): ChangeCause[] {
  const causes: ChangeCause[] = [
    ...changedFacts(planning, store, planned, before.seq, today),
    ...decidedSince(planning, store, planned, before.seq, today),
    ...adoptionCause(store, was, now),
  ]
  if (was.rules === now.rules && before.edition !== editionOf(now.rules)) causes.push({ kind: 'edition' })
  if (listLocalItemRecords(store.read).some(({ seq }) => seq > before.seq))
    causes.push({ kind: 'local_items' })
  return causes.length === 0 ? [{ kind: 'day' }] : causes
}
