import { useSession } from '../api/use-session.ts'
import { useUi, type ScopeChoice } from './ui-store.ts'

type Choices = readonly (readonly [ScopeChoice, string])[]

const MINE = ['mine', 'My cases'] as const
const COVERING = ['covering', 'Covering'] as const
const UNIT = ['unit', 'The unit'] as const

/** Whose cases lists show, and what may be chosen. POMs begin with their own; others with the unit. One choice for the whole window. */
export function useScope(): {
  scope: ScopeChoice
  choose: (scope: ScopeChoice) => void
  canChoose: boolean
  choices: Choices
} {
  const { user, covering } = useSession()
  const chosen = useUi((ui) => ui.scope)
  const choose = useUi((ui) => ui.setScope)
  const holdsCases = user?.role === 'pom' || user?.role === 'head_of_omu'
  const choices: Choices = covering.length === 0 ? [MINE, UNIT] : [MINE, COVERING, UNIT]
  // Cover ends by itself: what was chosen yesterday may be no choice today.
  const isChoice = choices.some(([value]) => value === chosen)
  const usual = user?.role === 'pom' ? 'mine' : 'unit'
  const scope = holdsCases ? ((isChoice ? chosen : null) ?? usual) : 'unit'
  return { scope, choose, canChoose: holdsCases, choices }
}
