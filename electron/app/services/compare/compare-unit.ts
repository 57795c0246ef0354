import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { ComparedSide } from '../../../../domain/model/comparison.ts'
import { RULE_SET_IDS, type RuleSetId } from '../../../../domain/model/rule-set-id.ts'
import { ruleSetFor } from '../../../../domain/planning/adoption.ts'
import {
  comparePlans,
  type CaseToCompare,
  type ComparedCase,
  type PlanToCompare,
} from '../../../../domain/planning/compare-plans.ts'
import { scheduleMeetings } from '../../../../domain/planning/schedule-case.ts'
import { arrivalOf } from '../caseload/tasks.ts'
import type { Unit, UnitCase } from '../caseload/unit-view.ts'
import type { PlannedCase } from '../planning/planned-case.ts'
import { planUnder } from '../planning/planning.ts'

/** One case on both sides, with the rules each side planned it under. */
export interface UnitComparison {
  one: UnitCase
  a: PlanToCompare
  b: PlanToCompare
  aRules: RuleSetId
  /** A case the COM already has under A keeps A. */
  bRules: RuleSetId
  compared: ComparedCase
}

/** One case under one rule set: what the unit has already worked out is not worked out again. */
export function planWith(planned: PlannedCase, rules: RuleSetId, today: CivilDate): PlanToCompare {
  if (rules === planned.rules) {
    return { plan: planned.plan, schedule: planned.meetings() }
  }
  const { plan } = planUnder(planned.person, planned.facts, rules, today)
  const schedule = plan === null ? [] : scheduleMeetings(planned.facts, plan, rules, today, planned.local)
  return { plan, schedule }
}

/** What the comparison needs to know of a case besides its two plans. */
export function toCompare(one: UnitCase, a: PlanToCompare, b: PlanToCompare): CaseToCompare {
  const { person, facts } = one.planned
  const held = one.tasks.filter(({ state }) => state === 'completed').map(({ task }) => task)
  return {
    id: one.personId,
    facts,
    pom: person.record.pom_name ?? null,
    a,
    b,
    held: new Set<string>(held),
    arrived: arrivalOf(facts),
  }
}

/** The first rule set that is not the establishment's own. */
export const otherThan = (usual: RuleSetId): RuleSetId => RULE_SET_IDS.find((id) => id !== usual) ?? usual

interface Remembered {
  key: string
  comparison: ReadonlyMap<string, UnitComparison>
}
const remembered = new WeakMap<Unit, Remembered>()

/**
 * Everybody in the unit under A, and under B as if it were adopted today; by person id. The last one is remembered while
 * the unit stays as it is: its counts, its people page by page and its file are asked for one after another.
 */
export function compareUnit(unit: Unit, a: ComparedSide, b: RuleSetId): ReadonlyMap<string, UnitComparison> {
  const key = `${a} ${b}`
  const known = remembered.get(unit)
  if (known?.key === key) return known.comparison
  const comparison = compareAll(unit, a, b)
  remembered.set(unit, { key, comparison })
  return comparison
}

function compareAll(unit: Unit, a: ComparedSide, b: RuleSetId): ReadonlyMap<string, UnitComparison> {
  const { today } = unit
  const sides = unit.cases.map((one) => {
    const aRules = a === 'in_force' ? one.planned.rules : a
    const bRules = rulesFromToday(one.planned, aRules, b, today)
    const planA = planWith(one.planned, aRules, today)
    const planB = bRules === aRules ? planA : planWith(one.planned, bRules, today)
    return { one, aRules, bRules, a: planA, b: planB }
  })
  const compared = comparePlans(
    sides.map((side) => toCompare(side.one, side.a, side.b)),
    today,
  )
  return new Map(
    sides.map((side, at) => [
      side.one.personId,
      Object.assign(side, { compared: compared[at] as ComparedCase }),
    ]),
  )
}

/** B, unless the COM already had the case under A before today. */
function rulesFromToday({ facts }: PlannedCase, a: RuleSetId, b: RuleSetId, today: CivilDate): RuleSetId {
  const adoptions = [
    { region: null, ruleSet: a, from: BEFORE_ALL },
    { region: null, ruleSet: b, from: today },
  ]
  return ruleSetFor(facts, null, adoptions, today).ruleSet
}
const BEFORE_ALL = '1900-01-01' as CivilDate
