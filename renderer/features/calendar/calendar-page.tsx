import '../../components/calendar/calendar.scss'
import '../../styles/pieces.scss'
import './calendar.scss'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole, useSession } from '../../api/use-session.ts'
import type { DiaryEvent } from '../../components/calendar/diary-event.ts'
import { ListView } from '../../components/calendar/list-view.tsx'
import { MonthView } from '../../components/calendar/month-view.tsx'
import { WeekView } from '../../components/calendar/week-view.tsx'
import { WarningText } from '../../components/govuk/notices.tsx'
import { Page } from '../../components/layout/page.tsx'
import { showDate } from '../../components/text/show-date.ts'
import { useUi } from '../../state/ui-store.ts'
import { useScope } from '../../state/use-scope.ts'
import { shownEvents, useHiddenKinds, type Kind } from './calendar-filters.ts'
import {
  calendarPath,
  periodOf,
  periodOfAnswer,
  readDay,
  readView,
  VIEW_WORDS,
  type Period,
} from './calendar-period.ts'
import { ExportCalendar } from './export-calendar.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { JumpTo } from './jump-to.tsx'
import { Toolbar } from './toolbar.tsx'

type Diary = OutputOf<'calendar.show'>

/** Handovers, mandated meetings and releases by day: in words first, by week or by month for those who want a picture. */
export default function CalendarPage() {
  const period = usePeriod()
  const { scope, choose, canChoose } = useScope()
  const { hidden, turn, clear } = useHiddenKinds()
  const [exporting, setExporting] = useState(false)
  const mayExport = useHasRole('head_of_omu', 'pom', 'case_administrator')
  const { today } = useSession()
  const { data, error, former } = useQuery('calendar.show', {
    from: period.from,
    to: period.to,
    scope,
    // A month also draws the windows that end after it.
    ...(period.view === 'month' && { windows: true }),
  })
  const diary = data && data.from === period.from && data.to === period.to ? data : undefined
  // The last period stays in sight until the next one is here.
  const shown = data && { diary: data, period: periodOfAnswer(data.from, data.to) }
  useSaidPeriod(period, diary)
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
          exporting={mayExport ? exporting : null}
          onExport={() => setExporting(!exporting)}
        />
      }
      ready={diary !== undefined && !former}
      error={error}
    >
      {exporting && mayExport && (
        <ExportCalendar today={today} scope={scope} onClose={() => setExporting(false)} />
      )}
      <div className="desk-calendar">
        <FilterPanel
          scope={scope}
          onScope={canChoose ? choose : null}
          hidden={hidden}
          onTurn={turn}
          onClear={clear}
          month={period.view === 'month'}
        />
        <div className="desk-calendar__body">
          {shown?.diary.holidaysNote && <WarningText>{shown.diary.holidaysNote}</WarningText>}
          {shown && <Body {...shown} hidden={hidden} />}
        </div>
      </div>
    </Page>
  )
}

const caseTo = (event: DiaryEvent) => `/case/${event.personId}/dates`

function Body({ diary, period, hidden }: { diary: Diary; period: Period; hidden: ReadonlySet<Kind> }) {
  const key = [...hidden].join(' ')
  // The set is new at each turn of a filter alone; its words say when.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const events = useMemo(() => shownEvents(diary.events, hidden), [diary, key])
  const common = { today: diary.today, events, holidays: diary.holidays, linkTo: caseTo }
  if (period.view === 'week') return <WeekView monday={period.from} {...common} />
  if (period.view === 'month')
    return (
      <MonthView
        from={period.from}
        bands={!hidden.has('windows') && !hidden.has('to_book')}
        dayTo={(date) => calendarPath('list', date)}
        caption={`Six weeks, ${period.words}. Arrow keys move from day to day.`}
        {...common}
      />
    )
  return (
    <>
      <JumpTo diary={diary} from={period.from} />
      <ListView from={period.from} to={period.to} {...common} />
    </>
  )
}

/** View and first day: from the address where it names them, else as they were left, else the list from today. */
function usePeriod(): Period {
  const [search] = useSearchParams()
  const { today } = useSession()
  const kept = useUi((ui) => ui.lists['calendar'])
  const setList = useUi((ui) => ui.setList)
  const view = readView(search.get('view')) ?? readView(kept?.['view']) ?? 'list'
  const from = readDay(search.get('from')) ?? today
  useEffect(() => {
    if (kept?.['view'] !== view) setList('calendar', { ...useUi.getState().lists['calendar'], view })
  }, [view, kept, setList])
  return useMemo(() => periodOf(view, from), [view, from])
}

/** After a step the new period is read out: the focus stays on the arrow that was pressed. */
function useSaidPeriod(period: Period, diary: Diary | undefined) {
  const announce = useUi((ui) => ui.announce)
  const words = diary
    ? `${period.words}, ${diary.events.filter((event) => event.date <= period.to).length} items`
    : ''
  const said = useRef('')
  useEffect(() => {
    if (words === '') return
    if (said.current !== '' && said.current !== words) announce(words)
    said.current = words
  }, [words, announce])
}
