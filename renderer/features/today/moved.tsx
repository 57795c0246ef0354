import { Link } from 'react-router'
import { Tags } from '../../components/govuk/tag.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Section } from '../../components/layout/section.tsx'
import { WasNow } from '../../components/text/was-now.tsx'
import type { Today } from './work.ts'

/** The newest plans that changed, each with its cause; nothing where none did. */
export function Moved({ today: { moved, movedTotal } }: { today: Today }) {
  if (moved.length === 0) return null
  return (
    <Section
      title="What changed"
      note={movedTotal > moved.length ? `newest ${moved.length} of ${movedTotal}` : ''}
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
