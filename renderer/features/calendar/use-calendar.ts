import { useEffect, useMemo, useRef } from 'react'
import { useSearchParams } from 'react-router'
import type { CalendarFilters } from '../../../domain/calendar/calendar-filters.ts'
import type { OutputOf } from '../../../domain/contract/index.ts'
import type { Scope } from '../../../domain/contract/schemas.ts'
import { useQuery } from '../../api/use-query.ts'
import { useSession } from '../../api/use-session.ts'
import { useUi } from '../../state/ui-store.ts'
import { periodOf, periodOfAnswer, readDay, readView, type Period } from './calendar-period.ts'

export type Diary = OutputOf<'calendar.show'>
export type Month = OutputOf<'calendar.month'>

export const isMonth = (answer: Diary | Month): answer is Month => 'weeks' in answer

/** The period an answer belongs to. */
const periodOfAny = (answer: Diary | Month): Period =>
  isMonth(answer) ? periodOf('month', answer.from) : periodOfAnswer(answer.from, answer.to)

/** What is to be shown: a month laid out, or days. The last answer stays in sight until the next one is here. */
export function useCalendar(period: Period, scope: Scope, filters: CalendarFilters | null) {
  const { view, from, to } = period
  const asked = { scope, ...(filters !== null && { filters }) }
  const { data, error, former } = useQuery<'calendar.show' | 'calendar.month'>(
    view === 'month' ? 'calendar.month' : 'calendar.show',
    view === 'month' ? { from, ...asked } : { from, to, ...asked },
  )
  const shown = useMemo(() => data && { answer: data, period: periodOfAny(data) }, [data])
  return { shown, error, ready: shown !== undefined && !former }
}

/** View and first day: from the address where it names them, else as they were left, else the list from today. */
export function usePeriod(): Period {
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
export function useSaidPeriod(period: Period, answer: Diary | Month | undefined) {
  const announce = useUi((ui) => ui.announce)
  const words = answer ? `${period.words}, ${countOf(answer)} items` : ''
  const said = useRef('')
  useEffect(() => {
    if (words === '') return
    if (said.current !== '' && said.current !== words) announce(words)
    said.current = words
  }, [words, announce])
}

function countOf(answer: Diary | Month): number {
  if (!isMonth(answer)) return answer.more.reduce((sum, { count }) => sum + count, answer.events.length)
  const days = answer.weeks.flatMap((week) => week.days)
  return days.reduce((sum, { total, work }) => sum + total + work, 0)
}
