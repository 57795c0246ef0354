import { useState } from 'react'
import type { InputOf, OutputOf } from '../../../domain/contract/index.ts'
import { MEETING_MODES, MODE_WORDS, timeInWords, type MeetingMode } from '../../../domain/meetings/booking.ts'
import { usePageActions } from '../../actions/page-actions.ts'
import { useCommand } from '../../api/use-command.ts'
import { useDraft } from '../../api/use-draft.ts'
import { useQuery } from '../../api/use-query.ts'
import { Checkboxes, Radios } from '../../components/form/choices.tsx'
import { DateInput } from '../../components/form/date-input.tsx'
import { TextArea, TextInput } from '../../components/form/inputs.tsx'
import { FormReader, messageAt, NO_MISTAKES, type Mistakes } from '../../components/form/mistakes.ts'
import { typedFrom } from '../../components/form/typed-date.ts'
import { Button } from '../../components/govuk/button.tsx'
import { showDate, showTableDate } from '../../components/text/show-date.ts'
import type { Recordable } from '../case/case-file.ts'
import { DecisionForm, type DecisionFormProps } from '../case/decision-form.tsx'
import { isBookTyped, readBooking, startBooking, type BookTyped } from './book-typed.ts'
import { DraftNote } from './draft-note.tsx'
import { timesAsRead } from './read-time.ts'

const idOf = (field: string) => `book-${field}`
type Task = InputOf<'meetings.book'>['task']

interface BookFormProps extends DecisionFormProps {
  meeting: Recordable
  /** A day another place in the app asks about; the person still decides. */
  on?: string | null
}

/** Books a mandated meeting, moves it or calls it off, with its window, its days and days that would do beside the form. */
export function BookForm({ file, meeting, on: offered = null, onDone, onCancel }: BookFormProps) {
  const { booking } = meeting
  const task = meeting.task as Task
  const { data } = useQuery('meetings.show', { personId: file.personId, task })
  const draft = useDraft(`book ${file.personId} ${task}`, () => startBooking(meeting, offered), isBookTyped)
  const form = draft.value
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const command = useCommand('meetings.book')
  const at = (field: string) => messageAt(mistakes, command.error, field)
  const change = (part: Partial<BookTyped>) => draft.change({ ...form, ...part })
  const attendees = form.attendees ?? usualAttendees(data?.people)
  const people = [...new Set([...(data?.people ?? []), ...attendees])]
  const send = (booked: InputOf<'meetings.book'>['booking']) =>
    command.run({
      personId: file.personId,
      task,
      booking: booked,
      reason: form.reason.trim(),
      // Asked again after a conflict, what stands by then has been seen.
      seen: command.error?.code === 'conflict' ? meeting.seq : form.seen,
    })

  async function save() {
    command.clear()
    const read = new FormReader()
    const booked = readBooking(read, form, attendees)
    setMistakes(read.mistakes)
    if (booked === null) return
    if ((await send(booked)) === undefined) return
    await draft.forget()
    const what = booking === null ? 'booked for' : booking.on === booked.on ? 'changed, on' : 'moved to'
    onDone(`${meeting.title}: ${what} ${showDate(booked.on)}, ${timeInWords(booked.from)}.`)
  }

  async function callOff() {
    command.clear()
    const why = form.reason.trim()
    setMistakes(why === '' ? { reason: { message: 'Say why it is called off' } } : NO_MISTAKES)
    if (why === '' || (await send(null)) === undefined) return
    await draft.forget()
    onDone(`${meeting.title}: called off. Tell those who were invited.`)
  }
  usePageActions([
    { id: 'save', label: 'Save', shortcut: 'Ctrl+S', run: () => void save() },
    { id: 'save-enter', label: 'Save', shortcut: 'Ctrl+Enter', run: () => void save() },
  ])

  return (
    <DecisionForm
      title={`${meeting.title}: ${booking === null ? 'book' : 'move or call off'}`}
      file={file}
      idOf={idOf}
      mistakes={mistakes}
      failure={command.error}
      running={command.running}
      save={booking === null ? 'Book' : 'Move'}
      onSave={() => void save()}
      onCancel={() => void draft.forget().then(onCancel)}
    >
      <DraftNote draft={draft} seen={form.seen} standing={meeting.seq} />
      {data && <Room shown={data} onChoose={(each) => change({ day: typedFrom(each) })} />}
      <DateInput
        id={idOf('on')}
        label="Which day?"
        hint="Today or later"
        value={form.day}
        onChange={(day) => change({ day })}
        error={at('on')}
        errorPart={mistakes['on']?.part}
      />
      <TextInput
        id={idOf('from')}
        label="From"
        hint="Like 14:00, 2pm or 2"
        className="govuk-input--width-5"
        value={form.from}
        onChange={(event) => change({ from: event.target.value })}
        error={at('from')}
        autoComplete="off"
      />
      <TextInput
        id={idOf('to')}
        label="To"
        className="govuk-input--width-5"
        value={form.to}
        onChange={(event) => change({ to: event.target.value })}
        error={at('to')}
        autoComplete="off"
      />
      <p className="desk-second" aria-live="polite">
        {timesAsRead(form.from, form.to) === '' ? '' : `Read as ${timesAsRead(form.from, form.to)}.`}
      </p>
      <Radios
        id={idOf('mode')}
        label="How?"
        choices={MEETING_MODES.map((value) => ({ value, label: MODE_WORDS[value] }))}
        value={form.mode}
        onChoose={(mode) => change({ mode: mode as MeetingMode })}
        inline
        small
      />
      <TextInput
        id={idOf('place')}
        label="Where, or which link (optional)"
        value={form.place}
        onChange={(event) => change({ place: event.target.value })}
        error={at('place')}
        autoComplete="off"
      />
      <Checkboxes
        id={idOf('attendees')}
        label="Who is to take part?"
        choices={people.map((name) => ({ value: name, label: name }))}
        values={attendees}
        onChange={(chosen) => change({ attendees: chosen })}
        error={at('attendees')}
        small
      />
      <TextInput
        id={idOf('also')}
        label="Somebody else (optional)"
        hint="With what they are, such as Jo Bloggs (mentor). A semicolon between several."
        value={form.also}
        onChange={(event) => change({ also: event.target.value })}
        error={at('also')}
        autoComplete="off"
      />
      <TextArea
        id={idOf('reason')}
        label={booking === null ? 'Why so? (where it is out of the way)' : 'Why is it moved or called off?'}
        hint={
          booking === null
            ? 'Needed for a day outside the window, a weekend, a bank holiday, an absence or another meeting. Never victim details.'
            : 'Needed for another day or time, and to call it off: it stays in the record. Never victim details.'
        }
        rows={2}
        value={form.reason}
        onChange={(event) => change({ reason: event.target.value })}
        error={at('reason')}
      />
      {booking !== null && (
        <p>
          <Button kind="warning" onPress={() => void callOff()}>
            Call the meeting off
          </Button>
        </p>
      )}
    </DecisionForm>
  )
}

/** Those whom the case names, the key worker aside; while the POM is away the cover instead. */
function usualAttendees(people: readonly string[] | undefined): string[] {
  const named = (people ?? []).filter((name) => !name.endsWith('(key worker)'))
  const covered = named.some((name) => name.endsWith('(covering POM)'))
  return covered ? named.filter((name) => !name.endsWith(' (POM)')) : named
}

/** The window, the day, the last working day and days that would do. */
function Room({
  shown,
  onChoose,
}: {
  shown: OutputOf<'meetings.show'>
  onChoose: (day: OutputOf<'meetings.show'>['suggestions'][number]) => void
}) {
  const { windowFrom, windowTo, due, latestWorkingDay, suggestions, whyNone } = shown
  return (
    <div className="desk-box">
      <p>
        {windowFrom !== null && windowTo !== null
          ? `Window ${showDate(windowFrom)} to ${showDate(windowTo)}. `
          : ''}
        {due === null
          ? 'No source gives a day for it: agree one with the COM.'
          : `Its day is ${showTableDate(due)}.`}
        {latestWorkingDay !== null &&
          latestWorkingDay !== due &&
          ` The last working day is ${showTableDate(latestWorkingDay)}.`}
      </p>
      {suggestions.length > 0 ? (
        <p>
          Days that would do:{' '}
          {suggestions.map((each) => (
            <span key={each}>
              <button type="button" className="desk-link-button" onClick={() => onChoose(each)}>
                {showTableDate(each)}
              </button>{' '}
            </span>
          ))}
        </p>
      ) : (
        <p>{whyNone}</p>
      )}
    </div>
  )
}
