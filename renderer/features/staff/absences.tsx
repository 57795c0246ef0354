import { Link } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { Tags } from '../../components/govuk/tag.tsx'
import { Section } from '../../components/layout/section.tsx'
import { showShortDate } from '../../components/text/show-date.ts'

/** When somebody is away, why and who covers. */
export function Absences({
  shown: { row },
  mayChange,
}: {
  shown: OutputOf<'staff.show'>
  mayChange: boolean
}) {
  return (
    <Section
      title="Absences"
      action={mayChange && row.status !== 'left' && <Link to="?absence=new">Record an absence</Link>}
    >
      {row.absences.length === 0 ? (
        <p className="desk-good">None recorded.</p>
      ) : (
        <ul className="govuk-list desk-absences">
          {row.absences.map(({ from, to, reason, cover, state, tags }, place) => (
            <li key={`${from} ${to}`}>
              {showShortDate(from)} to {showShortDate(to)} <Tags tags={tags} />
              <span className="desk-second">
                {reason === '' ? '' : `${reason}. `}
                {coverWords(cover, state)}
                {mayChange && (
                  <>
                    {' '}
                    <Link to={`?absence=${place}`}>
                      Change{' '}
                      <span className="govuk-visually-hidden">the absence from {showShortDate(from)}</span>
                    </Link>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function coverWords(cover: string | null, state: 'now' | 'coming' | 'over'): string {
  if (state === 'over') return cover === null ? 'Nobody covered.' : `${cover} covered.`
  return cover === null ? 'Nobody covers yet.' : `${cover} covers.`
}
