import type { OutputOf } from '../../../../domain/contract/index.ts'
import { RULE_SET_IDS, type RuleSetId } from '../../../../domain/model/rule-set-id.ts'
import { planDates } from '../../../../domain/planning/plan-dates.ts'
import { isProblem } from '../../../../domain/planning/plan-problem.ts'
import { RULE_SETS } from '../../../../domain/rule-sets/rule-sets.ts'
import { EXAMPLE_DAY, exampleFor, usualRow } from '../../../../domain/rule-sets/worked-examples.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { handoverSum } from '../../../../domain/text/deciding-row.ts'
import { REASON_TEXT, RESPONSIBILITY_TEXT } from '../../../../domain/text/reasons.ts'

type Shown = OutputOf<'rules.show'>['ruleSets'][number]
type Example = Shown['example']

function workedExample(rules: RuleSetId, row: number): Example | null {
  const found = exampleFor(rules, row)
  if (found === undefined) return null
  const dates = planDates(found.facts, rules, EXAMPLE_DAY)
  if (isProblem(dates)) return null
  return {
    title: found.title,
    sum: handoverSum(found.facts, rules, EXAMPLE_DAY) ?? '',
    result:
      dates.handover_date === null
        ? dates.responsibility === null
          ? 'Outside offender management in custody'
          : `${RESPONSIBILITY_TEXT[dates.responsibility]}, with no handover date`
        : `Handover ${formatDate(dates.handover_date)}`,
  }
}

/** The case a set is known by, in one sentence: a fixed sentence released on 15 July 2027, under each. */
export function sameCaseUnder(rules: RuleSetId): string {
  const example = workedExample(rules, usualRow(rules)) ?? NO_EXAMPLE
  return `${example.title}: ${example.result.charAt(0).toLowerCase()}${example.result.slice(1)}.`
}

const NO_EXAMPLE: Example = { title: '', sum: '', result: '' }

/** The four rule sets, row by row, each row with a case worked by the planner itself. */
export function shownRuleSets(inForceFor: (rules: RuleSetId) => string[]): Shown[] {
  return RULE_SET_IDS.map((id) => {
    const set = RULE_SETS[id]
    return {
      id,
      name: set.name,
      summary: set.summary,
      source: set.source,
      effective: set.effective,
      confidence: set.confidence,
      start: set.openPrisonStart
        ? 'The COM supports from the handover date; for indeterminate cases in open conditions, from arrival at the open prison (men) or from the open category (women), if that is earlier.'
        : 'The COM supports from the handover date, unless a row says otherwise.',
      clamp: set.rows.some(({ clamped }) => clamped)
        ? 'A date before the sentence start becomes the sentence start.'
        : 'A date before the sentence start stays as it is counted, and is flagged.',
      inForceFor: inForceFor(id),
      example: workedExample(id, usualRow(id)) ?? NO_EXAMPLE,
      rows: set.rows.map(({ number, condition, result, reason }) => ({
        number,
        condition,
        result,
        reason: REASON_TEXT[reason],
        example: workedExample(id, number),
      })),
    }
  })
}
