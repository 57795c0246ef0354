import { Link } from 'react-router'
import type { CalendarFilters } from '../../../domain/calendar/calendar-filters.ts'
import type { Scope } from '../../../domain/contract/schemas.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { Button } from '../../components/govuk/button.tsx'
import { PrintButton } from './print-button.tsx'
import { calendarPath, VIEW_WORDS, VIEWS, type Period } from './calendar-period.ts'

interface ToolbarProps {
  period: Period
  today: CivilDate
  /** What is printed; null where the role may not. */
  print: { scope: Scope; filters: CalendarFilters } | null
  /** Null where the role may not export. */
  exporting: boolean | null
  onExport: () => void
}

/** Back, today, on; list, week or month; export. Links, so that Alt+← undoes a step. */
export function Toolbar({ period, today, print, exporting, onExport }: ToolbarProps) {
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
      {print !== null && view !== 'week' && <PrintButton view={view} from={period.from} {...print} />}
      {exporting !== null && (
        <Button kind="secondary" onPress={onExport} aria-expanded={exporting} aria-controls="calendar-export">
          Export
        </Button>
      )}
    </>
  )
}
