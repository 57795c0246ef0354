import {
  WORK_GROUPS,
  type DatedWork,
  type WorkGroup,
  type WorkRow,
} from '../../../../domain/contract/dated-work.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { ScheduleEntry } from '../../../../domain/model/plan.ts'
import { taskOfItem } from '../../../../domain/model/handover-task.ts'
import { listedOff, type Unlisted } from '../../../../domain/planning/listed-off.ts'
import { paroleTracks } from '../../../../domain/planning/parole-tracks.ts'
import { HOLIDAYS_NOTE } from '../../../../domain/text/dated-work.ts'
import { isPresent, type PlannedCase } from '../planning/planned-case.ts'
import {
  isRecorded,
  NOTHING_RECORDED,
  recordedOf,
  type CaseTask,
  type Recorded,
  type TaskRecords,
} from './tasks.ts'
import type { UnitCase } from './unit-view.ts'
import { formerRow, groupOf, recordedGroup, workRow } from './work-row.ts'

const GROUP_WORDS: Record<WorkGroup, { title: string; about: string }> = {
  overdue: { title: 'Overdue', about: '' },
  due: {
    title: 'Due and due soon',
    about: 'Within 14 days or inside its window, or a day to aim for that has passed.',
  },
  opens: { title: 'Open, and reminders', about: 'From the day given, or within 14 days of it. Never late.' },
  on_arrival: {
    title: 'Due on arrival',
    about: 'The day had passed before this person came here or was sentenced: to be done, never missed.',
  },
  coming: { title: 'Coming', about: '' },
  planning: {
    title: 'Planning dates',
    about: 'Counted from a release nobody has directed yet. Never late.',
  },
  no_date: {
    title: 'Without a date',
    about: 'No source gives a day, or the day it is counted from is not known.',
  },
  not_needed: {
    title: 'Not needed any more',
    about: 'Still open when this person died or left. Nothing of it is to be done here.',
  },
  not_done: { title: 'Not done', about: 'Recorded as not done, with the reason. Not counted as overdue.' },
  done: { title: 'Done', about: '' },
}

/** Reminders of handover tasks fall away once those are done: here, unlike in a plan alone, that is known. */
export const OF_OPEN_TASKS = new Set(['ho-due-soon', 'ho-tasks-overdue'])

/** Everything dated that one case asks for, in groups, with what is off and what cannot be dated. */
export function datedWorkOf(
  { planned, tasks }: Pick<UnitCase, 'planned' | 'tasks'>,
  records: TaskRecords | undefined,
  today: CivilDate,
): DatedWork {
  const groups = new Map<WorkGroup, WorkRow[]>(WORK_GROUPS.map((group) => [group, []]))
  const put = (group: WorkGroup, row: WorkRow) => groups.get(group)?.push(row)
  const parole = ifParoled(planned, records, today)
  const onBothTracks = new Set(parole.map(({ key }) => key))
  const asked = new Set<string>()
  const checklistDone = isChecklistDone(tasks)
  for (const entry of planned.schedule()) {
    if (checklistDone && OF_OPEN_TASKS.has(entry.id)) continue
    const task = taskOfItem(entry.id)
    asked.add(task)
    const recorded = recordedFor(task, tasks, records)
    const group = isRecorded(recorded) ? recordedGroup(recorded) : groupOf(planned, entry, today)
    const row = workRow(planned, entry, group, recorded, today)
    if (onBothTracks.has(paroleKey(task))) row.tags.push({ text: 'Automatic release', tone: 'fact' })
    put(group, row)
  }
  for (const row of parole) put('planning', row)
  groups.get('planning')?.sort((a, b) => ((a.due ?? LAST) < (b.due ?? LAST) ? -1 : 1))
  for (const [task, record] of records ?? []) {
    const recorded = recordedOf(record)
    if (!asked.has(task) && isRecorded(recorded)) put(recordedGroup(recorded), formerRow(task, recorded))
  }
  return { groups: shown(groups), ...unlistedOf(planned, tasks, today) }
}

/** What stands recorded of a piece of work; a handover task may be ticked by what was recorded elsewhere. */
function recordedFor(task: string, tasks: readonly CaseTask[], records: TaskRecords | undefined): Recorded {
  const line = tasks.find((known) => known.task === task)
  if (line === undefined) return recordedOf(records?.get(task))
  const { doneOn, notDone, booking, held, note, reference, by, seq } = line
  return { doneOn, notDone, booking, held, note, reference, by, seq }
}

/** After every day there is. */
const LAST = '9999'
const paroleKey = (task: string) => `${task}-parole`

function shown(groups: ReadonlyMap<WorkGroup, WorkRow[]>): DatedWork['groups'] {
  return WORK_GROUPS.map((group) => {
    const { title, about } = GROUP_WORDS[group]
    return { group, title, about, rows: groups.get(group) ?? [] }
  }).filter(({ rows }) => rows.length > 0)
}

/** The same work counted from the PED: what it would be if parole were granted. Recorded on the other track. */
function ifParoled(planned: PlannedCase, records: TaskRecords | undefined, today: CivilDate): WorkRow[] {
  const { facts, plan, rules, local } = planned
  if (!isPresent(planned)) return []
  const tracks = plan === null ? null : paroleTracks(facts, plan, rules, today, local)
  const rows: WorkRow[] = []
  for (const entry of tracks?.ifReleasedAtParole.entries ?? []) {
    if (isRecorded(recordedOf(records?.get(taskOfItem(entry.id))))) continue
    const row = workRow(planned, entry, 'planning', NOTHING_RECORDED, today)
    const tags: WorkRow['tags'] = [{ text: 'If released at parole', tone: 'unknown' }, ...row.tags.slice(1)]
    rows.push({ ...row, task: null, key: paroleKey(row.key), tags })
  }
  return rows
}

/** Whether everything the national checklist asks of this handover is done, or said why it was not. */
export function isChecklistDone(tasks: readonly CaseTask[]): boolean {
  return tasks
    .filter(({ entry, state, task }) => (entry === null || task === 'mt-handover') && state !== 'not_needed')
    .every(isRecorded)
}

const unlistedRow = ({ item, why }: Unlisted) => ({ id: item.id, title: item.name, why })

function unlistedOf(
  { facts, plan, rules, local }: PlannedCase,
  tasks: readonly CaseTask[],
  today: CivilDate,
): Pick<DatedWork, 'off' | 'undated'> {
  if (plan === null) return { off: [], undated: [] }
  const { off, undated } = listedOff(facts, plan, rules, today, local)
  const notNeeded = tasks
    .filter(({ state }) => state === 'not_needed')
    .map(({ task, title }) => ({
      id: task as string,
      title,
      why: 'The national rules ask a standard handover for contact and a report instead.',
    }))
  return { off: [...notNeeded, ...off.map(unlistedRow)], undated: undated.map(unlistedRow) }
}

/** What to say where a day still ahead lies past the list of bank holidays; null where none does. */
export function holidaysNoteOf(entries: readonly ScheduleEntry[], today: CivilDate): string | null {
  const isUnsure = entries.some(({ due, holidays_known: known }) => !known && due !== null && due >= today)
  return isUnsure ? HOLIDAYS_NOTE : null
}
