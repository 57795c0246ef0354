import { useRef, useState } from 'react'
import {
  hiddenKinds,
  NO_CALENDAR_FILTERS,
  type CalendarFilters,
  type CalendarKind,
} from '../../../domain/calendar/calendar-filters.ts'
import type { Scope } from '../../../domain/contract/schemas.ts'
import { call, toCallError, type CallError } from '../../api/client.ts'

/**
 * What the calendar shows, kept for this person in the store. `chosen` is null until something is changed here: the calendar is
 * then asked with what is kept. Each change is shown at once and kept after the one before it.
 */
export function useCalendarFilters(scope: Scope) {
  const [chosen, setChosen] = useState<CalendarFilters | null>(null)
  const [error, setError] = useState<CallError | null>(null)
  const keeping = useRef<Promise<unknown>>(Promise.resolve())
  function choose(next: CalendarFilters) {
    setChosen(next)
    const keep = async () => {
      try {
        await call('calendar.saveFilters', next)
        setError(null)
      } catch (thrown) {
        setError(toCallError(thrown))
      }
    }
    keeping.current = keeping.current.then(keep)
  }
  return {
    chosen,
    error,
    change: (from: CalendarFilters, part: Partial<CalendarFilters>) => choose({ ...from, ...part }),
    turn: (from: CalendarFilters, kind: CalendarKind) => {
      const next = new Set(hiddenKinds(from, scope))
      if (!next.delete(kind)) next.add(kind)
      choose({ ...from, hidden: [...next] })
    },
    clear: () => choose(NO_CALENDAR_FILTERS),
  }
}
