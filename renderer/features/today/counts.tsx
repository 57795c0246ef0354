import { Link } from 'react-router'
import { Section } from '../../components/layout/section.tsx'
import type { Today } from './work.ts'

/** Counts, each a link to its list with its own second fact. */
export function TicketPanel({ counts }: { counts: Today['counts'] }) {
  return (
    <ul className="desk-tickets" aria-label="Handovers in numbers">
      {counts.map((count) => (
        <li key={count.tab}>
          <Link to={`/handovers/${count.tab}`}>
            <span className="desk-tickets__count">{count.count}</span>{' '}
            <span className="desk-tickets__label">{count.label}</span>
          </Link>
          {count.detail && <span className="desk-second">{count.detail}</span>}
        </li>
      ))}
    </ul>
  )
}

/** The same counts as a quiet list, for the aside. */
export function CountList({ counts }: { counts: Today['counts'] }) {
  return (
    <Section title="Handovers in numbers">
      <ul className="desk-countlist">
        {counts.map((count) => (
          <li key={count.tab}>
            <Link to={`/handovers/${count.tab}`}>{count.label}</Link>
            <span className="desk-second">{count.detail}</span>
            <strong>{count.count}</strong>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** People whose dates cannot be worked out, with what is missing. */
export function CannotPlan({ cases }: { cases: Today['cannotPlan'] }) {
  if (cases.length === 0) return null
  return (
    <Section title="No dates can be worked out" note={cases.length}>
      <ul className="desk-work desk-work--tight">
        {cases.map((person) => (
          <li key={person.personId}>
            <div className="desk-work__who">
              <span className="desk-person">
                <Link to={`/case/${person.personId}/facts`}>{person.name}</Link>{' '}
                <span>{person.prisonNumber}</span>
              </span>
            </div>
            <div className="desk-second">{person.message}</div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
