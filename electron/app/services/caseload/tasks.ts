import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { findDatedItem } from '../../../../domain/dated-work/dated-items.ts'
import type { CaseFacts } from '../../../../domain/model/case-facts.ts'
import {
  HANDOVER_TASKS,
  mayBeHeldAfter,
  NOT_DONE_WORDS,
  type HandoverTask,
  type NotDoneReason,
} from '../../../../domain/model/handover-task.ts'
import type { ScheduleEntry } from '../../../../domain/model/plan.ts'
import { bookingInWords, type Booking } from '../../../../domain/meetings/booking.ts'
import {
  COVERED_WORDS,
  heldInWords,
  stepInWords,
  type HeldMeeting,
} from '../../../../domain/meetings/held.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { MeetingState } from '../../../../domain/text/status-tags.ts'
import type { TaskRecord } from '../../../../db/types.ts'
import type { PlannedCase } from '../planning/planned-case.ts'
import { contactElsewhere } from './contact-elsewhere.ts'

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

export interface CaseTask extends Recorded {
  task: HandoverTask
  title: string
  due: CivilDate | null
  /** What the schedule says of a mandated meeting; null for the other tasks. */
  entry: ScheduleEntry | null
  state: 'not_yet_started' | 'completed' | 'not_done' | 'overdue' | 'not_needed'
  /** False for what was recorded while the case asked for it, and it does no longer. */
  asked: boolean
  /** Its day had passed before the person reached this establishment or was sentenced: to be done, never missed. */
  dueOnArrival: boolean
}

/** What stands recorded of a task. `seq` is the place of that record in the log, one taken back too. */
export interface Recorded {
  doneOn: CivilDate | null
  notDone: { reason: NotDoneReason; words: string; on: CivilDate } | null
  booking: (Booking & { words: string }) | null
  held: (HeldMeeting & { words: string }) | null
  note: string
  reference: string
  /** Who recorded it; null where nothing stands. */
  by: string | null
  seq: number | null
}

export const NOTHING_RECORDED: Recorded = {
  doneOn: null,
  notDone: null,
  booking: null,
  held: null,
  note: '',
  reference: '',
  by: null,
  seq: null,
}

/** What a record says; one that was taken back says nothing but that it was there. */
export function recordedOf(record: TaskRecord | undefined): Recorded {
  if (record === undefined) return NOTHING_RECORDED
  const { doneOn, note, byName: by, body, seq } = record
  const notDone = doneOn === null ? (body?.notDone ?? null) : null
  const booking = doneOn === null && notDone === null ? (body?.booking ?? null) : null
  if (doneOn === null && notDone === null && booking === null) return { ...NOTHING_RECORDED, seq }
  const held = doneOn === null ? null : (body?.held ?? null)
  return {
    doneOn,
    notDone: notDone === null ? null : { ...notDone, words: NOT_DONE_WORDS[notDone.reason] },
    booking: booking === null ? null : { ...booking, words: bookingInWords(booking) },
    held: held === null ? null : { ...held, words: heldInWords(held) },
    note,
    reference: body?.reference ?? '',
    by,
    seq,
  }
}

export const isRecorded = ({ doneOn, notDone }: Pick<Recorded, 'doneOn' | 'notDone'>): boolean =>
  doneOn !== null || notDone !== null

/** What one record of a task says: `done on 12 November 2026`, then its reason, note and document. */
export function taskRecordInWords(record: TaskRecord): [what: string, ...details: string[]] {
  const { doneOn, notDone, booking, held, note, reference } = recordedOf(record)
  const what =
    doneOn !== null
      ? `done on ${formatDate(doneOn)}`
      : notDone !== null
        ? `not done, as of ${formatDate(notDone.on)}`
        : booking !== null
          ? `booked for ${booking.words}`
          : record.note === ''
            ? 'record taken back'
            : 'taken back'
  const places =
    booking === null ? '' : [booking.place, booking.attendees.join(', ')].filter(Boolean).join('. ')
  const why = doneOn === null && notDone === null && booking === null ? record.note : ''
  const details = [
    notDone?.words ?? '',
    ...(held === null ? [] : heldDetails(held)),
    places,
    why,
    note,
    reference === '' ? '' : `Document: ${reference}`,
  ]
  return [what, ...details.filter((words) => words !== '')]
}

/** How a meeting was held, line by line; empty lines for what was not recorded. */
function heldDetails({
  words,
  attended,
  absent,
  covered,
  nextSteps,
  why,
}: HeldMeeting & { words: string }): string[] {
  return [
    words.charAt(0).toUpperCase() + words.slice(1),
    `Attended: ${attended.join(', ')}`,
    absent.length === 0 ? '' : `Did not attend: ${absent.join(', ')}`,
    covered.length === 0 ? '' : `Covered: ${covered.map((each) => COVERED_WORDS[each]).join(', ')}`,
    ...nextSteps.map(stepInWords),
    why === '' ? '' : `Held so because: ${why}`,
  ]
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
    const recorded = recordedHere(task, planned, records)
    // A standard handover has no meeting under the national rules, and its page says so.
    const notNeeded = !wanted.has(task) && task === 'mt-handover' && handover !== null
    if (!wanted.has(task) && !isRecorded(recorded) && !notNeeded) continue
    const entry = entries.get(task) ?? null
    const due = wanted.has(task) ? (entry === null ? handover : entry.due) : null
    const dueOnArrival = due !== null && isDueOnArrival(planned, due)
    const late = due !== null && due < today && !dueOnArrival && entry?.provisional !== true
    tasks.push({
      task,
      title: TASK_TITLES[task],
      due,
      entry,
      state: stateOf(recorded, notNeeded, late),
      asked: wanted.has(task),
      dueOnArrival,
      ...recorded,
    })
  }
  return tasks
}

/** What stands recorded of a task, or was recorded elsewhere and says the same: a held meeting ticks the contact. */
function recordedHere(task: HandoverTask, planned: PlannedCase, records: TaskRecords | undefined): Recorded {
  const own = recordedOf(records?.get(task))
  if (task !== 'com_contact' || isRecorded(own)) return own
  const meetings = MANDATED.map((meeting) => ({
    title: TASK_TITLES[meeting],
    recorded: recordedOf(records?.get(meeting)),
  }))
  const found = contactElsewhere(planned, meetings)
  // It has no record of its own to change or take back.
  return found === null ? own : Object.assign({}, own, found, { seq: null })
}

const MANDATED = ['mt-handover', 'mt-prerelease-2', 'mt-prerelease-1m'] as const

function stateOf({ doneOn, notDone }: Recorded, notNeeded: boolean, late: boolean): CaseTask['state'] {
  if (doneOn !== null) return 'completed'
  if (notDone !== null) return 'not_done'
  return notNeeded ? 'not_needed' : late ? 'overdue' : 'not_yet_started'
}

/** `booked` only while the day booked is today or ahead: after it, it was held, or is to be booked again, or is missed. */
export function meetingStateOf(task: CaseTask, today: CivilDate): MeetingState {
  if (task.state === 'completed') return 'held'
  if (task.state === 'not_done') return 'not_held'
  if (task.booking !== null && task.booking.on >= today) return 'booked'
  if (task.state === 'overdue') return 'missed'
  return task.due === null ? 'set_a_date' : 'to_book'
}

/** Recorded as not held for a reason that passes, while it may still be held: somebody has to book it again. */
export function fellThrough(
  { asked, notDone, doneOn, due, entry, task }: CaseTask,
  today: CivilDate,
): boolean {
  if (!asked || doneOn !== null || notDone === null || !task.startsWith('mt-')) return false
  const last = due ?? entry?.window_to ?? null
  return mayBeHeldAfter(notDone.reason) && last !== null && last >= today && entry?.provisional !== true
}

/** The mandated handover meeting of a case that has one. */
export function handoverMeeting(tasks: readonly CaseTask[]): CaseTask | null {
  return tasks.find(({ task, state }) => task === 'mt-handover' && state !== 'not_needed') ?? null
}
