import { z } from 'zod'
import { canBeLocal, type DatedItem } from '../dated-work/dated-item.ts'
import { DATED_ITEMS } from '../dated-work/dated-items.ts'
import { HANDOVER_TASKS, NOT_DONE_REASONS, taskOfItem } from '../model/handover-task.ts'
import { MEETING_MODES } from '../meetings/booking.ts'
import { COVERED } from '../meetings/held.ts'
import { civilDate, tag } from './schemas.ts'

const canBeDone = (item: DatedItem) => canBeLocal(item) || item.appOnly
const OTHER_WORK = DATED_ITEMS.filter(canBeDone)
  .map(({ id }) => taskOfItem(id))
  .filter((id) => !(HANDOVER_TASKS as readonly string[]).includes(id))

/** Everything that can be recorded as done: the handover tasks, and any item that can stand in a schedule. */
export const recordable = z.enum([...HANDOVER_TASKS, ...OTHER_WORK])

/** In the order they are shown. */
export const WORK_GROUPS = [
  'overdue',
  'due',
  'opens',
  'on_arrival',
  'coming',
  'planning',
  'no_date',
  'not_needed',
  'not_done',
  'done',
] as const

const time = z.string().max(5)
export const booking = z.strictObject({
  on: civilDate,
  /** `14:00`, of the wall clock. */
  from: time,
  to: time,
  mode: z.enum(MEETING_MODES),
  place: z.string().max(100),
  attendees: z.array(z.string().min(1).max(120)).max(12),
})

export const nextStep = z.strictObject({
  what: z.string().max(200),
  owner: z.string().max(120),
  by: civilDate,
})

/** How a meeting was held, beside its day and outcome. */
export const heldMeeting = z.strictObject({
  from: time,
  to: time,
  mode: z.enum(MEETING_MODES),
  attended: z.array(z.string().min(1).max(120)).max(20),
  absent: z.array(z.string().min(1).max(120)).max(20),
  covered: z.array(z.enum(COVERED)),
  nextSteps: z.array(nextStep).max(10),
  why: z.string().max(500),
})

/** What stands recorded of a task or a piece of work. */
export const recorded = {
  doneOn: civilDate.nullable(),
  /** Why it was not done, in words, and the day that was clear. */
  notDone: z.strictObject({ reason: z.enum(NOT_DONE_REASONS), words: z.string(), on: civilDate }).nullable(),
  /** When and how it is to be held, in words too; null where nothing is booked. */
  booking: booking.extend({ words: z.string() }).nullable(),
  /** How it was held, in words too; null for what is no meeting, or recorded by its day and note alone. */
  held: heldMeeting.extend({ words: z.string() }).nullable(),
  note: z.string(),
  reference: z.string(),
  by: z.string().nullable(),
  /** The place in the log of the record that stands, one taken back too; null where there is none. */
  seq: z.number().int().nullable(),
}

const workRow = z.strictObject({
  /** What it is recorded under; null for what stands in a second track and is recorded in the first. */
  task: z.string().nullable(),
  key: z.string(),
  title: z.string(),
  due: civilDate.nullable(),
  /** `today`, `in 3 days`; empty without a day. */
  relative: z.string(),
  /** The last working day before the day itself, where that is not one. */
  latestWorkingDay: civilDate.nullable(),
  windowFrom: civilDate.nullable(),
  windowTo: civilDate.nullable(),
  /** `Due by`, `Opens`, `Closes`, `Aim for`, `Reminder`, `To note`. */
  sense: z.string(),
  owner: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
  source: z.string(),
  countedFrom: z.string(),
  assumes: z.array(z.string()),
  /** What to know or do first. */
  notes: z.array(z.string()),
  tags: z.array(tag),
  ...recorded,
})

const unlisted = z.strictObject({ id: z.string(), title: z.string(), why: z.string() })

/** Everything dated that a case asks for, and what stands beside it. */
export const datedWork = z.strictObject({
  groups: z.array(
    z.strictObject({
      group: z.enum(WORK_GROUPS),
      title: z.string(),
      about: z.string(),
      rows: z.array(workRow),
    }),
  ),
  off: z.array(unlisted),
  undated: z.array(unlisted),
})
export type WorkGroup = (typeof WORK_GROUPS)[number]
export type WorkRow = z.infer<typeof workRow>
export type DatedWork = z.infer<typeof datedWork>
