import { shapeOf } from '../../../domain/calendar/calendar-filters.ts'
import { mondayOf } from '../../../domain/calendar/month.ts'
import type { OutputOf } from '../../../domain/contract/index.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { formatDate, formatLongDate } from '../../../domain/text/dates.ts'
import { mark, sheetHtml, type CalendarSheet } from './calendar-html.ts'
import { html, type Html } from './html.ts'

type Diary = OutputOf<'calendar.show'>
type Event = Diary['events'][number]

/** Four weeks in words, by week and day, on A4. Days with nothing are left out, bank holidays are not. */
export function calendarListHtml(sheet: CalendarSheet, diary: Diary): string {
  const holidays = new Map(diary.holidays.map(({ date, title }) => [date, title]))
  const more = new Map(diary.more.map(({ date, count }) => [date, count]))
  const byDay = Map.groupBy(diary.events, ({ date }) => date)
  const dates = [...new Set([...byDay.keys(), ...holidays.keys()])].sort()
  const weeks = Map.groupBy(dates, mondayOf)
  const body =
    dates.length === 0
      ? html`<p>Nothing between ${formatDate(diary.from)} and ${formatDate(diary.to)}.</p>`
      : html`${[...weeks].map(([monday, days]) => {
          const count = days.reduce(
            (sum, date) => sum + (byDay.get(date)?.length ?? 0) + (more.get(date) ?? 0),
            0,
          )
          return html`<section>
            <h2>Week of ${formatDate(monday)} <span>${count} ${count === 1 ? 'item' : 'items'}</span></h2>
            ${days.map((date) => dayOf(date, byDay.get(date) ?? [], holidays.get(date), more.get(date), diary.today))}
          </section>`
        })}`
  return sheetHtml(sheet, false, body)
}

function dayOf(
  date: CivilDate,
  events: readonly Event[],
  holiday: string | undefined,
  more: number | undefined,
  today: CivilDate,
): Html {
  return html`<h3>
      ${formatLongDate(date).slice(0, -5)} ${date === today ? html`<span>Today</span>` : null}
      ${holiday === undefined ? null : html`<span>${holiday}, bank holiday</span>`}
    </h3>
    ${
      events.length === 0
        ? null
        : html`<table class="day">
            <tbody>
              ${events.map(row)}
            </tbody>
          </table>`
    }
    ${more === undefined ? null : html`<p class="rest">and ${more} more pieces of dated work</p>`}`
}

function row(event: Event): Html {
  return html`<tr>
    <td>${mark(shapeOf(event))}</td>
    <td class="named-who"><strong>${event.name}</strong> <span class="id">${event.prisonNumber}</span></td>
    <td>${event.title}${event.provisional ? ' (planning date)' : ''}</td>
    <td class="with">${event.who}</td>
    <td class="tags">
      ${event.tags.map(({ text, tone }) => html`<span class="tag ${tone}">${text}</span>`)}
    </td>
  </tr>`
}
