import { useRef, useState, type KeyboardEvent } from 'react'
import { Link } from 'react-router'
import { addDays } from '../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { showDay, showLongDate, showTableDate } from '../text/show-date.ts'
import { markShape, surname, type DiaryEvent, type Holiday } from './diary-event.ts'
import { EventMark } from './event-mark.tsx'
import { monthGrid, type Band, type MonthDay, type MonthWeek } from './month-grid.ts'

export interface MonthViewProps {
  from: CivilDate
  today: CivilDate
  events: readonly DiaryEvent[]
  holidays: readonly Holiday[]
  bands: boolean
  linkTo: (event: DiaryEvent) => string
  /** That day's list. */
  dayTo: (date: CivilDate) => string
  caption: string
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/**
 * Six weeks from this one as a table, so that a month's end is never a cliff. Every event is a link; arrow keys move
 * from day to day. What a day has no room for is one link away, never left out unsaid.
 */
export function MonthView(props: MonthViewProps) {
  const weeks = monthGrid(props)
  const { table, current, move } = useDayKeys(props.today, weeks)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys are an extra: every day is a link
    <table className="desk-month" ref={table} onKeyDown={move}>
      <caption className="govuk-visually-hidden">{props.caption}</caption>
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
            {week.days.map((day, at) => (
              <DayCell key={day.date} day={day} at={at} week={week} current={current} {...props} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell(props: MonthViewProps & { day: MonthDay; at: number; week: MonthWeek; current: CivilDate }) {
  const { day, at, week, current, dayTo, linkTo } = props
  return (
    <td className={cellClass(day)}>
      <Link
        className="desk-month__date"
        to={dayTo(day.date)}
        data-day={day.date}
        tabIndex={day.date === current ? 0 : -1}
        {...(day.today ? { 'aria-current': 'date' as const } : {})}
      >
        {dayLabel(day)}
        <span className="govuk-visually-hidden">{dayWords(day)}</span>
      </Link>
      <Lanes week={week} at={at} linkTo={linkTo} />
      {day.holiday !== null && (
        <p className="desk-month__holiday">
          {day.holiday}
          <span className="desk-second">Bank holiday</span>
        </p>
      )}
      {day.events.length > 0 && (
        <ul className="desk-month__events">
          {day.events.map((event) => (
            <li key={event.id}>
              <Link className={eventClass(event)} to={linkTo(event)}>
                <EventMark shape={markShape(event)} />
                <span className="desk-month__words">
                  {surname(event)}
                  <span className="govuk-visually-hidden">
                    {event.name.slice(surname(event).length)}: {event.title}
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {day.hidden > 0 && (
        <Link className="desk-month__more" to={dayTo(day.date)}>
          {day.hidden} more <span className="govuk-visually-hidden">on {showDay(day.date)}</span>
        </Link>
      )}
    </td>
  )
}

/**
 * Each band is drawn a day at a time, in the same lane of each cell; its words stand once, where it enters the week. Too
 * many to draw are counted: the list has them by name on the last day of each.
 */
function Lanes({ week, at, linkTo }: { week: MonthWeek; at: number } & Pick<MonthViewProps, 'linkTo'>) {
  if (week.windows > 0)
    return <div className="desk-lanes__count">{at === 0 && `${week.windows} meetings to book`}</div>
  if (week.bands.length === 0) return null
  return (
    <div className="desk-lanes">
      {week.bands.map((band) =>
        band.first <= at && at <= band.last ? (
          <div className={bandClass(band, at)} key={band.event.id}>
            {at === band.first && (
              <Link
                className={`desk-band__words desk-band__words--${band.last - band.first + 1}`}
                to={linkTo(band.event)}
              >
                <EventMark shape="to_book" />
                <span>{bandWords(band)}</span>
              </Link>
            )}
          </div>
        ) : (
          <div className="desk-band desk-band--none" key={band.event.id} />
        ),
      )}
    </div>
  )
}

function bandWords(band: Band): string {
  const name = surname(band.event)
  if (band.ends && band.last === 0) return `${name}: last day`
  return `${name}: book by ${showTableDate(band.event.date).split(' ').slice(0, 3).join(' ')}`
}

/** The number; its month where a month begins and on today, which also says so. */
function dayLabel(day: MonthDay) {
  const [, number, month] = showDay(day.date).split(' ')
  return (
    <>
      {number}
      {(number === '1' || day.today) && (
        <>
          {' '}
          <span className="desk-month__month">{month}</span>
        </>
      )}
      {day.today && (
        <>
          {' '}
          <span className="desk-month__today">Today</span>
        </>
      )}
    </>
  )
}

function dayWords(day: MonthDay): string {
  const count = day.total === 0 ? 'nothing' : day.total === 1 ? '1 item' : `${day.total} items`
  return `, ${showLongDate(day.date)}, ${count}`
}

function cellClass(day: MonthDay): string {
  const classes = ['desk-month__cell']
  if (day.weekend) classes.push('desk-month__cell--weekend')
  if (day.holiday !== null) classes.push('desk-month__cell--holiday')
  if (day.today) classes.push('desk-month__cell--today')
  if (day.past) classes.push('desk-month__cell--past')
  return classes.join(' ')
}

const eventClass = (event: DiaryEvent) =>
  `desk-month__event desk-month__event--${markShape(event)}${event.provisional ? ' desk-month__event--provisional' : ''}`

function bandClass(band: Band, at: number): string {
  const classes = ['desk-band']
  if (band.begins && at === band.first) classes.push('desk-band--begins')
  if (band.ends && at === band.last) classes.push('desk-band--ends')
  return classes.join(' ')
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
