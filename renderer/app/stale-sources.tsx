import { Link, useLocation } from 'react-router'
import type { SessionStatus } from '../api/use-session.ts'
import { showDate } from '../components/text/show-date.ts'

/** Pages that speak of no person, so that nothing on them is made doubtful, and Today, whose own banner says it larger. */
const UNTOUCHED = ['/today', '/import', '/sources', '/users', '/help', '/staff', '/rules']

/** Which sources are past the establishment's limit and what that makes doubtful: above everything it qualifies. */
export function StaleSources({ status }: { status: SessionStatus }) {
  const { pathname } = useLocation()
  const stale = status.asAt.filter((source) => source.stale)
  if (stale.length === 0 || UNTOUCHED.some((path) => pathname.startsWith(path))) return null
  return (
    <section className="desk-old" aria-label="Old sources">
      {stale.map(({ source, days, date, doubt }) => (
        <p key={source}>
          <strong>
            {source} is {days} {days === 1 ? 'day' : 'days'} old.
          </strong>{' '}
          It speaks of {showDate(date)}. In doubt: {doubt}. <Link to="/sources">See sources</Link>
        </p>
      ))}
    </section>
  )
}
