import { Link } from 'react-router'
import { Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showIn, showShortDate } from '../../components/text/show-date.ts'
import { messageAt, peopleIn, type Draft } from './chases-data.ts'

/** One message a row: to whom, about how many, at which step, and for how long. */
export function MessagesDue({ drafts }: { drafts: readonly Draft[] }) {
  return (
    <Section title="Messages to send" note={drafts.length === 0 ? '' : 'the longest wait first'}>
      {drafts.length === 0 ? (
        <p className="desk-good">Everybody who owes an answer has been asked, or is not due to be yet.</p>
      ) : (
        <ScrollPane label="Messages to send">
          <table className="desk-casetable">
            <caption className="govuk-visually-hidden">
              One message for each place an answer is due from
            </caption>
            <thead>
              <tr>
                <th scope="col">To</th>
                <th scope="col">People</th>
                <th scope="col">Step</th>
                <th scope="col">Longest</th>
                <th scope="col">Last asked</th>
                <th scope="col">
                  <span className="govuk-visually-hidden">Open</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {drafts.map((draft) => (
                <Row draft={draft} key={draft.key} />
              ))}
            </tbody>
          </table>
        </ScrollPane>
      )}
    </Section>
  )
}

function Row({ draft }: { draft: Draft }) {
  const longest = Math.max(...draft.due.map(({ days }) => days ?? 0))
  const asked = draft.due.flatMap(({ last }) => (last === null ? [] : [last.sentOn])).toSorted()
  const latest = asked.at(-1)
  return (
    <tr>
      <th scope="row">
        <strong>{draft.place}</strong>
        <span className="desk-second">{draft.toWords}</span>
      </th>
      <td>{peopleIn(draft.due)}</td>
      <td className="desk-nowrap">
        {draft.rungs.length === 1 ? 'Day' : 'Days'} {draft.rungs.join(', ')}
      </td>
      <td className="desk-nowrap">{longest >= 7 ? <strong>{showIn(longest)}</strong> : showIn(longest)}</td>
      <td className="desk-nowrap">{latest === undefined ? 'Not asked yet' : showShortDate(latest)}</td>
      <td className="desk-casetable__action">
        <Link to={messageAt(draft.key)}>
          Draft <span className="govuk-visually-hidden">to {draft.place}</span>
        </Link>
      </td>
    </tr>
  )
}
