import { daysBetween } from '../../dates/arithmetic.ts'
import type { CivilDate } from '../../dates/civil-date.ts'
import { formatDayAndDate } from '../../text/dates.ts'
import type { ComposedSection } from '../pack.ts'
import type { PackInput, PackTask } from '../pack-input.ts'

/** What is still to be done, by due day; what has no day comes last. */
export function outstandingOf({ tasks }: PackInput): PackTask[] {
  return tasks
    .filter(({ state }) => state !== 'done' && state !== 'not_done')
    .toSorted((a, b) =>
      (a.due ?? '9999') < (b.due ?? '9999') ? -1 : (a.due ?? '9999') > (b.due ?? '9999') ? 1 : 0,
    )
}

export const overdueOf = (input: PackInput): PackTask[] =>
  outstandingOf(input).filter(({ state }) => state === 'overdue')

export const dueOf = ({ due }: Pick<PackTask, 'due'>): string =>
  due === null ? 'set a date' : formatDayAndDate(due)

/** Section 18: what is left, who owes it, by when, and where the day comes from. */
export function outstanding(input: PackInput): ComposedSection {
  const left = outstandingOf(input)
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
        rows: left.map((task) => [task.title, task.owner, dueOf(task), when(task, input.today), task.source]),
      },
    },
    gaps: [],
  }
}

function when({ due, state }: PackTask, today: CivilDate): string {
  if (due === null) return 'No source gives a date'
  if (state === 'planning_date') return 'Planning date'
  const days = daysBetween(today, due)
  if (days < 0) return state === 'on_arrival' ? 'Due on arrival' : `Overdue by ${count(-days)}`
  return days === 0 ? 'Today' : `In ${count(days)}`
}

const count = (days: number) => (days === 1 ? '1 day' : `${days} days`)
