import { memo, useRef, useState, type RefObject } from 'react'
import { shapeOf } from '../../../domain/calendar/calendar-filters.ts'
import { weekdayOf } from '../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { timeInWords } from '../../../domain/meetings/booking.ts'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { showDay, showLongDate } from '../text/show-date.ts'
import { canBook, surname, type DiaryEvent, type EventPaths } from './diary-event.ts'
import { EventMark } from './event-mark.tsx'
import { EventPopover } from './event-popover.tsx'
import { Lanes } from './month-lanes.tsx'
import type { Drop } from './use-drag-to-book.ts'

export type MonthWeek = OutputOf<'calendar.month'>['weeks'][number]

export interface MonthCellProps extends EventPaths {
  week: MonthWeek
  /** Which day of the week, Monday 0. */
  at: number
  today: CivilDate
  holiday: string | null
  /** The one day in the tab order. */
  current: boolean
  drop: Drop
  /** That day's list. */
  dayTo: (date: CivilDate) => string
}

/**
 * One day: its number, the bands through it, and what it has room for. Plain links, which the table takes to their place: a
 * unit's month has two hundred of them. Drawn again only where something about it is another.
 */
export const MonthCell = memo(function MonthCell(props: MonthCellProps) {
  const { week, at, today, holiday, current, drop, dayTo } = props
  const day = week.days[at] as MonthWeek['days'][number]
  const pop = usePopover()
  const { date } = day
  const to = dayTo(date)
  const hidden = day.total - day.events.length
  const isToday = date === today
  return (
    <td className={cellClass(date, today, holiday !== null)} data-date={date} data-drop={drop}>
      <a
        className="desk-month__date"
        href={to}
        data-to={to}
        data-day={date}
        tabIndex={current ? 0 : -1}
        aria-current={isToday ? 'date' : undefined}
        aria-label={`${dayWords(date, isToday)}, ${showLongDate(date)}, ${itemWords(day.total + day.work)}`}
      >
        {dayLabel(date, isToday)}
      </a>
      <Lanes week={week} at={at} paths={props} onOpen={pop.open} opened={pop.event?.id ?? null} />
      {holiday !== null && (
        <p className="desk-month__holiday">
          {holiday}
          <span className="desk-second">Bank holiday</span>
        </p>
      )}
      {day.events.map((event) => (
        <Event
          key={event.id}
          event={event}
          paths={props}
          onOpen={pop.open}
          opened={pop.event?.id === event.id}
        />
      ))}
      {hidden > 0 && (
        <a
          className="desk-month__more"
          href={to}
          data-to={to}
          aria-label={`${hidden} more on ${showDay(date)}`}
        >
          {hidden} more
        </a>
      )}
      {day.work > 0 && (
        <a
          className="desk-month__more desk-month__more--work"
          href={to}
          data-to={to}
          aria-label={`${day.work} to do: dated work on ${showDay(date)}`}
        >
          <EventMark shape="work_due" />
          {day.work} to do
        </a>
      )}
      {pop.event !== null && <EventPopover event={pop.event} paths={props} onClose={pop.close} />}
    </td>
  )
})

/** One open at a time in a cell; closing goes back to what opened it where that was asked for. */
function usePopover() {
  const [event, setEvent] = useState<DiaryEvent | null>(null)
  const opener: RefObject<HTMLElement | null> = useRef(null)
  return {
    event,
    open: (next: DiaryEvent, from: HTMLElement) => {
      opener.current = from
      setEvent((now) => (now?.id === next.id ? null : next))
    },
    close: (back: boolean) => {
      setEvent(null)
      if (back) opener.current?.focus()
    },
  }
}

interface EventProps {
  event: DiaryEvent
  paths: EventPaths
  onOpen: (event: DiaryEvent, from: HTMLElement) => void
  opened: boolean
}

/**
 * A link to the case; of a meeting to book or booked a button, which says more and leads to its form too. A cell has room for one
 * word: the rest of the name and what it is stand in the label, which costs the page nothing to lay out.
 */
function Event({ event, paths, onOpen, opened }: EventProps) {
  const shape = shapeOf(event)
  const time = event.from === null ? '' : `${timeInWords(event.from)} `
  const className = `desk-month__event desk-month__event--${shape}${event.provisional ? ' desk-month__event--provisional' : ''}`
  const label = `${time}${event.name}: ${event.title}`
  const words = (
    <>
      <EventMark shape={shape} />
      <span className="desk-month__words">
        {time}
        {surname(event)}
      </span>
    </>
  )
  if (canBook(event, paths))
    return (
      <button
        type="button"
        className={className}
        aria-label={label}
        draggable
        data-drag={event.id}
        aria-haspopup="dialog"
        aria-expanded={opened}
        onClick={({ currentTarget }) => onOpen(event, currentTarget)}
      >
        {words}
      </button>
    )
  const to = paths.linkTo(event)
  return (
    <a className={className} aria-label={label} href={to} data-to={to}>
      {words}
    </a>
  )
}

/** The number; its month where a month begins and on today, which also says so. */
function dayLabel(date: CivilDate, isToday: boolean) {
  const [, number, month] = showDay(date).split(' ')
  return (
    <>
      {number}
      {(number === '1' || isToday) && (
        <>
          {' '}
          <span className="desk-month__month">{month}</span>
        </>
      )}
      {isToday && (
        <>
          {' '}
          <span className="desk-month__today">Today</span>
        </>
      )}
    </>
  )
}

/** The same as text, for the name of the link begins with what is seen. */
function dayWords(date: CivilDate, isToday: boolean): string {
  const [, number, month] = showDay(date).split(' ')
  return [number, number === '1' || isToday ? month : '', isToday ? 'Today' : ''].filter(Boolean).join(' ')
}

const itemWords = (count: number) => (count === 0 ? 'nothing' : count === 1 ? '1 item' : `${count} items`)

function cellClass(date: CivilDate, today: CivilDate, holiday: boolean): string {
  const classes = ['desk-month__cell']
  if (weekdayOf(date) > 5) classes.push('desk-month__cell--weekend')
  if (holiday) classes.push('desk-month__cell--holiday')
  if (date === today) classes.push('desk-month__cell--today')
  if (date < today) classes.push('desk-month__cell--past')
  return classes.join(' ')
}
