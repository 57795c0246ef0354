import { useState, type FormEvent } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useCommand } from '../../api/use-command.ts'
import { DateInput } from '../../components/form/date-input.tsx'
import { Select, TextInput } from '../../components/form/inputs.tsx'
import {
  FormReader,
  messageAt,
  NO_MISTAKES,
  summaryOf,
  type Mistakes,
} from '../../components/form/mistakes.ts'
import { NO_DATE, typedFrom } from '../../components/form/typed-date.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Page, PageHeading } from '../../components/layout/page.tsx'
import { showDate } from '../../components/text/show-date.ts'

const idOf = (field: string) => `absence-${field}`

/** From when to when somebody is away and who covers; or that a recorded absence is none. */
export function AbsenceForm(props: {
  shown: OutputOf<'staff.show'>
  /** Which of the absences; null adds one. */
  place: number | null
  onFinish: (words: string) => void
}) {
  const { place, onFinish } = props
  // As it was when the form was opened: somebody else's change is refused, not written over.
  const [shown] = useState(props.shown)
  const { row, others, today } = shown
  const known = place === null ? null : (row.absences[place] ?? null)
  const [from, setFrom] = useState(typedFrom(known?.from ?? today))
  const [to, setTo] = useState(known === null ? NO_DATE : typedFrom(known.to))
  const [coverId, setCoverId] = useState(known?.coverId ?? '')
  const [reason, setReason] = useState(known?.reason ?? '')
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const command = useCommand('staff.saveAbsence')
  const errors = summaryOf(mistakes, idOf, command.error)
  const at = (field: string) => messageAt(mistakes, command.error, field)
  const title = known === null ? `Record an absence of ${row.name}` : `Change an absence of ${row.name}`
  const { staffId, seq } = row

  async function save(event: FormEvent) {
    event.preventDefault()
    command.clear()
    const read = new FormReader()
    const first = read.date('from', from, 'the first day')
    const last = read.date('to', to, 'the last day')
    setMistakes(read.mistakes)
    if (!read.isSound || first === null || last === null) return
    const absence = { from: first, to: last, reason, coverId: coverId === '' ? null : coverId }
    const done = await command.run({ staffId, seq, place, absence })
    if (done !== undefined) onFinish(`${row.name} is away from ${showDate(first)} to ${showDate(last)}.`)
  }

  async function takeAway() {
    command.clear()
    setMistakes(NO_MISTAKES)
    const done = await command.run({ staffId, seq, place, absence: null })
    if (done !== undefined) onFinish('The absence was taken away.')
  }

  return (
    <Page name="staff-absence" title={title} heading={null} mistaken={errors.length > 0}>
      <form className="desk-form" onSubmit={(event) => void save(event)} noValidate>
        <ErrorSummary errors={errors} />
        <PageHeading>{title}</PageHeading>
        <p>
          Whoever covers sees the cases under Covering on these days. It ends by itself after the last day,
          and no case changes hands.
        </p>
        <DateInput
          id={idOf('from')}
          label="First day away"
          value={from}
          onChange={setFrom}
          error={at('from')}
          errorPart={mistakes['from']?.part}
        />
        <DateInput
          id={idOf('to')}
          label="Last day away"
          value={to}
          onChange={setTo}
          error={at('to')}
          errorPart={mistakes['to']?.part}
        />
        <Select
          id={idOf('cover')}
          label="Who covers?"
          options={[['', 'Nobody yet'], ...others.map((one) => [one.staffId, one.name] as const)]}
          value={coverId}
          onChange={(event) => setCoverId(event.target.value)}
          error={at('cover')}
        />
        <TextInput
          id={idOf('reason')}
          label="Reason (optional)"
          hint="Leave, training or sickness: no medical detail. Seen by the head of OMU and case administrators"
          maxLength={100}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={at('reason')}
        />
        <div className="desk-actions">
          <Button type="submit">{command.running ? 'Saving…' : 'Save'}</Button>
          {known !== null && (
            <Button kind="secondary" onPress={() => void takeAway()}>
              Take the absence away
            </Button>
          )}
          <button type="button" className="desk-link-button" onClick={() => onFinish('')}>
            Cancel
          </button>
        </div>
      </form>
    </Page>
  )
}
