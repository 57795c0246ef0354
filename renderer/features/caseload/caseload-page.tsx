import { useDeferredValue, useEffect, useState } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { describeResponsibility } from '../../../domain/text/reasons.ts'
import { useQuery } from '../../api/use-query.ts'
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

type Found = OutputOf<'caseload.list'>
type Row = Found['rows'][number]

const LIST = 'caseload'

/** Everybody held, found by name, prison number or CRN. */
export default function CaseloadPage() {
  const { scope } = useScope()
  const kept = useUi((ui) => ui.lists[LIST])
  const [find, setFind] = useState(kept?.['find'] ?? '')
  const [page, setPage] = useState(Number(kept?.['page'] ?? 1))
  const setList = useUi((ui) => ui.setList)
  useEffect(() => setList(LIST, { find, page: String(page) }), [setList, find, page])
  const sought = useDeferredValue(find.trim().slice(0, 100))
  const query = useQuery('caseload.list', { scope, find: sought, page })
  const found = query.data
  return (
    <Page
      name="caseload"
      title="Caseload"
      heading="Caseload"
      lead={<ScopeControl />}
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
          value={find}
          onChange={(event) => {
            setFind(event.target.value)
            setPage(1)
          }}
        />
      </form>
      {found && <Results found={found} find={sought} scope={scope} onPage={setPage} />}
    </Page>
  )
}

function Results(props: { found: Found; find: string; scope: ScopeChoice; onPage: (page: number) => void }) {
  const { found, find, scope, onPage } = props
  const announce = useUi((ui) => ui.announce)
  const words = showing(found)
  useEffect(() => announce(words), [announce, words])
  if (found.total === 0) {
    return (
      <p className="desk-good">
        {find === ''
          ? EMPTY[scope]
          : `Nobody is found for “${find}”. Try fewer letters, or the prison number.`}
      </p>
    )
  }
  return (
    <>
      <Table
        name={LIST}
        caption={`Caseload: ${words}`}
        captionHidden
        className="desk-caseload"
        columns={COLUMNS}
        rows={found.rows}
        rowKey={(row) => row.personId}
      />
      <div className="desk-list-foot">
        <span>{words}</span>
      </div>
      <Pagination label="Pages of the caseload" page={found.page} pages={found.pages} onPage={onPage} />
    </>
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
    head: 'COM and region',
    cell: (row) => (
      <>
        {row.com}
        <span className="desk-second desk-nowrap">{row.region}</span>
      </>
    ),
  },
  { key: 'flags', head: 'Flags', cell: (row) => <Tags tags={row.tags} /> },
]
