import type { InputOf, OutputOf } from '../../../domain/contract/index.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { MEETING_MODES, type MeetingMode } from '../../../domain/meetings/booking.ts'
import {
  COVERED,
  type Covered,
  HELD_TOO_SOON,
  type MeetingHeld,
  type NextStep,
} from '../../../domain/meetings/held.ts'
import { NOT_DONE_REASONS, type NotDoneReason } from '../../../domain/model/handover-task.ts'
import type { FormReader } from '../../components/form/mistakes.ts'
import { readOneLineDate, typedOnOneLine } from '../../components/form/one-line-date.ts'
import type { Recordable } from '../case/case-file.ts'
import { NAME_LIMIT, REASON_LIMIT, refuseLong } from './book-typed.ts'
import { readTime } from './read-time.ts'

/** A next step as it stands in the form. */
export interface TypedStep {
  what: string
  owner: string
  by: string
}

/** What stands in the form of a meeting. */
export interface RecordForm {
  took: 'held' | 'not_held'
  on: string
  from: string
  to: string
  /** Empty until chosen: nothing was booked to take it from. */
  mode: MeetingMode | ''
  attended: string[]
  /** People added by hand, offered like the others. */
  added: string[]
  covered: Covered[]
  outcome: string
  steps: TypedStep[]
  why: string
  reason: NotDoneReason | ''
  entered: { dps: boolean; ndelius: boolean }
  /** The record the form was begun on. */
  seen: number | null
}

const STEP_LIMIT = 200

export const NO_STEP: TypedStep = { what: '', owner: '', by: '' }
export const isBlankStep = ({ what, owner, by }: TypedStep): boolean => `${what}${owner}${by}`.trim() === ''

/** The form as the record fills it, else as the meeting was booked, so that most of it is right before anybody types. */
export function startRecordForm(meeting: Recordable, today: CivilDate): RecordForm {
  const { booking, held, doneOn, notDone, note } = meeting
  const on = doneOn ?? notDone?.on ?? (booking === null ? null : booking.on <= today ? booking.on : null)
  // Times of a booking are those of its own day.
  const known = held ?? (booking !== null && booking.on === (on ?? today) ? booking : null)
  return {
    took: notDone === null ? 'held' : 'not_held',
    on: on === null ? typedOnOneLine(today) : typedOnOneLine(on),
    from: known?.from ?? '',
    to: known?.to ?? '',
    mode: held?.mode ?? booking?.mode ?? '',
    attended: held?.attended ?? booking?.attendees ?? [],
    added: [],
    covered: held?.covered ?? [],
    // Why a meeting was booked so is nothing that came of it.
    outcome: doneOn === null && notDone === null ? '' : note,
    steps: held?.nextSteps.map(({ what, owner, by }) => ({ what, owner, by: typedOnOneLine(by) })) ?? [],
    why: held?.why ?? '',
    reason: notDone?.reason ?? '',
    entered: { dps: false, ndelius: false },
    seen: meeting.seq,
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const areTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText)

/** Whether a draft is one of this form. */
export function isRecordForm(body: unknown): body is RecordForm {
  if (typeof body !== 'object' || body === null) return false
  const form = body as Partial<Record<keyof RecordForm, unknown>>
  return (
    (form.took === 'held' || form.took === 'not_held') &&
    [form.on, form.from, form.to, form.outcome, form.why].every(isText) &&
    (form.mode === '' || (MEETING_MODES as readonly unknown[]).includes(form.mode)) &&
    (form.seen === null || typeof form.seen === 'number') &&
    areTexts(form.attended) &&
    areTexts(form.added) &&
    areTexts(form.covered) &&
    form.covered.every((each) => (COVERED as readonly string[]).includes(each)) &&
    (form.reason === '' || (NOT_DONE_REASONS as readonly unknown[]).includes(form.reason)) &&
    Array.isArray(form.steps) &&
    typeof form.entered === 'object' &&
    form.entered !== null
  )
}

/** Everybody who may have attended: whom the case names, whom the booking or record names, and whom somebody added. */
export const peopleIn = (
  form: RecordForm,
  shown: OutputOf<'meetings.show'> | undefined,
  { booking, held }: Recordable,
): string[] => [
  ...new Set([
    ...(shown?.people ?? []),
    ...(booking?.attendees ?? []),
    ...(held?.attended ?? []),
    ...(held?.absent ?? []),
    ...form.added,
  ]),
]

/** Who was invited, or recorded so before, and did not attend. */
export const absentIn = (form: RecordForm, { booking, held }: Recordable): string[] => {
  const invited = held === null ? (booking?.attendees ?? []) : [...held.attended, ...held.absent]
  return invited.filter((name) => !form.attended.includes(name))
}

/** The steps that say anything; their mistakes under `steps.0.by` and the like. */
export function readSteps(read: FormReader, steps: readonly TypedStep[], today: CivilDate): NextStep[] {
  const agreed: NextStep[] = []
  for (const [at, step] of steps.entries()) {
    if (isBlankStep(step)) continue
    const by = readOneLineDate(step.by, 'the day it is to be done by', today)
    if (step.what.trim() === '') read.refuse(`steps.${at}.what`, 'Enter what is to be done')
    refuseLong(read, `steps.${at}.what`, step.what, 'What is to be done', STEP_LIMIT)
    if (step.owner === '') read.refuse(`steps.${at}.owner`, 'Choose who is to do it')
    if ('error' in by) read.refuse(`steps.${at}.by`, by.error)
    else agreed.push({ what: step.what.trim(), owner: step.owner, by: by.date })
  }
  return agreed
}

/** A time as typed; empty where none was, null with the mistake noted where it is none. */
function readClock(read: FormReader, field: 'from' | 'to', text: string, message: string): string | null {
  if (text.trim() === '') return ''
  const time = readTime(text)
  if (time !== '') return time
  read.refuse(field, message)
  return null
}

/** The meeting as it can be told so far, for the note that writes itself: what is not sound yet is left out. */
export function heldSoFar(form: RecordForm, meeting: Recordable, today: CivilDate): MeetingHeld | null {
  const on = readOneLineDate(form.on, 'held on', today)
  const { mode } = form
  if ('error' in on || mode === '') return null
  const nextSteps = form.steps.flatMap((step) => {
    const by = readOneLineDate(step.by, '', today)
    return step.what.trim() === '' || step.owner === '' || 'error' in by
      ? []
      : [{ what: step.what.trim(), owner: step.owner, by: by.date }]
  })
  return {
    on: on.date,
    from: readTime(form.from),
    to: readTime(form.to),
    mode,
    attended: form.attended,
    absent: absentIn(form, meeting),
    covered: form.covered,
    nextSteps,
    why: form.why,
    outcome: form.outcome,
  }
}

type Held = Omit<InputOf<'meetings.record'>, 'personId' | 'task' | 'seen'>

/** What is sent to record the meeting as held; null with the mistakes noted. */
export function readHeld(
  read: FormReader,
  form: RecordForm,
  meeting: Recordable,
  today: CivilDate,
): Held | null {
  const on = readOneLineDate(form.on, 'the day it was held', today)
  if ('error' in on) read.refuse('on', on.error)
  else if (on.date > today) read.refuse('on', HELD_TOO_SOON)
  const from = readClock(read, 'from', form.from, 'Enter when it began, like 14:00 or 2pm')
  const to = readClock(read, 'to', form.to, 'Enter when it ended, like 14:35')
  if (form.mode === '') read.refuse('mode', 'Choose how it was held')
  if (form.attended.length === 0) read.refuse('attended', 'Choose who attended')
  if (form.outcome.trim() === '') read.refuse('outcome', 'Enter what came of it')
  const nextSteps = readSteps(read, form.steps, today)
  refuseLong(read, 'why', form.why, 'Why so', REASON_LIMIT)
  for (const name of form.attended) refuseLong(read, 'attended', name, 'A name', NAME_LIMIT)
  if (!read.isSound || 'error' in on || from === null || to === null || form.mode === '') return null
  const { mode, attended, covered, outcome, why, entered } = form
  const absent = absentIn(form, meeting)
  return { on: on.date, from, to, mode, attended, absent, covered, outcome, nextSteps, why, entered }
}

type NotHeld = Required<Pick<InputOf<'case.recordTask'>, 'doneOn' | 'notDone' | 'note' | 'reference'>>

/** What is sent to record why it was not held; null with the mistakes noted. */
export function readNotHeld(read: FormReader, form: RecordForm, today: CivilDate): NotHeld | null {
  const on = readOneLineDate(form.on, 'the day it was clear that it would not be held', today)
  if (form.reason === '') read.refuse('reason', 'Select why it was not held')
  if ('error' in on) read.refuse('on', on.error)
  else if (on.date > today) read.refuse('on', 'The day must be today or in the past')
  if (form.reason === 'other' && form.outcome.trim() === '') read.refuse('outcome', 'Say why it was not held')
  if (!read.isSound || 'error' in on || form.reason === '') return null
  return {
    doneOn: null,
    notDone: { reason: form.reason, on: on.date },
    note: form.outcome.trim(),
    reference: '',
  }
}
