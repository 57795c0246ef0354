import { Link } from 'react-router'
import { Button } from '../../components/govuk/button.tsx'
import { NotificationBanner } from '../../components/govuk/notices.tsx'
import { PageHeading } from '../../components/layout/page.tsx'
import { FileTable } from './file-table.tsx'
import { RefusedRows } from './refused-rows.tsx'
import { Tickets } from './tickets.tsx'
import type { Journey, Report, Stage } from './use-import.ts'

interface ImportReportProps {
  heading: string
  stage: Extract<Stage, { step: 'report' }>
  journey: Journey
}

/** The last step: what was written, and what was left out. */
export function ImportReport({ heading, stage, journey }: ImportReportProps) {
  const { report } = stage
  const { files } = report
  const several = files.length > 1
  const sum = (of: (file: Report['files'][number]) => number) =>
    files.reduce((total, file) => total + of(file), 0)
  const isMoved = files.some(({ created, absent }) => created > 0 || absent > 0)
  return (
    <>
      <PageHeading>{heading}</PageHeading>
      <NotificationBanner>
        <p className="govuk-notification-banner__heading">
          {several ? `${files.length} files were imported` : `${files[0]?.name} was imported`}
        </p>
        <p>Every date has been worked out again. Nobody was removed.</p>
        <p>
          {isMoved ? 'Somebody is new or missing: ' : ''}
          <Link to="/movements">confirm arrivals and departures</Link>
          {several ? '.' : ', or '}
          {!several && <Link to={`/import/undo/${files[0]?.importId}`}>take this import back</Link>}
          {!several && '.'}
        </p>
      </NotificationBanner>
      {several && <FileTable files={files} takeBack />}
      <Tickets tickets={outcome(report, sum)} />
      <RefusedRows
        id="import-refused"
        total={report.refusedTotal}
        rows={report.refused}
        files={files.map(({ name }) => name)}
      />
      <div className="desk-actions">
        <Button to="/today">Go to Today</Button>
        <Button kind="secondary" onPress={journey.cancel}>
          Import other files
        </Button>
      </div>
    </>
  )
}

function outcome(report: Report, sum: (of: (file: Report['files'][number]) => number) => number) {
  const rows = sum((file) => file.rows)
  return [
    { count: rows, words: rows === 1 ? 'row read' : 'rows read', to: null },
    { count: sum(({ created }) => created), words: 'new', to: null },
    { count: sum(({ updated }) => updated), words: 'changed', to: null },
    { count: sum(({ unchanged }) => unchanged), words: 'the same', to: null },
    { count: report.newlyPastHandover, words: 'newly past handover', to: null, bad: true },
    ...(report.files.length === 1
      ? [{ count: sum(({ absent }) => absent), words: 'not in this file', to: null }]
      : []),
    { count: report.refusedTotal, words: 'refused', to: 'import-refused' },
  ]
}
