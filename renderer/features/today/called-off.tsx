import { Link } from 'react-router'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Section } from '../../components/layout/section.tsx'
import type { Today } from './work.ts'

/** Meetings still in diaries that nobody will come to; nothing where there is none. */
export function CalledOff({ today: { calledOff } }: { today: Today }) {
  if (calledOff.length === 0) return null
  return (
    <Section title="Called off, still in diaries" note={calledOff.length}>
      <ul className="desk-work">
        {calledOff.map(({ personId, name, prisonNumber, title, words, why }) => (
          <li key={`${personId} ${title}`}>
            <div className="desk-work__who">
              <PersonLink personId={personId} name={name} prisonNumber={prisonNumber} part="meetings" />
            </div>
            <div>
              {title}, {words}
            </div>
            <div className="desk-work__who">
              <span className="desk-second">{why}</span>
              <span className="desk-small">
                <Link to={`/case/${personId}/meetings`}>
                  Tell those invited
                  <span className="govuk-visually-hidden">
                    {' '}
                    to the {title} of {name}
                  </span>
                </Link>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
