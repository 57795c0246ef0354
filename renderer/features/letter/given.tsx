import { useState, type FormEvent } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { useHasRole } from '../../api/use-session.ts'
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
import type { StepProps } from './letter-page.tsx'

const idOf = (field: string) => `given-${field}`

/** When the person was given the letter, with the confirmed date or without one. */
export function Given({ shown, onDone }: StepProps) {
  const { personId, confirmation, told, seen, today } = shown
  const handover = confirmation === 'confirmed' ? shown.handover : null
  const mayRecord = useHasRole('head_of_omu', 'pom', 'case_administrator', 'pre_release_team')
  const [on, setOn] = useState(typedFrom(today))
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const command = useCommand('letter.given')
  // A letter that said a date which is no longer so is told of above: here stands the one that would be given now.
  const givenOn = told !== null && told.handover === handover ? told.givenOn : null

  async function save(event: FormEvent) {
    event.preventDefault()
    command.clear()
    const read = new FormReader()
    const day = read.date('on', on, 'the day it was given')
    setMistakes(read.mistakes)
    if (!read.isSound || day === null) return
    const done = await command.run({ personId, on: day, handover, seen })
    if (done !== undefined) onDone(`Recorded: the letter was given on ${showDate(day)}.`)
  }

  async function takeBack() {
    const done = await command.run({ personId, on: null, handover, seen })
    if (done !== undefined) onDone('The record that it was given was taken back.')
  }

  if (givenOn !== null)
    return (
      <Section title="Given">
        <ErrorSummary errors={command.error === null ? [] : [{ message: command.error.message }]} />
        <p>
          The letter was given on {showDate(givenOn)}
          {handover === null && ', without a handover date'}.
        </p>
        {mayRecord && (
          <p>
            <Button kind="secondary" onPress={() => void takeBack()}>
              Take that back
            </Button>
          </p>
        )}
      </Section>
    )
  if (!mayRecord) return null
  return (
    <Section title="Given">
      <form onSubmit={(event) => void save(event)} noValidate>
        <ErrorSummary errors={summaryOf(mistakes, idOf, command.error)} />
        <DateInput
          id={idOf('on')}
          label="When was the person given the letter?"
          hint={handover === null ? 'It says no handover date.' : undefined}
          value={on}
          onChange={setOn}
          error={messageAt(mistakes, command.error, 'on')}
          errorPart={mistakes['on']?.part}
        />
        <Button type="submit" kind="secondary">
          {command.running ? 'Saving…' : 'Record that it was given'}
        </Button>
      </form>
    </Section>
  )
}
