import { useEffect, useMemo, useRef } from 'react'
import { useSearchParams } from 'react-router'
import type { CalendarFilters } from '../../../domain/calendar/calendar-filters.ts'
import type { OutputOf } from '../../../domain/contract/index.ts'
import type { Scope } from '../../../domain/contract/schemas.ts'
import { useAnswersAhead, useAskAhead } from '../../api/answers-ahead.ts'
import { useQuery } from '../../api/use-query.ts'
import { useSession } from '../../api/use-session.ts'
import { useUi } from '../../state/ui-store.ts'
import { periodOf, periodOfAnswer, readDay, readView, VIEWS, type Period } from './calendar-period.ts'

export type Diary = OutputOf<'calendar.show'>
export type Month = OutputOf<'calendar.month'>

export const isMonth = (answer: Diary | Month): answer is Month => 'weeks' in answer

/** The period an answer belongs to. */
const periodOfAny = (answer: Diary | Month): Period =>
  isMonth(answer) ? periodOf('month', answer.from) : periodOfAnswer(answer.from, answer.to)

type Asked = { scope: Scope; filters?: CalendarFilters }

function questionOf({ view, from, to }: Period, asked: Asked) {
  return view === 'month'
    ? ({ method: 'calendar.month', input: { from, ...asked } } as const)
    : ({ method: 'calendar.show', input: { from, to, ...asked } } as const)
}

/** Where somebody goes from here, the likeliest first: on, to the other views, back. */
function waysOn({ view, from, next, previous }: Period): Period[] {
  const others = VIEWS.filter((other) => other !== view).map((other) => periodOf(other, from))
  return [periodOf(view, next), ...others.toReversed(), periodOf(view, previous)]
}

/**
 * What is to be shown: a month laid out, or days. The last answer stays in sight until the next one is here. The answers of the ways
 * on are asked for while nobody waits.
 */
export function useCalendar(period: Period, scope: Scope, filters: CalendarFilters | null) {
  const asked = { scope, ...(filters !== null && { filters }) }
  const { method, input } = questionOf(period, asked)
  const ahead = useAnswersAhead()
  const { data, error, former } = useQuery<'calendar.show' | 'calendar.month'>(method, input, ahead)
  const shown = useMemo(() => data && { answer: data, period: periodOfAny(data) }, [data])
  useAskAhead(
    ahead,
    waysOn(period).map((way) => questionOf(way, asked)),
    former ? undefined : data,
  )
  return { shown, error, ready: shown !== undefined && !former }
}

/** View and first day: from the address where it names them, else as they were left, else the list from today. */
export function usePeriod(): Period {
  const [search] = useSearchParams()
  const { today } = useSession()
  const named = readView(search.get('view'))
  // Keeping what the address says is no reason to draw the page again.
  const kept = useUi((ui) => (named === null ? ui.lists['calendar']?.['view'] : undefined))
  const setList = useUi((ui) => ui.setList)
  const view = named ?? readView(kept) ?? 'list'
  const from = readDay(search.get('from')) ?? today
  useEffect(() => {
    const former = useUi.getState().lists['calendar']
    if (former?.['view'] !== view) setList('calendar', { ...former, view })
  }, [view, setList])
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
  if (!isMonth(answer))
    return [...answer.rest, ...answer.more].reduce((sum, { count }) => sum + count, answer.events.length)
  const days = answer.weeks.flatMap((week) => week.days)
  return days.reduce((sum, { total, work }) => sum + total + work, 0)
}
