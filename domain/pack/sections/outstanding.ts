import { daysBetween } from '../../dates/arithmetic.ts'
import type { CivilDate } from '../../dates/civil-date.ts'
import type { ScheduleEntry } from '../../model/plan.ts'
import { formatLongDate } from '../../text/dates.ts'
import type { ComposedSection } from '../pack.ts'
import type { PackInput, PackTask } from '../pack-input.ts'

/** What is still to be done, by due day; what has no day comes last. */
export function outstandingOf({ tasks }: PackInput): PackTask[] {
  return tasks
    .filter(({ doneOn }) => doneOn === null)
    .toSorted((a, b) =>
      (a.due ?? '9999') < (b.due ?? '9999') ? -1 : (a.due ?? '9999') > (b.due ?? '9999') ? 1 : 0,
    )
}

/** A day counted from a hearing or a tariff, not from a release, is one to plan towards: never late. */
export function overdueOf(input: PackInput): PackTask[] {
  const provisional = new Set(input.schedule.filter((entry) => entry.provisional).map(({ id }) => id))
  return outstandingOf(input).filter(
    ({ task, due }) => due !== null && due < input.today && !provisional.has(task),
  )
}

export const dueOf = ({ due }: Pick<PackTask, 'due'>): string =>
  due === null ? 'set a date' : formatLongDate(due)

/** Section 18: what is left, who owes it, by when, and where the day comes from. */
export function outstanding(input: PackInput): ComposedSection {
  const left = outstandingOf(input)
  const entries = new Map(input.schedule.map((entry) => [entry.id, entry]))
  return {
    section: {
      key: '18',
      title: 'Outstanding work and deadlines',
      oasys_refs: ['RP.35', 'RP.36', 'RP.38', 'RP.39'],
      san_refs: [],
      values: [],
      table: {
        title: left.length === 0 ? 'Nothing is outstanding' : 'Still to do',
        headings: ['Task', 'Owner', 'Due', 'When', 'Source'],
        rows: left.map((task) => [
          task.title,
          task.owner,
          dueOf(task),
          when(task, input.today, entries.get(task.task)),
          task.source,
        ]),
      },
    },
    gaps: [],
  }
}

function when(task: PackTask, today: CivilDate, entry: ScheduleEntry | undefined): string {
  if (task.due === null) return 'No source gives a date'
  const days = daysBetween(today, task.due)
  if (entry?.provisional === true) return 'Planning date'
  if (days < 0) return `Overdue by ${count(-days)}`
  return days === 0 ? 'Today' : `In ${count(days)}`
}

const count = (days: number) => (days === 1 ? '1 day' : `${days} days`)
