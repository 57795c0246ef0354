import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useFollow } from './use-follow.ts'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { addDays } from '../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import type { DiaryEvent, EventPaths } from './diary-event.ts'
import { MonthCell, type MonthWeek } from './month-cell.tsx'
import { useDragToBook } from './use-drag-to-book.ts'

export interface MonthViewProps extends EventPaths {
  month: OutputOf<'calendar.month'>
  /** That day's list. */
  dayTo: (date: CivilDate) => string
  caption: string
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/**
 * Six weeks from this one as a table, so that a month's end is never a cliff. Arrow keys move from day to day. What a day has
 * no room for is one link away, never left out unsaid.
 */
export function MonthView({ month, linkTo, bookTo, dayTo, caption }: MonthViewProps) {
  const { weeks, today, holidays } = month
  const { table, current, move } = useDayKeys(today, weeks)
  const names = useMemo(() => new Map(holidays.map(({ date, title }) => [date, title])), [holidays])
  const { dropOn, handlers } = useDragToBook({ today, holidays, bookTo, find: (id) => eventIn(weeks, id) })
  const follow = useFollow()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys and dragging are extras: every day is a link, and what can be dragged a button
    <table className="desk-month" ref={table} onKeyDown={move} onClick={follow} {...handlers}>
      <caption className="govuk-visually-hidden">{caption}</caption>
      <colgroup>
        {WEEKDAYS.map((day, at) => (
          <col key={day} className={at > 4 ? 'desk-month__col--weekend' : 'desk-month__col'} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              <span className="desk-month__weekday">{day}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.key}>
            {week.days.map(({ date }, at) => (
              <MonthCell
                key={date}
                week={week}
                at={at}
                today={today}
                holiday={names.get(date) ?? null}
                current={date === current}
                drop={dropOn(date)}
                linkTo={linkTo}
                bookTo={bookTo}
                dayTo={dayTo}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function eventIn(weeks: readonly MonthWeek[], id: string): DiaryEvent | undefined {
  for (const { days, bands } of weeks) {
    const found =
      bands.find(({ event }) => event.id === id)?.event ??
      days.flatMap(({ events }) => events).find((event) => event.id === id)
    if (found !== undefined) return found
  }
  return undefined
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** One day is in the tab order; arrows move by a day or a week, Home and End to the ends of the week. */
function useDayKeys(today: CivilDate, weeks: readonly MonthWeek[]) {
  const table = useRef<HTMLTableElement>(null)
  const days = weeks.flatMap((week) => week.days.map((day) => day.date))
  const [chosen, setChosen] = useState<CivilDate>(today)
  const current = days.includes(chosen) ? chosen : days.includes(today) ? today : (days[0] ?? today)

  function move(event: KeyboardEvent) {
    const day = (event.target as HTMLElement).dataset['day'] as CivilDate | undefined
    if (day === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    const step = STEPS[event.key] ?? weekEnd(event.key, days.indexOf(day))
    if (step === undefined) return
    event.preventDefault()
    const next = addDays(day, step)
    const link = table.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)
    if (!link) return
    setChosen(next)
    link.focus()
  }
  return { table, current, move }
}

function weekEnd(key: string, at: number): number | undefined {
  if (key === 'Home') return -(at % 7)
  if (key === 'End') return 6 - (at % 7)
  return undefined
}
