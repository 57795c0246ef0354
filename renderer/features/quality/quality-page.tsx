import { useEffect } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { ScopeControl } from '../../app/scope-control.tsx'
import { Pagination } from '../../components/govuk/pagination.tsx'
import { Page } from '../../components/layout/page.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Table, type Column } from '../../components/table/table.tsx'
import { shortName } from '../../components/text/short-name.ts'
import { useScope } from '../../state/use-scope.ts'
import { useUi } from '../../state/ui-store.ts'

type List = OutputOf<'quality.list'>
type Row = List['rows'][number]
type Code = Row['code']

const LIST = 'quality'
const PAGE = 50
const NONE: Readonly<Record<string, string>> = {}

/** What in the data contradicts itself, cannot be right or is missing: kind by kind, with what to check. */
export default function QualityPage() {
  const { scope } = useScope()
  const chosen = useUi((ui) => ui.lists[LIST] ?? NONE)
  const setList = useUi((ui) => ui.setList)
  const code = (chosen['code'] ?? '') as Code | ''
  const { data, error, former } = useQuery('quality.list', { scope, code: code === '' ? null : code })
  // A kind that has been mended away leaves nothing to choose: the whole queue is shown again.
  const isGone = data !== undefined && code !== '' && !data.checks.some((check) => check.code === code)
  useEffect(() => {
    if (isGone) setList(LIST, NONE)
  }, [isGone, setList])
  return (
    <Page
      name="data-quality"
      title="Data quality"
      heading="Data quality"
      lead={<ScopeControl />}
      ready={data !== undefined && !former}
      error={error}
    >
      {data && (
        <>
          <p>
            {leadWords(data)} None of it stops a plan: the rules work with what there is, and each case says
            what was taken for granted.
          </p>
          {data.total > 0 && (
            <Queue
              list={data}
              code={code}
              page={Number(chosen['page'] ?? 1)}
              choose={(next) => setList(LIST, next)}
            />
          )}
        </>
      )}
    </Page>
  )
}

function leadWords({ people, total }: List): string {
  if (total === 0) return 'Nothing is doubtful or missing.'
  const things = total === 1 ? '1 thing' : `${total} things`
  return `${things} to check, for ${people === 1 ? '1 person' : `${people} people`}.`
}

function Queue(props: {
  list: List
  code: Code | ''
  page: number
  choose: (next: Readonly<Record<string, string>>) => void
}) {
  const { list, code, page, choose } = props
  const announce = useUi((ui) => ui.announce)
  const pages = Math.max(1, Math.ceil(list.rows.length / PAGE))
  const at = Math.min(page, pages)
  const from = (at - 1) * PAGE
  const rows = list.rows.slice(from, from + PAGE)
  const words =
    pages === 1
      ? `Showing all ${list.rows.length}.`
      : `Showing ${from + 1} to ${from + rows.length} of ${list.rows.length}.`
  useEffect(() => announce(words), [announce, words])
  return (
    <>
      <div className="desk-filters">
        <div className="desk-filters__row">
          <strong aria-hidden="true">Check</strong>
          <select
            className="govuk-select desk-filters__select"
            aria-label="Filter by what to check"
            value={code}
            onChange={(event) => choose({ code: event.target.value })}
          >
            <option value="">Everything ({list.total})</option>
            {list.checks.map((check) => (
              <option key={check.code} value={check.code}>
                {check.title} ({check.count})
              </option>
            ))}
          </select>
          <span className="desk-filters__sort">
            Sorted by <strong>what may give a wrong date, then order of worry</strong>
          </span>
        </div>
      </div>
      <Table
        name={LIST}
        caption={`Data quality: ${words}`}
        captionHidden
        className="desk-quality"
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => `${row.personId} ${row.code}`}
      />
      <div className="desk-list-foot">
        <span>{words}</span>
      </div>
      <Pagination
        label="Pages of the queue"
        page={at}
        pages={pages}
        onPage={(next) => choose({ code, page: String(next) })}
      />
    </>
  )
}

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'person',
    head: 'Person',
    rowHead: true,
    cell: (row) => (
      <PersonLink personId={row.personId} name={row.name} prisonNumber={row.prisonNumber} part="facts" />
    ),
  },
  { key: 'what', head: 'What is doubtful', cell: (row) => <Doubt row={row} /> },
  { key: 'check', head: 'What to check', cell: (row) => row.check },
  { key: 'pom', head: 'POM', className: 'desk-nowrap', cell: (row) => row.pom && shortName(row.pom) },
]

function Doubt({ row }: { row: Row }) {
  return (
    <>
      <strong>{row.title}</strong>
      <span className="desk-second">{row.says}</span>
    </>
  )
}
