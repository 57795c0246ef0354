import { useSession } from '../api/use-session.ts'
import { useUi, type ScopeChoice } from './ui-store.ts'

/** Whose cases lists show. POMs begin with their own; others with the unit. One choice for the whole window. */
export function useScope(): { scope: ScopeChoice; choose: (scope: ScopeChoice) => void; canChoose: boolean } {
  const { user } = useSession()
  const chosen = useUi((ui) => ui.scope)
  const choose = useUi((ui) => ui.setScope)
  const holdsCases = user?.role === 'pom' || user?.role === 'head_of_omu'
  const scope = holdsCases ? (chosen ?? (user.role === 'pom' ? 'mine' : 'unit')) : 'unit'
  return { scope, choose, canChoose: holdsCases }
}
