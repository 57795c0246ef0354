import { useSearchParams } from 'react-router'
import type { InputOf, OutputOf } from '../../../domain/contract/index.ts'
import { RULE_SET_IDS, type RuleSetId } from '../../../domain/model/rule-set-id.ts'

export type Comparison = OutputOf<'compare.show'>
export type Side = Comparison['a']['id']
export type PeopleList = InputOf<'compare.people'>['list']
/** What stands under the chart: people, or one of two tables of counts. */
export type Below = PeopleList | 'by_pom' | 'meetings'

const LISTS: Record<PeopleList, true> = {
  past_at_once: true,
  moved: true,
  earlier: true,
  later: true,
  same: true,
  none: true,
  gains: true,
  loses: true,
  newly_short: true,
  no_longer_short: true,
  meetings_late: true,
  not_planned: true,
}

const ruleSet = (text: string | null): RuleSetId | undefined => RULE_SET_IDS.find((id) => id === text)

export const isPeople = (below: Below): below is PeopleList => below !== 'by_pom' && below !== 'meetings'

function belowOf(text: string | null): Below {
  if (text === 'by_pom' || text === 'meetings') return text
  return text !== null && Object.hasOwn(LISTS, text) ? (text as PeopleList) : 'past_at_once'
}

/** What the route asks for. B not chosen is left to the app. */
export function useComparisonRoute() {
  const [params, setParams] = useSearchParams()
  const a: Side = ruleSet(params.get('a')) ?? 'in_force'
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
