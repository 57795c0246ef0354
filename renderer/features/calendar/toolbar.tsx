import { Link } from 'react-router'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { Button } from '../../components/govuk/button.tsx'
import { calendarPath, VIEW_WORDS, VIEWS, type Period } from './calendar-period.ts'

interface ToolbarProps {
  period: Period
  today: CivilDate
  /** Null where the role may not export. */
  exporting: boolean | null
  onExport: () => void
}

/** Back, today, on; list, week or month; export. Links, so that Alt+← undoes a step. */
export function Toolbar({ period, today, exporting, onExport }: ToolbarProps) {
  const { view, step } = period
  return (
    <>
      <nav className="desk-joined" aria-label="Period">
        <Link to={calendarPath(view, period.previous)}>
          <span aria-hidden="true">←</span>
          <span className="govuk-visually-hidden">Previous {step}</span>
        </Link>
        <Link to={calendarPath(view, today)}>Today</Link>
        <Link to={calendarPath(view, period.next)}>
          <span aria-hidden="true">→</span>
          <span className="govuk-visually-hidden">Next {step}</span>
        </Link>
      </nav>
      <nav className="desk-joined" aria-label="View">
        {VIEWS.map((each) => (
          <Link
            key={each}
            to={calendarPath(each, period.from)}
            {...(each === view ? { 'aria-current': 'page' as const } : {})}
          >
            {VIEW_WORDS[each]}
          </Link>
        ))}
      </nav>
      {exporting !== null && (
        <Button kind="secondary" onPress={onExport} aria-expanded={exporting} aria-controls="calendar-export">
          Export
        </Button>
      )}
    </>
  )
}
