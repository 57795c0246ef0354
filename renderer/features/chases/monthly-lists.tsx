import { Link } from 'react-router'
import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Tag } from '../../components/govuk/tag.tsx'
import { Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showDate, showShortDate } from '../../components/text/show-date.ts'
import { counted, type Chases, type MonthlyList, type Names } from './chases-data.ts'

/** The handovers of the next 45 days, a list for each place, due from the first working day of a month. */
export function MonthlyLists(props: {
  monthly: Chases['monthly']
  names: Names
  mayChase: boolean
  onDone: (words: string) => void
}) {
  const { monthly, names, mayChase, onDone } = props
  const command = useCommand('chases.draft')
  const due = monthly.lists.filter(({ isDue }) => isDue)
  async function save(lists: readonly MonthlyList[]) {
    const done = await command.run({
      scope: 'unit',
      names,
      kind: 'monthly',
      keys: lists.map(({ key }) => key),
    })
    if (done !== undefined)
      onDone(
        done.saved
          ? `${counted(done.messages, 'list was', 'lists were')} saved as email drafts.`
          : 'Nothing was saved.',
      )
  }
  return (
    <Section
      title="Monthly lists"
      note={`handovers to ${showDate(monthly.until)}, of the whole unit`}
      action={mayChase && due.length > 0 && <Link to="/chases?monthly=">Mark all due as sent</Link>}
    >
      <ErrorSummary errors={command.error === null ? [] : [{ message: command.error.message }]} />
      <p>
        {due.length === 0
          ? 'This month’s have been sent, or are not due yet.'
          : `${counted(due.length, 'list has', 'lists have')} been due since ${showDate(monthly.dueOn)}, the first working day of the month.`}
      </p>
      {monthly.lists.length > 0 && (
        <ScrollPane label="Monthly lists">
          <table className="desk-casetable">
            <caption className="govuk-visually-hidden">One list of handovers for each place</caption>
            <thead>
              <tr>
                <th scope="col">Place</th>
                <th scope="col">Handovers</th>
                <th scope="col">No COM</th>
                <th scope="col">This month</th>
                {mayChase && (
                  <th scope="col">
                    <span className="govuk-visually-hidden">Do</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {monthly.lists.map((list) => (
                <tr key={list.key}>
                  <th scope="row">{list.place}</th>
                  <td>{list.people}</td>
                  <td>{list.unnamed === 0 ? 'None' : <strong>{list.unnamed}</strong>}</td>
                  <td>
                    <Sent list={list} />
                  </td>
                  {mayChase && (
                    <td className="desk-casetable__action">
                      <button type="button" className="desk-link-button" onClick={() => void save([list])}>
                        Save as email
                        <span className="govuk-visually-hidden">, the list of {list.place}</span>
                      </button>{' '}
                      {list.isDue && (
                        <Link to={`/chases?monthly=${encodeURIComponent(list.key)}&one`}>
                          Mark as sent
                          <span className="govuk-visually-hidden">, the list of {list.place}</span>
                        </Link>
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollPane>
      )}
      {mayChase && due.length > 1 && (
        <div className="desk-actions">
          <Button kind="secondary" onPress={() => void save(due)}>
            {command.running ? 'Saving…' : `Save ${due.length} lists as email`}
          </Button>
        </div>
      )}
    </Section>
  )
}

function Sent({ list: { isDue, sentOn, sentBy } }: { list: MonthlyList }) {
  if (isDue) return <Tag text="Due" tone="close" />
  if (sentOn === null) return 'Not due yet'
  return (
    <>
      Sent {showShortDate(sentOn)}
      <span className="desk-second">{sentBy}</span>
    </>
  )
}
