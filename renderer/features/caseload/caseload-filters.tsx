import {
  CASELOAD_FILTERS,
  CASELOAD_VIEWS,
  FILTER_NAMES,
  VIEW_NAMES,
} from '../../../domain/model/caseload-query.ts'
import type { OutputOf } from '../../../domain/contract/index.ts'
import type { CaseloadControls } from './caseload-state.ts'

type Found = OutputOf<'caseload.list'>

/** The view, a select for each filter, and what is chosen as tags that can be taken off. */
export function CaseloadFilters({ found, controls }: { found: Found; controls: CaseloadControls }) {
  const { state, change, filter } = controls
  const chosen = CASELOAD_FILTERS.filter((key) => state.filters[key] !== undefined)
  return (
    <div className="desk-filters">
      <div className="desk-filters__row">
        <select
          className="govuk-select desk-filters__select"
          aria-label="Show"
          value={state.view}
          onChange={(event) => change({ view: event.target.value as typeof state.view })}
        >
          {CASELOAD_VIEWS.map((view) => (
            <option value={view} key={view}>
              {VIEW_NAMES[view]}
            </option>
          ))}
        </select>
        {CASELOAD_FILTERS.map((key) => (
          <select
            key={key}
            className="govuk-select desk-filters__select"
            aria-label={`Filter by ${FILTER_NAMES[key]}`}
            value={state.filters[key] ?? ''}
            onChange={(event) => filter(key, event.target.value)}
          >
            <option value="">{FILTER_NAMES[key]}: all</option>
            {valuesOf(found.choices[key], state.filters[key]).map((value) => (
              <option value={value} key={value}>
                {value}
              </option>
            ))}
          </select>
        ))}
      </div>
      {chosen.length > 0 && (
        <ul className="desk-filters__tags" aria-label="Filters chosen">
          {chosen.map((key) => (
            <li key={key}>
              <button type="button" className="desk-filter-tag" onClick={() => filter(key, '')}>
                <span className="govuk-visually-hidden">Remove filter</span> {FILTER_NAMES[key]}:{' '}
                {state.filters[key]} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
          <li>
            <button type="button" className="desk-link-button" onClick={() => change({ filters: {} })}>
              Clear filters
            </button>
          </li>
        </ul>
      )}
    </div>
  )
}

/** A value chosen before may be nobody’s now: it is still what is chosen. */
const valuesOf = (choices: readonly string[], chosen: string | undefined): readonly string[] =>
  chosen === undefined || choices.includes(chosen) ? choices : [...choices, chosen]
