import type { WorkGroup, WorkRow } from '../../../../domain/contract/dated-work.ts'
import type { Tag } from '../../../../domain/contract/schemas.ts'
import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { findDatedItem } from '../../../../domain/dated-work/dated-items.ts'
import type { DatedItem } from '../../../../domain/dated-work/dated-item.ts'
import { taskOfItem } from '../../../../domain/model/handover-task.ts'
import type { ScheduleEntry } from '../../../../domain/model/plan.ts'
import { countedFrom, meetingCountedFrom, SENSE_TEXT } from '../../../../domain/text/dated-work.ts'
import { relativeDays } from '../../../../domain/text/dates.ts'
import { CLOSE_DAYS, TAGS } from '../../../../domain/text/status-tags.ts'
import { isPresent, type PlannedCase } from '../planning/planned-case.ts'
import { goneTag } from './not-needed.ts'
import { isDueOnArrival, taskTitle, type Recorded } from './tasks.ts'

/** Where work of which something is recorded stands. */
export const recordedGroup = ({ doneOn }: Recorded): 'done' | 'not_done' =>
  doneOn === null ? 'not_done' : 'done'

const RECORDED_TAGS = {
  done: { text: 'Done', tone: 'done' },
  not_done: { text: 'Not done', tone: 'close' },
} as const satisfies Record<string, Tag>

/** Only these can be overdue; the others are days to look, to aim for, or to start from. */
const canBeLate = ({ sense }: ScheduleEntry) => sense === 'due' || sense === 'closes'

/** Where a piece of work that is not done stands. */
export function groupOf(planned: PlannedCase, entry: ScheduleEntry, today: CivilDate): WorkGroup {
  const { due, provisional, sense } = entry
  if (!isPresent(planned)) return 'not_needed'
  if (provisional) return 'planning'
  if (due === null) return 'no_date'
  const isClose = daysBetween(today, due) <= CLOSE_DAYS
  if (!canBeLate(entry) && sense !== 'aim') return isClose ? 'opens' : 'coming'
  if (due < today && isDueOnArrival(planned, due)) return 'on_arrival'
  if (due < today && canBeLate(entry)) return 'overdue'
  const isInWindow = entry.window_from !== null && entry.window_from <= today
  return isClose || isInWindow ? 'due' : 'coming'
}

function tagsOf(planned: PlannedCase, entry: ScheduleEntry, item: DatedItem, group: WorkGroup): Tag[] {
  if (group === 'done' || group === 'not_done') return [RECORDED_TAGS[group]]
  const gone = group === 'not_needed' ? goneTag(planned) : null
  if (gone !== null) return [gone]
  const tags: Tag[] = []
  if (group === 'overdue') tags.push({ text: 'Overdue', tone: 'late' })
  if (group === 'on_arrival') tags.push(TAGS.dueOnArrival)
  if (group === 'planning') {
    tags.push(TAGS.planningDate)
    if (planned.plan?.flags.includes('parole_outcome_unknown') === true) tags.push(TAGS.awaitingOutcome)
  }
  if (entry.due === null && item.mandated) tags.push({ text: 'Set a date', tone: 'unknown' })
  if (entry.basis.includes('local')) tags.push({ text: 'Local', tone: 'fact' })
  return tags
}

/** What to do first, besides what the item itself says. */
function notesOf({ facts }: PlannedCase, item: DatedItem): string[] {
  const notes = [...item.notes]
  if (item.id === 'as-bcst-12w' && !facts.rosh_level) notes.unshift('Check risk first.')
  if (item.when.some((id) => id.startsWith('may_live_in')) && !facts.destination_nation)
    notes.unshift('Ask where they will live.')
  return notes
}

function countedWords(planned: PlannedCase, entry: ScheduleEntry, item: DatedItem): string {
  if (item.mandated && entry.anchor !== null && entry.due !== null) return meetingCountedFrom(entry.anchor)
  const own = planned.local.find((known) => known.item === item.id)?.offset ?? null
  return countedFrom(entry.anchor, own ?? (item.offsetUnknown ? null : item.offset))
}

export function workRow(
  planned: PlannedCase,
  entry: ScheduleEntry,
  group: WorkGroup,
  recorded: Recorded,
  today: CivilDate,
): WorkRow {
  const item = findDatedItem(entry.id)
  if (item === null) throw new Error(`No item of dated work is called ${entry.id}`)
  const task = taskOfItem(entry.id)
  const { due, latest_working_day: working } = entry
  return {
    task,
    key: task,
    title: taskTitle(task),
    due,
    relative: due === null ? '' : relativeDays(due, today),
    latestWorkingDay: working === due ? null : working,
    windowFrom: entry.window_from,
    windowTo: entry.window_to,
    sense: SENSE_TEXT[entry.sense],
    owner: entry.owner,
    confidence: entry.confidence,
    source: entry.source,
    countedFrom: countedWords(planned, entry, item),
    assumes: [...entry.assumes],
    notes: notesOf(planned, item),
    tags: tagsOf(planned, entry, item, group),
    ...recorded,
  }
}

/** Work recorded that the case asks for no longer: it is kept whatever the dates do. */
export function formerRow(task: string, recorded: Recorded): WorkRow {
  const item = findDatedItem(task)
  return {
    task,
    key: task,
    title: taskTitle(task),
    due: null,
    relative: '',
    latestWorkingDay: null,
    windowFrom: null,
    windowTo: null,
    sense: '',
    owner: item?.owner ?? 'POM',
    confidence: item?.confidence ?? 'high',
    source: item?.source ?? '',
    countedFrom: 'No longer asked for',
    assumes: [],
    notes: [],
    tags: [RECORDED_TAGS[recordedGroup(recorded)]],
    ...recorded,
  }
}
