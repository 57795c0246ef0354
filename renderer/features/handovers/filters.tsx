import type { OutputOf } from '../../../domain/contract/index.ts'
import { useUi } from '../../state/ui-store.ts'

export type HandoverRow = OutputOf<'handovers.list'>['rows'][number]

/** What a list may be narrowed by: equality on one column each. */
export const FILTERS = [
  { key: 'pom', label: 'POM', any: 'POM: all', of: (row: HandoverRow) => row.pom ?? 'No POM' },
  { key: 'region', label: 'Region', any: 'Region: all', of: (row: HandoverRow) => row.region ?? 'Not known' },
  { key: 'rosh', label: 'RoSH', any: 'RoSH: all', of: (row: HandoverRow) => row.rosh ?? 'Not known' },
] as const

export type Filtering = Readonly<Record<string, string>>

const LIST = 'handovers:filters'
const NONE: Filtering = {}

/** What is chosen, kept while the window is unlocked. */
export function useFilters(): {
  chosen: Filtering
  choose: (key: string, value: string) => void
  clear: () => void
} {
  const chosen = useUi((ui) => ui.lists[LIST] ?? NONE)
  const setList = useUi((ui) => ui.setList)
  return {
    chosen,
    choose: (key, value) => setList(LIST, { ...chosen, [key]: value }),
    clear: () => setList(LIST, NONE),
  }
}

export const applyFilters = (rows: readonly HandoverRow[], chosen: Filtering): HandoverRow[] =>
  rows.filter((row) => FILTERS.every(({ key, of }) => !chosen[key] || of(row) === chosen[key]))

export const activeFilters = (chosen: Filtering) => FILTERS.filter(({ key }) => chosen[key])

/** The filter row: a select for each column, and what is chosen as tags that can be taken off. */
export function FilterRow(props: { rows: readonly HandoverRow[]; sortedBy: string }) {
  const { rows, sortedBy } = props
  const { chosen, choose, clear } = useFilters()
  const active = activeFilters(chosen)
  return (
    <div className="desk-filters">
      <div className="desk-filters__row">
        <strong aria-hidden="true">Filter</strong>
        {FILTERS.map((filter) => (
          <FilterSelect
            key={filter.key}
            filter={filter}
            rows={rows}
            value={chosen[filter.key] ?? ''}
            choose={choose}
          />
        ))}
        <span className="desk-filters__sort">
          Sorted by <strong>{sortedBy}</strong>
        </span>
      </div>
      {active.length > 0 && (
        <ul className="desk-filters__tags" aria-label="Filters chosen">
          {active.map(({ key, label }) => (
            <li key={key}>
              <button type="button" className="desk-filter-tag" onClick={() => choose(key, '')}>
                <span className="govuk-visually-hidden">Remove filter</span> {label}: {chosen[key]}{' '}
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
          <li>
            <button type="button" className="desk-link-button" onClick={clear}>
              Clear filters
            </button>
          </li>
        </ul>
      )}
    </div>
  )
}

function FilterSelect(props: {
  filter: (typeof FILTERS)[number]
  rows: readonly HandoverRow[]
  value: string
  choose: (key: string, value: string) => void
}) {
  const { filter, rows, value, choose } = props
  const values = [...new Set([...rows.map(filter.of), ...(value ? [value] : [])])].sort((a, b) =>
    a.localeCompare(b),
  )
  return (
    <select
      className="govuk-select desk-filters__select"
      aria-label={`Filter by ${filter.label}`}
      value={value}
      onChange={(event) => choose(filter.key, event.target.value)}
    >
      <option value="">{filter.any}</option>
      {values.map((each) => (
        <option key={each} value={each}>
          {each}
        </option>
      ))}
    </select>
  )
}
