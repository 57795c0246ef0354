import '../../styles/pieces.scss'
import './staff.scss'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { Button } from '../../components/govuk/button.tsx'
import { NotificationBanner } from '../../components/govuk/notices.tsx'
import { Tags } from '../../components/govuk/tag.tsx'
import { Page } from '../../components/layout/page.tsx'
import { Section } from '../../components/layout/section.tsx'
import { Table, type Column } from '../../components/table/table.tsx'
import { coverWords, KIND_WORDS } from '../allocation/pom-table.tsx'
import { MemberForm } from './member-form.tsx'

type List = OutputOf<'staff.list'>
type Row = List['rows'][number]

/** Who holds cases here, what they hold, who is away and who covers; and whom cases name without a record. */
export default function StaffPage() {
  const { data, error } = useQuery('staff.list', {})
  const [search, setSearch] = useSearchParams()
  const [outcome, setOutcome] = useState('')
  const mayChange = useHasRole('head_of_omu')
  const adding = search.get('add')
  if (mayChange && adding !== null)
    return (
      <MemberForm
        key={`add ${adding}`}
        row={null}
        name={adding}
        onFinish={(words) => {
          setOutcome(words)
          setSearch({}, { replace: true })
        }}
      />
    )
  return (
    <Page
      key="list"
      name="staff"
      title="Staff"
      heading="Staff"
      actions={
        mayChange && (
          <Button kind="secondary" to="?add">
            Add a POM
          </Button>
        )
      }
      ready={data !== undefined}
      error={error}
    >
      {outcome !== '' && (
        <NotificationBanner>
          <p className="govuk-notification-banner__heading">{outcome}</p>
        </NotificationBanner>
      )}
      {data && (
        <>
          <Unknown list={data} mayAdd={mayChange} />
          <Section title="POMs on the record" note={String(data.rows.length)}>
            {data.rows.length === 0 ? (
              <p className="desk-good">Nobody is on the record yet.</p>
            ) : (
              <Table
                name="staff"
                caption={`POMs on the record: ${data.rows.length}`}
                captionHidden
                columns={COLUMNS}
                rows={data.rows}
                rowKey={(row) => row.staffId}
              />
            )}
          </Section>
          <p className="desk-second">
            Cases are counted by name, as lists write it: letter case and order do not count.
          </p>
        </>
      )}
    </Page>
  )
}

/** Stands first: a POM without a record can be given nothing and covers for nobody. */
function Unknown({ list: { unknown }, mayAdd }: { list: List; mayAdd: boolean }) {
  if (unknown.length === 0) return null
  return (
    <Section title="Named by cases, not on the record" note={String(unknown.length)}>
      <Table
        name="staff-unknown"
        caption={`Named by cases, not on the record: ${unknown.length}`}
        captionHidden
        className="desk-staff__unknown"
        columns={mayAdd ? [...UNKNOWN, ADD] : UNKNOWN}
        rows={unknown}
        rowKey={(row) => row.name}
      />
    </Section>
  )
}

type UnknownPom = List['unknown'][number]

const UNKNOWN: readonly Column<UnknownPom>[] = [
  { key: 'name', head: 'Name', rowHead: true, cell: (row) => row.name },
  { key: 'total', head: 'Cases', numeric: true, cell: (row) => row.total },
  { key: 'co', head: 'Co-working', numeric: true, cell: (row) => row.coWorking },
]

const ADD: Column<UnknownPom> = {
  key: 'add',
  head: <span className="govuk-visually-hidden">Change</span>,
  cell: (row) => (
    <Link to={`?add=${encodeURIComponent(row.name)}`}>
      Add <span className="govuk-visually-hidden">{row.name}</span>
    </Link>
  ),
}

const number = (key: string, head: string, value: (row: Row) => number): Column<Row> => ({
  key,
  head,
  numeric: true,
  cell: value,
})

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'name',
    head: 'POM',
    rowHead: true,
    cell: (row) => (
      <>
        <Link to={`/staff/${row.staffId}`}>{row.name}</Link>
        <span className="desk-second">{KIND_WORDS[row.kind]}</span>
      </>
    ),
  },
  { key: 'pattern', head: 'Works', className: 'desk-nowrap', cell: (row) => row.pattern },
  number('total', 'Cases', ({ workload }) => workload.total),
  number('responsible', 'Responsible', ({ workload }) => workload.responsible),
  number('supporting', 'Supporting', ({ workload }) => workload.supporting),
  number('co', 'Co-working', ({ workload }) => workload.coWorking),
  number('handovers', 'Handovers in 28 days', ({ workload }) => workload.handovers),
  number('meetings', 'Meetings in 28 days', ({ workload }) => workload.meetings),
  {
    key: 'state',
    head: 'State',
    className: 'desk-staff__state',
    cell: (row) => (
      <>
        <Tags tags={row.tags} />
        {row.away !== null && <span className="desk-second">{coverWords(row.away)}</span>}
        {row.covers.length > 0 && (
          <span className="desk-second">Covers {row.covers.map(({ name }) => name).join(', ')}</span>
        )}
      </>
    ),
  },
]
