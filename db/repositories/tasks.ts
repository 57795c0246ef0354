import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { TaskBody } from '../../domain/model/handover-task.ts'
import { tasks } from '../schema/cases.ts'
import { orm } from '../orm.ts'
import { statement } from '../statement.ts'
import type { Actor, Instant, ReadDb, TaskRecord, WriteDb } from '../types.ts'
import { newId } from '../uuid.ts'
import { recordChange } from './change-log.ts'

export interface NewTask {
  at: Instant
  personId: string
  task: string
  doneOn: CivilDate | null
  note: string
  /** Left out where the record says no more than its day and note. */
  body?: TaskBody | null
}

const COLUMNS = `t.id, t.seq, t.at, t.author_id AS "by", u.name AS byName, t.person_id AS personId, t.task,
  t.done_on AS doneOn, t.note, t.body`

const read = (rows: unknown[]): TaskRecord[] =>
  (rows as (TaskRecord & { body: string | null })[]).map((row) =>
    Object.assign(row, { body: row.body === null ? null : (JSON.parse(row.body) as TaskBody) }),
  )

/** The record that stands for each person and task: the latest. Includes those taken back (`doneOn` null). */
export function listTasks(db: ReadDb): TaskRecord[] {
  return read(
    statement(
      db,
      `SELECT ${COLUMNS} FROM tasks t JOIN users u ON u.id = t.author_id
       WHERE t.seq = (SELECT max(l.seq) FROM tasks l WHERE l.person_id = t.person_id AND l.task = t.task) ORDER BY t.seq`,
    ).all(),
  )
}

/** Every record about one person, oldest first, with those that no longer stand. */
export function tasksOf(db: ReadDb, personId: string): TaskRecord[] {
  return read(
    statement(
      db,
      `SELECT ${COLUMNS} FROM tasks t JOIN users u ON u.id = t.author_id WHERE t.person_id = ? ORDER BY t.seq`,
    ).all(personId),
  )
}

/** Records a task done, or takes it back. The former record stays in the log. Returns the new record's id. */
export function saveTask(db: WriteDb, actor: Actor, entry: NewTask): string {
  const id = newId(Date.parse(entry.at))
  const { body = null, ...rest } = entry
  const seq = recordChange(db, actor, entry.at, 'task', id, body === null ? rest : entry)
  orm(db)
    .insert(tasks)
    .values({
      id,
      seq,
      authorId: actor.userId,
      ...rest,
      body: body === null ? null : JSON.stringify(body),
    })
    .run()
  return id
}
