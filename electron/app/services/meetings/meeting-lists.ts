import type { OutputOf } from '../../../../domain/contract/index.ts'
import { MOVEMENT_WORDS } from '../../../../domain/model/movement.ts'
import type { Tag } from '../../../../domain/contract/schemas.ts'
import { MEETING_LISTS } from '../../../../domain/contract/meetings.ts'
import { addDays, daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { relativeDays } from '../../../../domain/text/dates.ts'
import { isOver } from '../../../../domain/meetings/rearrange.ts'
import { meetingTag, TAGS, WINDOW_DAYS } from '../../../../domain/text/status-tags.ts'
import { fellThrough, meetingStateOf, type CaseTask } from '../caseload/tasks.ts'
import type { UnitCase } from '../caseload/unit-view.ts'
import { expectedRelease, whoOf } from '../diary/events.ts'
import { stepsOf } from './steps-of.ts'
import { compareText } from '../../../../domain/text/compare-text.ts'

type Listed = OutputOf<'meetings.list'>
export type MeetingList = (typeof MEETING_LISTS)[number]
type Row = Listed['rows'][number]

/** How far ahead a window may open for its meeting to be booked now, and for how long a held one is still to be looked at. */
const AHEAD_DAYS = 28

export const MEETING_LIST_ABOUT: Record<MeetingList, string> = {
  to_book:
    'The window is open, or opens in the next four weeks, and no day is booked; or one that was booked fell through and may still be held.',
  booked: 'Booked for today or a day ahead.',
  to_record: 'The time booked has passed: record that it was held, or why not, or book another day.',
  missed: 'The due day has passed, and neither a meeting nor a reason is recorded.',
  held: 'Held in the last four weeks, or recorded as not held.',
}

const isMeeting = ({ task, state }: CaseTask): boolean => task.startsWith('mt-') && state !== 'not_needed'

/** The list one meeting stands in at a time of day, `14:30`; null for one that nobody has to do anything about now. */
export function listOf(task: CaseTask, today: CivilDate, now: string): MeetingList | null {
  if (!isMeeting(task)) return null
  const { entry, booking, doneOn, notDone } = task
  const state = meetingStateOf(task, today)
  if (fellThrough(task, today)) return 'to_book'
  if (state === 'held' || state === 'not_held') {
    const on = doneOn ?? notDone?.on ?? null
    return on !== null && on >= addDays(today, -AHEAD_DAYS) ? 'held' : null
  }
  if (!task.asked) return null
  if (booking !== null) return isOver(booking, today, now) ? 'to_record' : 'booked'
  if (state === 'missed') return 'missed'
  const opens = entry?.window_from ?? null
  if (entry?.provisional === true || opens === null || opens > addDays(today, AHEAD_DAYS)) return null
  return 'to_book'
}

/** Somebody in hospital or elsewhere for a while: the meeting has to be arranged there. */
function awayTags({ planned: { presence } }: UnitCase): Tag[] {
  const { state, movement } = presence
  return state === 'away' && movement !== null
    ? [{ text: MOVEMENT_WORDS[movement.kind], tone: 'unknown' }]
    : []
}

/** Why a booking has to be arranged anew; null where it may stay. One that is over is recorded instead. */
const rearranges = ({ rearrange }: UnitCase, task: CaseTask, list: MeetingList | null): string | null =>
  list === 'booked' ? (rearrange.find((known) => known.task === task.task)?.says ?? null) : null

/** How many meetings somebody has to do something about: to book, to arrange anew, to record, or missed. */
export function meetingsToDo(cases: readonly UnitCase[], today: CivilDate, now: string): number {
  let count = 0
  for (const one of cases)
    for (const task of one.tasks) {
      const list = listOf(task, today, now)
      if (list === 'to_book' || list === 'to_record' || list === 'missed') count += 1
      else if (rearranges(one, task, list) !== null) count += 1
    }
  return count
}

/** The day release is expected; null where none is known, or none anybody has directed. */
function releaseOf({ planned: { facts, plan } }: UnitCase): CivilDate | null {
  const release = plan === null ? null : expectedRelease(facts, plan)
  return release === null || release.provisional ? null : release.date
}

/** What is shown of the state: what is over is to be recorded, whatever the day was. */
function stateTags(one: UnitCase, task: CaseTask, list: MeetingList, today: CivilDate): Tag[] {
  if (rearranges(one, task, list) !== null) return [TAGS.toRearrange]
  const state = meetingStateOf(task, today)
  if (list === 'to_record' && state !== 'missed') return [{ text: 'To record', tone: 'close' }]
  return [meetingTag(state)]
}

function rowOf(one: UnitCase, task: CaseTask, list: MeetingList, today: CivilDate): Row {
  const { personId, name, prisonNumber } = one
  const { doneOn, notDone, booking, held, due, entry } = task
  const state = meetingStateOf(task, today)
  // One that fell through stands under the day it has to be held by.
  const on = doneOn ?? (fellThrough(task, today) ? null : notDone?.on) ?? booking?.on ?? due
  return {
    personId,
    name,
    prisonNumber,
    task: task.task as Row['task'],
    title: task.title,
    state,
    on,
    how: held?.words ?? notDone?.words ?? booking?.words.split(', ').slice(1).join(', ') ?? '',
    due,
    windowFrom: entry?.window_from ?? null,
    windowTo: entry?.window_to ?? null,
    release: releaseOf(one),
    rearrange: rearranges(one, task, list),
    relative: on === null ? '' : relativeDays(on, today),
    with: whoOf(one),
    pom: one.planned.person.record.pom_name ?? null,
    tags: [...stateTags(one, task, list, today), ...awayTags(one)],
  }
}

/** How many next steps of these cases are open. */
const openSteps = (cases: readonly UnitCase[]): number =>
  cases.reduce((sum, one) => sum + stepsOf(one).filter(({ done }) => done === null).length, 0)

/**
 * The day a meeting is sorted by. One without a day of its own stands by the end of its window once release is near, for nobody
 * else will set it a day; until then it stands after all that have one.
 */
function sortDay({ on, windowTo, release }: Row, today: CivilDate): string {
  if (on !== null) return on
  const isNear = release !== null && daysBetween(today, release) <= WINDOW_DAYS
  return isNear ? (windowTo ?? release) : LAST
}

/** One list of meetings with the counts of all, by day, without one by release; what is held newest first. */
export function meetingListOf(
  cases: readonly UnitCase[],
  list: MeetingList,
  today: CivilDate,
  now: string,
): Listed {
  const counts = Object.fromEntries(MEETING_LISTS.map((each) => [each, 0])) as Listed['counts']
  const rows: Row[] = []
  for (const one of cases) {
    for (const task of one.tasks) {
      const its = listOf(task, today, now)
      if (its === null) continue
      counts[its] += 1
      if (its === list) rows.push(rowOf(one, task, its, today))
    }
  }
  const sign = list === 'held' ? -1 : 1
  rows.sort(
    (a, b) =>
      sign * compareText(sortDay(a, today), sortDay(b, today)) ||
      compareText(a.release ?? LAST, b.release ?? LAST) ||
      compareText(a.name, b.name),
  )
  return { today, counts, steps: openSteps(cases), about: MEETING_LIST_ABOUT[list], rows }
}

/** After every day there is. */
const LAST = '9999'
