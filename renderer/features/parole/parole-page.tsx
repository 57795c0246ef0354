import '../../styles/pieces.scss'
import { useState } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { ScopeControl } from '../../app/scope-control.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { Tags } from '../../components/govuk/tag.tsx'
import { Page } from '../../components/layout/page.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Section } from '../../components/layout/section.tsx'
import { Table, type Column } from '../../components/table/table.tsx'
import { shortName } from '../../components/text/short-name.ts'
import { showTableDate } from '../../components/text/show-date.ts'
import { useWayBack } from '../../components/layout/way-back.ts'
import { useScope } from '../../state/use-scope.ts'
import { TimetableForm } from './timetable-form.tsx'

type Row = OutputOf<'parole.list'>['approaching'][number]

/** The button that opens the form of the timetable. */
const OPENER = 'parole-set-timetable'

/** Whose parole is near, which reports are due and from whom, and which outcomes nobody has recorded. */
export default function ParolePage() {
  const { scope } = useScope()
  const { data, error, former } = useQuery('parole.list', { scope })
  const [setting, setSetting] = useState(false)
  const goBackTo = useWayBack()
  const close = () => {
    goBackTo(OPENER)
    setSetting(false)
  }
  const mayset = useHasRole('head_of_omu')
  return (
    <Page
      name="parole"
      title="Parole"
      heading="Parole"
      lead={<ScopeControl />}
      actions={
        mayset && !setting ? (
          <Button kind="secondary" id={OPENER} onPress={() => setSetting(true)}>
            Set our own timetable
          </Button>
        ) : undefined
      }
      ready={data !== undefined && !former}
      error={error}
    >
      {setting && <TimetableForm onClose={close} />}
      {data && (
        <>
          <List
            title="Approaching"
            about="A tariff expiry, parole eligibility or target hearing date in the next 10 months, soonest first."
            none="Nobody’s parole falls in the next 10 months."
            rows={data.approaching}
          />
          <List
            title="Custody reports"
            about="Not recorded as done. A list does not say who writes or whether it was written: record the review on the case."
            none="No custody report is due."
            rows={data.reports}
          />
          <List
            title="Outcomes not recorded"
            about="A hearing or a parole eligibility date that has passed with no outcome on the record. It may have been refused, deferred or granted: nobody has said."
            none="Every outcome is recorded."
            rows={data.outcomes}
          />
        </>
      )}
    </Page>
  )
}

function List(props: { title: string; about: string; none: string; rows: readonly Row[] }) {
  const { title, about, none, rows } = props
  return (
    <Section title={title} note={String(rows.length)}>
      {rows.length === 0 ? (
        <p className="desk-good">{none}</p>
      ) : (
        <>
          <Table
            name={`parole:${title}`}
            caption={`${title}: ${rows.length}`}
            captionHidden
            columns={COLUMNS}
            rows={rows}
            rowKey={(row) => `${row.personId} ${row.what}`}
          />
          <p className="desk-second">{about}</p>
        </>
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
      <PersonLink personId={row.personId} name={row.name} prisonNumber={row.prisonNumber} part="parole" />
    ),
  },
  { key: 'what', head: 'What', cell: (row) => row.what },
  {
    key: 'date',
    head: 'When',
    className: 'desk-nowrap',
    cell: (row) => row.date && showTableDate(row.date),
  },
  { key: 'tags', head: 'State', cell: (row) => <Tags tags={row.tags} /> },
  { key: 'who', head: 'Who', cell: (row) => row.who },
  { key: 'pom', head: 'POM', className: 'desk-nowrap', cell: (row) => row.pom && shortName(row.pom) },
]
