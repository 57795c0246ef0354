import { shapeOf } from '../../../domain/calendar/calendar-filters.ts'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { weekdayOf } from '../../../domain/dates/arithmetic.ts'
import { timeInWords } from '../../../domain/meetings/booking.ts'
import { formatDayAndDate, formatMonth } from '../../../domain/text/dates.ts'
import { mark, sheetHtml, type CalendarSheet } from './calendar-html.ts'
import { html, type Html } from './html.ts'

type Month = OutputOf<'calendar.month'>
type Week = Month['weeks'][number]
type Day = Week['days'][number]
type Event = Day['events'][number]

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Six weeks on A4 on its side. */
export function calendarMonthHtml(sheet: CalendarSheet, month: Month): string {
  const holidays = new Map(month.holidays.map(({ date, title }) => [date, title]))
  const body = html`<table class="month">
    <thead>
      <tr>
        ${WEEKDAYS.map((day, at) => html`<th scope="col" class="${at > 4 ? 'end' : ''}">${day}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${month.weeks.map(
        (week) =>
          html`<tr>
            ${week.days.map((day, at) => cell(day, at, week, month, holidays.get(day.date) ?? null))}
          </tr>`,
      )}
    </tbody>
  </table>`
  return sheetHtml(sheet, true, body)
}

function cell(day: Day, at: number, week: Week, { today, from }: Month, holiday: string | null): Html {
  const classes = [
    weekdayOf(day.date) > 5 ? 'end' : '',
    holiday === null ? '' : 'holiday',
    day.date === today ? 'today' : '',
    day.date < today ? 'past' : '',
  ]
  const number = Number(day.date.slice(8))
  const month = number === 1 || day.date === from ? ` ${formatMonth(day.date).split(' ')[0]}` : ''
  const hidden = day.total - day.events.length
  return html`<td class="${classes.join(' ').trim()}">
    <p class="number">${number}${month}${day.date === today ? ' Today' : ''}</p>
    ${bands(week, at)} ${holiday === null ? null : html`<p class="named">${holiday}<em>Bank holiday</em></p>`}
    <ul class="events">
      ${day.events.map(eventLine)}
    </ul>
    ${hidden === 0 ? null : html`<p class="count">and ${hidden} more</p>`}
    ${day.work === 0 ? null : html`<p class="count">${mark('work_due')} ${day.work} to do</p>`}
  </td>`
}

function bands(week: Week, at: number): HtmlPartOrNull {
  if (week.windows > 0) return at === 0 ? html`<p class="count">${week.windows} meetings to book</p>` : null
  return week.bands.map((band) => {
    if (at < band.first || at > band.last) return html`<p class="band none">&nbsp;</p>`
    const begins = band.begins && at === band.first ? ' begins' : ''
    const ends = band.ends && at === band.last ? ' ends' : ''
    const words =
      at === band.first
        ? html`<span>${mark('to_book')} ${surname(band.event)}: by ${shortDay(band.event)}</span>`
        : html`&nbsp;`
    return html`<p class="band${begins}${ends}">${words}</p>`
  })
}
type HtmlPartOrNull = Html | Html[] | null

const surname = ({ name }: Event) => name.split(',')[0] ?? name
const shortDay = ({ date }: Event) => formatDayAndDate(date).split(' ').slice(0, 3).join(' ')

/** The surname, and on paper what it is too: there is no pointing at a shape here. */
function eventLine(event: Event): Html {
  const shape = shapeOf(event)
  const time = event.from === null ? '' : `${timeInWords(event.from)} `
  return html`<li class="${shape}">
    ${mark(shape)}<span class="${event.provisional ? 'planning' : ''}">${time}${surname(event)}</span>
  </li>`
}
