import { Link } from 'react-router'
import { Button } from '../../components/govuk/button.tsx'
import { NotificationBanner } from '../../components/govuk/notices.tsx'
import { PageHeading } from '../../components/layout/page.tsx'
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
  return (
    <>
      <PageHeading>{heading}</PageHeading>
      <NotificationBanner>
        <p className="govuk-notification-banner__heading">{report.name} was imported</p>
        <p>Every date has been worked out again. Nobody was removed.</p>
        <p>
          {report.created > 0 || report.absent > 0 ? 'Somebody is new or missing: ' : ''}
          <Link to="/movements">confirm arrivals and departures</Link>, or{' '}
          <Link to={`/import/undo/${report.importId}`}>take this import back</Link>.
        </p>
      </NotificationBanner>
      <Tickets tickets={outcome(report)} />
      <RefusedRows id="import-refused" total={report.refusedTotal} rows={report.refused} />
      <div className="desk-actions">
        <Button to="/today">Go to Today</Button>
        <Button kind="secondary" onPress={journey.cancel}>
          Import another file
        </Button>
      </div>
    </>
  )
}

function outcome(report: Report) {
  return [
    { count: report.rows, words: report.rows === 1 ? 'row read' : 'rows read', to: null },
    { count: report.created, words: 'new', to: null },
    { count: report.updated, words: 'changed', to: null },
    { count: report.unchanged, words: 'the same', to: null },
    { count: report.newlyPastHandover, words: 'newly past handover', to: null, bad: true },
    { count: report.absent, words: 'not in this file', to: null },
    { count: report.refusedTotal, words: 'refused', to: 'import-refused' },
  ]
}
