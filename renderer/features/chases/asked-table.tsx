import { Link } from 'react-router'
import { Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showShortDate } from '../../components/text/show-date.ts'
import { answerAt, answerWords, counted, peopleIn, type Asked } from './chases-data.ts'

/** What was asked and is still owed, a place to a row; its answers are logged from here. */
export function AskedTable({ asked, mayAnswer }: { asked: readonly Asked[]; mayAnswer: boolean }) {
  return (
    <Section title="Asked and still open">
      {asked.length === 0 ? (
        <p className="desk-good">Nothing that was asked is open.</p>
      ) : (
        <ScrollPane label="Asked and still open">
          <table className="desk-casetable">
            <caption className="govuk-visually-hidden">
              Messages that were sent about what is still owed
            </caption>
            <thead>
              <tr>
                <th scope="col">Place</th>
                <th scope="col">People</th>
                <th scope="col">Last asked</th>
                <th scope="col">Answers</th>
                <th scope="col">Next step</th>
                {mayAnswer && (
                  <th scope="col">
                    <span className="govuk-visually-hidden">Log</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {asked.map((place) => (
                <Row place={place} mayAnswer={mayAnswer} key={place.key} />
              ))}
            </tbody>
          </table>
        </ScrollPane>
      )}
    </Section>
  )
}

function Row({ place, mayAnswer }: { place: Asked; mayAnswer: boolean }) {
  const sent = place.rows
    .flatMap(({ last }) => (last === null ? [] : [last]))
    .toSorted((a, b) => (a.sentOn < b.sentOn ? 1 : -1))
  const [latest] = sent
  const answered = sent
    .filter(({ answeredOn }) => answeredOn !== null)
    .toSorted((a, b) => ((a.answeredOn ?? '') < (b.answeredOn ?? '') ? 1 : -1))
  const [next] = place.rows
    .flatMap(({ next }) => (next === null ? [] : [next]))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
  return (
    <tr>
      <th scope="row">{place.place}</th>
      <td>{peopleIn(place.rows)}</td>
      <td className="desk-nowrap">
        {latest !== undefined && showShortDate(latest.sentOn)}
        <span className="desk-second">{latest?.by}</span>
      </td>
      <td>
        {answered.length === 0 ? 'None yet' : `${answered.length} of ${counted(sent.length, 'ask')}`}
        {answerWords(answered[0] ?? null) && (
          <span className="desk-second">{answerWords(answered[0] ?? null)}</span>
        )}
      </td>
      <td>
        {next === undefined ? 'The last step has been sent' : `Day ${next.days}, ${showShortDate(next.on)}`}
        <span className="desk-second">{next?.who}</span>
      </td>
      {mayAnswer && (
        <td className="desk-casetable__action">
          <Link to={answerAt(place.key)}>
            Log the answer <span className="govuk-visually-hidden">from {place.place}</span>
          </Link>
        </td>
      )}
    </tr>
  )
}
