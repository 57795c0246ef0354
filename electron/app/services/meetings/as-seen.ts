import { tasksOf } from '../../../../db/repositories/tasks.ts'
import type { ReadDb, TaskRecord } from '../../../../db/types.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import { taskRecordInWords } from '../caseload/tasks.ts'

/**
 * The record of a meeting that stands, which has to be the one the form was opened on (`seen`, its place in the log; null for
 * none). Throws `conflict` otherwise, saying who was here and what they recorded.
 */
export function standingAsSeen(
  db: ReadDb,
  { personId, task, seen }: { personId: string; task: string; seen: number | null },
): TaskRecord | undefined {
  const standing = tasksOf(db, personId).findLast((record) => record.task === task)
  if ((standing?.seq ?? null) === seen) return standing
  const what = standing === undefined ? 'the booking was removed' : taskRecordInWords(standing)[0]
  throw new DeskError(
    'conflict',
    `${standing?.byName ?? 'Somebody'} was here meanwhile: ${what}. Nothing was saved. Look at it, then save again if yours should take its place.`,
  )
}
