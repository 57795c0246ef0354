import '../../styles/pieces.scss'
import './ready.scss'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from '../../api/use-query.ts'
import { Outcome } from '../../components/govuk/outcome.tsx'
import { Page } from '../../components/layout/page.tsx'
import { showLongDate } from '../../components/text/show-date.ts'
import { ReadyItems } from './answer-form.tsx'

/** What is in place for one person, each item answered in place. */
export default function ReadyPersonPage() {
  const { personId = '' } = useParams()
  const { data, error } = useQuery('ready.show', { personId })
  const [outcome, setOutcome] = useState('')
  const name = data?.name ?? 'Ready to go'
  return (
    <Page
      name="ready-person"
      title={`Ready to go – ${name}`}
      heading={name}
      ready={data !== undefined}
      error={error}
    >
      {data && (
        <>
          <Outcome words={outcome} />
          {data.person === null ? (
            <p>
              No release is expected in the next four weeks.{' '}
              <Link to={`/case/${personId}`}>Open the case</Link>
            </p>
          ) : (
            <>
              <p>
                {data.person.releaseType} on {showLongDate(data.person.release)}. {data.person.prisonNumber}.{' '}
                <Link to={`/case/${personId}`}>Open the case</Link>, or <Link to="/ready">see everybody</Link>
                .
              </p>
              <ReadyItems person={data.person} onDone={setOutcome} />
            </>
          )}
        </>
      )}
    </Page>
  )
}
