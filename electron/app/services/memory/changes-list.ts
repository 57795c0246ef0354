import { formerPlansSince, type FormerPlanRecord } from '../../../../db/repositories/plan-memory.ts'
import type { Store } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { addDays } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { PLAN_CHANGES, type PlanChange } from '../../../../domain/model/remembered-plan.ts'
import {
  causeInWords,
  CHANGE_TAGS,
  changeSentence,
  handoverInWords,
} from '../../../../domain/text/plan-changes.ts'
import type { Unit, UnitCase } from '../caseload/unit-view.ts'

type ChangesList = OutputOf<'changes.list'>
export type ChangeRow = ChangesList['rows'][number]

/** For how long a change is news. */
export const NEWS_DAYS = 28

function rowOf(record: FormerPlanRecord, { name, prisonNumber, planned }: UnitCase): ChangeRow {
  const { was, now, kinds, causes } = record
  return {
    personId: record.personId,
    name,
    prisonNumber,
    id: record.id,
    happenedOn: record.happenedOn,
    at: record.at,
    by: record.byName,
    tags: kinds.slice(0, 3).map((kind) => CHANGE_TAGS[kind]),
    was: handoverInWords(was),
    now: handoverInWords(now),
    dateMoved: was.handover !== now.handover,
    sentence: changeSentence(record),
    because: causes.map(causeInWords),
    pom: planned.person.record.pom_name ?? null,
  }
}

interface Known {
  record: FormerPlanRecord
  one: UnitCase
}

const worstOf = ({ record: { kinds } }: Known) => PLAN_CHANGES.indexOf(kinds[0] ?? 'other')

/** The changes of the last four weeks of the cases given: the worst kind first, and of a kind the newest. */
function changesOf(store: Store, unit: Unit, cases: readonly UnitCase[]): Known[] {
  const wanted = new Set(cases.map(({ personId }) => personId))
  return formerPlansSince(store.read, addDays(unit.today, -NEWS_DAYS)).flatMap((record) => {
    const one = unit.byId.get(record.personId)
    // A flag that came or went with every date as it was is told on the case alone.
    const isNews = record.kinds[0] !== 'other'
    return one !== undefined && isNews && wanted.has(record.personId) ? [{ record, one }] : []
  })
}

export function changesListOf(
  store: Store,
  unit: Unit,
  cases: readonly UnitCase[],
  asked: PlanChange | null,
): ChangesList {
  const known = changesOf(store, unit, cases)
  const counts = new Map<PlanChange, number>()
  for (const { record } of known)
    for (const kind of record.kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const shown = asked === null ? known : known.filter(({ record }) => record.kinds.includes(asked))
  return {
    since: addDays(unit.today, -NEWS_DAYS),
    total: known.length,
    kinds: PLAN_CHANGES.filter((kind) => counts.has(kind)).map((kind) => ({
      kind,
      label: CHANGE_TAGS[kind].text,
      count: counts.get(kind) ?? 0,
    })),
    rows: shown
      .sort((a, b) => worstOf(a) - worstOf(b) || b.record.seq - a.record.seq)
      .map(({ record, one }) => rowOf(record, one)),
  }
}

/** The newest few, for a page that says what moved. */
export function newestChanges(
  store: Store,
  unit: Unit,
  cases: readonly UnitCase[],
  most: number,
): { rows: ChangeRow[]; total: number } {
  const known = changesOf(store, unit, cases)
  const newest = [...known].sort((a, b) =>
    a.record.happenedOn === b.record.happenedOn
      ? worstOf(a) - worstOf(b) || b.record.seq - a.record.seq
      : a.record.happenedOn < b.record.happenedOn
        ? 1
        : -1,
  )
  return { rows: newest.slice(0, most).map(({ record, one }) => rowOf(record, one)), total: known.length }
}

/** Whether a change is news since a day: it happened then or later, or was noticed only then. */
export const happenedSince = (
  { happenedOn, at }: Pick<ChangeRow, 'happenedOn' | 'at'>,
  since: CivilDate,
): boolean => happenedOn > since || at.slice(0, 10) > since
