import { Link } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { dayOfMonthKey } from '../../components/calendar/days.ts'
import { showShortDate, showTableDate } from '../../components/text/show-date.ts'
import { calendarPath } from './calendar-period.ts'

type Diary = OutputOf<'calendar.show'>

const MONTHS_SHOWN = 8

/** Months ahead with how much each holds, and the bank holidays in what is shown. */
export function JumpTo({ diary, from }: { diary: Diary; from: CivilDate }) {
  const months = diary.months.slice(0, MONTHS_SHOWN)
  return (
    <div className="desk-jump">
      <nav aria-label="Jump to a month">
        <strong>Jump to</strong>
        <ul>
          {months.map(({ month, count }, at) => (
            <li key={month}>
              {from.startsWith(month) ? (
                <strong aria-current="true">{monthWords(month, at)}</strong>
              ) : (
                <Link to={calendarPath('list', startOf(month, diary.today))}>{monthWords(month, at)}</Link>
              )}{' '}
              <span className="desk-count">
                {count} <span className="govuk-visually-hidden">{count === 1 ? 'item' : 'items'}</span>
              </span>
            </li>
          ))}
        </ul>
      </nav>
      {diary.holidays.length > 0 && (
        <p className="desk-jump__holidays">
          Bank {diary.holidays.length === 1 ? 'holiday' : 'holidays'} ahead:{' '}
          {diary.holidays.map((holiday) => shortDay(holiday.date)).join(', ')}
        </p>
      )}
    </div>
  )
}

/** This month begins today: what has gone is one arrow back. */
const startOf = (month: string, today: CivilDate) => (today.startsWith(month) ? today : dayOfMonthKey(month))

function monthWords(month: string, at: number): string {
  const [, name, year] = showShortDate(`${month}-01`).split(' ')
  return at === 0 || name === 'Jan' ? `${name} ${year}` : (name ?? month)
}

const shortDay = (date: CivilDate) => showTableDate(date).split(' ').slice(0, 3).join(' ')
