import { Link } from 'react-router'
import { addDays, weekdayOf } from '../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { Tags } from '../govuk/tag.tsx'
import { showDay } from '../text/show-date.ts'
import { markShape, type DiaryEvent, type Holiday } from './diary-event.ts'
import { EventMark } from './event-mark.tsx'
import { eventsByDay } from './month-grid.ts'

export interface WeekViewProps {
  monday: CivilDate
  today: CivilDate
  events: readonly DiaryEvent[]
  holidays: readonly Holiday[]
  linkTo: (event: DiaryEvent) => string
}

/** Seven days side by side, each a heading and a list; one under the other where the window is narrow. */
export function WeekView({ monday, today, events, holidays, linkTo }: WeekViewProps) {
  const byDay = eventsByDay(events)
  const names = new Map(holidays.map((holiday) => [holiday.date, holiday.title]))
  const days = Array.from({ length: 7 }, (_, at) => addDays(monday, at))
  return (
    <div className="desk-week">
      {days.map((date) => (
        <section
          className={dayClass(date, today, names.has(date))}
          key={date}
          aria-labelledby={`week-day-${date}`}
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
              <li className="desk-week__item" key={event.id}>
                <EventMark shape={markShape(event)} />
                <div>
                  <Link className="desk-week__name" to={linkTo(event)}>
                    {event.name}
                  </Link>
                  <span className="desk-second">{event.title}</span>
                  {event.who !== '' && <span className="desk-second">{event.who}</span>}
                  <Tags tags={event.tags} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
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
