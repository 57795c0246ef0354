import { showTableDate } from '../text/show-date.ts'
import { canBook, surname, type DiaryEvent, type EventPaths } from './diary-event.ts'
import { EventMark } from './event-mark.tsx'
import type { MonthWeek } from './month-cell.tsx'

type Band = MonthWeek['bands'][number]

interface LanesProps {
  week: MonthWeek
  at: number
  paths: EventPaths
  onOpen: (event: DiaryEvent, from: HTMLElement) => void
  /** Whose details are open. */
  opened: string | null
}

/**
 * Each band is drawn a day at a time, in the same lane of each cell; its words stand once, where it enters the week. Too
 * many to draw are counted: the list has them by name on the last day of each.
 */
export function Lanes({ week, at, ...rest }: LanesProps) {
  if (week.windows > 0)
    return <div className="desk-lanes__count">{at === 0 && `${week.windows} meetings to book`}</div>
  if (week.bands.length === 0) return null
  return (
    <div className="desk-lanes">
      {week.bands.map((band) =>
        band.first <= at && at <= band.last ? (
          <div
            className={bandClass(band, at)}
            key={band.event.id}
            {...(canBook(band.event, rest.paths) && { draggable: true, 'data-drag': band.event.id })}
          >
            {at === band.first && <BandWords band={band} {...rest} />}
          </div>
        ) : (
          <div className="desk-band desk-band--none" key={band.event.id} />
        ),
      )}
    </div>
  )
}

function BandWords({ band, paths, onOpen, opened }: { band: Band } & Omit<LanesProps, 'week' | 'at'>) {
  const { event } = band
  const className = `desk-band__words desk-band__words--${band.last - band.first + 1}`
  const words = (
    <>
      <EventMark shape="to_book" />
      <span>{bandWords(band)}</span>
    </>
  )
  if (canBook(event, paths))
    return (
      <button
        type="button"
        className={className}
        aria-haspopup="dialog"
        aria-expanded={opened === event.id}
        onClick={({ currentTarget }) => onOpen(event, currentTarget)}
      >
        {words}
      </button>
    )
  const to = paths.linkTo(event)
  return (
    <a className={className} href={to} data-to={to}>
      {words}
    </a>
  )
}

function bandWords(band: Band): string {
  const name = surname(band.event)
  if (band.ends && band.last === 0) return `${name}: last day`
  return `${name}: book by ${showTableDate(band.event.date).split(' ').slice(0, 3).join(' ')}`
}

function bandClass(band: Band, at: number): string {
  const classes = ['desk-band']
  if (band.begins && at === band.first) classes.push('desk-band--begins')
  if (band.ends && at === band.last) classes.push('desk-band--ends')
  return classes.join(' ')
}
