import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { findDatedItem } from '../../../../domain/dated-work/dated-items.ts'
import type { CaseFacts } from '../../../../domain/model/case-facts.ts'
import { HANDOVER_TASKS, type HandoverTask } from '../../../../domain/model/handover-task.ts'
import type { ScheduleEntry } from '../../../../domain/model/plan.ts'
import type { MeetingState } from '../../../../domain/text/status-tags.ts'
import type { TaskRecord } from '../../../../db/types.ts'
import type { PlannedCase } from '../planning/planned-case.ts'

const TASK_TITLES: Record<HandoverTask, string> = {
  review_oasys: 'Review the last OASys assessment',
  com_contact: 'Contact with the COM',
  handover_report: 'Send the handover report',
  'mt-handover': 'Handover meeting',
  'mt-prerelease-2': 'Second pre-release meeting',
  'mt-prerelease-1m': 'Meeting one month before release',
}

/** What a record is shown as: a handover task, or an item of dated work by its name. */
export function taskTitle(task: string): string {
  return TASK_TITLES[task as HandoverTask] ?? findDatedItem(task)?.name ?? task
}

export interface CaseTask {
  task: HandoverTask
  title: string
  due: CivilDate | null
  /** What the schedule says of a mandated meeting; null for the other tasks. */
  entry: ScheduleEntry | null
  state: 'not_yet_started' | 'completed' | 'overdue' | 'not_needed'
  /** Its day had passed before the person reached this establishment or was sentenced: to be done, never missed. */
  dueOnArrival: boolean
  doneOn: CivilDate | null
  note: string
  by: string | null
}

/** The records that stand, by task. */
export type TaskRecords = ReadonlyMap<string, TaskRecord>

/** The latest record of each task of each person. */
export function latestRecords(records: readonly TaskRecord[]): Map<string, Map<string, TaskRecord>> {
  const byPerson = new Map<string, Map<string, TaskRecord>>()
  for (const record of records) {
    let tasks = byPerson.get(record.personId)
    if (tasks === undefined) byPerson.set(record.personId, (tasks = new Map()))
    const known = tasks.get(record.task)
    if (known === undefined || known.seq < record.seq) tasks.set(record.task, record)
  }
  return byPerson
}

/** The day this establishment could first have done anything: the later of arrival here and the sentence. */
export function arrivalOf(facts: CaseFacts): CivilDate | null {
  const arrived = facts.prison_arrival_date ?? facts.reception_date ?? null
  const sentenced = facts.sentence_start_date ?? null
  if (arrived === null || sentenced === null) return arrived ?? sentenced
  return arrived > sentenced ? arrived : sentenced
}

/**
 * Its day had passed before the person reached this establishment or was sentenced, or the handover itself was counted to
 * before the sentence: to be done on arrival, never missed.
 */
export function isDueOnArrival({ facts, plan }: PlannedCase, due: CivilDate): boolean {
  const arrival = arrivalOf(facts)
  if (arrival !== null && due < arrival) return true
  // The flag is raised for a start day alone too: it is the handover's own day that has to lie at the sentence or before it.
  const sentenced = facts.sentence_start_date ?? null
  return plan !== null && due === plan.handover_date && sentenced !== null && due <= sentenced
}

/** What a handover of this type asks for besides the mandated meetings. Unknown is treated as enhanced, as the plan does. */
function handoverTasks(type: string): HandoverTask[] {
  return type === 'standard' ? ['com_contact', 'handover_report'] : ['review_oasys', 'com_contact']
}

/**
 * Every task of a case with a handover date, each with its state. A case without one has none, except what was recorded
 * while it had: meetings already held are kept whatever the dates do.
 */
export function tasksOf(
  planned: PlannedCase,
  records: TaskRecords | undefined,
  today: CivilDate,
): CaseTask[] {
  const { plan } = planned
  const handover = plan?.handover_date ?? null
  const entries = new Map<string, ScheduleEntry>()
  const wanted = new Set<string>()
  if (plan !== null && handover !== null) {
    for (const task of handoverTasks(plan.handover_type)) wanted.add(task)
    for (const entry of planned.meetings()) {
      if (!Object.hasOwn(TASK_TITLES, entry.id)) continue
      entries.set(entry.id, entry)
      wanted.add(entry.id)
    }
  }
  const tasks: CaseTask[] = []
  for (const task of HANDOVER_TASKS) {
    const record = records?.get(task)
    const doneOn = record?.doneOn ?? null
    // A standard handover has no meeting under the national rules, and its page says so.
    const notNeeded = !wanted.has(task) && task === 'mt-handover' && handover !== null
    if (!wanted.has(task) && doneOn === null && !notNeeded) continue
    const entry = entries.get(task) ?? null
    const due = wanted.has(task) ? (entry === null ? handover : entry.due) : null
    const dueOnArrival = due !== null && isDueOnArrival(planned, due)
    const late = due !== null && due < today && !dueOnArrival && entry?.provisional !== true
    tasks.push({
      task,
      title: TASK_TITLES[task],
      due,
      entry,
      state: doneOn !== null ? 'completed' : notNeeded ? 'not_needed' : late ? 'overdue' : 'not_yet_started',
      dueOnArrival,
      doneOn,
      note: record?.note ?? '',
      by: doneOn === null ? null : (record?.byName ?? null),
    })
  }
  return tasks
}

export function meetingStateOf(task: CaseTask): MeetingState {
  if (task.state === 'completed') return 'held'
  if (task.state === 'overdue') return 'missed'
  return task.due === null ? 'set_a_date' : 'to_book'
}

/** The mandated handover meeting of a case that has one. */
export function handoverMeeting(tasks: readonly CaseTask[]): CaseTask | null {
  return tasks.find(({ task, state }) => task === 'mt-handover' && state !== 'not_needed') ?? null
}
