import { Table, type Column } from '../../components/table/table.tsx'
import type { Comparison } from './comparison-route.ts'

type Pom = Comparison['byPom'][number]
type Month = Comparison['meetings'][number]

const number = <Row,>(key: string, head: string, cell: (row: Row) => number): Column<Row> => ({
  key,
  head,
  numeric: true,
  cell,
})

const POM_COLUMNS: readonly Column<Pom>[] = [
  { key: 'pom', head: 'POM', rowHead: true, cell: (row) => row.pom ?? 'Nobody allocated' },
  number('cases', 'Cases', (row) => row.cases),
  number('earlier', 'Earlier', (row) => row.earlier),
  number('later', 'Later', (row) => row.later),
  number('past', 'Past at once', (row) => row.pastAtOnce),
  number('without', 'Of those, no COM', (row) => row.withoutCom),
  number('late', 'Meetings late at once', (row) => row.meetingsLate),
]

/** Whose cases move: most past at once first. */
export function MovesByPom({ comparison }: { comparison: Comparison }) {
  return (
    <Table
      name="compare:by-pom"
      caption="What the change would mean for each POM, most past at once first"
      columns={POM_COLUMNS}
      rows={comparison.byPom}
      rowKey={(row) => row.pom ?? ''}
      className="desk-compare__numbers"
    />
  )
}

/** Meetings still to hold by month, on both sides. */
export function MeetingsByMonth({ comparison: { a, b, meetings } }: { comparison: Comparison }) {
  return (
    <Table
      name="compare:meetings"
      caption="Mandated meetings still to hold, by the month they are due. Second meetings have no day of their own."
      columns={[
        {
          key: 'month',
          head: 'Month',
          rowHead: true,
          className: 'desk-nowrap',
          cell: (row: Month) => row.label,
        },
        number<Month>('ha', `Handover meetings, ${a.short}`, (row) => row.handover.a),
        number<Month>('hb', `Handover meetings, ${b.short}`, (row) => row.handover.b),
        number<Month>('ra', `Month before release, ${a.short}`, (row) => row.beforeRelease.a),
        number<Month>('rb', `Month before release, ${b.short}`, (row) => row.beforeRelease.b),
      ]}
      rows={meetings}
      rowKey={(row) => row.month}
      className="desk-compare__numbers"
    />
  )
}
