import { EventMark } from '../../components/calendar/event-mark.tsx'
import type { ScopeChoice } from '../../state/ui-store.ts'
import { useScope } from '../../state/use-scope.ts'
import { KIND_GROUPS, type Kind } from './calendar-filters.ts'

interface FilterPanelProps {
  scope: ScopeChoice
  /** Null where the role has no cases of its own. */
  onScope: ((scope: ScopeChoice) => void) | null
  hidden: ReadonlySet<Kind>
  onTurn: (kind: Kind) => void
  onClear: () => void
  /** Bands are drawn in the month only. */
  month: boolean
}

/** Whose cases and which kinds, beside the shapes that stand for them: the legend and the filter are one. */
export function FilterPanel(props: FilterPanelProps) {
  return (
    <div className="desk-show">
      <h2 className="desk-show__title">Show</h2>
      {props.onScope !== null && <Scope scope={props.scope} onScope={props.onScope} />}
      {KIND_GROUPS.map((group) => (
        <fieldset className="desk-show__group" key={group.title}>
          <legend>{group.title}</legend>
          {group.kinds
            .filter(({ kind }) => kind !== 'windows' || props.month)
            .map(({ kind, label }) => (
              <label className="desk-choice" key={kind}>
                <input
                  type="checkbox"
                  checked={!props.hidden.has(kind)}
                  onChange={() => props.onTurn(kind)}
                />
                <span className="desk-choice__box" aria-hidden="true" />
                {kind === 'windows' ? (
                  <span className="desk-choice__band" aria-hidden="true" />
                ) : (
                  <EventMark shape={kind} />
                )}
                {label}
              </label>
            ))}
        </fieldset>
      ))}
      <p className="desk-show__kept">
        Kept for you.{' '}
        <button type="button" className="desk-link-button" onClick={props.onClear}>
          Clear <span className="govuk-visually-hidden">what is hidden</span>
        </button>
      </p>
    </div>
  )
}

function Scope({ scope, onScope }: { scope: ScopeChoice; onScope: (scope: ScopeChoice) => void }) {
  const { choices } = useScope()
  return (
    <fieldset className="desk-show__group">
      <legend>Whose</legend>
      {choices.map(([value, label]) => (
        <label className="desk-choice desk-choice--one" key={value}>
          <input
            type="radio"
            name="calendar-scope"
            checked={scope === value}
            onChange={() => onScope(value)}
          />
          <span className="desk-choice__box" aria-hidden="true" />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
