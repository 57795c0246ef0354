import '../../components/calendar/calendar.scss'
import '../../styles/pieces.scss'
import './calendar.scss'
import { memo, useState } from 'react'
import { filtersInWords, NO_CALENDAR_FILTERS } from '../../../domain/calendar/calendar-filters.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { useHasRole, useSession } from '../../api/use-session.ts'
import type { DiaryEvent } from '../../components/calendar/diary-event.ts'
import { ListView } from '../../components/calendar/list-view.tsx'
import { MonthView } from '../../components/calendar/month-view.tsx'
import { WeekView } from '../../components/calendar/week-view.tsx'
import { WarningText } from '../../components/govuk/notices.tsx'
import { Page } from '../../components/layout/page.tsx'
import { showDate } from '../../components/text/show-date.ts'
import { useScope } from '../../state/use-scope.ts'
import { useCalendarFilters } from './calendar-filters.ts'
import { calendarPath, VIEW_WORDS, type Period } from './calendar-period.ts'
import { ExportCalendar } from './export-calendar.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { JumpTo } from './jump-to.tsx'
import { Toolbar } from './toolbar.tsx'
import { isMonth, useCalendar, usePeriod, useSaidPeriod, type Diary, type Month } from './use-calendar.ts'

const NO_CHOICES = { pom: [], wing: [], region: [] }

/** Everything dated, by day: in words first, by week or by month for those who want a picture. */
export default function CalendarPage() {
  const period = usePeriod()
  const { scope, choose, canChoose } = useScope()
  const { chosen, error: notKept, change, turn, clear } = useCalendarFilters(scope)
  const [exporting, setExporting] = useState(false)
  const mayExport = useHasRole('head_of_omu', 'pom', 'case_administrator')
  const { today, user } = useSession()
  const { shown, error, ready } = useCalendar(period, scope, chosen)
  const kept = chosen ?? shown?.answer.filters ?? NO_CALENDAR_FILTERS
  // What is in force: of what is kept, a value nobody among these cases has is let go.
  const filters = (ready ? shown?.answer.filters : undefined) ?? kept
  useSaidPeriod(period, ready ? shown?.answer : undefined)
  return (
    <Page
      name={`calendar-${period.view}`}
      title={`Calendar – ${VIEW_WORDS[period.view]}`}
      heading="Calendar"
      lead={period.view === 'list' ? `From ${showDate(period.from)}` : period.words}
      actions={
        <Toolbar
          period={period}
          today={today}
          print={mayExport ? { scope, filters } : null}
          exporting={mayExport ? exporting : null}
          onExport={() => setExporting(!exporting)}
        />
      }
      ready={ready}
      showing={period.from}
      error={error}
    >
      {exporting && mayExport && (
        <ExportCalendar today={today} scope={scope} onClose={() => setExporting(false)} />
      )}
      <p className="desk-calendar__printed">{filtersInWords(filters, scope, user?.name ?? '')}</p>
      <div className="desk-calendar">
        <FilterPanel
          scope={scope}
          onScope={canChoose ? choose : null}
          filters={filters}
          choices={shown?.answer.choices ?? NO_CHOICES}
          onTurn={(kind) => turn(kept, kind)}
          onChange={(part) => change(kept, part)}
          onClear={clear}
          month={period.view === 'month'}
          notKept={notKept?.message ?? null}
        />
        <div className="desk-calendar__body">
          {shown?.answer.holidaysNote && <WarningText>{shown.answer.holidaysNote}</WarningText>}
          {/* What it was last given stays as it is while something else is asked. */}
          {shown && <Body {...shown} mayBook={mayExport} />}
        </div>
      </div>
    </Page>
  )
}

const PARTS: Partial<Record<DiaryEvent['kind'], string>> = { work: 'tasks', parole: 'parole' }
const caseTo = ({ personId, kind }: DiaryEvent) => `/case/${personId}/${PARTS[kind] ?? 'dates'}`
const bookTo = ({ personId, book }: DiaryEvent, on?: CivilDate) =>
  `/case/${personId}/meetings?book=${book}${on === undefined ? '' : `&on=${on}`}`
const listOf = (date: CivilDate) => calendarPath('list', date)

interface BodyProps {
  answer: Diary | Month
  period: Period
  mayBook: boolean
}

const Body = memo(function Body({ answer, period, mayBook }: BodyProps) {
  const paths = { linkTo: caseTo, bookTo: mayBook ? bookTo : null }
  if (isMonth(answer))
    return (
      <MonthView
        month={answer}
        dayTo={listOf}
        caption={`Six weeks, ${period.words}. Arrow keys move from day to day.`}
        {...paths}
      />
    )
  const { today, events, rest, more, holidays } = answer
  const common = { today, events, rest, more, holidays, dayTo: listOf, ...paths }
  if (period.view === 'week') return <WeekView monday={period.from} {...common} />
  return (
    <>
      <JumpTo diary={answer} from={period.from} />
      <ListView from={period.from} to={period.to} {...common} />
    </>
  )
})
