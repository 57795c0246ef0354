import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import type { NotDoneReason } from '../../../domain/model/handover-task.ts'
import { FormReader, type Mistakes } from '../../components/form/mistakes.ts'
import { NO_DATE, typedFrom, type TypedDate } from '../../components/form/typed-date.ts'
import type { Recordable } from './case-file.ts'

export const NOTE_LIMIT = 2000
const REFERENCE_LIMIT = 200

/** What recording a task says of it: a meeting is held, anything else is done. */
export const doneWord = ({ task }: { task: string }): 'held' | 'done' =>
  task.startsWith('mt-') ? 'held' : 'done'

/** What stands in the form. */
export interface TaskForm {
  outcome: 'done' | 'not_done'
  day: TypedDate
  /** Empty until one is chosen. */
  reason: NotDoneReason | ''
  note: string
  reference: string
}

/** The form as the record that stands fills it, or with `on`, a day another place in the app knows of. */
export function startTaskForm(task: Recordable, on: CivilDate | null): TaskForm {
  const day = task.doneOn ?? task.notDone?.on ?? on ?? task.booking?.on ?? null
  return {
    outcome: task.notDone === null ? 'done' : 'not_done',
    day: day === null ? NO_DATE : typedFrom(day),
    reason: task.notDone?.reason ?? '',
    // Why a meeting was booked so is no note on how it went.
    note: task.booking === null ? task.note : '',
    reference: task.reference,
  }
}

/** What the app is told. */
export interface TaskAnswer {
  doneOn: CivilDate | null
  notDone: { reason: NotDoneReason; on: CivilDate } | null
  note: string
  reference: string
}

/** Checks what was typed before it is sent: a real day, today or past, a reason where it was not done, texts that fit. */
export function readTaskForm(
  form: TaskForm,
  { today, word }: { today: CivilDate; word: 'held' | 'done' },
): { answer: TaskAnswer } | { mistakes: Mistakes } {
  const read = new FormReader()
  const isDone = form.outcome === 'done'
  const name = isDone ? `the day it was ${word}` : `the day it was clear that it would not be ${word}`
  // In the order of the form: the summary lists them so.
  if (!isDone && form.reason === '') read.refuse('reason', `Select why it was not ${word}`)
  const day = read.date('doneOn', form.day, name)
  if (day !== null && day > today)
    read.refuse('doneOn', `${name.charAt(0).toUpperCase()}${name.slice(1)} must be today or in the past`)
  const [note, reference] = [form.note.trim(), form.reference.trim()]
  if (!isDone && form.reason === 'other' && note === '')
    read.refuse('note', `Say in the note why it was not ${word}`)
  if (note.length > NOTE_LIMIT)
    read.refuse('note', `Note must be ${NOTE_LIMIT.toLocaleString('en-GB')} characters or fewer`)
  if (reference.length > REFERENCE_LIMIT)
    read.refuse('reference', `Document reference must be ${REFERENCE_LIMIT} characters or fewer`)
  if (!read.isSound || day === null) return { mistakes: read.mistakes }
  const notDone = isDone ? null : { reason: form.reason as NotDoneReason, on: day }
  return { answer: { doneOn: isDone ? day : null, notDone, note, reference } }
}
