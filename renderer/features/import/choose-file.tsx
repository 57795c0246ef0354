import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../components/govuk/button.tsx'
import { PageHeading } from '../../components/layout/page.tsx'
import { Section } from '../../components/layout/section.tsx'
import { Table, type Column } from '../../components/table/table.tsx'
import { showMoment, showShortDate } from '../../components/text/show-date.ts'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { RefusalSummary } from './refusal-summary.tsx'
import type { Journey } from './use-import.ts'

type Past = OutputOf<'import.history'>[number]

/** The first step, and what was imported before. */
export function ChooseFile({ heading, journey }: { heading: string; journey: Journey }) {
  const { data } = useQuery('import.history', {})
  return (
    <>
      <RefusalSummary failure={journey.failure} />
      <PageHeading>{heading}</PageHeading>
      <div className="desk-prose">
        <p>
          A CSV or Excel (.xlsx) extract from NOMIS, Delius or the national service. You see what would change
          before anything is written, and nobody is ever removed because a file leaves them out.
        </p>
        <div className="desk-actions">
          <Button onPress={journey.choose}>Choose a file</Button>
          <output className="desk-doing">{journey.doing}</output>
        </div>
      </div>
      {data && (
        <Section title="Imports so far" note={data.length === 0 ? undefined : 'newest first'}>
          {data.length === 0 ? (
            <p>Nothing has been imported yet.</p>
          ) : (
            <Table
              name="import-history"
              caption={`${data.length} ${data.length === 1 ? 'import' : 'imports'}, newest first`}
              captionHidden
              columns={COLUMNS}
              rows={data}
              rowKey={(row) => row.importId}
            />
          )}
        </Section>
      )}
    </>
  )
}

const COLUMNS: readonly Column<Past>[] = [
  { key: 'file', head: 'File', cell: (row) => row.name, rowHead: true },
  { key: 'at', head: 'Imported', cell: (row) => showMoment(row.at) },
  { key: 'by', head: 'By', cell: (row) => row.by },
  { key: 'source', head: 'Kind', cell: (row) => row.source },
  { key: 'as-at', head: 'As at', cell: (row) => showShortDate(row.asAt) },
  { key: 'rows', head: 'Rows', cell: (row) => number(row.rows), numeric: true },
  { key: 'new', head: 'New', cell: (row) => number(row.created), numeric: true },
  { key: 'changed', head: 'Changed', cell: (row) => number(row.updated), numeric: true },
  { key: 'refused', head: 'Refused', cell: (row) => number(row.refused), numeric: true },
]

const number = (value: number) => value.toLocaleString('en-GB')
