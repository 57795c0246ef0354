import {
  CALENDAR_FILTER_NAMES,
  CALENDAR_FILTERS,
  hiddenKinds,
  KIND_GROUPS,
  KIND_WORDS,
  USUAL_WORDS,
  type CalendarFilter,
  type CalendarFilters,
  type CalendarKind,
} from '../../../domain/calendar/calendar-filters.ts'
import { EventMark } from '../../components/calendar/event-mark.tsx'
import type { ScopeChoice } from '../../state/ui-store.ts'
import { useScope } from '../../state/use-scope.ts'

interface FilterPanelProps {
  scope: ScopeChoice
  /** Null where the role has no cases of its own. */
  onScope: ((scope: ScopeChoice) => void) | null
  filters: CalendarFilters
  /** The values somebody here has. */
  choices: Readonly<Record<CalendarFilter, readonly string[]>>
  onTurn: (kind: CalendarKind) => void
  onChange: (part: Partial<CalendarFilters>) => void
  onClear: () => void
  /** Bands are drawn in the month only. */
  month: boolean
  /** Why what was chosen is not kept; null where it is. */
  notKept: string | null
}

/** Whose cases, which kinds, beside the shapes that stand for them, and which people: the legend and the filter are one. */
export function FilterPanel(props: FilterPanelProps) {
  const { filters, scope, choices, notKept } = props
  const hidden = hiddenKinds(filters, scope)
  return (
    <div className="desk-show">
      <h2 className="desk-show__title">Show</h2>
      {props.onScope !== null && <Scope scope={scope} onScope={props.onScope} />}
      {KIND_GROUPS.map(({ title, kinds }) => (
        <fieldset className="desk-show__group" key={title}>
          <legend>{title}</legend>
          {kinds
            .filter((kind) => kind !== 'windows' || props.month)
            .map((kind) => (
              <label className="desk-choice" key={kind}>
                <input type="checkbox" checked={!hidden.has(kind)} onChange={() => props.onTurn(kind)} />
                <span className="desk-choice__box" aria-hidden="true" />
                {kind === 'windows' ? (
                  <span className="desk-choice__band" aria-hidden="true" />
                ) : (
                  <EventMark shape={kind} />
                )}
                {KIND_WORDS[kind]}
              </label>
            ))}
          {title === 'Dated work' && <WorkNote usual={filters.hidden === null} {...props} />}
        </fieldset>
      ))}
      <div className="desk-show__group">
        {CALENDAR_FILTERS.filter((filter) => choices[filter].length > 1 || filters[filter] !== null).map(
          (filter) => (
            <OneOf
              key={filter}
              filter={filter}
              value={filters[filter]}
              values={choices[filter]}
              onChange={(value) => props.onChange({ [filter]: value })}
            />
          ),
        )}
      </div>
      <p className="desk-show__kept">
        {notKept === null ? 'Kept for you.' : <strong>Not kept: {notKept}</strong>}{' '}
        <button type="button" className="desk-link-button" onClick={props.onClear}>
          Clear <span className="govuk-visually-hidden">all filters</span>
        </button>
      </p>
    </div>
  )
}

function WorkNote({ usual, scope, month }: { usual: boolean; scope: ScopeChoice; month: boolean }) {
  const words = [usual ? USUAL_WORDS[scope] : '', month ? 'A month counts it by day.' : ''].filter(Boolean)
  return words.length === 0 ? null : <p className="desk-show__note">{words.join(' ')}</p>
}

interface OneOfProps {
  filter: CalendarFilter
  value: string | null
  values: readonly string[]
  onChange: (value: string | null) => void
}

const ALL_WORDS: Readonly<Record<CalendarFilter, string>> = {
  pom: 'All POMs',
  wing: 'All wings',
  region: 'All regions',
}

function OneOf({ filter, value, values, onChange }: OneOfProps) {
  return (
    <div className="desk-show__one">
      <label htmlFor={`calendar-${filter}`}>{CALENDAR_FILTER_NAMES[filter]}</label>
      <select
        id={`calendar-${filter}`}
        className="govuk-select"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      >
        <option value="">{ALL_WORDS[filter]}</option>
        {values.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
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
