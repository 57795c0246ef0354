import { listAdoptions } from '../../../../db/repositories/adoptions.ts'
import { listDecisions, lastDecisions } from '../../../../db/repositories/decisions.ts'
import { listLocalItems } from '../../../../db/repositories/local-items.ts'
import { countPeople, listPeople, peopleSince } from '../../../../db/repositories/people.ts'
import type { DecisionRecord, ReadDb, Store, StoredPerson } from '../../../../db/types.ts'
import { eighteenthBirthday } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Adoption } from '../../../../domain/model/adoption.ts'
import type { CaseFacts } from '../../../../domain/model/case-facts.ts'
import type { LocalItem } from '../../../../domain/model/local-item.ts'
import { FLAGS, type Flag, type MeetingEntry, type Plan } from '../../../../domain/model/plan.ts'
import type { RuleSetId } from '../../../../domain/model/rule-set-id.ts'
import { presenceOf } from '../../../../domain/movements/presence.ts'
import { ruleSetFor } from '../../../../domain/planning/adoption.ts'
import { localItemsInForce } from '../../../../domain/planning/local-items.ts'
import { responsibilityUnder } from '../../../../domain/planning/override.ts'
import { planCase } from '../../../../domain/planning/plan-case.ts'
import { scheduleCase, scheduleMeetings } from '../../../../domain/planning/schedule-case.ts'
import { decidedFacts, movementsIn, overrideIn, seenIn } from './decided.ts'
import { factsOf, homeRegionOf, statusSaysRemoval } from './facts-of.ts'
import type { PlannedCase, Planning } from './planned-case.ts'

/** `removal_possible` is also raised by the imprisonment status, which is not one of the facts the rules read. */
function withStatusFlags(plan: Plan, person: StoredPerson): Plan {
  if (plan.flags.includes('removal_possible') || !statusSaysRemoval(person.record)) return plan
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

/** What a plan of anybody rests on besides what is recorded of them: read once for the whole unit. */
interface Setting {
  establishment: string
  adoptions: readonly Adoption[]
  local: readonly LocalItem[]
  today: CivilDate
  /** What is in force for each home region met so far. */
  inForce: Map<string | null, readonly LocalItem[]>
}

function inForceFor(region: string | null, { local, today, inForce }: Setting): readonly LocalItem[] {
  let known = inForce.get(region)
  if (known === undefined) inForce.set(region, (known = localItemsInForce(local, region, today)))
  return known
}

function planPerson(
  person: StoredPerson,
  decisions: readonly DecisionRecord[],
  setting: Setting,
): PlannedCase {
  const { establishment, adoptions, today } = setting
  const facts = decidedFacts(factsOf(person.record, establishment), decisions)
  const region = homeRegionOf(person.record)
  const adoption = ruleSetFor(facts, region, adoptions, today)
  const rules = adoption.ruleSet
  const { plan, missing } = planUnder(person, facts, rules, today)
  const local = inForceFor(region, setting)
  const override = overrideIn(decisions, today)
  let meetings: MeetingEntry[] | null = null
  return {
    person,
    decisions,
    presence: presenceOf(movementsIn(decisions)),
    facts,
    adoption,
    rules,
    rulesAtEighteen:
      plan?.flags.includes('under_18') === true && facts.date_of_birth
        ? ruleSetFor(facts, region, adoptions, eighteenthBirthday(facts.date_of_birth)).ruleSet
        : rules,
    plan,
    missing,
    responsibility: responsibilityUnder(plan?.responsibility ?? null, override?.body ?? null),
    override,
    local,
    meetings: () => (meetings ??= plan === null ? [] : scheduleMeetings(facts, plan, rules, today, local)),
    schedule: () =>
      plan === null ? [] : scheduleCase(facts, plan, rules, today, local, seenIn(facts, decisions, today)),
  }
}

interface Remembered {
  revision: number
  setting: Setting
  decided: Decided
  cases: PlannedCase[]
  byId: Map<string, PlannedCase>
}

const isSame = (a: readonly object[], b: readonly object[]) =>
  a.length === b.length && JSON.stringify(a) === JSON.stringify(b)

/**
 * Everybody in the store: read once, and after a write only those it touched, for reading is most of what planning a unit again
 * costs. Those nothing was learned of are the same objects as before.
 */
function peopleOf(store: Store, before: Remembered | undefined): StoredPerson[] {
  if (before === undefined) return listPeople(store.read)
  const touched = new Map(peopleSince(store.read, before.revision).map((person) => [person.id, person]))
  const people = before.cases.map(({ person }) => touched.get(person.id) ?? person)
  for (const [id, person] of touched) if (!before.byId.has(id)) people.push(person)
  return people.length === countPeople(store.read) ? people : listPeople(store.read)
}

/**
 * Plans the unit on demand and remembers it until the store or the day changes. After a write only the people it touched
 * are planned again: everybody else's version, decisions, the adoptions, local ways and the day are what they were.
 */
export function createPlanning(): Planning {
  const remembered = new WeakMap<Store, Remembered>()

  function settingOf(store: Store, today: CivilDate): Setting {
    return {
      establishment: store.establishment.code,
      adoptions: listAdoptions(store.read),
      local: listLocalItems(store.read),
      today,
      inForce: new Map(),
    }
  }

  function caseload(store: Store, today: CivilDate): PlannedCase[] {
    const before = remembered.get(store)
    const isThatDay = before !== undefined && before.setting.today === today
    if (isThatDay && before.revision === store.revision) return before.cases
    const revision = store.revision
    const read = settingOf(store, today)
    const isReusable =
      isThatDay &&
      isSame(before.setting.adoptions, read.adoptions) &&
      isSame(before.setting.local, read.local)
    const reusable = isReusable ? before : null
    const setting = reusable?.setting ?? read
    const decided = decidedIn(store.read)
    const cases = peopleOf(store, before).map((person, at) => {
      const { id } = person
      // Nobody is ever taken out of a store or put between two others.
      const known = reusable?.cases[at]
      return known !== undefined &&
        known.person === person &&
        reusable?.decided.last.get(id) === decided.last.get(id)
        ? known
        : planPerson(person, decided.standing.get(id) ?? NOTHING, setting)
    })
    const byId = new Map(cases.map((planned) => [planned.person.id, planned]))
    remembered.set(store, { revision, setting, decided, cases, byId })
    return cases
  }

  return {
    caseload,
    planRecord: (store, person, today) => {
      const known = remembered.get(store)
      const isFresh = known !== undefined && known.revision === store.revision
      const setting = isFresh && known.setting.today === today ? known.setting : settingOf(store, today)
      const { standing } = isFresh ? known.decided : decidedIn(store.read)
      return planPerson(person, standing.get(person.id) ?? NOTHING, setting)
    },
    planAsKnown: (store, person, { decisions, adoptions, local }, today) =>
      planPerson(person, decisions, {
        establishment: store.establishment.code,
        adoptions,
        local,
        today,
        inForce: new Map(),
      }),
    factsOf: (store, record) => factsOf(record, store.establishment.code),
  }
}
