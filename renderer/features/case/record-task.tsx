import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { InputOf } from '../../../domain/contract/index.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import type { CallError } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { DateInput, datePartId } from '../../components/form/date-input.tsx'
import { NO_DATE, typedFrom } from '../../components/form/typed-date.ts'
import { TextArea } from '../../components/form/inputs.tsx'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary, type FieldError } from '../../components/govuk/error-summary.tsx'
import { showDate, showLongDate } from '../../components/text/show-date.ts'
import type { CaseFile, Recordable } from './case-file.ts'
import { doneWord, NOTE_LIMIT, readTaskForm, type TaskFormAnswer } from './task-form.ts'

export type TaskId = InputOf<'case.recordTask'>['task']

interface RecordTaskProps {
  file: CaseFile
  task: Recordable
  onDone: (date: CivilDate) => void
  onCancel: () => void
}

/** The day a task or meeting was done, and a note. What was typed stays after a mistake. */
export function RecordTask({ file, task, onDone, onCancel }: RecordTaskProps) {
  const [typed, setTyped] = useState(NO_DATE)
  const [note, setNote] = useState('')
  const [answer, setAnswer] = useState<TaskFormAnswer | null>(null)
  const record = useCommand('case.recordTask')
  const heading = useFocusedHeading()
  const word = doneWord(task)
  const mistakes = answer !== null && !answer.ok ? answer : null
  const refusedDay = record.error?.fields['doneOn']

  async function save(event: FormEvent) {
    event.preventDefault()
    record.clear()
    const read = readTaskForm(typed, note, { today: file.today, word })
    setAnswer(read)
    if (!read.ok) return
    const done = await record.run({
      personId: file.personId,
      task: task.task as TaskId,
      doneOn: read.doneOn,
      note: read.note,
    })
    if (done !== undefined) onDone(read.doneOn)
  }

  return (
    <form className="desk-case desk-form" onSubmit={(event) => void save(event)} noValidate>
      <ErrorSummary errors={errorsOf(mistakes, record.error)} />
      <h2 className="desk-form__title" ref={heading} tabIndex={-1}>
        {task.title}: record as {word}
      </h2>
      <p>
        {task.due === null ? 'No source gives a day for it.' : `Its day is ${showLongDate(task.due)}.`}{' '}
        {file.name}, {file.prisonNumber}.
      </p>
      <DateInput
        id="done-on"
        label={`When was it ${word}?`}
        hint={`Today or earlier. For example, ${exampleOf(file.today)}`}
        value={typed}
        onChange={setTyped}
        error={mistakes?.day?.message ?? refusedDay}
        errorPart={mistakes?.day?.part}
      />
      <p>
        <button type="button" className="desk-link-button" onClick={() => setTyped(typedFrom(file.today))}>
          Use today, {showDate(file.today)}
        </button>
      </p>
      <TextArea
        id="note"
        label="Note (optional)"
        hint={`${word === 'held' ? 'How it was held, who' : 'Who'} took part and what came of it, up to ${NOTE_LIMIT.toLocaleString('en-GB')} characters. Never victim details.`}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        error={mistakes?.note ?? undefined}
      />
      <div className="desk-actions">
        <Button type="submit">{record.running ? 'Saving…' : 'Save'}</Button>
        <button type="button" className="desk-link-button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}

function errorsOf(
  mistakes: Extract<TaskFormAnswer, { ok: false }> | null,
  failure: CallError | null,
): FieldError[] {
  const errors: FieldError[] = []
  if (mistakes?.day)
    errors.push({ message: mistakes.day.message, field: datePartId('done-on', mistakes.day.part) })
  if (mistakes?.note) errors.push({ message: mistakes.note, field: 'note' })
  if (failure !== null)
    errors.push({
      message: failure.message,
      ...(failure.fields['doneOn'] === undefined ? {} : { field: datePartId('done-on', 'day') }),
    })
  return errors
}

function exampleOf(today: CivilDate): string {
  const { day, month, year } = typedFrom(today)
  return `${day} ${month} ${year}`
}

/** A part of a page that opens in place of another takes the focus to its heading. */
export function useFocusedHeading() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return heading
}
