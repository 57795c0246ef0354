import { findPerson } from '../../../../db/repositories/people.ts'
import { saveTask, tasksOf } from '../../../../db/repositories/tasks.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import { isCivilDate } from '../../../../domain/dates/civil-date.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { HANDOVER_TASKS, taskOfItem } from '../../../../domain/model/handover-task.ts'
import type { Desk, Session } from '../../context.ts'
import { isRecorded, recordedOf, taskRecordInWords } from './tasks.ts'
import { refuseForTheDead } from '../movements/refuse-for-the-dead.ts'
import type { TaskRecord } from '../../../../db/types.ts'
import type { PlannedCase } from '../planning/planned-case.ts'

const refuse = (message: string): never => {
  throw new DeskError('bad_input', message, { doneOn: message })
}

/** Somebody recorded it meanwhile: they are named, and what they recorded is said. */
function movedOn(standing: TaskRecord | undefined): DeskError {
  if (standing === undefined)
    return new DeskError('conflict', 'The record you saw is there no longer. Look again.')
  const [what] = taskRecordInWords(standing)
  return new DeskError(
    'conflict',
    `${standing.byName} recorded this meanwhile: ${what}. Nothing was saved. Look at their record, then save again if yours should take its place.`,
  )
}

/** A handover task, or an item of dated work that the case asks for today. */
function isOfCase(planned: PlannedCase | undefined, task: string) {
  if ((HANDOVER_TASKS as readonly string[]).includes(task)) return true
  return planned?.schedule().some(({ id }) => taskOfItem(id) === task) ?? false
}

/**
 * Records a task done, or not done with the reason, or takes the record back. Work done outside a window is allowed: it is
 * only odd. Throws `conflict` where another record stands than the one the form was opened on.
 */
export async function recordTask(
  input: ParsedInputOf<'case.recordTask'>,
  session: Session,
  desk: Pick<Desk, 'clock' | 'planning'>,
): Promise<void> {
  const { personId, task, doneOn, notDone, seen } = input
  const [note, reference] = [input.note.trim(), input.reference.trim()]
  const { store, user } = session
  const { clock } = desk
  const today = clock.today()
  if (doneOn !== null && notDone !== null)
    throw new DeskError('bad_input', 'It cannot be both done and not done.')
  const day = doneOn ?? notDone?.on ?? null
  if (day !== null && !isCivilDate(day)) refuse('The day must be a real date, like 27 3 2026.')
  if (day !== null && day > today) refuse('The day must be today or in the past.')
  if (notDone?.reason === 'other' && note === '') {
    const message = 'Say in the note why it was not done.'
    throw new DeskError('bad_input', message, { note: message })
  }
  const planned = desk.planning.caseload(store, today).find(({ person }) => person.id === personId)
  refuseForTheDead(planned)
  const isWork = isOfCase(planned, task)
  await store.write((db) => {
    const person = findPerson(db, personId)
    if (person === null) throw new DeskError('not_found', 'This person is not in the store.')
    const start = person.record.sentence_start_date ?? null
    if (day !== null && start !== null && day < start) {
      refuse(`The day must be on or after the start of the sentence, ${formatDate(start)}.`)
    }
    const standing = tasksOf(db, personId).findLast((record) => record.task === task)
    if (seen !== undefined && seen !== (standing?.seq ?? null)) throw movedOn(standing)
    const wasRecorded = isRecorded(recordedOf(standing))
    if (day === null && !wasRecorded) refuse('There is no record of this to take back.')
    // What was recorded while the case asked for it may be put right afterwards.
    if (day !== null && !isWork && !wasRecorded)
      throw new DeskError('bad_input', 'This case does not ask for that work.')
    saveTask(
      db,
      { userId: user.id },
      {
        at: clock.now().toISOString(),
        personId,
        task,
        doneOn,
        note,
        body: reference === '' && notDone === null ? null : { reference, notDone },
      },
    )
  })
}
