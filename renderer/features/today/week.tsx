import { Link } from 'react-router'
import { Tags } from '../../components/govuk/tag.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Section } from '../../components/layout/section.tsx'
import { showDay, showDayMonth, showLongDate } from '../../components/text/show-date.ts'
import { byDay, countKinds, itemKey, KIND_WORDS, lateness, type Today, type WorkItem } from './work.ts'

/** Today and the six days after it, by day. */
export function Week({ today, narrow = false }: { today: Today; narrow?: boolean }) {
  return (
    <Section
      title="This week"
      note={narrow ? '' : countKinds(today.week)}
      action={<Link to="/calendar">Open calendar</Link>}
    >
      {today.week.length === 0 && <p className="desk-good">{nothingThisWeek(today)}</p>}
      {byDay(today.week).map(([due, items]) => (
        <div className="desk-day" key={due ?? 'none'}>
          <h3 className={`desk-day__name${due === today.today ? ' desk-day__name--today' : ''}`}>
            {due === null ? 'No day set' : showDay(due)}
            {due === today.today && ', today'}
          </h3>
          <ul className={`desk-day__items${narrow ? ' desk-day__items--narrow' : ''}`}>
            {items.map((item) => (
              <DayItem key={itemKey(item)} item={item} />
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

function DayItem({ item }: { item: WorkItem }) {
  return (
    <li>
      <span className="desk-day__kind">{item.time === '' ? KIND_WORDS[item.kind] : item.time}</span>
      <Link to={`/case/${item.personId}`}>{item.name}</Link>
      <span className="desk-day__what">{item.what}</span>
      <Tags tags={item.tags} />
    </li>
  )
}

function nothingThisWeek({ coming }: Today): string {
  const next = coming[0]
  if (!next?.due) return 'Nothing is due this week, and nothing in the four weeks after it.'
  return `Nothing is due this week. The next is on ${showLongDate(next.due)}: ${next.name}.`
}

const SHOWN = 6

/** What is late, longest first as it came. */
export function Overdue({ today }: { today: Today }) {
  const { overdue, overdueTotal, overdueAbove } = today
  const above = overdueAbove === 0 ? '' : `${overdueAbove} ${overdueAbove === 1 ? 'stands' : 'stand'} above`
  return (
    <Section title="Overdue" note={[overdueTotal || '', above].filter(Boolean).join(', ')}>
      {overdueTotal === 0 ? (
        <p className="desk-good">
          {above === '' ? 'Nothing is overdue.' : `${above}. Nothing else is overdue.`}
        </p>
      ) : (
        <ul className="desk-work">
          {overdue.slice(0, SHOWN).map((item) => (
            <li key={itemKey(item)}>
              <div className="desk-work__who">
                <PersonLink personId={item.personId} name={item.name} prisonNumber={item.prisonNumber} />
                <strong className="desk-late">{lateness(item.days)}</strong>
              </div>
              <div>{item.what}</div>
              {item.why && <div className="desk-second">{item.why}</div>}
            </li>
          ))}
        </ul>
      )}
      {overdueTotal > Math.min(overdue.length, SHOWN) && (
        <p className="desk-more">
          <Link to="/handovers/tasks_overdue">See all {overdueTotal} overdue</Link>
        </p>
      )}
    </Section>
  )
}

/** The four weeks after this one. */
export function Coming({ today }: { today: Today }) {
  const { coming, comingTotal } = today
  return (
    <Section title="Coming" note="the four weeks after this">
      {comingTotal === 0 ? (
        <p className="desk-good">Nothing is due in the four weeks after this one.</p>
      ) : (
        <ul className="desk-work desk-work--tight">
          {coming.slice(0, SHOWN).map((item) => (
            <li key={itemKey(item)}>
              <div className="desk-work__who">
                <span>
                  {item.due && <span className="desk-work__day">{showDayMonth(item.due)}</span>}{' '}
                  <Link to={`/case/${item.personId}`}>{item.name}</Link>
                </span>
                <Tags tags={item.tags.slice(0, 1)} />
              </div>
              <div className="desk-second">{item.what}</div>
            </li>
          ))}
        </ul>
      )}
      {comingTotal > Math.min(coming.length, SHOWN) && (
        <p className="desk-more">
          <Link to="/handovers/upcoming">See all {comingTotal} coming</Link>
        </p>
      )}
    </Section>
  )
}
