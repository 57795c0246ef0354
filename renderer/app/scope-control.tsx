import { useSession } from '../api/use-session.ts'
import { Segments } from '../components/form/segments.tsx'
import { showShortDate } from '../components/text/show-date.ts'
import { useScope } from '../state/use-scope.ts'

/** My cases, those I cover or the unit. Nothing for roles that hold no cases: their lists are the unit's. */
export function ScopeControl() {
  const { scope, choose, canChoose, choices } = useScope()
  const { covering } = useSession()
  if (!canChoose) return null
  return (
    <>
      <Segments label="Whose cases" value={scope} choices={choices} onChoose={choose} />
      {scope === 'covering' && (
        <span className="desk-second desk-second--inline">
          for {covering.map(({ name, until }) => `${name} until ${showShortDate(until)}`).join(', ')}
        </span>
      )}
    </>
  )
}
