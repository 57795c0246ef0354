import { listAdoptions } from '../../../../db/repositories/adoptions.ts'
import { listDecisions, lastDecisions } from '../../../../db/repositories/decisions.ts'
import { listPeople } from '../../../../db/repositories/people.ts'
import type { DecisionRecord, ReadDb, Store, StoredPerson } from '../../../../db/types.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Adoption } from '../../../../domain/model/adoption.ts'
import type { CaseFacts } from '../../../../domain/model/case-facts.ts'
import { FLAGS, type Flag, type Plan, type ScheduleEntry } from '../../../../domain/model/plan.ts'
import type { RuleSetId } from '../../../../domain/model/rule-set-id.ts'
import { ruleSetFor } from '../../../../domain/planning/adoption.ts'
import { responsibilityUnder } from '../../../../domain/planning/override.ts'
import { planCase } from '../../../../domain/planning/plan-case.ts'
import { scheduleMeetings } from '../../../../domain/planning/schedule-meetings.ts'
import { decidedFacts, overrideIn } from './decided.ts'
import { factsOf, homeRegionOf, statusSaysRemoval } from './facts-of.ts'
import type { PlannedCase, Planning } from './planned-case.ts'

/** `removal_possible` is also raised by the imprisonment status, which is not one of the facts the rules read. */
function withStatusFlags(plan: Plan, person: StoredPerson): Plan {
  if (!plan.in_scope || plan.flags.includes('removal_possible') || !statusSaysRemoval(person.record))
    return plan
  const raised = new Set<Flag>([...plan.flags, 'removal_possible'])
  return { ...plan, flags: FLAGS.filter((flag) => raised.has(flag)) }
}

/** The plan of one person under one rule set, with the flags only the record can raise. */
export function planUnder(person: StoredPerson, facts: CaseFacts, rules: RuleSetId, today: CivilDate) {
  const answer = planCase(facts, rules, today)
  return 'error' in answer
    ? { plan: null, missing: { field: answer.error.field, message: answer.error.message } }
    : { plan: withStatusFlags(answer, person), missing: null }
}

/** What stands decided about each case, and where in the log the last decision about it is, taken back or not. */
interface Decided {
  standing: Map<string, DecisionRecord[]>
  last: Map<string, number>
}

function decidedIn(db: ReadDb): Decided {
  const standing = new Map<string, DecisionRecord[]>()
  for (const decision of listDecisions(db)) {
    const known = standing.get(decision.personId)
    if (known === undefined) standing.set(decision.personId, [decision])
    else known.push(decision)
  }
  return { standing, last: lastDecisions(db) }
}

const NOTHING: readonly DecisionRecord[] = []

function planPerson(
  person: StoredPerson,
  decisions: readonly DecisionRecord[],
  establishment: string,
  adoptions: readonly Adoption[],
  today: CivilDate,
): PlannedCase {
  const facts = decidedFacts(factsOf(person.record, establishment), decisions)
  const adoption = ruleSetFor(facts, homeRegionOf(person.record), adoptions, today)
  const { plan, missing } = planUnder(person, facts, adoption.ruleSet, today)
  const override = overrideIn(decisions, today)
  let schedule: ScheduleEntry[] | null = null
  return {
    person,
    decisions,
    facts,
    adoption,
    rules: adoption.ruleSet,
    plan,
    missing,
    responsibility: responsibilityUnder(plan?.responsibility ?? null, override?.body ?? null),
    override,
    schedule() {
      schedule ??= plan === null ? [] : scheduleMeetings(facts, plan, adoption.ruleSet, today)
      return schedule
    },
  }
}

interface Remembered {
  revision: number
  today: CivilDate
  adoptions: readonly Adoption[]
  decided: Decided
  cases: PlannedCase[]
  byId: Map<string, PlannedCase>
}

const sameAdoptions = (a: readonly Adoption[], b: readonly Adoption[]) =>
  a.length === b.length && JSON.stringify(a) === JSON.stringify(b)

/**
 * Plans the unit on demand and remembers it until the store or the day changes. After a write only the people it touched
 * are planned again: everybody else's version, decisions, the adoptions and the day are what they were.
 */
export function createPlanning(): Planning {
  const remembered = new WeakMap<Store, Remembered>()

  function caseload(store: Store, today: CivilDate): PlannedCase[] {
    const before = remembered.get(store)
    if (before !== undefined && before.revision === store.revision && before.today === today)
      return before.cases
    const revision = store.revision
    const adoptions = listAdoptions(store.read)
    const decided = decidedIn(store.read)
    const reusable =
      before !== undefined && before.today === today && sameAdoptions(before.adoptions, adoptions)
        ? before
        : null
    const cases = listPeople(store.read).map((person) => {
      const { id } = person
      const known = reusable?.byId.get(id)
      return known !== undefined &&
        known.person.version === person.version &&
        reusable?.decided.last.get(id) === decided.last.get(id)
        ? known
        : planPerson(person, decided.standing.get(id) ?? NOTHING, store.establishment.code, adoptions, today)
    })
    const byId = new Map(cases.map((planned) => [planned.person.id, planned]))
    remembered.set(store, { revision, today, adoptions, decided, cases, byId })
    return cases
  }

  return {
    caseload,
    planRecord: (store, person, today) => {
      const known = remembered.get(store)
      const isFresh = known !== undefined && known.revision === store.revision
      const adoptions = isFresh ? known.adoptions : listAdoptions(store.read)
      const { standing } = isFresh ? known.decided : decidedIn(store.read)
      return planPerson(
        person,
        standing.get(person.id) ?? NOTHING,
        store.establishment.code,
        adoptions,
        today,
      )
    },
    factsOf: (store, record) => factsOf(record, store.establishment.code),
  }
}
