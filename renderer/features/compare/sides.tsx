import { useSession } from '../../api/use-session.ts'
import type { Comparison } from './comparison-route.ts'

interface SidesProps {
  comparison: Comparison
  onA: (id: string) => void
  onB: (id: string) => void
}

/** Which rules against which, each beside the look of its bars. */
export function Sides({ comparison: { a, b }, onA, onB }: SidesProps) {
  const { ruleSets } = useSession()
  const sets = ruleSets.map(({ id, name }) => [id, name] as const)
  const inForce = a.id === 'in_force' ? a.name : 'The rules in force'
  return (
    <div className="desk-compare__sides">
      <Swatch striped={false} />
      <Choice
        id="compare-a"
        label="Rules shown solid"
        value={a.id}
        options={[['in_force', inForce], ...sets]}
        onChoose={onA}
      />
      <strong>against</strong>
      <Swatch striped />
      <Choice id="compare-b" label="Rules shown striped" value={b.id} options={sets} onChoose={onB} />
    </div>
  )
}

function Choice(props: {
  id: string
  label: string
  value: string
  options: readonly (readonly [string, string])[]
  onChoose: (value: string) => void
}) {
  return (
    <>
      <label className="govuk-visually-hidden" htmlFor={props.id}>
        {props.label}
      </label>
      <select
        className="govuk-select"
        id={props.id}
        value={props.value}
        onChange={(event) => props.onChoose(event.target.value)}
      >
        {props.options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </>
  )
}

function Swatch({ striped }: { striped: boolean }) {
  return (
    <svg className="desk-compare__swatch" width="19" height="19" aria-hidden="true" focusable="false">
      {striped ? (
        <>
          <rect className="desk-chart__ground" x="1" y="1" width="17" height="17" />
          <path className="desk-chart__stripe" d="M1 7 7 1M1 13 13 1M2 18 18 2M7 18 18 7M13 18 18 13" />
          <rect className="desk-chart__edge" x="1" y="1" width="17" height="17" />
        </>
      ) : (
        <rect className="desk-chart__solid" width="19" height="19" />
      )}
    </svg>
  )
}
