import { Tags } from '../../components/govuk/tag.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { KIND_WORDS, type Pom } from './pom-table.tsx'
import type { Row } from './to-hand-over.ts'

/** What each of those chosen has now and would have, as POM and beside one. */
export function WhoGetsHowMany({ rows, poms }: { rows: readonly Row[]; poms: readonly Pom[] }) {
  return (
    <ScrollPane label="What each would have">
      <table className="desk-casetable desk-handover__after">
        <caption className="govuk-visually-hidden">What each POM has now and would have</caption>
        <thead>
          <tr>
            <th scope="col">POM</th>
            <th scope="col">Works</th>
            <th scope="col">Cases now</th>
            <th scope="col">Gets</th>
            <th scope="col">Would have</th>
            <th scope="col">Co-working</th>
          </tr>
        </thead>
        <tbody>
          {poms.map(({ staffId, name, kind, pattern, workload, tags }) => {
            const gets = rows.filter(({ receiver, role }) => receiver === staffId && role === 'pom').length
            const beside = rows.filter(
              ({ receiver, role }) => receiver === staffId && role === 'co_pom',
            ).length
            return (
              <tr key={staffId}>
                <th scope="row">
                  {name} <span className="desk-quiet">{KIND_WORDS[kind]}</span> <Tags tags={tags} />
                </th>
                <td>{pattern}</td>
                <td>{workload.total}</td>
                <td>{gets}</td>
                <td>
                  <strong>{workload.total + gets}</strong>
                </td>
                <td>{workload.coWorking + beside}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollPane>
  )
}
