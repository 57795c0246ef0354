import { Link } from 'react-router'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { showMoment } from '../../components/text/show-date.ts'

const SHOWN = 3

/** Forms the person began and did not save: where they go on. Nothing where there are none. */
export function Unfinished() {
  const mayWrite = useHasRole('head_of_omu', 'pom', 'case_administrator')
  const { data } = useQuery('drafts.list', mayWrite ? {} : null)
  const drafts = data?.drafts ?? []
  if (drafts.length === 0) return null
  return (
    <section className="govuk-inset-text" aria-label="Not finished">
      <strong>You left {drafts.length === 1 ? 'a form' : `${drafts.length} forms`} unfinished:</strong>{' '}
      {drafts.slice(0, SHOWN).map(({ form, title, name, at, to }) => (
        <span key={form}>
          <Link to={to}>
            {title}, {name}
          </Link>{' '}
          ({showMoment(at)}){' '}
        </span>
      ))}
      {drafts.length > SHOWN && `and ${drafts.length - SHOWN} more`}
    </section>
  )
}
