import '../../styles/pieces.scss'
import './ready.scss'
import { useState } from 'react'
import { Link } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { READY_ITEMS, READY_WORDS } from '../../../domain/model/ready-to-go.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { ScopeControl } from '../../app/scope-control.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Tag } from '../../components/govuk/tag.tsx'
import { Page } from '../../components/layout/page.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showShortDate } from '../../components/text/show-date.ts'
import { shortName } from '../../components/text/short-name.ts'
import { useScope } from '../../state/use-scope.ts'
import { useUi } from '../../state/ui-store.ts'

type Board = OutputOf<'ready.board'>
export type ReadyRow = Board['rows'][number]
export type ReadyCell = ReadyRow['items'][number]

export const TONES = { yes: 'done', no: 'late', not_needed: 'fact', open: 'unknown' } as const

/** Who is released in the next four weeks, and what is in place for each. */
export default function ReadyPage() {
  const { scope } = useScope()
  const { data, error, former } = useQuery('ready.board', { scope })
  const [pom, setPom] = useState('')
  const mayPrint = useHasRole('head_of_omu', 'pom', 'case_administrator', 'pre_release_team')
  const print = useCommand('ready.print')
  const announce = useUi((ui) => ui.announce)
  async function save() {
    const done = await print.run({ scope })
    if (done !== undefined) announce(done.saved ? `Saved as ${done.file ?? 'a file'}.` : 'Nothing was saved.')
  }
  const poms = [...new Set((data?.rows ?? []).map((row) => row.pom ?? 'No POM'))].sort()
  const rows = (data?.rows ?? []).filter((row) => pom === '' || (row.pom ?? 'No POM') === pom)
  return (
    <Page
      name="ready"
      title="Ready to go"
      heading="Ready to go"
      lead={<ScopeControl />}
      actions={
        mayPrint ? (
          <Button kind="secondary" onPress={() => void save()}>
            {print.running ? 'Making the PDF…' : 'A4 with sign-off'}
          </Button>
        ) : undefined
      }
      ready={data !== undefined && !former}
      error={error}
    >
      <ErrorSummary errors={print.error === null ? [] : [{ message: print.error.message }]} />
      {data && (
        <>
          <p>
            {rows.length === 0
              ? 'Nobody is'
              : rows.length === 1
                ? '1 person is'
                : `${rows.length} people are`}{' '}
            released from {showShortDate(data.today)} to {showShortDate(data.until)}, soonest first.
          </p>
          {poms.length > 1 && (
            <select
              className="govuk-select desk-filters__select"
              aria-label="Filter by POM"
              value={pom}
              onChange={(event) => setPom(event.target.value)}
            >
              <option value="">POM: all</option>
              {poms.map((each) => (
                <option value={each} key={each}>
                  {each}
                </option>
              ))}
            </select>
          )}
          {rows.length > 0 && <BoardTable rows={rows} />}
        </>
      )}
    </Page>
  )
}

function BoardTable({ rows }: { rows: readonly ReadyRow[] }) {
  return (
    <ScrollPane label="Ready to go">
      <table className="desk-casetable desk-ready">
        <caption className="govuk-visually-hidden">What is in place for each person released soon</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Release</th>
            <th scope="col">POM</th>
            {READY_ITEMS.map((item) => (
              <th scope="col" key={item}>
                {READY_WORDS[item]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.personId}>
              <th scope="row">
                <Link to={`/ready/${row.personId}`}>{row.name}</Link>{' '}
                <span className="desk-second desk-second--inline">{row.prisonNumber}</span>
              </th>
              <td className="desk-nowrap">
                {showShortDate(row.release)}
                <span className="desk-second">
                  {row.releaseType},{' '}
                  {row.days === 0 ? 'today' : `in ${row.days} ${row.days === 1 ? 'day' : 'days'}`}
                </span>
              </td>
              <td className="desk-nowrap">{row.pom === null ? 'Not allocated' : shortName(row.pom)}</td>
              {row.items.map((cell) => (
                <td key={cell.item}>
                  <Tag text={cell.words} tone={TONES[cell.state]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollPane>
  )
}
