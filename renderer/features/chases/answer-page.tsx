import { useState, type FormEvent } from 'react'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { Checkboxes } from '../../components/form/choices.tsx'
import { DateInput } from '../../components/form/date-input.tsx'
import { TextArea } from '../../components/form/inputs.tsx'
import {
  FormReader,
  messageAt,
  NO_MISTAKES,
  summaryOf,
  type Mistakes,
} from '../../components/form/mistakes.ts'
import { typedFrom } from '../../components/form/typed-date.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Page, PageHeading } from '../../components/layout/page.tsx'
import { showShortDate } from '../../components/text/show-date.ts'
import { counted, type Ask, type Asked, type Chases } from './chases-data.ts'

const idOf = (field: string) => `answer-${field}`
const keyOf = ({ personId, about, due }: Ask) => `${personId} ${about} ${due}`

/** What a place replied about which of its cases; or that a message was not sent after all. */
export function AnswerPage(props: { chases: Chases; place: string; onFinish: (words: string) => void }) {
  const { chases, onFinish } = props
  // As it was when the form was opened: what somebody else records meanwhile is refused.
  const [place] = useState<Asked | undefined>(chases.asked.find(({ key }) => key === props.place))
  const rows = place?.rows ?? []
  const unanswered = rows.filter(({ last }) => last?.answeredOn === null)
  const [chosen, setChosen] = useState<string[]>(unanswered.map(keyOf))
  const [day, setDay] = useState(typedFrom(chases.today as CivilDate))
  const [answer, setAnswer] = useState('')
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const answered = useCommand('chases.answered')
  const takeBack = useCommand('chases.takeBack')
  const failure = answered.error ?? takeBack.error
  const at = (field: string) => messageAt(mistakes, failure, field)
  const title = place === undefined ? 'Nothing is open' : `Answer of ${place.place}`
  const errors = summaryOf(mistakes, idOf, failure)

  function read(event?: FormEvent) {
    event?.preventDefault()
    answered.clear()
    takeBack.clear()
    const reader = new FormReader()
    const asks = rows.flatMap((row) =>
      row.last !== null && chosen.includes(keyOf(row))
        ? [{ personId: row.personId, subject: row.last.subject, seen: row.last.seen }]
        : [],
    )
    if (asks.length === 0) reader.refuse('asks', 'Choose at least one person')
    return { reader, asks }
  }

  async function save(event: FormEvent) {
    const { reader, asks } = read(event)
    const answeredOn = reader.date('answeredOn', day, 'the day of the answer')
    const words = reader.text('answer', answer, 'what they answered', 500)
    setMistakes(reader.mistakes)
    if (!reader.isSound || answeredOn === null) return
    const done = await answered.run({ answeredOn, answer: words, asks })
    if (done !== undefined) onFinish(`The answer is recorded for ${counted(asks.length, 'ask')}.`)
  }

  async function notSent() {
    const { reader, asks } = read()
    setMistakes(reader.mistakes)
    if (!reader.isSound) return
    const done = await takeBack.run({ asks })
    if (done !== undefined) onFinish(`${counted(asks.length, 'record')} taken back: not sent after all.`)
  }

  return (
    <Page name="chase-answer" title={title} heading={null} mistaken={errors.length > 0}>
      <form className="desk-form" onSubmit={(event) => void save(event)} noValidate>
        <ErrorSummary errors={errors} />
        <PageHeading>{title}</PageHeading>
        <p>
          An answer that names nobody does not stop the ladder. A COM who is named comes in with the next
          Delius list, or can be recorded in the facts of the case; then nothing is owed any more.
        </p>
        <Checkboxes
          id={idOf('asks')}
          label="About whom?"
          values={chosen}
          onChange={setChosen}
          error={at('asks')}
          choices={rows.map((row) => ({
            value: keyOf(row),
            label: `${row.name} ${row.prisonNumber}: ${row.short}`,
            hint: lastWords(row),
          }))}
        />
        <DateInput
          id={idOf('answeredOn')}
          label="When did they answer?"
          value={day}
          onChange={setDay}
          error={at('answeredOn')}
          errorPart={mistakes['answeredOn']?.part}
        />
        <TextArea
          id={idOf('answer')}
          label="What did they answer?"
          hint="It is quoted in later messages: no victim, no offence, no reason for a level of risk"
          rows={3}
          maxLength={500}
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
          error={at('answer')}
        />
        <div className="desk-actions">
          <Button type="submit">{answered.running ? 'Saving…' : 'Save the answer'}</Button>
          <Button kind="secondary" onPress={() => void notSent()}>
            Not sent after all
          </Button>
          <button type="button" className="desk-link-button" onClick={() => onFinish('')}>
            Cancel
          </button>
        </div>
      </form>
    </Page>
  )
}

function lastWords({ last }: Ask): string {
  if (last === null) return ''
  const answer =
    last.answeredOn === null ? '' : `, answered ${showShortDate(last.answeredOn)}: ${last.answer}`
  return `Sent to ${last.to} on ${showShortDate(last.sentOn)} by ${last.by}${answer}`
}
