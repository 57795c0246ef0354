import type { CaseFacts } from '../../domain/model/case-facts.ts'
import type { RuleSetId } from '../../domain/model/rule-set-id.ts'
import { comparePlans, type CaseToCompare, type PlanToCompare } from '../../domain/planning/compare-plans.ts'
import { totalComparison } from '../../domain/planning/comparison-totals.ts'
import { planCase } from '../../domain/planning/plan-case.ts'
import { isProblem } from '../../domain/planning/plan-problem.ts'
import { scheduleMeetings } from '../../domain/planning/schedule-case.ts'
import { BENCH_TODAY, madeUpFacts } from './made-up-facts.ts'
import type { Print } from './run.ts'

const SMALL = 1_500
const LARGE = 100_000

/**
 * Comparing planned cases and counting what was found, at a large unit's size and at one no unit reaches. Baseline of the
 * second: the first, a case; its cases do not fit the processor’s caches, which about doubles what each costs.
 */
export async function bench(print: Print): Promise<void> {
  const large = madeUpFacts(LARGE).map(twoPlans)
  const small = large.slice(0, SMALL)
  const [smaller, larger] = costs([small, large]) as [number, number]
  print({
    name: 'comparing planned cases',
    value: smaller,
    unit: 'ns/case',
    baseline: null,
    ratio: null,
    n: SMALL,
  })
  print({
    name: 'comparing planned cases',
    value: larger,
    unit: 'ns/case',
    baseline: smaller,
    ratio: larger / smaller,
    n: LARGE,
  })
}

/** Nanoseconds a case of each: the best of rounds of about 0.2 s that take turns, after a warm-up. */
function costs(subjects: CaseToCompare[][]): number[] {
  const best = subjects.map(() => Infinity)
  for (let round = 0; round < 9; round += 1) {
    for (const [at, cases] of subjects.entries()) {
      const cost = costOf(cases)
      if (round > 0) best[at] = Math.min(best[at] ?? Infinity, cost)
    }
  }
  return best
}

function costOf(cases: CaseToCompare[]): number {
  const start = performance.now()
  let done = 0
  let elapsed = 0
  while (elapsed < 200) {
    const { cases: counted } = totalComparison(comparePlans(cases, BENCH_TODAY), BENCH_TODAY)
    if (counted !== cases.length) throw new Error('Not every case was counted')
    done += counted
    elapsed = performance.now() - start
  }
  return (elapsed * 1e6) / done
}

const POMS = ['Amy Thornber', 'Fay Noor', 'James Askey', null]

function twoPlans(facts: CaseFacts, at: number): CaseToCompare {
  return {
    id: String(at),
    facts,
    pom: POMS[at % POMS.length] ?? null,
    a: planUnder(facts, 'enhanced-7-5'),
    b: planUnder(facts, 'national-2023'),
    held: new Set(at % 3 === 0 ? ['mt-handover'] : []),
    arrived: null,
  }
}

function planUnder(facts: CaseFacts, rules: RuleSetId): PlanToCompare {
  const plan = planCase(facts, rules, BENCH_TODAY)
  return isProblem(plan)
    ? { plan: null, schedule: [] }
    : { plan, schedule: scheduleMeetings(facts, plan, rules, BENCH_TODAY) }
}
