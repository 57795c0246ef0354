import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { CaseFacts } from '../../domain/model/case-facts.ts'
import type { Plan } from '../../domain/model/plan.ts'
import { checkFacts } from '../../domain/planning/check-facts.ts'
import { planCase } from '../../domain/planning/plan-case.ts'
import { planDates } from '../../domain/planning/plan-dates.ts'
import { scheduleCase } from '../../domain/planning/schedule-case.ts'
import { BENCH_RULES, BENCH_TODAY, madeUpFacts } from './made-up-facts.ts'
import type { Print } from './run.ts'

/** Kept so that no work can be found useless and dropped. */
let kept = 0

/**
 * Planning rates in one thread: facts with ISO dates in memory to plans with ISO dates. The baseline is a bare kernel
 * that does the sums of one rule row and nothing else, in the same run.
 */
export async function bench(print: Print): Promise<void> {
  const large = madeUpFacts(100_000)
  const small = large.slice(0, 1000)
  const [bare, datesSmall, datesLarge, schedulesSmall, schedulesLarge, checking, whole] = rates([
    [small, bareKernel],
    [small, planOnlyDates],
    [large, planOnlyDates],
    [small, planWithSchedule],
    [large, planWithSchedule],
    [large, check],
    [large, planWhole],
  ]) as [number, number, number, number, number, number, number]
  const perSecond = (name: string, value: number, n: number) =>
    print({ name, value, unit: 'cases/s', baseline: bare, ratio: value / bare, n })
  print({ name: 'bare kernel', value: bare, unit: 'cases/s', baseline: null, ratio: null, n: 1000 })
  perSecond('plan, dates only', datesSmall, 1000)
  perSecond('plan, dates only', datesLarge, 100_000)
  perSecond('plan with the whole schedule', schedulesSmall, 1000)
  perSecond('plan with the whole schedule', schedulesLarge, 100_000)
  const each = (name: string, small: number, large: number) =>
    print({
      name,
      value: 1e9 / large,
      unit: 'ns/case',
      baseline: 1e9 / small,
      ratio: small / large,
      n: 100_000,
    })
  each('cost a case at 100,000 against 1,000, dates only', datesSmall, datesLarge)
  each('cost a case at 100,000 against 1,000, with the schedule', schedulesSmall, schedulesLarge)
  each('checking facts against planning them', whole, checking)
}

type Work = (facts: CaseFacts, at: number) => number

/**
 * Cases a second of each: the best of eight rounds of about 0.2 s, after a warm-up. The rounds take turns, so that what
 * else the machine is doing falls on all alike.
 */
function rates(subjects: [cases: CaseFacts[], work: Work][]): number[] {
  const best = subjects.map(() => 0)
  for (let round = 0; round < 9; round += 1) {
    for (const [at, [cases, work]] of subjects.entries()) {
      const rate = rateOf(cases, work)
      if (round > 0) best[at] = Math.max(best[at] ?? 0, rate)
    }
  }
  if (kept === 0) throw new Error('Nothing was planned')
  return best
}

function rateOf(cases: CaseFacts[], work: Work): number {
  const start = performance.now()
  let done = 0
  let elapsed = 0
  while (elapsed < 200) {
    for (let at = 0; at < cases.length; at += 1) kept += work(cases[at] as CaseFacts, at)
    done += cases.length
    elapsed = performance.now() - start
  }
  return done / (elapsed / 1000)
}

const rulesAt = (at: number) => BENCH_RULES[at & 3] as (typeof BENCH_RULES)[number]

const planOnlyDates: Work = (facts, at) => {
  const plan = planDates(facts, rulesAt(at), BENCH_TODAY)
  return 'error' in plan ? 0 : plan.reason.length
}

const planWhole: Work = (facts, at) => {
  const plan = planCase(facts, rulesAt(at), BENCH_TODAY)
  return 'error' in plan ? 0 : plan.flags.length + 1
}

const planWithSchedule: Work = (facts, at) => {
  const rules = rulesAt(at)
  const plan = planCase(facts, rules, BENCH_TODAY)
  return 'error' in plan ? 0 : scheduleCase(facts, plan satisfies Plan, rules, BENCH_TODAY).length + 1
}

const check: Work = (facts) => ('error' in checkFacts(facts) ? 0 : 1)

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const TWO = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'))

/** ISO release date in, ISO handover date out, 7 months and 15 days before, with who is responsible: nothing else. */
const bareKernel: Work = (facts) => {
  const release = facts.conditional_release_date ?? facts.tariff_expiry_date ?? BENCH_TODAY
  const number = (at: number) => release.charCodeAt(at) * 10 + release.charCodeAt(at + 1) - 528
  let year = number(0) * 100 + number(2)
  let month = number(5) - 7
  if (month < 1) {
    month += 12
    year -= 1
  }
  let day = Math.min(number(8), lengthOf(year, month)) - 15
  if (day < 1) {
    month -= 1
    if (month < 1) {
      month = 12
      year -= 1
    }
    day += lengthOf(year, month)
  }
  let handover = `${year}-${TWO[month] ?? ''}-${TWO[day] ?? ''}` as CivilDate
  if (facts.sentence_start_date && handover < facts.sentence_start_date) handover = facts.sentence_start_date
  const plan = { responsibility: BENCH_TODAY < handover ? 'pom' : 'com', handover_date: handover }
  return plan.responsibility.length + plan.handover_date.length
}

function lengthOf(year: number, month: number): number {
  return month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
    ? 29
    : (LENGTHS[month - 1] ?? 30)
}
