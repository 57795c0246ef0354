import { useState } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import type { ComparisonList } from '../../../domain/model/comparison.ts'
import { useQuery } from '../../api/use-query.ts'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Pagination } from '../../components/govuk/pagination.tsx'
import { Tags } from '../../components/govuk/tag.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Table, type Column } from '../../components/table/table.tsx'
import { shortName } from '../../components/text/short-name.ts'
import { showShortDate } from '../../components/text/show-date.ts'
import type { ScopeChoice } from '../../state/ui-store.ts'
import type { Comparison } from './comparison-route.ts'

type People = OutputOf<'compare.people'>
type Row = People['rows'][number]

const PAGE = 50

interface PeopleTableProps {
  comparison: Comparison
  list: ComparisonList
  scope: ScopeChoice
}

/** One list of people, 50 to a page, in the order the app gives. */
export function PeopleTable({ comparison, list, scope }: PeopleTableProps) {
  const { a, b } = comparison
  const [page, setPage] = useState(1)
  const { data, error } = useQuery('compare.people', { a: a.id, b: b.id, scope, list, page })
  if (error !== null && data === undefined) return <ErrorSummary errors={[{ message: error.message }]} />
  if (data === undefined) return null
  if (data.total === 0) return <p className="desk-good">{emptyWords(list)}</p>
  const showing = showingWords(data)
  return (
    <>
      <Table
        name={`compare:${list}`}
        caption={`${data.title}: ${showing}`}
        captionHidden
        className="desk-compare__people"
        columns={columns(a.short, b.short)}
        rows={data.rows}
        rowKey={(row) => row.personId}
      />
      <div className="desk-list-foot">
        <span>
          {showing} Past at once with no COM first, then the rest of those, then by what can hurt someone.
        </span>
      </div>
      <Pagination label="Pages of who moves" page={data.page} pages={data.pages} onPage={setPage} />
    </>
  )
}

const GOOD_NEWS: Partial<Record<ComparisonList, string>> = {
  past_at_once: 'Nobody would be past handover at once.',
  meetings_late: 'No meeting would be late at once.',
  moved: 'No handover date would move.',
}
const emptyWords = (list: ComparisonList) => GOOD_NEWS[list] ?? 'Nobody is on this list.'

function showingWords({ total, page, rows }: People): string {
  if (rows.length === total) return `Showing all ${total}.`
  const from = (page - 1) * PAGE + 1
  return `Showing ${from} to ${from + rows.length - 1} of ${total}.`
}

const date = (day: Row['from']) => (day === null ? 'No date' : showShortDate(day))

const columns = (a: string, b: string): Column<Row>[] => [
  {
    key: 'person',
    head: 'Person',
    rowHead: true,
    cell: (row) => (
      <PersonLink personId={row.personId} name={row.name} prisonNumber={row.prisonNumber} part="dates" />
    ),
  },
  {
    key: 'pom',
    head: 'POM',
    className: 'desk-nowrap',
    cell: (row) => (row.pom ? shortName(row.pom) : 'Nobody'),
  },
  {
    key: 'release',
    head: 'Release',
    className: 'desk-nowrap',
    cell: (row) =>
      row.release && (
        <>
          {showShortDate(row.release.date)}{' '}
          <span className="desk-second desk-second--inline">{row.release.type}</span>
        </>
      ),
  },
  { key: 'from', head: a, className: 'desk-nowrap', cell: (row) => date(row.from) },
  {
    key: 'to',
    head: b,
    className: 'desk-nowrap',
    cell: (row) => (row.from === row.to ? date(row.to) : <strong>{date(row.to)}</strong>),
  },
  { key: 'moves', head: 'Moves', numeric: true, className: 'desk-nowrap', cell: (row) => row.moves },
  { key: 'rule', head: `Rule under ${b}`, cell: (row) => row.rule },
  {
    key: 'tags',
    head: <span className="govuk-visually-hidden">What to know</span>,
    className: 'desk-compare__tags',
    cell: (row) => <Tags tags={row.tags} />,
  },
]
