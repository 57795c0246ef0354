import { shapeOf } from '../../../domain/calendar/calendar-filters.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { Tags } from '../govuk/tag.tsx'
import { showDate, showDay } from '../text/show-date.ts'
import { mondayOf } from './days.ts'
import {
  bookWord,
  canBook,
  countsByDay,
  eventsByDay,
  type Counted,
  type DiaryEvent,
  type EventPaths,
  type Holiday,
} from './diary-event.ts'
import { EventMark } from './event-mark.tsx'
import { useFollow } from './use-follow.ts'

export interface ListViewProps extends EventPaths {
  from: CivilDate
  to: CivilDate
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

interface ListDay {
  date: CivilDate
  events: DiaryEvent[]
  rest: number
  more: number
  holiday: string | null
}

/** The diary in words: weeks, days, and what each day holds. Days with nothing are left out, bank holidays are not. */
export function ListView(props: ListViewProps) {
  const weeks = listWeeks(props)
  const follow = useFollow()
  const thisWeek = (monday: CivilDate) => monday === mondayOf(props.today)
  if (weeks.length === 0)
    return (
      <p className="desk-empty">
        Nothing between {showDate(props.from)} and {showDate(props.to)}.
      </p>
    )
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- takes its links where they lead; Enter on one is a click
    <div className="desk-diary" onClick={follow}>
      {weeks.map((week, at) => (
        <section key={week.monday} aria-labelledby={`week-${week.monday}`}>
          <h2
            className={at === 0 && thisWeek(week.monday) ? 'govuk-visually-hidden' : 'desk-diary__week'}
            id={`week-${week.monday}`}
          >
            {thisWeek(week.monday)
              ? 'This week'
              : `Week of ${showDay(week.monday).split(' ').slice(1).join(' ')}`}{' '}
            <span className="desk-diary__count">{itemsIn(week.days)}</span>
          </h2>
          {week.days.map((day) => (
            <Day key={day.date} day={day} {...props} />
          ))}
        </section>
      ))}
    </div>
  )
}

function Day({ day, today, from, dayTo, ...paths }: ListViewProps & { day: ListDay }) {
  const isToday = day.date === today
  return (
    <div className="desk-diary__block">
      <h3
        className={`desk-diary__day${isToday ? ' desk-diary__day--today' : ''}`}
        id={`day-${day.date}`}
        tabIndex={-1}
      >
        <time dateTime={day.date}>{showDay(day.date)}</time>
        {isToday && (
          <>
            {' '}
            <span className="desk-diary__today">Today</span>
          </>
        )}
        {day.holiday !== null && (
          <>
            {' '}
            <span className="desk-diary__holiday">{day.holiday}, bank holiday</span>
          </>
        )}
      </h3>
      {day.events.length > 0 && (
        <ul className="desk-diary__list">
          {day.events.map((event) => (
            <Row key={event.id} event={event} paths={paths} />
          ))}
        </ul>
      )}
      {day.rest > 0 && (
        <p className="desk-diary__more">
          {day.date === from ? (
            `And ${day.rest} more. Choose a POM or a wing to see them.`
          ) : (
            <RestOfDay date={day.date} rest={day.rest} shown={day.events.length} to={dayTo(day.date)} />
          )}
        </p>
      )}
      {day.more > 0 && (
        <p className="desk-diary__more">
          And {day.more} more pieces of dated work. Choose a POM or a wing to see them.
        </p>
      )}
    </div>
  )
}

function Row({ event, paths }: { event: DiaryEvent; paths: EventPaths }) {
  const { linkTo, bookTo } = paths
  const to = linkTo(event)
  return (
    <li className="desk-diary__row">
      <EventMark shape={shapeOf(event)} />
      <span className="desk-diary__who">
        <a className="desk-diary__name" href={to} data-to={to}>
          {event.name}
        </a>{' '}
        <span className="desk-second desk-second--inline">{event.prisonNumber}</span>
      </span>
      <span className="desk-diary__title">
        {event.title}
        {event.provisional && <span className="desk-second desk-second--inline"> planning date</span>}
      </span>
      <span className="desk-diary__with">{event.who}</span>
      <span className="desk-diary__tags">
        <Tags tags={event.tags} />
        {canBook(event, paths) && bookTo !== null && (
          <>
            {' '}
            <BookLink event={event} to={bookTo(event)} />
          </>
        )}
      </span>
    </li>
  )
}

/** What a day has no room for, counted, with the way to it: `14 more`, or `31 items` where nothing of it is shown. */
export function RestOfDay({
  date,
  rest,
  shown,
  to,
}: {
  date: CivilDate
  rest: number
  shown: number
  to: string
}) {
  const words = shown > 0 ? `${rest} more` : rest === 1 ? '1 item' : `${rest} items`
  return (
    <a className="desk-diary__rest" href={to} data-to={to} aria-label={`${words} on ${showDay(date)}`}>
      {words}
    </a>
  )
}

/** The way without a mouse to what dragging does. */
export function BookLink({ event, to }: { event: DiaryEvent; to: string }) {
  return (
    <a
      className="desk-book"
      href={to}
      data-to={to}
      aria-label={`${bookWord(event)} meeting: ${event.name}, ${event.title}`}
    >
      {bookWord(event)}
    </a>
  )
}

const itemsIn = (days: readonly ListDay[]) => {
  const count = days.reduce((sum, day) => sum + day.events.length + day.rest + day.more, 0)
  return count === 1 ? '1 item' : `${count} items`
}

function listWeeks(props: ListViewProps): { monday: CivilDate; days: ListDay[] }[] {
  const { from, to, today, events, holidays } = props
  const byDay = eventsByDay(events)
  const names = new Map(holidays.map((holiday) => [holiday.date, holiday.title]))
  const rest = countsByDay(props.rest)
  const more = countsByDay(props.more)
  const dates = new Set([...byDay.keys(), ...names.keys(), ...rest.keys(), ...more.keys()])
  if (today >= from && today <= to && dates.size > 0) dates.add(today)
  const weeks = new Map<CivilDate, ListDay[]>()
  for (const date of [...dates].sort()) {
    const monday = mondayOf(date)
    const days = weeks.get(monday) ?? []
    days.push({
      date,
      events: byDay.get(date) ?? [],
      rest: rest.get(date) ?? 0,
      more: more.get(date) ?? 0,
      holiday: names.get(date) ?? null,
    })
    weeks.set(monday, days)
  }
  return [...weeks].map(([monday, days]) => ({ monday, days }))
}
