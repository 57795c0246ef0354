import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { InputOf } from '../../../domain/contract/index.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { NOT_DONE_REASONS, NOT_DONE_WORDS, type NotDoneReason } from '../../../domain/model/handover-task.ts'
import { useCommand } from '../../api/use-command.ts'
import { Radios } from '../../components/form/choices.tsx'
import { DateInput } from '../../components/form/date-input.tsx'
import { Select, TextArea, TextInput } from '../../components/form/inputs.tsx'
import { messageAt, NO_MISTAKES, summaryOf, type Mistakes } from '../../components/form/mistakes.ts'
import { typedFrom } from '../../components/form/typed-date.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { showDate, showLongDate } from '../../components/text/show-date.ts'
import type { CaseFile, Recordable } from './case-file.ts'
import { SinceOpened } from './since-opened.tsx'
import { doneWord, NOTE_LIMIT, readTaskForm, startTaskForm, type TaskAnswer } from './task-form.ts'

export type TaskId = InputOf<'case.recordTask'>['task']

interface RecordTaskProps {
  file: CaseFile
  task: Recordable
  /** A day another place in the app knows of, such as that of a pack; the person still decides. */
  on?: CivilDate | null
  onDone: (answer: TaskAnswer) => void
  onCancel: () => void
}

/** The fields by the names the app refuses them under, and their ids. */
const idOf = (field: string) =>
  ({ doneOn: 'done-on', note: 'note', reason: 'not-done-reason', reference: 'reference' })[field] ?? field

/** Whether a task or meeting was done, when, and what shows it. What was typed stays after a mistake and after a conflict. */
export function RecordTask({ file, task, on = null, onDone, onCancel }: RecordTaskProps) {
  const [form, setForm] = useState(() => startTaskForm(task, on))
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const [opened] = useState(task.seq)
  const record = useCommand('case.recordTask')
  const heading = useFocusedHeading()
  const word = doneWord(task)
  const isDone = form.outcome === 'done'
  const isStanding = task.doneOn !== null || task.notDone !== null
  const at = (field: string) => messageAt(mistakes, record.error, field)
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part })

  async function save(event: FormEvent) {
    event.preventDefault()
    record.clear()
    const read = readTaskForm(form, { today: file.today, word })
    setMistakes('mistakes' in read ? read.mistakes : NO_MISTAKES)
    if (!('answer' in read)) return
    const done = await record.run({
      personId: file.personId,
      task: task.task as TaskId,
      ...read.answer,
      // Asked again after a conflict, the record as it is shown by then has been seen.
      seen: record.error?.code === 'conflict' ? task.seq : opened,
    })
    if (done !== undefined) onDone(read.answer)
  }

  return (
    <form className="desk-case desk-form" onSubmit={(event) => void save(event)} noValidate>
      <ErrorSummary errors={summaryOf(mistakes, idOf, record.error)} />
      <h2 className="desk-form__title" ref={heading} tabIndex={-1} data-keeps-focus>
        {task.title}: {isStanding ? 'change the record' : `record as ${isDone ? '' : 'not '}${word}`}
      </h2>
      <p>
        {task.due === null ? 'No source gives a day for it.' : `Its day is ${showLongDate(task.due)}.`}{' '}
        {file.name}, {file.prisonNumber}.
      </p>
      <SinceOpened file={file} />
      {isStanding && <p>{standingWords(task, word)}</p>}
      <Radios
        id="outcome"
        label={`Was it ${word}?`}
        choices={[
          { value: 'done', label: 'Yes' },
          { value: 'not_done', label: 'No, and it will not be' },
        ]}
        value={form.outcome}
        onChoose={(outcome) => change({ outcome: outcome as typeof form.outcome })}
        inline
        small
      />
      {!isDone && (
        <Select
          id="not-done-reason"
          label={`Why was it not ${word}?`}
          value={form.reason}
          onChange={(event) => change({ reason: event.target.value as NotDoneReason | '' })}
          options={[
            ['', 'Select a reason'],
            ...NOT_DONE_REASONS.map((reason) => [reason, NOT_DONE_WORDS[reason]] as const),
          ]}
          error={at('reason')}
        />
      )}
      <DateInput
        id="done-on"
        label={isDone ? `When was it ${word}?` : 'When was that clear?'}
        hint={`Today or earlier. For example, ${exampleOf(file.today)}`}
        value={form.day}
        onChange={(day) => change({ day })}
        error={at('doneOn')}
        errorPart={mistakes['doneOn']?.part}
      />
      <p>
        <button
          type="button"
          className="desk-link-button"
          onClick={() => change({ day: typedFrom(file.today) })}
        >
          Use today, {showDate(file.today)}
        </button>
      </p>
      <TextInput
        id="reference"
        label="Document reference (optional)"
        hint="What shows it and where, such as OASys of 3 March 2026, or a contact in NDelius"
        value={form.reference}
        onChange={(event) => change({ reference: event.target.value })}
        error={at('reference')}
        autoComplete="off"
      />
      <TextArea
        id="note"
        label={!isDone && form.reason === 'other' ? 'Note' : 'Note (optional)'}
        hint={noteHint(isDone, word)}
        value={form.note}
        onChange={(event) => change({ note: event.target.value })}
        error={at('note')}
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

function noteHint(isDone: boolean, word: 'held' | 'done'): string {
  const most = `up to ${NOTE_LIMIT.toLocaleString('en-GB')} characters. Never victim details.`
  if (!isDone) return `What happened, and what is done about it, ${most}`
  return `${word === 'held' ? 'How it was held, who' : 'Who'} took part and what came of it, ${most}`
}

/** What stands now, in a sentence. */
function standingWords({ doneOn, notDone, by }: Recordable, word: string): string {
  const what =
    notDone === null
      ? `Recorded as ${word}${doneOn === null ? '' : ` on ${showDate(doneOn)}`}`
      : `Recorded as not ${word}, as of ${showDate(notDone.on)}`
  return `${what}${by === null ? '' : `, by ${by}`}. The former record stays in the timeline.`
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
