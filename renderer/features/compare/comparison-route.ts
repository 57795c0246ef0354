import { useSearchParams } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { COMPARISON_LISTS, type ComparedSide, type ComparisonList } from '../../../domain/model/comparison.ts'
import { RULE_SET_IDS, type RuleSetId } from '../../../domain/model/rule-set-id.ts'

export type Comparison = OutputOf<'compare.show'>
/** What stands under the chart: people, or one of two tables of counts. */
export type Below = ComparisonList | 'by_pom' | 'meetings'

const ruleSet = (text: string | null): RuleSetId | undefined => RULE_SET_IDS.find((id) => id === text)

export const isPeople = (below: Below): below is ComparisonList => below !== 'by_pom' && below !== 'meetings'

function belowOf(text: string | null): Below {
  if (text === 'by_pom' || text === 'meetings') return text
  return COMPARISON_LISTS.find((list) => list === text) ?? 'past_at_once'
}

/** What the route asks for. B not chosen is left to the app. */
export function useComparisonRoute() {
  const [params, setParams] = useSearchParams()
  const a: ComparedSide = ruleSet(params.get('a')) ?? 'in_force'
  const b = ruleSet(params.get('b'))
  const below = belowOf(params.get('show'))
  const sides = { a, ...(b === undefined ? {} : { b }) }
  return {
    sides,
    below,
    chooseA: (id: string) => setParams({ ...Object.fromEntries(params), a: id }, { replace: true }),
    chooseB: (id: string) => setParams({ ...Object.fromEntries(params), b: id }, { replace: true }),
    pathTo: (show: Below) => `/compare?${new URLSearchParams({ ...sides, show }).toString()}`,
  }
}
