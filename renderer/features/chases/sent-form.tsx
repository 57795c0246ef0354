import { useState, type FormEvent } from 'react'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { DateInput } from '../../components/form/date-input.tsx'
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
import { Section } from '../../components/layout/section.tsx'
import { showDate } from '../../components/text/show-date.ts'
import { counted, type Draft } from './chases-data.ts'

const idOf = (field: string) => `chase-${field}`

/** The day a message went: recorded for every case in it, or for none. */
export function SentForm(props: { draft: Draft; today: string; onFinish: (words: string) => void }) {
  const { draft, today, onFinish } = props
  const [day, setDay] = useState(typedFrom(today as CivilDate))
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const command = useCommand('chases.sent')
  async function save(event: FormEvent) {
    event.preventDefault()
    command.clear()
    const read = new FormReader()
    const sentOn = read.date('sentOn', day, 'the day it was sent')
    setMistakes(read.mistakes)
    if (sentOn === null) return
    const asks = draft.due.flatMap(({ personId, about, due, rung, seen }) =>
      due === null || rung === null ? [] : [{ personId, about, due, rung, seen }],
    )
    const done = await command.run({ key: draft.key, sentOn, asks })
    if (done !== undefined)
      onFinish(
        `The message to ${draft.place} is recorded as sent on ${showDate(sentOn)}: ${counted(asks.length, 'ask')}.`,
      )
  }
  return (
    <Section title="Once it has gone">
      <form className="desk-form" onSubmit={(event) => void save(event)} noValidate>
        <ErrorSummary errors={summaryOf(mistakes, idOf, command.error)} />
        <p>
          Recorded on every case in the message. The next step then comes on its day, unless a COM is named
          first.
        </p>
        <DateInput
          id={idOf('sentOn')}
          label="When was it sent?"
          value={day}
          onChange={setDay}
          error={messageAt(mistakes, command.error, 'sentOn')}
          errorPart={mistakes['sentOn']?.part}
        />
        <Button type="submit" kind="secondary">
          {command.running ? 'Saving…' : 'Mark as sent'}
        </Button>
      </form>
    </Section>
  )
}
