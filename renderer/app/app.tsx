import { useEffect } from 'react'
import { MemoryRouter, useNavigate } from 'react-router'
import { useQuery } from '../api/use-query.ts'
import { SessionContext } from '../api/use-session.ts'
import { useUi } from '../state/ui-store.ts'
import { AppRoutes, fetchFirst } from './app-routes.tsx'
import { FaultBoundary } from './fault-boundary.tsx'
import { StartFailed } from './start-failed.tsx'

/** The whole of the pages. `at` is the first route, for tests and benchmarks; `#/today` in the address does the same. */
export function App({ at }: { at?: string }) {
  const first = at ?? (location.hash.startsWith('#/') ? location.hash.slice(1) : '/')
  fetchFirst(first)
  return (
    // Not as a transition: going somewhere is drawn in the click itself, with no turn of the event loop between.
    <MemoryRouter initialEntries={[first]} useTransitions={false}>
      <FaultBoundary>
        <Session />
      </FaultBoundary>
    </MemoryRouter>
  )
}

function Session() {
  const status = useQuery('session.status', {})
  useFreshSession(status.data?.state)
  if (status.error && !status.data) return <StartFailed message={status.error.message} />
  if (!status.data) return null
  return (
    <SessionContext value={status.data}>
      <AppRoutes status={status.data} refetch={status.refetch} />
    </SessionContext>
  )
}

/** Locking leaves nothing of one person's session to the next; unlocking begins at Today. */
function useFreshSession(state: string | undefined) {
  const navigate = useNavigate()
  useEffect(() => {
    if (state !== 'locked') return
    useUi.getState().reset()
    // Whoever unlocks next begins at their own Today, not at the last person's case.
    void navigate('/', { replace: true })
  }, [state, navigate])
}
