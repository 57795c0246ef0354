import type { CivilDate } from '../dates/civil-date.ts'
import { holidaysBetween, isWorkingDay } from '../dates/working-days.ts'
import type { HandoverTask } from '../model/handover-task.ts'
import { formatDate, formatDayAndDate } from '../text/dates.ts'
import { MODE_WORDS, timeInWords, type MeetingMode } from './booking.ts'

/** What a meeting may have covered. The last two have to be recorded of the meeting one month before release. */
export const COVERED = ['risk', 'address', 'unfinished_work', 'licence_conditions', 'plan_reviewed'] as const
export type Covered = (typeof COVERED)[number]

export const COVERED_WORDS: Record<Covered, string> = {
  risk: 'Risk and public protection',
  address: 'Release address',
  unfinished_work: 'Work not finished',
  licence_conditions: 'Licence conditions',
  plan_reviewed: 'Plan reviewed',
}

/** Something agreed at a meeting or a contact, that somebody is to do by a day. */
export interface NextStep {
  what: string
  /** As it is to be read: `Hannah Priestley (COM)`. */
  owner: string
  by: CivilDate
}

/** What is recorded of a meeting that was held, beside its day and its outcome. Times are empty where nobody noted them. */
export interface HeldMeeting {
  from: string
  to: string
  mode: MeetingMode
  attended: string[]
  /** Invited, and did not attend. */
  absent: string[]
  covered: Covered[]
  nextSteps: NextStep[]
  /** Why it was held so, where it was out of the way; empty otherwise. */
  why: string
}

/** Whether a next step was done, or is not wanted any more: recorded beside the meeting, which stays as it was. */
export interface StepDone {
  doneOn: CivilDate
  note: string
}

/** The longest outcome: what both national systems are known to take of one note. */
export const OUTCOME_LIMIT = 4000

/** A meeting as somebody records it. */
export interface MeetingHeld extends HeldMeeting {
  on: CivilDate
  outcome: string
}

/** What a record of a meeting is held against. */
export interface HeldLimits {
  task: HandoverTask
  today: CivilDate
  /** The time of day now, `14:30`, of the wall clock in England and Wales. */
  now: string
  sentenced: CivilDate | null
  /** The day the person left custody or died, where somebody recorded that. */
  left: CivilDate | null
  windowFrom: CivilDate | null
  windowTo: CivilDate | null
  /** The COM, as attendees are named; null where none is known. */
  com: string | null
}

/** Said of a day still to come, wherever it is first noticed. */
export const HELD_TOO_SOON = 'Held on must be today or in the past: book the meeting instead'

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** What cannot be, by field; empty where nothing is wrong. */
export function heldMistakes(
  held: MeetingHeld,
  { today, now, sentenced, left }: HeldLimits,
): Record<string, string> {
  const { on, from, to, attended, outcome, nextSteps } = held
  const wrong: Record<string, string> = {}
  if (on > today) wrong['on'] = HELD_TOO_SOON
  else if (sentenced !== null && on < sentenced)
    wrong['on'] = `Held on must be on or after the start of the sentence, ${formatDate(sentenced)}`
  else if (left !== null && on > left)
    wrong['on'] = `Held on must be on or before ${formatDate(left)}, when the person left`
  if (from !== '' && !TIME.test(from)) wrong['from'] = 'Enter when it began, like 14:00'
  else if (on === today && from > now)
    wrong['from'] = `The meeting cannot have begun at ${timeInWords(from)}: it is ${timeInWords(now)}`
  if (to !== '' && !TIME.test(to)) wrong['to'] = 'Enter when it ended, like 14:35'
  else if (TIME.test(from) && to !== '' && to <= from) wrong['to'] = 'The end must be after the beginning'
  if (attended.length === 0) wrong['attended'] = 'Choose who attended'
  if (outcome.trim() === '') wrong['outcome'] = 'Enter what came of it'
  else if (outcome.length > OUTCOME_LIMIT)
    wrong['outcome'] = `Outcome must be ${OUTCOME_LIMIT.toLocaleString('en-GB')} characters or fewer`
  Object.assign(wrong, stepMistakes(nextSteps, on))
  return wrong
}

/** What is wrong with next steps agreed on a day, under `steps.0.what` and the like. */
export function stepMistakes(steps: readonly NextStep[], on: CivilDate): Record<string, string> {
  const wrong: Record<string, string> = {}
  const met = new Set<string>()
  for (const [at, { what, owner, by }] of steps.entries()) {
    if (what.trim() === '') wrong[`steps.${at}.what`] = 'Enter what is to be done'
    else if (met.has(what.trim().toLowerCase())) wrong[`steps.${at}.what`] = 'This step is there already'
    met.add(what.trim().toLowerCase())
    if (owner.trim() === '') wrong[`steps.${at}.owner`] = 'Choose who is to do it'
    if (by < on) wrong[`steps.${at}.by`] = `The day must be on or after ${formatDate(on)}`
  }
  return wrong
}

/** What is out of the way and allowed with a reason, each a sentence; empty for a meeting as intended. */
export function heldDoubts(
  { on, attended, covered }: MeetingHeld,
  { task, today, windowFrom, windowTo, com }: HeldLimits,
): string[] {
  const doubts: string[] = []
  if (windowFrom !== null && on < windowFrom)
    doubts.push(`The window ${windowFrom > today ? 'opens' : 'opened'} on ${formatDate(windowFrom)}.`)
  if (windowTo !== null && on > windowTo)
    doubts.push(`The last day of the window ${windowTo < today ? 'was' : 'is'} ${formatDate(windowTo)}.`)
  const [holiday] = holidaysBetween(on, on)
  if (holiday !== undefined) doubts.push(`${formatDayAndDate(on)} is a bank holiday: ${holiday.title}.`)
  else if (!isWorkingDay(on)) doubts.push(`${formatDayAndDate(on)} is no working day.`)
  if (com !== null && !attended.includes(com)) doubts.push(`${com} did not attend.`)
  if (task === 'mt-prerelease-1m') {
    const missing = (['licence_conditions', 'plan_reviewed'] as const).filter(
      (each) => !covered.includes(each),
    )
    for (const each of missing)
      doubts.push(`${COVERED_WORDS[each]}: not covered, and this meeting is for it.`)
  }
  return doubts
}

/** `2pm to 2:35pm, video`, or what of it is known. */
export function heldInWords({ from, to, mode }: Pick<HeldMeeting, 'from' | 'to' | 'mode'>): string {
  const times = [from, to].filter((time) => time !== '').map(timeInWords)
  return [times.join(' to '), MODE_WORDS[mode].toLowerCase()].filter((words) => words !== '').join(', ')
}

/** `Next: check the address, Hannah Priestley (COM), by 4 December 2026` */
export const stepInWords = ({ what, owner, by }: NextStep): string =>
  `Next: ${what}, ${owner}, by ${formatDate(by)}`

/** Whether somebody named among attendees is a COM: each is named with what they are. */
export const isCom = (named: string): boolean => named.endsWith('(COM)')
