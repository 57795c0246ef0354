import type { OutputOf } from '../../../domain/contract/index.ts'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Section } from '../../components/layout/section.tsx'
import { Table, type Column } from '../../components/table/table.tsx'
import { showTableDate } from '../../components/text/show-date.ts'
import { KIND_WORDS } from '../allocation/pom-table.tsx'

type Shown = OutputOf<'staff.show'>
type Row = Shown['cases'][number]

/** Every case that names them, as POM or beside one. */
export function HeldCases({ shown: { cases } }: { shown: Shown }) {
  return (
    <Section title="Cases" note={String(cases.length)}>
      {cases.length === 0 ? (
        <p className="desk-good">No case names them.</p>
      ) : (
        <Table
          name="staff-cases"
          caption={`Cases: ${cases.length}`}
          captionHidden
          columns={COLUMNS}
          rows={cases}
          rowKey={(row) => `${row.personId} ${row.role}`}
        />
      )}
    </Section>
  )
}

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'person',
    head: 'Person',
    rowHead: true,
    cell: (row) => (
      <PersonLink personId={row.personId} name={row.name} prisonNumber={row.prisonNumber} part="allocation" />
    ),
  },
  {
    key: 'standing',
    head: 'Part',
    cell: (row) => (row.role === 'co_pom' ? 'Co-working' : row.standing),
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
  {
    key: 'recommended',
    head: 'Recommended',
    cell: (row) =>
      row.role === 'co_pom' ? 'Either' : row.recommended === null ? 'Neither' : KIND_WORDS[row.recommended],
  },
]
