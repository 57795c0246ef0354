import { Link } from 'react-router'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { Section } from '../../components/layout/section.tsx'
import { Details } from '../../components/govuk/notices.tsx'
import { FOCUSED_ROW, useInFocus } from './in-focus.ts'
import { showIn } from '../../components/text/show-date.ts'
import {
  answerWords,
  askedWords,
  counted,
  messageAt,
  nextWords,
  peopleIn,
  type Chases,
  type Draft,
  type Owing,
} from './chases-data.ts'

/** Beyond this many under one step the rest are folded away. */
const SHOWN = 6

type Escalation = Chases['escalations'][number]

/** Whom an escalation is due on today, by its step. */
export function Escalations({ escalations }: { escalations: readonly Escalation[] }) {
  const total = peopleIn(escalations.flatMap(({ rows }) => rows))
  return (
    <Section title="Escalations due today" note={total === 0 ? '' : counted(total, 'person', 'people')}>
      {total === 0 && <p className="desk-good">None is due today.</p>}
      <div className="desk-rungs">
        {escalations.map(({ rung, rows }) => (
          <div key={rung.days}>
            <h3>
              Day {rung.days}{' '}
              <span>
                {rung.who}
                {rung.copy !== '' && `, copy to ${rung.copy}`}
              </span>
            </h3>
            <People rows={rows.slice(0, SHOWN)} />
            {rows.length > SHOWN && (
              <Details summary={`${rows.length - SHOWN} more at day ${rung.days}`}>
                <People rows={rows.slice(SHOWN)} />
              </Details>
            )}
          </div>
        ))}
      </div>
    </Section>
  )
}

function People({ rows }: { rows: Escalation['rows'] }) {
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.personId}>
          <Link to={`/case/${row.personId}`}>{row.name}</Link>
          <span className="desk-second desk-second--inline">
            {row.place}. {row.what}
            {answerWords(row.last) && `, ${answerWords(row.last)}`}
          </span>
          <Link to={messageAt(row.key)}>
            Draft <span className="govuk-visually-hidden">about {row.name}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Everything owed, by who owes it; each opens to the people it is about. */
export function WhoOwes(props: {
  owes: Chases['owes']
  drafts: readonly Draft[]
  /** Who is put in focus, whose place is open. */
  person: string | null
}) {
  const { owes, drafts, person } = props
  const asks = owes.reduce((sum, each) => sum + each.asks, 0)
  const due = new Set(drafts.map(({ key }) => key))
  return (
    <Section title="Who owes an answer" note={asks === 0 ? '' : `${asks} open`}>
      {owes.length === 0 ? (
        <p className="desk-good">Nobody owes an answer.</p>
      ) : (
        <table className="desk-casetable desk-owes">
          <caption className="govuk-visually-hidden">
            Who owes an answer, on how much and for how long
          </caption>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">Asks</th>
              <th scope="col">Longest</th>
            </tr>
          </thead>
          <tbody>
            {owes.map((each) => (
              <tr key={each.key}>
                <th scope="row">
                  <details open={each.people.some(({ personId }) => personId === person)}>
                    <summary>
                      {each.name}
                      {each.kind === 'com' && (
                        <span className="desk-second desk-second--inline">
                          {' '}
                          COM{each.of && `, ${each.of}`}
                        </span>
                      )}
                    </summary>
                    <ul className="desk-latest">
                      {each.people.map((owing) => (
                        <OwedOn owing={owing} inFocus={owing.personId === person} key={owing.personId} />
                      ))}
                    </ul>
                    {due.has(each.placeKey) && <Link to={messageAt(each.placeKey)}>Draft the message</Link>}
                  </details>
                </th>
                <td>{each.asks}</td>
                <td>
                  {each.longest === null ? (
                    'Not known'
                  ) : each.longest >= 7 ? (
                    <strong>{showIn(each.longest)}</strong>
                  ) : (
                    showIn(each.longest)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

function OwedOn({ owing, inFocus }: { owing: Owing; inFocus: boolean }) {
  const { personId, name, prisonNumber, what, last, next } = owing
  const row = useInFocus<HTMLLIElement>(inFocus)
  return (
    <li ref={row} {...(inFocus ? FOCUSED_ROW : {})}>
      <PersonLink personId={personId} name={name} prisonNumber={prisonNumber} />
      <span className="desk-second">
        {what}. {askedWords(last)}.{inFocus && ` ${nextWords(next)}.`}
      </span>
    </li>
  )
}
