import { useState, type FormEvent } from 'react'
import { ANSWER_MOST } from '../../../domain/chases/chase.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { Checkboxes } from '../../components/form/choices.tsx'
import { DateInput } from '../../components/form/date-input.tsx'
import {
  FormReader,
  messageAt,
  NO_MISTAKES,
  summaryOf,
  type Mistakes,
} from '../../components/form/mistakes.ts'
import { isBlankDate, NO_DATE, typedFrom } from '../../components/form/typed-date.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Page, PageHeading } from '../../components/layout/page.tsx'
import { showShortDate } from '../../components/text/show-date.ts'
import { LongText, tooLong } from './long-text.tsx'
import { answerWords, counted, type Ask, type Asked, type Chases } from './chases-data.ts'

const idOf = (field: string) => `answer-${field}`
const keyOf = ({ personId, about, due }: Ask) => `${personId} ${about} ${due}`

/** What a place replied about which of its cases; or that a message was not sent after all. */
export function AnswerPage(props: { chases: Chases; place: string; onFinish: (words: string) => void }) {
  const { chases, onFinish } = props
  // As it was when the form was opened: what somebody else records meanwhile is refused.
  const [place] = useState<Asked | undefined>(chases.asked.find(({ key }) => key === props.place))
  const rows = place?.rows ?? []
  // An answer about one of several is not to be recorded for them all unseen.
  const [chosen, setChosen] = useState<string[]>(rows.length === 1 ? rows.map(keyOf) : [])
  const [day, setDay] = useState(typedFrom(chases.today as CivilDate))
  const [answer, setAnswer] = useState('')
  const [promised, setPromised] = useState(NO_DATE)
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const answered = useCommand('chases.answered')
  const takeBack = useCommand('chases.takeBack')
  const failure = answered.error ?? takeBack.error
  const at = (field: string) => messageAt(mistakes, failure, field)
  const title = place === undefined ? 'Nothing is open' : `Answer from ${place.place}`
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
    const words = reader.text('answer', answer, 'what they answered', Infinity)
    const tooMuch = tooLong('What they answered', answer, ANSWER_MOST)
    if (tooMuch !== undefined) reader.refuse('answer', tooMuch)
    const promisedOn = isBlankDate(promised)
      ? null
      : reader.date('promisedOn', promised, 'the day they promised')
    if (promisedOn !== null && promisedOn < chases.today)
      reader.refuse('promisedOn', 'The day they promised must be today or later, or left empty')
    setMistakes(reader.mistakes)
    if (!reader.isSound || answeredOn === null) return
    const done = await answered.run({ answeredOn, answer: words, promisedOn, asks })
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
          An answer that names nobody does not stop the ladder; a day they promise holds it until then. A COM
          who is named comes in with the next Delius list, or can be recorded in the facts of the case; then
          nothing is owed any more.
        </p>
        <Checkboxes
          id={idOf('asks')}
          label="About whom?"
          hint={rows.length > 1 && 'Choose those the answer speaks of'}
          values={chosen}
          onChange={setChosen}
          error={at('asks')}
          choices={rows.map((row) => ({
            value: keyOf(row),
            label: `${row.name} ${row.prisonNumber}: ${row.short}`,
            hint: lastWords(row),
          }))}
        />
        {rows.length > 1 && (
          <div className="desk-choose-all">
            <Button kind="secondary" onPress={() => setChosen(rows.map(keyOf))}>
              All of them
            </Button>
          </div>
        )}
        <DateInput
          id={idOf('answeredOn')}
          label="When did they answer?"
          value={day}
          onChange={setDay}
          error={at('answeredOn')}
          errorPart={mistakes['answeredOn']?.part}
        />
        <LongText
          id={idOf('answer')}
          label="What did they answer?"
          hint="It is quoted in later messages: no victim, no offence, no reason for a level of risk"
          rows={3}
          most={ANSWER_MOST}
          value={answer}
          onChange={setAnswer}
          error={at('answer')}
        />
        <DateInput
          id={idOf('promisedOn')}
          label="By when did they promise an answer? (optional)"
          hint="Nothing more is due about them before that day"
          value={promised}
          onChange={setPromised}
          error={at('promisedOn')}
          errorPart={mistakes['promisedOn']?.part}
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
  const answer = answerWords(last, Infinity)
  return `Sent to ${last.to} on ${showShortDate(last.sentOn)} by ${last.by}${answer && `, ${answer}`}`
}
