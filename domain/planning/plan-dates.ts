import type { CivilDate } from '../dates/civil-date.ts'
import { pack, unpack, type PackedDate } from '../dates/packed-date.ts'
import type { CaseFacts } from '../model/case-facts.ts'
import type { PlanDates, Reason, Responsibility } from '../model/plan.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'
import type { RuleRow, RuleSet } from '../rule-sets/rule-set.ts'
import { RULE_SETS } from '../rule-sets/rule-sets.ts'
import { isBefore18, readRelease, showsSentence, work } from './case-work.ts'
import { countBack, startInOpenPrison } from './count-back.ts'
import type { PlanProblem } from './plan-problem.ts'
import { isShort, MEETS } from './row-tests.ts'

export { isRecalled } from './case-work.ts'

// The one place policy dates are worked out. It runs the rows of the rule sets as they are written there.

/** A rule set made ready to run. */
interface Program {
  set: RuleSet
  tests: ((facts: CaseFacts) => boolean)[]
}

function makeProgram(rules: RuleSetId): Program {
  const set = RULE_SETS[rules]
  return { set, tests: set.rows.map(({ test }) => MEETS[test]) }
}

const NATIONAL = makeProgram('national-2023')
const DAY_1 = makeProgram('day-1-2021')
const ENHANCED = makeProgram('enhanced-7-5')
const PRE_RELEASE = makeProgram('pre-release-5')

const MISSING_COHORT: PlanProblem = {
  error: {
    code: 'missing_fact',
    field: 'legacy_cohort',
    message: 'The Day 1 rules need to know whether this is a legacy NPS or legacy CRC case',
  },
}

/**
 * Who is responsible on `today`, why, and the days that decide it. `facts` must have passed `checkFacts` (real ISO
 * dates). Cheap: below a third of a microsecond, allocating only the result.
 */
export function planDates(facts: CaseFacts, rules: RuleSetId, today: CivilDate): PlanDates | PlanProblem {
  work.row = null
  work.today = pack(today)
  const status = facts.legal_status
  const birth = facts.date_of_birth
  if (status === 'remand' || status === 'unsentenced' || status === 'civil') return outside()
  if (birth && isBefore18(birth, work.today)) return outside()
  work.isIndeterminate = facts.is_indeterminate === true
  work.isRecalled = status === 'recall' || facts.recalled === true
  work.isImmigration = status === 'immigration' || facts.immigration === true
  readRelease(facts)
  if (work.sentenceStart === 0 && work.release === 0 && !showsSentence(facts)) return outside()
  const { tests, set } = programOf(rules)
  for (let at = 0; at < tests.length; at += 1) {
    const row = set.rows[at] as RuleRow
    if (row.needsCohort && !facts.legacy_cohort) return MISSING_COHORT
    if ((tests[at] as Program['tests'][number])(facts)) return decide(row, facts, set.openPrisonStart)
  }
  throw new Error(`No row of ${rules} matched: its last row must take every case`)
}

function outside(): PlanDates {
  return outcome(false, null, 'outside_omic', 0, 0)
}

function decide(row: RuleRow, facts: CaseFacts, openPrisonStart: boolean): PlanDates {
  work.row = row
  const reason =
    row.reasonIf !== null && reasonFactHolds(row.reasonIf.fact, facts) ? row.reasonIf.reason : row.reason
  if (row.outcome.kind === 'no_dates') return outcome(true, row.outcome.responsibility, reason, 0, 0)
  countBack(row.outcome, facts)
  if (openPrisonStart && work.isIndeterminate) startInOpenPrison(facts)
  let { start, handover } = work
  if (row.clamped) {
    // An unknown sentence start is 0, before every date: nothing is moved.
    if (start < work.sentenceStart) start = work.sentenceStart
    if (handover < work.sentenceStart) handover = work.sentenceStart
  }
  const { today } = work
  return outcome(
    true,
    today < start ? 'pom' : today < handover ? 'pom_with_com' : 'com',
    reason,
    start,
    handover,
  )
}

function outcome(
  inScope: boolean,
  responsibility: Responsibility | null,
  reason: Reason,
  start: PackedDate,
  handover: PackedDate,
): PlanDates {
  return {
    in_scope: inScope,
    responsibility,
    reason,
    handover_start_date: start === 0 ? null : unpack(start),
    handover_date: handover === 0 ? null : unpack(handover),
    earliest_release:
      inScope && work.release !== 0 ? { type: work.releaseType, date: unpack(work.release) } : null,
  }
}

function programOf(rules: RuleSetId): Program {
  switch (rules) {
    case 'national-2023':
      return NATIONAL
    case 'day-1-2021':
      return DAY_1
    case 'enhanced-7-5':
      return ENHANCED
    case 'pre-release-5':
      return PRE_RELEASE
  }
}

function reasonFactHolds(fact: 'open_conditions' | 'parole_date' | 'determinate', facts: CaseFacts): boolean {
  if (fact === 'open_conditions') return facts.in_open_conditions === true
  if (fact === 'parole_date') return work.releaseType === 'PED'
  return !work.isIndeterminate
}

/** Whether the case just planned is short, whatever row decided. */
export function lastCaseIsShort(): boolean {
  return work.release !== 0 && isShort()
}
