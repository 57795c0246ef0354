import { Link } from 'react-router'
import { Tags } from '../../components/govuk/tag.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Section } from '../../components/layout/section.tsx'
import { WasNow } from '../../components/text/was-now.tsx'
import { daysFrom, showDay } from '../../components/text/show-date.ts'
import type { Today } from './work.ts'

const weekdayOf = (day: string): string => showDay(day).split(' ')[0] ?? ''

/** The newest plans that changed, each with its cause; nothing where none did. */
export function Moved({ today: { today, moved, movedTotal, overnight, since } }: { today: Today }) {
  if (moved.length === 0) return null
  const isOvernight = daysFrom(since, today) === 1
  return (
    <Section
      title={
        overnight === 0
          ? 'What changed, and why'
          : isOvernight
            ? 'What changed overnight, and why'
            : `What changed since ${weekdayOf(since)}, and why`
      }
      note={
        overnight > moved.length
          ? `newest ${moved.length} of ${overnight}`
          : overnight === 0
            ? `nothing since ${weekdayOf(since)}; ${movedTotal} in four weeks`
            : ''
      }
      action={<Link to="/changes">All changes</Link>}
    >
      <ul className="desk-moves">
        {moved.map((row) => (
          <li key={row.id}>
            <PersonLink
              personId={row.personId}
              name={row.name}
              prisonNumber={row.prisonNumber}
              part="dates"
            />{' '}
            {row.dateMoved ? <WasNow was={row.was} now={row.now} /> : row.sentence} <Tags tags={row.tags} />
            <span className="desk-second">{row.because.join('; ')}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
