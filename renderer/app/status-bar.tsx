import { Fragment } from 'react'
import type { SessionStatus } from '../api/use-session.ts'
import { showDayMonth, showMoment, showShortDate } from '../components/text/show-date.ts'
import { useUi } from '../state/ui-store.ts'

/** How old each source is, the last backup, and that no network is used: on every page. */
export function StatusBar({ status }: { status: SessionStatus }) {
  const waitingFor = useUi((ui) => ui.waitingFor)
  return (
    <footer className="desk-status" data-landmark tabIndex={-1}>
      <div>
        <strong>As at</strong> {status.asAt.length === 0 && <span>nothing imported yet</span>}
        {status.asAt.map((source, at) => (
          <Fragment key={source.source}>
            {at > 0 && <span className="desk-dot"> · </span>}
            <span>
              {source.source} {showLately(source.date, status.today)}
              {source.stale && ' '}
              {source.stale && (
                <strong className="desk-stale">
                  {source.days} {source.days === 1 ? 'day' : 'days'} old
                </strong>
              )}
            </span>
          </Fragment>
        ))}
      </div>
      <div>
        <output>{waitingFor > 0 ? 'Updating… · ' : ''}</output>
        <span>{status.backedUpAt ? `Backed up ${showMoment(status.backedUpAt)}` : 'Not backed up yet'}</span>
        <span className="desk-dot"> · </span>
        <span>No network used</span>
      </div>
    </footer>
  )
}

/** Without the year while it is this one: a unit has many lists, and the bar one line. */
const showLately = (date: string, today: string) =>
  date.slice(0, 4) === today.slice(0, 4) ? showDayMonth(date) : showShortDate(date)
