import { shapeOf } from '../../../domain/calendar/calendar-filters.ts'
import { addDays, weekdayOf } from '../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { Tags } from '../govuk/tag.tsx'
import { showDay } from '../text/show-date.ts'
import {
  canBook,
  countsByDay,
  eventsByDay,
  type Counted,
  type DiaryEvent,
  type EventPaths,
  type Holiday,
} from './diary-event.ts'
import { EventMark } from './event-mark.tsx'
import { BookLink, RestOfDay } from './list-view.tsx'
import { useDragToBook } from './use-drag-to-book.ts'
import { useFollow } from './use-follow.ts'

export interface WeekViewProps extends EventPaths {
  monday: CivilDate
  today: CivilDate
  events: readonly DiaryEvent[]
  /** What stands on a day besides dated work and has no room. */
  rest: readonly Counted[]
  /** Dated work a day has no room for. */
  more: readonly Counted[]
  holidays: readonly Holiday[]
  /** The list that begins with a day, which has room for all of it. */
  dayTo: (date: CivilDate) => string
}

/** Seven days side by side, each a heading and a list; one under the other where the window is narrow. */
export function WeekView(props: WeekViewProps) {
  const { monday, today, events, holidays, dayTo } = props
  const byDay = eventsByDay(events)
  const names = new Map(holidays.map((holiday) => [holiday.date, holiday.title]))
  const rest = countsByDay(props.rest)
  const more = countsByDay(props.more)
  const days = Array.from({ length: 7 }, (_, at) => addDays(monday, at))
  const find = (id: string) => events.find((event) => event.id === id)
  const follow = useFollow()
  const { dropOn, handlers } = useDragToBook({ ...props, find })
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- takes its links where they lead; every meeting that can be dragged has a link to the same form
    <div className="desk-week" onClick={follow} {...handlers}>
      {days.map((date) => (
        <section
          className={dayClass(date, today, names.has(date))}
          key={date}
          aria-labelledby={`week-day-${date}`}
          data-date={date}
          data-drop={dropOn(date)}
        >
          <h2 className="desk-week__head" id={`week-day-${date}`}>
            <time dateTime={date}>
              {weekday(date)} <span className="desk-week__date">{dayAndMonth(date)}</span>
            </time>
            {date === today && (
              <>
                {' '}
                <span className="desk-week__today">Today</span>
              </>
            )}
          </h2>
          {names.has(date) && (
            <p className="desk-week__holiday">
              {names.get(date)}
              <span className="desk-second">Bank holiday</span>
            </p>
          )}
          <ul className="desk-week__list">
            {(byDay.get(date) ?? []).map((event) => (
              <Item key={event.id} event={event} paths={props} />
            ))}
          </ul>
          {rest.has(date) && (
            <RestOfDay
              date={date}
              rest={rest.get(date) ?? 0}
              shown={byDay.get(date)?.length ?? 0}
              to={dayTo(date)}
            />
          )}
          {more.has(date) && <p className="desk-second">And {more.get(date)} more pieces of dated work.</p>}
        </section>
      ))}
    </div>
  )
}

function Item({ event, paths }: { event: DiaryEvent; paths: EventPaths }) {
  const { linkTo, bookTo } = paths
  const movable = canBook(event, paths)
  const to = linkTo(event)
  return (
    <li className="desk-week__item" {...(movable && { draggable: true, 'data-drag': event.id })}>
      <EventMark shape={shapeOf(event)} />
      <div>
        <a className="desk-week__name" href={to} data-to={to} draggable={false}>
          {event.name}
        </a>
        <span className="desk-second">{event.title}</span>
        {event.who !== '' && <span className="desk-second">{event.who}</span>}
        <Tags tags={event.tags} />
        {movable && bookTo !== null && (
          <>
            {' '}
            <BookLink event={event} to={bookTo(event)} />
          </>
        )}
      </div>
    </li>
  )
}

const weekday = (date: CivilDate) => showDay(date).split(' ')[0]
const dayAndMonth = (date: CivilDate) => showDay(date).split(' ').slice(1).join(' ')

function dayClass(date: CivilDate, today: CivilDate, holiday: boolean): string {
  const classes = ['desk-week__day']
  if (weekdayOf(date) > 5) classes.push('desk-week__day--weekend')
  if (holiday) classes.push('desk-week__day--holiday')
  if (date === today) classes.push('desk-week__day--today')
  return classes.join(' ')
}
