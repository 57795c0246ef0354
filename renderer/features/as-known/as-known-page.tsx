import '../../styles/pieces.scss'
import { useState, type FormEvent } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useCommand } from '../../api/use-command.ts'
import { useSession } from '../../api/use-session.ts'
import { DateInput } from '../../components/form/date-input.tsx'
import { FormReader, NO_MISTAKES, summaryOf, type Mistakes } from '../../components/form/mistakes.ts'
import { NO_DATE } from '../../components/form/typed-date.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Pagination } from '../../components/govuk/pagination.tsx'
import { Page } from '../../components/layout/page.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { shortName } from '../../components/text/short-name.ts'
import { showLongDate, showShortDate } from '../../components/text/show-date.ts'

type Known = OutputOf<'facts.unitAsKnown'>

const idOf = (field: string) => `unit-known-${field}`

/** The unit as it was known at the end of a past day, beside today. */
export default function AsKnownPage() {
  const { today } = useSession()
  const [typed, setTyped] = useState(NO_DATE)
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const [known, setKnown] = useState<Known | null>(null)
  const command = useCommand('facts.unitAsKnown')

  async function ask(on: Known['on'], page: number) {
    const answer = await command.run({ on, page })
    if (answer !== undefined) setKnown(answer)
  }
  function show(event: FormEvent) {
    event.preventDefault()
    command.clear()
    const read = new FormReader()
    const on = read.date('on', typed, 'the day')
    setMistakes(read.mistakes)
    if (on !== null) void ask(on, 1)
  }

  return (
    <Page
      name="as-known"
      title="As we knew it"
      heading="As we knew it on a past day"
      mistaken={command.error !== null || Object.keys(mistakes).length > 0}
    >
      <ErrorSummary errors={summaryOf(mistakes, idOf, command.error)} />
      <p>
        What we had been told by the end of a day, and the plan that gave then. A list brought in later
        changes nothing of what was known before it.
      </p>
      <form onSubmit={show} noValidate>
        <DateInput
          id={idOf('on')}
          label="On which day?"
          hint={`Today or earlier. For example, 1 ${Number(today.slice(5, 7))} ${today.slice(0, 4)}`}
          value={typed}
          onChange={setTyped}
          error={mistakes['on']?.message ?? command.error?.fields?.['on']}
          errorPart={mistakes['on']?.part}
        />
        <Button type="submit" kind="secondary">
          {command.running ? 'Looking…' : 'Show what we knew'}
        </Button>
      </form>
      <div aria-live="polite">
        {known !== null && <Then known={known} onPage={(page) => void ask(known.on, page)} />}
      </div>
    </Page>
  )
}

function Then({ known, onPage }: { known: Known; onPage: (page: number) => void }) {
  const day = showLongDate(known.on)
  if (known.total === 0) return <p>Nobody was known by {day}.</p>
  return (
    <>
      <h2 className="govuk-heading-m">
        {known.total.toLocaleString('en-GB')} {known.total === 1 ? 'person' : 'people'} known at the end of{' '}
        {day}
      </h2>
      <ScrollPane label={`The unit on ${day}`}>
        <table className="desk-casetable">
          <caption className="govuk-visually-hidden">The unit as it was known on {day}, beside today</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Responsible then</th>
              <th scope="col">Handover then</th>
              <th scope="col">Handover now</th>
              <th scope="col">POM then</th>
              <th scope="col">COM then</th>
            </tr>
          </thead>
          <tbody>
            {known.rows.map((row) => (
              <tr key={row.personId}>
                <th scope="row">
                  <PersonLink
                    personId={row.personId}
                    name={row.name}
                    prisonNumber={row.prisonNumber}
                    part="facts"
                  />
                </th>
                <td>{row.responsibility === '' ? 'Nobody' : row.responsibility}</td>
                <td>{row.handover === null ? 'None' : showShortDate(row.handover)}</td>
                <td>
                  {row.differs ? (
                    <strong>{row.handoverNow === null ? 'None now' : showShortDate(row.handoverNow)}</strong>
                  ) : (
                    'The same'
                  )}
                </td>
                <td>{row.pom === null ? 'None' : shortName(row.pom)}</td>
                <td>{row.com ?? 'None'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollPane>
      <Pagination label="Pages of the unit" page={known.page} pages={known.pages} onPage={onPage} />
    </>
  )
}
