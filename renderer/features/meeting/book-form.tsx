import { useState } from 'react'
import { isCivilDate } from '../../../domain/dates/civil-date.ts'
import type { InputOf } from '../../../domain/contract/index.ts'
import { MEETING_MODES, MODE_WORDS, type MeetingMode } from '../../../domain/meetings/booking.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Checkboxes, Radios } from '../../components/form/choices.tsx'
import { DateInput } from '../../components/form/date-input.tsx'
import { TextArea, TextInput } from '../../components/form/inputs.tsx'
import { FormReader, messageAt, NO_MISTAKES, type Mistakes } from '../../components/form/mistakes.ts'
import { NO_DATE, typedFrom } from '../../components/form/typed-date.ts'
import { Button } from '../../components/govuk/button.tsx'
import { showDate, showTableDate } from '../../components/text/show-date.ts'
import type { Recordable } from '../case/case-file.ts'
import { DecisionForm, type DecisionFormProps } from '../case/decision-form.tsx'
import { readTime } from './read-time.ts'

const idOf = (field: string) => `book-${field}`
type Task = InputOf<'meetings.book'>['task']

/** Books a mandated meeting, moves it or cancels it, with its window, its days and days that would do beside the form. */
export function BookForm({
  file,
  meeting,
  on: offered = null,
  onDone,
  onCancel,
}: DecisionFormProps & {
  meeting: Recordable
  /** A day another place in the app asks about; the person still decides. */
  on?: string | null
}) {
  const { booking } = meeting
  const task = meeting.task as Task
  const { data } = useQuery('meetings.show', { personId: file.personId, task })
  const [day, setDay] = useState(
    isCivilDate(offered) ? typedFrom(offered) : booking === null ? NO_DATE : typedFrom(booking.on),
  )
  const [from, setFrom] = useState(booking?.from ?? '')
  const [to, setTo] = useState(booking?.to ?? '')
  const [mode, setMode] = useState<string>(booking?.mode ?? 'video')
  const [place, setPlace] = useState(booking?.place ?? '')
  const [chosen, setChosen] = useState<readonly string[] | null>(booking?.attendees ?? null)
  const [also, setAlso] = useState('')
  const [reason, setReason] = useState('')
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const [opened] = useState(meeting.seq)
  const command = useCommand('meetings.book')
  const at = (field: string) => messageAt(mistakes, command.error, field)
  // Nobody has chosen yet: those whom the case names, the key worker aside.
  const attendees = chosen ?? (data?.people ?? []).filter((name) => !name.endsWith('(key worker)'))
  const people = [...new Set([...(data?.people ?? []), ...attendees])]
  const send = (booked: InputOf<'meetings.book'>['booking']) =>
    command.run({
      personId: file.personId,
      task,
      booking: booked,
      reason,
      // Asked again after a conflict, what stands by then has been seen.
      seen: command.error?.code === 'conflict' ? meeting.seq : opened,
    })

  async function save() {
    command.clear()
    const read = new FormReader()
    const on = read.date('on', day, 'the day of the meeting')
    const [begins, ends] = [readTime(from), readTime(to)]
    if (begins === '') read.refuse('from', 'Enter when it begins, like 14:00')
    if (ends === '') read.refuse('to', 'Enter when it ends, like 14:35')
    const everybody = [...attendees, ...(also.trim() === '' ? [] : [also.trim()])]
    if (everybody.length === 0) read.refuse('attendees', 'Choose who is to take part')
    setMistakes(read.mistakes)
    if (!read.isSound || on === null) return
    const done = await send({
      on,
      from: begins,
      to: ends,
      mode: mode as MeetingMode,
      place,
      attendees: everybody,
    })
    if (done !== undefined) onDone(`${meeting.title}: booked for ${showDate(on)}.`)
  }

  async function cancelMeeting() {
    command.clear()
    setMistakes(reason.trim() === '' ? { reason: { message: 'Say why it is cancelled' } } : NO_MISTAKES)
    if (reason.trim() === '') return
    if ((await send(null)) !== undefined) onDone(`${meeting.title}: the booking was cancelled.`)
  }

  return (
    <DecisionForm
      title={`${meeting.title}: ${booking === null ? 'book' : 'move or cancel'}`}
      file={file}
      idOf={idOf}
      mistakes={mistakes}
      failure={command.error}
      running={command.running}
      save={booking === null ? 'Book' : 'Move'}
      onSave={() => void save()}
      onCancel={onCancel}
    >
      {data && (
        <div className="desk-box">
          <p>
            {data.windowFrom !== null && data.windowTo !== null
              ? `Window ${showDate(data.windowFrom)} to ${showDate(data.windowTo)}. `
              : ''}
            {data.due === null
              ? 'No source gives a day for it: agree one with the COM.'
              : `Its day is ${showTableDate(data.due)}.`}
            {data.latestWorkingDay !== null &&
              data.latestWorkingDay !== data.due &&
              ` The last working day is ${showTableDate(data.latestWorkingDay)}.`}
          </p>
          {data.suggestions.length > 0 && (
            <p>
              Days that would do:{' '}
              {data.suggestions.map((each) => (
                <span key={each}>
                  <button type="button" className="desk-link-button" onClick={() => setDay(typedFrom(each))}>
                    {showTableDate(each)}
                  </button>{' '}
                </span>
              ))}
            </p>
          )}
        </div>
      )}
      <DateInput
        id={idOf('on')}
        label="Which day?"
        hint="Today or later"
        value={day}
        onChange={setDay}
        error={at('on')}
        errorPart={mistakes['on']?.part}
      />
      <TextInput
        id={idOf('from')}
        label="From"
        hint="Like 14:00 or 2pm"
        className="govuk-input--width-5"
        value={from}
        onChange={(event) => setFrom(event.target.value)}
        error={at('from')}
        autoComplete="off"
      />
      <TextInput
        id={idOf('to')}
        label="To"
        className="govuk-input--width-5"
        value={to}
        onChange={(event) => setTo(event.target.value)}
        error={at('to')}
        autoComplete="off"
      />
      <Radios
        id={idOf('mode')}
        label="How?"
        choices={MEETING_MODES.map((value) => ({ value, label: MODE_WORDS[value] }))}
        value={mode}
        onChoose={setMode}
        inline
        small
      />
      <TextInput
        id={idOf('place')}
        label="Where, or which link (optional)"
        value={place}
        maxLength={100}
        onChange={(event) => setPlace(event.target.value)}
        error={at('place')}
        autoComplete="off"
      />
      <Checkboxes
        id={idOf('attendees')}
        label="Who is to take part?"
        choices={people.map((name) => ({ value: name, label: name }))}
        values={attendees}
        onChange={setChosen}
        error={at('attendees')}
        small
      />
      <TextInput
        id={idOf('also')}
        label="Somebody else (optional)"
        value={also}
        maxLength={120}
        onChange={(event) => setAlso(event.target.value)}
        autoComplete="off"
      />
      <TextArea
        id={idOf('reason')}
        label={booking === null ? 'Why so? (where it is out of the way)' : 'Why is it moved or cancelled?'}
        hint={
          booking === null
            ? 'Needed for a day outside the window, a weekend, a bank holiday, an absence or another meeting. Never victim details.'
            : 'Always needed: it stays in the record. Never victim details.'
        }
        rows={2}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
        error={at('reason')}
      />
      {booking !== null && (
        <p>
          <Button kind="warning" onPress={() => void cancelMeeting()}>
            Call the meeting off
          </Button>
        </p>
      )}
    </DecisionForm>
  )
}
