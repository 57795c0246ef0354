import {
  findPlanMemory,
  listPlanMemory,
  rememberPlans,
  type MemoryRow,
  type Noticed,
} from '../../../../db/repositories/plan-memory.ts'
import { lastSeq } from '../../../../db/repositories/change-log.ts'
import { listTasks } from '../../../../db/repositories/tasks.ts'
import type { Actor, Instant, Store } from '../../../../db/types.ts'
import { addDays, eighteenthBirthday } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { RememberedPlan } from '../../../../domain/model/remembered-plan.ts'
import { planChanges, type HeldMeeting } from '../../../../domain/planning/plan-changes.ts'
import type { PlannedCase, Planning } from '../planning/planned-case.ts'
import { causesOf } from './causes.ts'
import { bodyOf, editionOf } from './remembered.ts'

export interface Noticing {
  planning: Planning
  store: Store
  /** Whose session noticed: a change is noticed by somebody, whoever made it. */
  actor: Actor
  today: CivilDate
  at: Instant
}

/**
 * Compares every plan of the unit with the one last noticed, keeps the former plans of those that changed with what
 * changed them, and remembers the new ones: all in one transaction, or nothing. Where nothing changed nothing is written.
 * Somebody planned for the first time has no former plan. Returns how many plans were found changed.
 */
export async function bringUpToDate(noticing: Noticing): Promise<number> {
  const { planning, store, actor, today, at } = noticing
  const seq = lastSeq(store.read)
  const cases = planning.caseload(store, today)
  const toCompare = cases.filter((planned) => !compared.has(planned))
  const remembered = memoryOf(store, toCompare, cases.length)
  const rows: MemoryRow[] = []
  const changed: { before: MemoryRow; planned: PlannedCase; body: string }[] = []
  for (const planned of toCompare) {
    const personId = planned.person.id
    const before = remembered(personId)
    const body = bodyOf(planned)
    const edition = editionOf(planned.rules)
    if (before !== undefined && before.body === body) {
      // The same plan from other rules of the program is remembered as theirs; what it rests on has to be what is known now.
      if (before.edition !== edition) rows.push({ personId, seq, plannedOn: today, edition, body })
      continue
    }
    rows.push({ personId, seq, plannedOn: today, edition, body })
    if (before !== undefined) changed.push({ before, planned, body })
  }
  const keepCompared = () => {
    for (const planned of toCompare) compared.add(planned)
  }
  if (rows.length === 0) {
    keepCompared()
    return 0
  }
  const held = changed.length === 0 ? new Map<string, HeldMeeting[]>() : heldMeetings(store)
  const noticed = changed.map((one) => notice(noticing, one, held.get(one.planned.person.id) ?? []))
  await store.write((db) => rememberPlans(db, actor, at, rows, noticed))
  keepCompared()
  return noticed.length
}

// A case that was planned anew is another object, so one compared already is what is remembered of it: after a change only
// those it touched are looked at again. Nobody but this writes what is remembered while the store is open.
const compared = new WeakSet<PlannedCase>()

/** What is remembered of each case: asked one by one where few are compared, and all at once where many are. */
function memoryOf(
  store: Store,
  toCompare: readonly PlannedCase[],
  all: number,
): (personId: string) => MemoryRow | undefined {
  if (toCompare.length * 8 < all) return (personId) => findPlanMemory(store.read, personId)
  const remembered = new Map(listPlanMemory(store.read).map((row) => [row.personId, row]))
  return (personId) => remembered.get(personId)
}

function heldMeetings(store: Store): Map<string, HeldMeeting[]> {
  const held = new Map<string, HeldMeeting[]>()
  for (const { personId, task, doneOn } of listTasks(store.read)) {
    if (doneOn === null) continue
    const known = held.get(personId)
    if (known === undefined) held.set(personId, [{ id: task, on: doneOn }])
    else known.push({ id: task, on: doneOn })
  }
  return held
}

function notice(
  { planning, store, today }: Noticing,
  { before, planned, body }: { before: MemoryRow; planned: PlannedCase; body: string },
  held: readonly HeldMeeting[],
): Noticed {
  const was = JSON.parse(before.body) as RememberedPlan
  const now = JSON.parse(body) as RememberedPlan
  const causes = causesOf(planning, store, before, planned, was, now, today)
  const byDayAlone = causes.every(({ kind }) => kind === 'day' || kind === 'adoption')
  return {
    personId: planned.person.id,
    happenedOn: byDayAlone ? dayItHappened(planning, store, before, planned, today) : today,
    former: { was, now, kinds: planChanges(was, now, held, today), causes },
  }
}

/**
 * The day a change that no fact made happened, where nobody looked for a while: of the days on which the rules say something
 * new about the case, the first on which the plan was no longer the one remembered.
 */
function dayItHappened(
  planning: Planning,
  store: Store,
  before: MemoryRow,
  planned: PlannedCase,
  today: CivilDate,
): CivilDate {
  for (const day of turningDays(planned, before.plannedOn, today)) {
    const then = planning.planRecord(store, planned.person, day)
    if (bodyOf(then) !== before.body) return day
  }
  return today
}

/** Days after `from`, up to today, on which nothing but the date can change a plan; earliest first. */
function turningDays(planned: PlannedCase, from: CivilDate, today: CivilDate): CivilDate[] {
  const { plan, facts, adoption, decisions } = planned
  const days = new Set<CivilDate>()
  const add = (day: CivilDate | null | undefined, after = 0) => {
    if (!day) return
    const turning = after === 0 ? day : addDays(day, after)
    if (turning > from && turning <= today) days.add(turning)
  }
  add(plan?.handover_start_date)
  add(plan?.handover_date)
  // A tariff or a hearing counts while it is ahead: it stops on its own day. The others pass with the day after.
  for (const date of [
    facts.tariff_expiry_date,
    facts.target_hearing_date,
    facts.parole_eligibility_date,
    facts.home_detention_curfew_eligibility_date,
    facts.early_removal_scheme_eligibility_date,
  ]) {
    add(date)
    add(date, 1)
  }
  add(adoption.from)
  for (const { kind, body } of decisions) {
    if (kind !== 'responsibility') continue
    const { from: first, until } = body as { from: CivilDate; until: CivilDate }
    add(first)
    add(until, 1)
  }
  const born = facts.date_of_birth
  if (born) add(eighteenthBirthday(born))
  return [...days].sort()
}
