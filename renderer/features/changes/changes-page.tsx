import '../../styles/pieces.scss'
import { useEffect } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import type { PlanChange } from '../../../domain/model/remembered-plan.ts'
import { useQuery } from '../../api/use-query.ts'
import { ScopeControl } from '../../app/scope-control.tsx'
import { Pagination } from '../../components/govuk/pagination.tsx'
import { Tags } from '../../components/govuk/tag.tsx'
import { Page } from '../../components/layout/page.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Table, type Column } from '../../components/table/table.tsx'
import { shortName } from '../../components/text/short-name.ts'
import { showDate, showMoment, showTableDate } from '../../components/text/show-date.ts'
import { WasNow } from '../../components/text/was-now.tsx'
import { useScope } from '../../state/use-scope.ts'
import { useUi } from '../../state/ui-store.ts'

type List = OutputOf<'changes.list'>
type Row = List['rows'][number]

const LIST = 'changes'
const PAGE = 50
const NONE: Readonly<Record<string, string>> = {}

/** What changed in the plans of four weeks: the worst kind first, each with what it was, what it is and why. */
export default function ChangesPage() {
  const { scope } = useScope()
  const chosen = useUi((ui) => ui.lists[LIST] ?? NONE)
  const setList = useUi((ui) => ui.setList)
  const kind = (chosen['kind'] ?? '') as PlanChange | ''
  const { data, error, former } = useQuery('changes.list', { scope, kind: kind === '' ? null : kind })
  const isGone = data !== undefined && kind !== '' && !data.kinds.some((each) => each.kind === kind)
  useEffect(() => {
    if (isGone) setList(LIST, NONE)
  }, [isGone, setList])
  return (
    <Page
      name="changes"
      title="What changed"
      heading="What changed"
      lead={<ScopeControl />}
      ready={data !== undefined && !former}
      error={error}
    >
      {data &&
        (data.total === 0 ? (
          <p className="desk-good">No plan has changed since {showDate(data.since)}.</p>
        ) : (
          <Shown
            list={data}
            kind={kind}
            page={Number(chosen['page'] ?? 1)}
            choose={(next) => setList(LIST, next)}
          />
        ))}
    </Page>
  )
}

function Shown(props: {
  list: List
  kind: string
  page: number
  choose: (next: Readonly<Record<string, string>>) => void
}) {
  const { list, kind, page, choose } = props
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
      <p>
        Every plan that changed since {showDate(list.since)}, by a fact, a decision, the rules or the day
        passing. Meetings already held are kept whatever the dates do.
      </p>
      <div className="desk-filters">
        <div className="desk-filters__row">
          <strong aria-hidden="true">Show</strong>
          <select
            className="govuk-select desk-filters__select"
            aria-label="Filter by kind of change"
            value={kind}
            onChange={(event) => choose({ kind: event.target.value })}
          >
            <option value="">Every change ({list.total})</option>
            {list.kinds.map((each) => (
              <option key={each.kind} value={each.kind}>
                {each.label} ({each.count})
              </option>
            ))}
          </select>
          <span className="desk-filters__sort">
            Sorted by <strong>what can hurt someone, then newest</strong>
          </span>
        </div>
      </div>
      <Table
        name={LIST}
        caption={`What changed: ${words}`}
        captionHidden
        className="desk-changes"
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => row.id}
      />
      <div className="desk-list-foot">
        <span>{words}</span>
      </div>
      <Pagination
        label="Pages of changes"
        page={at}
        pages={pages}
        onPage={(next) => choose({ kind, page: String(next) })}
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
      <PersonLink personId={row.personId} name={row.name} prisonNumber={row.prisonNumber} part="dates" />
    ),
  },
  {
    key: 'what',
    head: 'What changed',
    cell: (row) => (
      <>
        {row.dateMoved ? <WasNow was={row.was} now={row.now} /> : row.sentence}
        <div>
          <Tags tags={row.tags} />
        </div>
      </>
    ),
  },
  {
    key: 'why',
    head: 'What changed it',
    cell: (row) => (
      <ul className="desk-latest">
        {row.because.map((cause) => (
          <li key={cause}>{cause}</li>
        ))}
      </ul>
    ),
  },
  {
    key: 'when',
    head: 'When',
    className: 'desk-nowrap',
    cell: (row) => (
      <>
        {showTableDate(row.happenedOn)}
        <span className="desk-second">Noticed {showMoment(row.at)}</span>
      </>
    ),
  },
  { key: 'pom', head: 'POM', className: 'desk-nowrap', cell: (row) => row.pom && shortName(row.pom) },
]
