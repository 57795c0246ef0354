import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { timeInWords } from '../../../../domain/meetings/booking.ts'
import { isRecorded } from '../caseload/tasks.ts'
import type { UnitCase } from '../caseload/unit-view.ts'

const count = (n: number, one: string, many: string): string[] =>
  n === 0 ? [] : [`${n} ${n === 1 ? one : many}`]

/** Times of the meetings booked for today and not recorded yet, soonest first. */
function timesToday(cases: readonly UnitCase[], today: CivilDate): string[] {
  return cases
    .flatMap(({ tasks }) =>
      tasks.flatMap((task) => (task.booking?.on === today && !isRecorded(task) ? [task.booking.from] : [])),
    )
    .sort()
}

/**
 * What is due today in one line for the desktop's own notices, which anybody passing may read: counts and a time, never a name or a
 * number. Empty where nothing is due.
 */
export function noticeOf(
  cases: readonly UnitCase[],
  today: CivilDate,
  { late, messages }: { late: number; messages: number },
): string {
  const times = timesToday(cases, today)
  const [first] = times
  const meetings = count(times.length, 'meeting today', 'meetings today').map((words) =>
    first === undefined
      ? words
      : `${words}${times.length === 1 ? '' : ', the first'} at ${timeInWords(first)}`,
  )
  const handovers = cases.filter(({ days }) => days === 0).length
  return [
    ...meetings,
    ...count(handovers, 'handover today', 'handovers today'),
    ...count(late, 'case overdue', 'cases overdue'),
    ...count(messages, 'chase due', 'chases due'),
  ].join('. ')
}
