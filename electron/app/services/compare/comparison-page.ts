import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import {
  COMPARISON_LISTS,
  type ComparedSide,
  type ComparisonList,
} from '../../../../domain/model/comparison.ts'
import type { Reason } from '../../../../domain/model/plan.ts'
import type { RuleSetId } from '../../../../domain/model/rule-set-id.ts'
import { totalComparison, type ComparisonTotals } from '../../../../domain/planning/comparison-totals.ts'
import { RULE_SETS } from '../../../../domain/rule-sets/rule-sets.ts'
import { findingOf } from '../../../../domain/text/comparison.ts'
import { formatMonth } from '../../../../domain/text/dates.ts'
import { countDays } from '../../../../domain/text/status-tags.ts'
import type { UnitComparison } from './compare-unit.ts'
import { LISTS } from './comparison-lists.ts'

type Comparison = OutputOf<'compare.show'>
type Count = Comparison['counts'][number]

/** How a side is named, and its column. */
export function sideNames(side: ComparedSide, comparisons: readonly UnitComparison[], usual: RuleSetId) {
  if (side !== 'in_force') return { id: side, name: RULE_SETS[side].name, short: RULE_SETS[side].shortName }
  const others = comparisons.some(({ aRules }) => aRules !== usual)
  const name = RULE_SETS[usual].name
  return {
    id: side,
    name: others ? `In force, mostly ${name}` : `${name}, in force`,
    short: 'In force',
  }
}

const ranged = (range: ComparisonTotals['earlierBy']) => {
  if (range === null) return ''
  return range.least === range.most
    ? `by ${countDays(range.least)}`
    : `by ${range.least} to ${countDays(range.most)}`
}

const listed = (parts: readonly (readonly [number, string])[]) =>
  parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ')

/** Why there is no date, in a word or two. */
const NO_DATE_WORDS: Partial<Record<Reason, string>> = {
  determinate_short: 'short',
  recall_case: 'recalled',
  immigration_case: 'immigration',
  release_date_unknown: 'no release date',
  outside_omic: 'outside OMiC',
}

/** The reasons of cases with a date in neither, the commonest first. */
function whyNone(comparisons: readonly UnitComparison[]): string {
  const reasons = new Map<string, number>()
  for (const { compared, b } of comparisons) {
    if (compared.move !== 'none' || b.plan === null) continue
    const words = NO_DATE_WORDS[b.plan.reason] ?? 'hearing far off'
    reasons.set(words, (reasons.get(words) ?? 0) + 1)
  }
  const parts = [...reasons].sort(([, x], [, y]) => y - x)
  return listed(parts.map(([words, count]) => [count, words] as const))
}

/** What it would change, as the page lists it; the usual six always, the others only where they count somebody. */
function countsOf(comparisons: readonly UnitComparison[], totals: ComparisonTotals): Count[] {
  const { moves, stays } = totals
  const row = (list: ComparisonList, count: number, says: string, detail = ''): Count => ({
    list,
    count,
    says,
    detail,
  })
  const always = [
    row('earlier', moves.earlier, 'would be handed over earlier', ranged(totals.earlierBy)),
    row('later', moves.later, 'would be handed over later', ranged(totals.laterBy)),
    row(
      'same',
      moves.same,
      'would not move',
      listed([
        [stays.with_com, 'already handed over'],
        [stays.early_allocation, 'early allocation'],
      ]),
    ),
    row('none', moves.none, 'have no handover date in either', whyNone(comparisons)),
    row('past_at_once', totals.pastAtOnce, 'would be past handover at once', withoutCom(totals)),
    row(
      'meetings_late',
      totals.meetingsLate,
      totals.meetingsLate === 1 ? 'meeting would be late at once' : 'meetings would be late at once',
      totals.meetingsHeld === 0 ? '' : `${totals.meetingsHeld} already held and kept`,
    ),
  ]
  const others = [
    row('gains', moves.gains, 'would get a handover date'),
    row('loses', moves.loses, 'would have no handover date any more'),
    row('newly_short', totals.newlyShort, 'would be short sentences', 'COM responsible from the start'),
    row('no_longer_short', totals.noLongerShort, 'would no longer be short sentences'),
    row('not_planned', moves.not_planned, 'cannot be compared', 'a fact the rules need is missing'),
  ]
  return [...always, ...others.filter(({ count }) => count > 0)]
}

function withoutCom({ pastAtOnce, withoutCom }: ComparisonTotals): string {
  if (pastAtOnce === 0) return ''
  if (withoutCom === 0) return pastAtOnce === 1 ? 'with a COM' : 'all have a COM'
  return `${withoutCom} of them ${withoutCom === 1 ? 'has' : 'have'} no COM`
}

/** `Nov 26`, `Dec`, `Jan 27`: the year where it is new. */
function monthLabel(month: string, at: number): string {
  const name = formatMonth(month).slice(0, 3)
  return at === 0 || month.endsWith('-01') ? `${name} ${month.slice(2, 4)}` : name
}

/** The whole comparison as the page shows it; `comparisons` are the cases in scope. */
export function comparisonPage(
  comparisons: readonly UnitComparison[],
  { a, b, usual }: { a: ComparedSide; b: RuleSetId; usual: RuleSetId },
  today: CivilDate,
): Comparison {
  const compared = comparisons.map((one) => one.compared)
  const totals = totalComparison(compared, today)
  return {
    today,
    cases: totals.cases,
    a: sideNames(a, comparisons, usual),
    b: { id: b, name: RULE_SETS[b].name, short: RULE_SETS[b].shortName },
    finding: findingOf(compared, totals),
    handovers: [
      { label: 'At once', a: 0, b: totals.pastAtOnce },
      ...totals.handovers.map(({ month, ...pair }, at) =>
        Object.assign({ label: monthLabel(month, at) }, pair),
      ),
    ],
    counts: countsOf(comparisons, totals),
    lists: COMPARISON_LISTS.map((list) => ({
      list,
      title: LISTS[list].title,
      people: comparisons.filter(LISTS[list].has).length,
    })),
    byPom: totals.byPom,
    meetings: totals.meetings.map((each) => Object.assign({ label: formatMonth(each.month) }, each)),
  }
}
