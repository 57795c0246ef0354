import { Segments } from '../components/form/segments.tsx'
import { useScope } from '../state/use-scope.ts'

const CHOICES = [
  ['mine', 'My cases'],
  ['unit', 'The unit'],
] as const

/** My cases or the unit. Nothing for roles that hold no cases: their lists are the unit's. */
export function ScopeControl() {
  const { scope, choose, canChoose } = useScope()
  if (!canChoose) return null
  return <Segments label="Whose cases" value={scope} choices={CHOICES} onChoose={choose} />
}
