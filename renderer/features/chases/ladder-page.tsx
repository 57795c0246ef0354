import '../../styles/pieces.scss'
import './chases.scss'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { Outcome } from '../../components/govuk/outcome.tsx'
import { Page } from '../../components/layout/page.tsx'
import { Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { AddressForm } from './address-form.tsx'
import { LadderForm } from './ladder-form.tsx'

export type Ladder = OutputOf<'chases.ladder'>

/** After how many days who is asked, set by the head of OMU; and to which address of each place. */
export default function LadderPage() {
  const { data, error } = useQuery('chases.ladder', {})
  const [search, setSearch] = useSearchParams()
  const [outcome, setOutcome] = useState('')
  const isHead = useHasRole('head_of_omu')
  const mayAddress = useHasRole('head_of_omu', 'case_administrator')
  const key = search.get('place')
  const place = data?.places.find((each) => each.key === key)
  const finish = (words: string) => {
    setOutcome(words)
    setSearch({}, { replace: true })
  }
  if (data && place !== undefined && mayAddress)
    return <AddressForm key={place.key} place={place} rungs={data.rungs} onFinish={finish} />
  return (
    <Page
      key="list"
      name="chase-ladder"
      title="Escalation ladder"
      heading="Escalation ladder"
      ready={data !== undefined}
      error={error}
    >
      <p>
        <Link to="/chases">All chases</Link>
      </p>
      {data && (
        <>
          <Outcome words={outcome} />
          <p className="desk-prose">
            Days count from the day an answer was due: handover for a COM and for contact, its last day for a
            meeting. Nothing is asked in the first two days, the 48 hours agreed with probation.{' '}
            {data.by === null
              ? 'These are the usual steps; nobody has changed them here.'
              : `Set by ${data.by}.`}
          </p>
          {isHead ? (
            <LadderForm key={data.seen ?? 'usual'} ladder={data} onDone={setOutcome} />
          ) : (
            <Steps rungs={data.rungs} />
          )}
          <Places ladder={data} mayChange={mayAddress} />
        </>
      )}
    </Page>
  )
}

function Steps({ rungs }: { rungs: Ladder['rungs'] }) {
  return (
    <Section title="Steps">
      <table className="desk-casetable desk-ladder">
        <caption className="govuk-visually-hidden">The steps of the ladder</caption>
        <thead>
          <tr>
            <th scope="col">After</th>
            <th scope="col">Whom to ask</th>
            <th scope="col">Copy to</th>
          </tr>
        </thead>
        <tbody>
          {rungs.map(({ days, who, copy }) => (
            <tr key={days}>
              <th scope="row">
                {days} {days === 1 ? 'day' : 'days'}
              </th>
              <td>{who}</td>
              <td>{copy || 'Nobody'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Places({ ladder: { places }, mayChange }: { ladder: Ladder; mayChange: boolean }) {
  return (
    <Section title="Addresses" note="where none is set, messages go to the mailbox the Delius list gives">
      {places.length === 0 ? (
        <p className="desk-good">No probation office is recorded for anybody yet.</p>
      ) : (
        <ScrollPane label="Addresses">
          <table className="desk-casetable">
            <caption className="govuk-visually-hidden">Each place with its addresses</caption>
            <thead>
              <tr>
                <th scope="col">Place</th>
                <th scope="col">People</th>
                <th scope="col">Listed mailbox</th>
                <th scope="col">Set here</th>
                {mayChange && (
                  <th scope="col">
                    <span className="govuk-visually-hidden">Change</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {places.map(({ key, name, people, listed, emails }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  <td>{people}</td>
                  <td>{listed ?? 'None'}</td>
                  <td>
                    {emails.length === 0
                      ? 'None'
                      : emails.map(({ days, to, cc }) => (
                          <div key={days}>
                            Day {days}: {to || 'the listed mailbox'}
                            {cc && `, copy to ${cc}`}
                          </div>
                        ))}
                  </td>
                  {mayChange && (
                    <td className="desk-casetable__action">
                      <Link to={`?place=${encodeURIComponent(key)}`}>
                        Change <span className="govuk-visually-hidden">the addresses of {name}</span>
                      </Link>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollPane>
      )}
    </Section>
  )
}
