import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { readTypedDate, type TypedDate } from '../../components/form/typed-date.ts'

export const NOTE_LIMIT = 2000

/** What recording a task says of it: a meeting is held, anything else is done. */
export const doneWord = ({ task }: { task: string }): 'held' | 'done' =>
  task.startsWith('mt-') ? 'held' : 'done'

export type TaskFormAnswer =
  | { ok: true; doneOn: CivilDate; note: string }
  | { ok: false; day: { message: string; part: keyof TypedDate } | null; note: string | null }

/** Checks what was typed before it is sent: a real day, today or past, and a note that fits. */
export function readTaskForm(
  typed: TypedDate,
  note: string,
  { today, word = 'done' }: { today: CivilDate; word?: 'held' | 'done' },
): TaskFormAnswer {
  const read = readTypedDate(typed, `the day it was ${word}`)
  const day =
    'error' in read
      ? { message: read.error, part: read.part }
      : read.date > today
        ? { message: `The day it was ${word} must be today or in the past`, part: 'day' as const }
        : null
  const over =
    note.length > NOTE_LIMIT ? `Note must be ${NOTE_LIMIT.toLocaleString('en-GB')} characters or fewer` : null
  if (day === null && over === null && 'date' in read)
    return { ok: true, doneOn: read.date, note: note.trim() }
  return { ok: false, day, note: over }
}
