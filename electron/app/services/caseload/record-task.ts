import { findPerson } from '../../../../db/repositories/people.ts'
import { saveTask, tasksOf } from '../../../../db/repositories/tasks.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import { isCivilDate } from '../../../../domain/dates/civil-date.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { HANDOVER_TASKS, taskOfItem } from '../../../../domain/model/handover-task.ts'
import type { Desk, Session } from '../../context.ts'
import { refuseForTheDead } from '../movements/refuse-for-the-dead.ts'
import type { PlannedCase } from '../planning/planned-case.ts'

const refuse = (message: string): never => {
  throw new DeskError('bad_input', message, { doneOn: message })
}

/** A handover task, or an item of dated work that the case asks for today. */
function isOfCase(planned: PlannedCase | undefined, task: string) {
  if ((HANDOVER_TASKS as readonly string[]).includes(task)) return true
  return planned?.schedule().some(({ id }) => taskOfItem(id) === task) ?? false
}

/** Records a task done, or takes the record back. Work done outside a window is allowed: it is only odd. */
export async function recordTask(
  input: ParsedInputOf<'case.recordTask'>,
  session: Session,
  desk: Pick<Desk, 'clock' | 'planning'>,
): Promise<void> {
  const { personId, task, doneOn, note } = input
  const { store, user } = session
  const { clock } = desk
  const today = clock.today()
  if (doneOn !== null && !isCivilDate(doneOn)) refuse('The day must be a real date, like 27 3 2026.')
  if (doneOn !== null && doneOn > today) refuse('The day must be today or in the past.')
  const planned = desk.planning.caseload(store, today).find(({ person }) => person.id === personId)
  refuseForTheDead(planned)
  const isWork = isOfCase(planned, task)
  await store.write((db) => {
    const person = findPerson(db, personId)
    if (person === null) throw new DeskError('not_found', 'This person is not in the store.')
    const start = person.record.sentence_start_date ?? null
    if (doneOn !== null && start !== null && doneOn < start) {
      refuse(`The day must be on or after the start of the sentence, ${formatDate(start)}.`)
    }
    const standing = tasksOf(db, personId).findLast((record) => record.task === task)
    if (doneOn === null && (standing?.doneOn ?? null) === null)
      refuse('There is no record of this to take back.')
    if (doneOn !== null && !isWork) throw new DeskError('bad_input', 'This case does not ask for that work.')
    saveTask(
      db,
      { userId: user.id },
      { at: clock.now().toISOString(), personId, task, doneOn, note: note.trim() },
    )
  })
}
