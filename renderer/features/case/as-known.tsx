import { useState, type FormEvent } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useCommand } from '../../api/use-command.ts'
import { DateInput } from '../../components/form/date-input.tsx'
import { FormReader, NO_MISTAKES, summaryOf, type Mistakes } from '../../components/form/mistakes.ts'
import { NO_DATE } from '../../components/form/typed-date.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showDate, showLongDate } from '../../components/text/show-date.ts'
import type { PartProps } from './case-file.ts'

type Known = OutputOf<'facts.asKnown'>

const idOf = (field: string) => `known-${field}`

/** The case as it was known at the end of a past day: what we had been told by then, and the plan that gave. */
export function AsKnown({ file }: PartProps) {
  const [typed, setTyped] = useState(NO_DATE)
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const [known, setKnown] = useState<Known | null>(null)
  const command = useCommand('facts.asKnown')

  async function show(event: FormEvent) {
    event.preventDefault()
    command.clear()
    const read = new FormReader()
    const on = read.date('on', typed, 'the day')
    setMistakes(read.mistakes)
    if (on === null) return
    const answer = await command.run({ personId: file.personId, on })
    if (answer !== undefined) setKnown(answer)
  }

  return (
    <Section title="As we knew it" note="on a past day">
      <form onSubmit={(event) => void show(event)} noValidate>
        <ErrorSummary errors={summaryOf(mistakes, idOf, command.error)} />
        <DateInput
          id={idOf('on')}
          label="On which day?"
          hint={`Today or earlier. For example, ${exampleBefore(file.today)}`}
          value={typed}
          onChange={setTyped}
          error={mistakes['on']?.message ?? command.error?.fields?.['on']}
          errorPart={mistakes['on']?.part}
        />
        <Button type="submit" kind="secondary">
          {command.running ? 'Looking…' : 'Show what we knew'}
        </Button>
      </form>
      <div aria-live="polite">{known !== null && <KnownThen known={known} />}</div>
    </Section>
  )
}

const exampleBefore = (today: string) => `1 ${Number(today.slice(5, 7))} ${today.slice(0, 4)}`

function KnownThen({ known }: { known: Known }) {
  const day = showLongDate(known.on)
  if (!known.known) return <p>Nobody had heard of this person by {day}.</p>
  return (
    <>
      <h3 className="govuk-heading-s">At the end of {day}</h3>
      <p>
        {known.responsibilitySentence} {known.rules !== '' && `Under ${known.rules}.`}
      </p>
      <ScrollPane label={`What was known on ${day}`}>
        <table className="desk-casetable">
          <caption className="govuk-visually-hidden">
            What was known on {day}, and which of it is otherwise now
          </caption>
          <thead>
            <tr>
              <th scope="col">Fact</th>
              <th scope="col">Then</th>
              <th scope="col">From</th>
              <th scope="col">Now</th>
            </tr>
          </thead>
          <tbody>
            {known.facts.map((fact) => (
              <tr key={fact.field}>
                <th scope="row">{fact.label}</th>
                <td>{fact.value}</td>
                <td>
                  {fact.source}
                  {fact.asAt !== null && `, as at ${showDate(fact.asAt)}`}
                </td>
                <td>{fact.differs ? <strong>Otherwise now</strong> : 'The same'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollPane>
    </>
  )
}
