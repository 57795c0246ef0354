import { Link } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import type { Scope } from '../../../domain/contract/schemas.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Tag } from '../../components/govuk/tag.tsx'
import { Table, type Column } from '../../components/table/table.tsx'
import { shortName } from '../../components/text/short-name.ts'
import { showTableDate } from '../../components/text/show-date.ts'
import { useUi } from '../../state/ui-store.ts'

type Shown = OutputOf<'meetings.steps'>
type Step = Shown['rows'][number]

const ROWS = 200

/** What was agreed at meetings and contacts of these cases and is not done yet, by day. */
export function OpenSteps({ scope, mayWrite }: { scope: Scope; mayWrite: boolean }) {
  const { data, error } = useQuery('meetings.steps', { scope })
  const command = useCommand('contacts.stepDone')
  const announce = useUi((ui) => ui.announce)
  if (error !== null) return <p className="govuk-error-message">{error.message}</p>
  if (data === undefined) return null
  const markDone = async ({ personId, source, what }: Step) => {
    const done = await command.run({ personId, source, what, doneOn: data.today, note: '' })
    if (done !== undefined) announce(`${what}: done today`)
  }
  if (data.rows.length === 0)
    return <p className="desk-good">Everything agreed at meetings and contacts is done.</p>
  return (
    <>
      {command.error !== null && (
        <p className="govuk-error-message" role="alert">
          {command.error.message}
        </p>
      )}
      <Table
        name="meetings:steps"
        caption={`Next steps: ${data.rows.length}`}
        captionHidden
        columns={mayWrite ? [...COLUMNS, doneColumn((step) => void markDone(step))] : COLUMNS}
        rows={data.rows.slice(0, ROWS)}
        rowKey={({ personId, source, what }) => `${personId} ${source} ${what}`}
      />
      <p className="desk-second">
        {data.rows.length > ROWS ? `The first ${ROWS} of ${data.rows.length}. ` : ''}
        Agreed at a meeting or a contact, and not recorded as done.
      </p>
    </>
  )
}

const COLUMNS: readonly Column<Step>[] = [
  {
    key: 'by',
    head: 'By',
    className: 'desk-nowrap',
    cell: ({ by, relative, overdue }) => (
      <>
        {showTableDate(by)} {overdue && <Tag text="Overdue" tone="late" />}
        <span className="desk-second">{relative}</span>
      </>
    ),
  },
  {
    key: 'person',
    head: 'Person',
    rowHead: true,
    className: 'desk-person',
    cell: ({ personId, name, prisonNumber }) => (
      <>
        <Link to={`/case/${personId}/meetings`}>{name}</Link>
        <span className="desk-second">{prisonNumber}</span>
      </>
    ),
  },
  {
    key: 'what',
    head: 'Next step',
    cell: ({ what, title }) => (
      <>
        {what}
        <span className="desk-second">{title}</span>
      </>
    ),
  },
  { key: 'owner', head: 'Who', cell: ({ owner }) => owner },
  {
    key: 'pom',
    head: 'POM',
    className: 'desk-nowrap',
    cell: ({ pom }) => (pom === null ? 'No POM' : shortName(pom)),
  },
]

const doneColumn = (markDone: (step: Step) => void): Column<Step> => ({
  key: 'done',
  head: 'Done',
  className: 'desk-nowrap',
  cell: (step) => (
    <button type="button" className="desk-link-button" onClick={() => markDone(step)}>
      Done today
      <span className="govuk-visually-hidden">
        : {step.what}, {step.name}
      </span>
    </button>
  ),
})
