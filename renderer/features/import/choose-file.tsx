import { Link } from 'react-router'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../components/govuk/button.tsx'
import { PageHeading } from '../../components/layout/page.tsx'
import { Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showMoment, showShortDate } from '../../components/text/show-date.ts'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { NewFiles } from './new-files.tsx'
import { PasteTable } from './paste-table.tsx'
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
          CSV or Excel (.xlsx) extracts from NOMIS, Delius or the national service, one or several at once:
          they meet on prison number, then CRN. You see what would change before anything is written, and
          nobody is ever removed because a file leaves them out.
        </p>
        <div className="desk-actions">
          <Button onPress={journey.choose}>Choose files</Button>
          {journey.doing !== '' && (
            <Button kind="secondary" onPress={journey.cancel}>
              Stop
            </Button>
          )}
          <output className="desk-doing">
            {journey.stopped ? 'Stopped. Nothing was imported.' : journey.doing}
          </output>
        </div>
      </div>
      <NewFiles journey={journey} />
      <PasteTable journey={journey} />
      {data && (
        <Section title="Imports so far" note={data.length === 0 ? undefined : 'newest first'}>
          {data.length === 0 ? <p>Nothing has been imported yet.</p> : <History imports={data} />}
        </Section>
      )}
    </>
  )
}

function History({ imports }: { imports: readonly Past[] }) {
  return (
    <ScrollPane label="Imports so far">
      <table className="desk-casetable desk-import__history">
        <caption className="govuk-visually-hidden">
          {imports.length} {imports.length === 1 ? 'import' : 'imports'}, newest first
        </caption>
        <thead>
          <tr>
            {HEADINGS.map((heading) => (
              <th scope="col" key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {imports.map((past) => (
            <tr key={past.importId}>
              <th scope="row">{past.name}</th>
              <td>{showMoment(past.at)}</td>
              <td>{past.by}</td>
              <td>{past.source}</td>
              <td>{showShortDate(past.asAt)}</td>
              <td>{number(past.rows)}</td>
              <td>{number(past.created)}</td>
              <td>{number(past.updated)}</td>
              <td>{number(past.refused)}</td>
              <td>
                {past.undoneAt === null ? (
                  <Link to={`/import/undo/${past.importId}`}>
                    Take back <span className="govuk-visually-hidden">{past.name}</span>
                  </Link>
                ) : (
                  `Taken back ${showMoment(past.undoneAt)}`
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPane>
  )
}

const HEADINGS = ['File', 'Imported', 'By', 'Kind', 'As at', 'Rows', 'New', 'Changed', 'Refused', 'Undo']

const number = (value: number) => value.toLocaleString('en-GB')
