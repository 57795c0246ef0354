import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { latestWorkingDay } from '../../../../domain/dates/working-days.ts'
import type { RuleSetId } from '../../../../domain/model/rule-set-id.ts'
import { CLOSE_DAYS } from '../../../../domain/text/status-tags.ts'
import type { CaseTask } from '../caseload/tasks.ts'
import type { UnitCase } from '../caseload/unit-view.ts'

/**
 * `overdue`; `due` today; `due_soon` within 14 days; `coming` after that; `due_on_arrival` its day had passed before the
 * person came; `planning_date` counted from a release nobody has directed, so never late; `done` held, or handed over;
 * `not_held` recorded as not held, with the reason.
 */
export const DEADLINE_STATES = [
  'overdue',
  'due',
  'due_soon',
  'coming',
  'due_on_arrival',
  'planning_date',
  'done',
  'not_held',
] as const
export type DeadlineState = (typeof DEADLINE_STATES)[number]

export interface Deadline {
  one: UnitCase
  id: string
  title: string
  due: CivilDate
  windowFrom: CivilDate | null
  windowTo: CivilDate | null
  latestWorkingDay: CivilDate
  days: number
  state: DeadlineState
  owner: string
  rules: RuleSetId
}

/** Without a range: what is overdue, due today or within 14 days. */
export type DeadlineRange = { from: CivilDate; to: CivilDate } | null

function stateAt(days: number): DeadlineState {
  if (days < 0) return 'overdue'
  if (days === 0) return 'due'
  return days <= CLOSE_DAYS ? 'due_soon' : 'coming'
}

function meetingState(task: CaseTask, days: number): DeadlineState {
  if (task.state === 'completed') return 'done'
  if (task.state === 'not_done') return 'not_held'
  if (task.entry?.provisional === true) return 'planning_date'
  if (task.dueOnArrival && days < 0) return 'due_on_arrival'
  return stateAt(days)
}

function deadlinesOfCase(one: UnitCase, today: CivilDate): Deadline[] {
  const { plan, rules } = one.planned
  const handover = plan?.handover_date ?? null
  if (handover === null || one.days === null) return []
  const passed = one.days < 0 ? (one.com.state === 'overdue' ? 'overdue' : 'done') : stateAt(one.days)
  const rows: Deadline[] = [
    {
      one,
      id: 'handover',
      title: 'Handover to the COM',
      due: handover,
      windowFrom: null,
      windowTo: null,
      latestWorkingDay: latestWorkingDay(handover).date,
      days: one.days,
      state: passed,
      owner: 'POM and COM',
      rules,
    },
  ]
  for (const task of one.tasks) {
    const { entry, due } = task
    if (entry === null || due === null) continue
    const days = daysBetween(today, due)
    rows.push({
      one,
      id: task.task,
      title: task.title,
      due,
      windowFrom: entry.window_from,
      windowTo: entry.window_to,
      latestWorkingDay: entry.latest_working_day ?? due,
      days,
      state: meetingState(task, days),
      owner: entry.owner,
      rules,
    })
  }
  return rows
}

const WITHOUT_RANGE: ReadonlySet<DeadlineState> = new Set(['overdue', 'due', 'due_soon', 'due_on_arrival'])

/** Handovers and mandated meetings by due day: those wanted now, or all whose day falls in the range, done ones too. */
export function deadlinesOf(cases: readonly UnitCase[], today: CivilDate, range: DeadlineRange): Deadline[] {
  return cases
    .flatMap((one) => deadlinesOfCase(one, today))
    .filter(({ due, state }) =>
      range === null ? WITHOUT_RANGE.has(state) : due >= range.from && due <= range.to,
    )
    .sort(
      (a, b) =>
        (a.due < b.due ? -1 : a.due > b.due ? 1 : 0) ||
        (a.one.name < b.one.name ? -1 : a.one.name > b.one.name ? 1 : 0) ||
        (a.id < b.id ? -1 : 1),
    )
}
