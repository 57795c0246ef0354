import { Link } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { Tag } from '../../components/govuk/tag.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Columns, Section } from '../../components/layout/section.tsx'
import { showIn, showTableDate } from '../../components/text/show-date.ts'

type Day = OutputOf<'today.administration'>
type Import = Day['imports'][number]

const STATE_TAGS: Record<Import['state'], { text: string; tone: 'late' | 'close' | 'unknown' | 'done' }> = {
  fresh: { text: 'Fresh', tone: 'done' },
  due: { text: 'Due', tone: 'close' },
  stale: { text: 'Old', tone: 'late' },
  none: { text: 'Never imported', tone: 'unknown' },
}

/** What a case administrator begins with: lists to bring in, people to account for, details to find. */
export function Administration() {
  const { data } = useQuery('today.administration', {})
  if (data === undefined) return null
  return (
    <Columns
      main={
        <>
          <Imports day={data} />
          <Unaccounted day={data} />
        </>
      }
      aside={
        <>
          <Missing day={data} />
          <Movements day={data} />
        </>
      }
    />
  )
}

function Imports({ day: { imports, limit } }: { day: Day }) {
  const due = imports.filter(({ state }) => state !== 'fresh').length
  return (
    <Section
      title="Imports due"
      note={due === 0 ? 'none' : `${due} of ${imports.length}`}
      action={<Link to="/import">Import an extract</Link>}
    >
      <table className="desk-casetable">
        <caption className="govuk-visually-hidden">Sources and how old their newest list is</caption>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Newest list</th>
            <th scope="col">In doubt while it is old</th>
          </tr>
        </thead>
        <tbody>
          {imports.map(({ source, newest, days, state, doubt }) => (
            <tr key={source}>
              <th scope="row">
                {source} <Tag text={STATE_TAGS[state].text} tone={STATE_TAGS[state].tone} />
              </th>
              <td>
                {newest === null ? 'None is in' : showTableDate(newest)}
                {days !== null && <span className="desk-second">{showIn(-days)}</span>}
              </td>
              <td>{state === 'fresh' ? '' : doubt}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="desk-second">
        A list is old after {limit} days. <Link to="/sources">See sources</Link>
      </p>
    </Section>
  )
}

function Unaccounted({ day: { unaccounted, unaccountedTotal } }: { day: Day }) {
  return (
    <Section
      title="Unaccounted for"
      note={unaccountedTotal || ''}
      action={<Link to="/movements">Confirm arrivals and departures</Link>}
    >
      {unaccountedTotal === 0 ? (
        <p className="desk-good">Everybody here is in the newest custody list.</p>
      ) : (
        <ul className="desk-work desk-work--tight">
          {unaccounted.map(({ personId, name, prisonNumber, says }) => (
            <li key={personId}>
              <PersonLink personId={personId} name={name} prisonNumber={prisonNumber} />
              <span className="desk-second">{says}</span>
            </li>
          ))}
        </ul>
      )}
      {unaccountedTotal > unaccounted.length && (
        <p className="desk-more">
          <Link to="/movements">See all {unaccountedTotal}</Link>
        </p>
      )}
    </Section>
  )
}

function Missing({ day: { missing, missingPeople } }: { day: Day }) {
  return (
    <Section
      title="Missing details"
      note={missingPeople === 0 ? '' : `${missingPeople} ${missingPeople === 1 ? 'person' : 'people'}`}
      action={<Link to="/data-quality">See all</Link>}
    >
      {missing.length === 0 ? (
        <p className="desk-good">Nothing in the data is doubtful.</p>
      ) : (
        <ul className="desk-countlist">
          {missing.map(({ title, people }) => (
            <li key={title}>
              <Link to="/data-quality">{title}</Link>
              <strong>{people}</strong>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Movements({ day: { arrived, returned, waiting } }: { day: Day }) {
  const rows = [
    { to: '/movements', label: 'Arrivals to confirm', count: arrived },
    { to: '/movements', label: 'Returned, to confirm', count: returned },
    { to: '/allocation', label: 'Waiting for a POM', count: waiting },
  ]
  return (
    <Section title="To confirm and allocate">
      <ul className="desk-countlist">
        {rows.map(({ to, label, count }) => (
          <li key={label}>
            <Link to={to}>{label}</Link>
            <strong>{count}</strong>
          </li>
        ))}
      </ul>
    </Section>
  )
}
