import { useDeferredValue, useEffect } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { CASELOAD_SORTS, VIEW_NAMES, type CaseloadSort } from '../../../domain/model/caseload-query.ts'
import { describeResponsibility } from '../../../domain/text/reasons.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { ScopeControl } from '../../app/scope-control.tsx'
import { Pagination } from '../../components/govuk/pagination.tsx'
import { Tags } from '../../components/govuk/tag.tsx'
import { TextInput } from '../../components/form/inputs.tsx'
import { Page } from '../../components/layout/page.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Table, type Column } from '../../components/table/table.tsx'
import { shortName } from '../../components/text/short-name.ts'
import { showShortDate, showTableDate } from '../../components/text/show-date.ts'
import { useScope } from '../../state/use-scope.ts'
import { useUi, type ScopeChoice } from '../../state/ui-store.ts'
import { CaseloadFilters } from './caseload-filters.tsx'
import { LIST, useCaseload, type CaseloadControls } from './caseload-state.ts'
import { ExportCaseload } from './export-caseload.tsx'
import { ColumnsAndViews } from './saved-views.tsx'

type Found = OutputOf<'caseload.list'>
type Row = Found['rows'][number]

/** Everybody held: found by any part of a name or number, narrowed, sorted, counted, saved as a view, exported and printed. */
export default function CaseloadPage() {
  const { scope } = useScope()
  const controls = useCaseload()
  const { state, change } = controls
  const mayExport = useHasRole('head_of_omu', 'pom', 'case_administrator')
  const sought = useDeferredValue(state.find.trim().slice(0, 100))
  const { view, filters, sort, page } = state
  const query = useQuery('caseload.list', { scope, find: sought, page, view, filters, sort })
  const found = query.data
  return (
    <Page
      name="caseload"
      title="Caseload"
      heading="Caseload"
      lead={<ScopeControl />}
      actions={mayExport && found ? <ExportCaseload state={state} scope={scope} /> : undefined}
      ready={found !== undefined && !query.former}
      error={query.error}
    >
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the search element is not yet known to the tools that read pages */}
      <form role="search" className="desk-caseload-find" onSubmit={(event) => event.preventDefault()}>
        <TextInput
          id="find"
          label="Find by name, prison number or CRN"
          type="search"
          className="govuk-input--width-30"
          autoComplete="off"
          spellCheck={false}
          value={state.find}
          onChange={(event) => change({ find: event.target.value })}
        />
      </form>
      {found && (
        <>
          <CaseloadFilters found={found} controls={controls} />
          <Results found={found} find={sought} scope={scope} controls={controls} />
          <ColumnsAndViews controls={controls} />
        </>
      )}
    </Page>
  )
}

function Results(props: { found: Found; find: string; scope: ScopeChoice; controls: CaseloadControls }) {
  const { found, find, scope, controls } = props
  const { state, change } = controls
  const announce = useUi((ui) => ui.announce)
  const words = showing(found)
  useEffect(() => announce(words), [announce, words])
  if (found.total === 0) return <p className="desk-good">{nobodyWords(state, find, scope)}</p>
  return (
    <>
      <Sums sums={found.sums} />
      <Table
        name={LIST}
        caption={`Caseload: ${words}`}
        captionHidden
        className="desk-caseload"
        columns={columnsOf(controls)}
        rows={found.rows}
        rowKey={(row) => row.personId}
        rowNote={(row) => row.note}
      />
      <div className="desk-list-foot">
        <span>{words}</span>
      </div>
      <Pagination
        label="Pages of the caseload"
        page={found.page}
        pages={found.pages}
        onPage={(page) => change({ page })}
      />
    </>
  )
}

function nobodyWords({ view, filters }: CaseloadControls['state'], find: string, scope: ScopeChoice): string {
  if (find !== '') return `Nobody is found for “${find}”. Try fewer letters, or the prison number.`
  if (Object.keys(filters).length > 0) return 'Nobody fits these filters. Take one off.'
  return view === 'all' ? EMPTY[scope] : `Nobody is in this list: ${VIEW_NAMES[view].toLowerCase()}.`
}

/** How many of those found are whose, and of which tier. */
function Sums({ sums }: { sums: Found['sums'] }) {
  const words = (parts: readonly { label: string; count: number }[]) =>
    parts.map(({ label, count }) => `${count.toLocaleString('en-GB')} ${label}`).join('; ')
  return (
    <p className="desk-second">
      {words(sums.responsible)}. By tier:{' '}
      {words(sums.tier.map(({ label, count }) => ({ label: `× ${label}`, count })))}.
    </p>
  )
}

const EMPTY: Record<ScopeChoice, string> = {
  mine: 'No case is allocated to you. The unit’s cases are under The unit.',
  covering: 'The POM you cover has no cases.',
  unit: 'Nobody is held here yet: an extract has to be imported first.',
}

const A_PAGE = 50

function showing({ total, page, rows }: Found): string {
  if (rows.length === total) return `Showing all ${total}.`
  const from = (page - 1) * A_PAGE + 1
  return `Showing ${from} to ${from + rows.length - 1} of ${total}.`
}

/** The person, and the columns shown, each sorted by its heading where it has an order. */
function columnsOf({ state: { sort, hidden }, sortBy }: CaseloadControls): Column<Row>[] {
  return COLUMNS.filter(({ key }) => !(hidden as readonly string[]).includes(key)).map((column) => {
    const by = column.key === 'person' ? 'name' : column.key
    if (!(CASELOAD_SORTS as readonly string[]).includes(by)) return column
    const direction: 'none' | 'ascending' | 'descending' =
      sort?.by !== by ? 'none' : sort.down ? 'descending' : 'ascending'
    return Object.assign({}, column, { sort: { direction, onSort: () => sortBy(by as CaseloadSort) } })
  })
}

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'person',
    head: 'Person',
    rowHead: true,
    cell: (row) => <PersonLink personId={row.personId} name={row.name} prisonNumber={row.prisonNumber} />,
  },
  { key: 'crn', head: 'CRN', cell: (row) => row.crn },
  { key: 'location', head: 'Location', className: 'desk-nowrap', cell: (row) => row.location },
  {
    key: 'responsible',
    head: 'Responsible',
    className: 'desk-caseload-reason',
    cell: (row) => (
      <>
        {row.responsibility && describeResponsibility(row.responsibility).replace(' responsible', '')}
        <span className="desk-second">{row.reason}</span>
      </>
    ),
  },
  { key: 'tier', head: 'Tier', cell: (row) => row.tier },
  { key: 'rosh', head: 'RoSH', className: 'desk-nowrap', cell: (row) => row.rosh },
  {
    key: 'handover',
    head: 'Handover',
    className: 'desk-nowrap',
    cell: (row) => row.handover && showTableDate(row.handover),
  },
  {
    key: 'release',
    head: 'Earliest release',
    className: 'desk-nowrap',
    cell: (row) =>
      row.earliestRelease && `${row.earliestRelease.type} ${showShortDate(row.earliestRelease.date)}`,
  },
  { key: 'pom', head: 'POM', className: 'desk-nowrap', cell: (row) => row.pom && shortName(row.pom) },
  {
    key: 'com',
    head: 'COM',
    cell: (row) => row.com,
  },
  { key: 'region', head: 'Region', cell: (row) => row.region },
  { key: 'flags', head: 'Flags', cell: (row) => <Tags tags={row.tags} /> },
]
