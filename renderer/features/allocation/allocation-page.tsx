import '../../styles/pieces.scss'
import './allocation.scss'
import { useState } from 'react'
import { Link } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { Button } from '../../components/govuk/button.tsx'
import { Pagination } from '../../components/govuk/pagination.tsx'
import { Tags } from '../../components/govuk/tag.tsx'
import { Page } from '../../components/layout/page.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Section } from '../../components/layout/section.tsx'
import { Table, type Column } from '../../components/table/table.tsx'
import { showShortDate, showTableDate } from '../../components/text/show-date.ts'
import { KIND_WORDS } from './pom-table.tsx'

type List = OutputOf<'allocation.list'>
type Row = List['rows'][number]

/** Cases without a POM, longest waiting first, and cases nobody looks after. */
export default function AllocationPage() {
  const [page, setPage] = useState(1)
  const { data, error, former } = useQuery('allocation.list', { page })
  const mayAllocate = useHasRole('head_of_omu')
  const mayReadStaff = useHasRole('head_of_omu', 'case_administrator')
  return (
    <Page
      name="allocation"
      title="Allocation"
      heading="Allocation"
      actions={
        mayAllocate &&
        data !== undefined &&
        data.total > 0 && (
          <Button kind="secondary" to="/allocation/hand-over">
            Allocate several together
          </Button>
        )
      }
      ready={data !== undefined && !former}
      error={error}
    >
      {data && (
        <>
          <Attention list={data} linked={mayReadStaff} />
          <Section title="Cases without a POM" note={String(data.total)}>
            {data.total === 0 ? (
              <p className="desk-good">Every case that asks for a POM has one.</p>
            ) : (
              <>
                <Table
                  name="allocation"
                  caption={`Cases without a POM: ${data.total}`}
                  captionHidden
                  columns={columns(mayAllocate)}
                  rows={data.rows}
                  rowKey={(row) => row.personId}
                  rowNote={(row) =>
                    row.former.length === 0 ? null : `Held before by ${row.former.join(', ')}.`
                  }
                />
                <Pagination
                  label="Pages of cases without a POM"
                  page={data.page}
                  pages={data.pages}
                  onPage={setPage}
                />
              </>
            )}
            <p className="desk-second">{outsideWords(data.outside)}</p>
          </Section>
        </>
      )}
    </Page>
  )
}

function outsideWords(outside: number): string {
  const counted = 'Working days are counted from arrival here, or from the sentence where it came later.'
  if (outside === 0) return counted
  const people = outside === 1 ? '1 person without a POM asks' : `${outside} people without a POM ask`
  return `${counted} ${people} for none: outside offender management in custody.`
}

function Attention({ list: { attention }, linked }: { list: List; linked: boolean }) {
  if (attention.length === 0) return null
  return (
    <Section title="Cases nobody looks after" note={String(attention.length)}>
      <ul className="govuk-list desk-allocation__attention">
        {attention.map(({ staffId, name, total, says }) => (
          <li key={staffId}>
            {linked ? <Link to={`/staff/${staffId}`}>{name}</Link> : name} {says}:{' '}
            {total === 1 ? '1 case' : `${total} cases`}.
          </li>
        ))}
      </ul>
    </Section>
  )
}

const columns = (mayAllocate: boolean): readonly Column<Row>[] => [
  {
    key: 'person',
    head: 'Person',
    rowHead: true,
    cell: (row) => (
      <PersonLink
        personId={row.personId}
        name={row.name}
        prisonNumber={row.prisonNumber}
        {...(mayAllocate ? { part: 'allocation' } : {})}
      />
    ),
  },
  { key: 'location', head: 'Location', className: 'desk-nowrap', cell: (row) => row.location },
  {
    key: 'days',
    head: 'Working days waiting',
    cell: (row) => (
      <>
        {row.days === null ? <span className="desk-quiet">not known</span> : <strong>{row.days}</strong>}
        {row.since !== null && (
          <span className="desk-second desk-nowrap">since {showShortDate(row.since)}</span>
        )}
      </>
    ),
  },
  {
    key: 'risk',
    head: 'Tier · RoSH',
    className: 'desk-nowrap',
    cell: (row) => `${row.tier ?? 'no tier'} · ${row.rosh ?? 'not known'}`,
  },
  {
    key: 'handover',
    head: 'Handover',
    className: 'desk-nowrap',
    cell: (row) => row.handover && showTableDate(row.handover),
  },
  { key: 'standing', head: 'POM’s part', cell: (row) => row.standing },
  {
    key: 'recommended',
    head: 'Recommended',
    cell: (row) => (
      <>
        {row.recommended === null ? 'Neither' : KIND_WORDS[row.recommended]}
        <span className="desk-second">{row.says.replace(/: a (?:prison|probation) POM$/u, '')}</span>
      </>
    ),
  },
  { key: 'tags', head: 'Flags', cell: (row) => <Tags tags={row.tags} /> },
]
