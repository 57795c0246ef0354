import { listTasks } from '../../../../db/repositories/tasks.ts'
import type { Store } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Adoption } from '../../../../domain/model/adoption.ts'
import type { LocalItem } from '../../../../domain/model/local-item.ts'
import { PLAN_CHANGES, type PlanChange } from '../../../../domain/model/remembered-plan.ts'
import { planChanges, type HeldMeeting } from '../../../../domain/planning/plan-changes.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import {
  CHANGE_TAGS,
  countedCases,
  countedChange,
  handoverInWords,
} from '../../../../domain/text/plan-changes.ts'
import { nameOf } from '../caseload/unit-view.ts'
import { bodyOf, rememberedOf } from '../memory/remembered.ts'
import { isPresent, type PlannedCase, type Planning } from '../planning/planned-case.ts'

type Effect = OutputOf<'rules.previewItem'>
type Row = Effect['rows'][number]

/** No more rows are shown: the counts speak of all. */
const MOST = 100

export interface Unsaved {
  adoptions: readonly Adoption[]
  local: readonly LocalItem[]
}

/** One case as it would be on a day without and with what is about to be recorded. */
export interface Pair {
  before: PlannedCase
  after: PlannedCase
}

/** Every case of the store planned twice for `on`: as things stand, and as they would. Nothing is written. */
export function pairsOf(
  planning: Planning,
  store: Store,
  asIs: Unsaved,
  asWouldBe: Unsaved,
  on: CivilDate,
): Pair[] {
  return planning
    .caseload(store, on)
    .filter(isPresent)
    .map(({ person, decisions }) => ({
      before: planning.planAsKnown(store, person, { ...asIs, decisions }, on),
      after: planning.planAsKnown(store, person, { ...asWouldBe, decisions }, on),
    }))
}

const refOf = ({ person }: PlannedCase) => ({
  personId: person.id,
  name: nameOf(person.record),
  prisonNumber: person.record.prison_number ?? '',
  pom: person.record.pom_name ?? null,
})

function rowsSorted(rows: { worst: number; row: Row }[]): Row[] {
  return rows
    .sort((a, b) => a.worst - b.worst || (a.row.name < b.row.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ row }) => row)
}

/** What would happen to the plans themselves: dates, responsibility, short cases, meetings already held. */
export function planEffect(store: Store, pairs: readonly Pair[], on: CivilDate): Effect {
  const held = new Map<string, HeldMeeting[]>()
  for (const { personId, task, doneOn } of listTasks(store.read))
    if (doneOn !== null) held.set(personId, [...(held.get(personId) ?? []), { id: task, on: doneOn }])
  const counts = new Map<PlanChange, number>()
  const rows: { worst: number; row: Row }[] = []
  for (const { before, after } of pairs) {
    if (bodyOf(before) === bodyOf(after)) continue
    const [was, now] = [rememberedOf(before), rememberedOf(after)]
    const kinds = planChanges(was, now, held.get(after.person.id) ?? [], on)
    for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    rows.push({
      worst: PLAN_CHANGES.indexOf(kinds[0] ?? 'other'),
      row: {
        ...refOf(after),
        was: handoverInWords(was),
        now: handoverInWords(now),
        tags: kinds.slice(0, 3).map((kind) => CHANGE_TAGS[kind]),
      },
    })
  }
  return {
    revision: store.revision,
    on,
    cases: pairs.length,
    changed: rows.length,
    counts: PLAN_CHANGES.filter((kind) => counts.has(kind)).map((kind) => ({
      label: countedChange(kind, counts.get(kind) ?? 0),
      count: counts.get(kind) ?? 0,
    })),
    rows: rowsSorted(rows),
  }
}

const entryWords = (planned: PlannedCase, item: string): string => {
  const entry = planned.schedule().find(({ id }) => id === item)
  if (entry === undefined) return 'not asked for'
  return entry.due === null ? 'no day given' : formatDate(entry.due)
}

const OUTCOMES = ['Would get it', 'Would lose it', 'Would move', 'Other owner'] as const
const OUTCOME_WOULD: Readonly<Record<(typeof OUTCOMES)[number], string>> = {
  'Would get it': 'would get it',
  'Would lose it': 'would lose it',
  'Would move': 'would have it on another day',
  'Other owner': 'would have it under another owner',
}

/** What would happen to one dated item of each case: who would get it, lose it, or have it on another day. */
export function itemEffect(store: Store, pairs: readonly Pair[], item: string, on: CivilDate): Effect {
  const counts = new Map(OUTCOMES.map((outcome) => [outcome, 0]))
  const rows: { worst: number; row: Row }[] = []
  const entryOf = (planned: PlannedCase) => planned.schedule().find(({ id }) => id === item)
  for (const { before, after } of pairs) {
    const [was, now] = [entryOf(before), entryOf(after)]
    const outcome = outcomeOf(was, now)
    if (outcome === null) continue
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
    rows.push({
      worst: OUTCOMES.indexOf(outcome),
      row: {
        ...refOf(after),
        was: entryWords(before, item),
        now: entryWords(after, item),
        tags: [{ text: outcome, tone: 'changed' }],
      },
    })
  }
  return {
    revision: store.revision,
    on,
    cases: pairs.length,
    changed: rows.length,
    counts: [...counts]
      .filter(([, count]) => count > 0)
      .map(([outcome, count]) => ({ label: countedCases(OUTCOME_WOULD[outcome], count), count })),
    rows: rowsSorted(rows),
  }
}

type Entry = ReturnType<PlannedCase['schedule']>[number] | undefined

function outcomeOf(was: Entry, now: Entry): (typeof OUTCOMES)[number] | null {
  if (was === undefined) return now === undefined ? null : 'Would get it'
  if (now === undefined) return 'Would lose it'
  if (was.due !== now.due) return 'Would move'
  return was.owner === now.owner ? null : 'Other owner'
}
