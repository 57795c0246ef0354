import { NOTE_SYSTEM_WORDS, NOTE_SYSTEMS } from '../../../../domain/case-notes/case-note.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { dayOnSheet } from '../../../../domain/sheets/day-words.ts'
import type { SheetRow } from '../../../../domain/sheets/sheet.ts'
import { midSentence } from '../../../../domain/text/status-tags.ts'
import { notesToEnter } from '../case-notes/notes-of.ts'
import { isRecorded, type CaseTask } from '../caseload/tasks.ts'
import { byWorry, type UnitCase } from '../caseload/unit-view.ts'
import { whoOf } from '../diary/events.ts'
import { caseRow } from './sheet-rows.ts'
import type { SheetScope } from './sheet-scope.ts'

interface Unsaid {
  on: CivilDate
  text: string
  /** The list it stands in. */
  where: string
}

/** What should be on the record by now and is not, newest first: meetings that should be over, work whose day passed, notes. */
export function notEntered(scope: SheetScope): { rows: SheetRow[]; where: string[] } {
  const { cases, markOf, unit } = scope
  const found = cases
    .flatMap((one) =>
      [...unsaidMeetings(one, scope), ...unrecordedWork(one, unit.today), ...unwrittenNotes(one)].map(
        ({ on, text, where }) => {
          const row = caseRow(one, markOf(one), { when: dayOnSheet(on, unit.today), text, aside: whoOf(one) })
          return { on, one, row, where }
        },
      ),
    )
    .sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : 0) || byWorry(a.one, b.one))
  return { rows: found.map(({ row }) => row), where: found.map(({ where }) => where) }
}

/** A meeting booked for today that should be over: it stands under Booked until tomorrow. */
export const isOverToday = ({ booking }: CaseTask, { unit, time }: SheetScope): boolean =>
  booking !== null && booking.on === unit.today && booking.to <= time

function unsaidMeetings({ tasks }: UnitCase, scope: SheetScope): Unsaid[] {
  const { today } = scope.unit
  return tasks.flatMap((task): Unsaid[] => {
    const { booking, title, asked } = task
    if (!asked || isRecorded(task) || booking === null) return []
    if (booking.on >= today && !isOverToday(task, scope)) return []
    return [
      {
        on: booking.on,
        text: `${title}: booked, not said whether it was held`,
        where: booking.on === today ? 'in Meetings, booked' : 'in Meetings, to record',
      },
    ]
  })
}

/** Notes of what was recorded here that the national systems do not have yet. */
const unwrittenNotes = (one: UnitCase): Unsaid[] =>
  notesToEnter(one).map(({ on, title, entered }) => {
    const places = NOTE_SYSTEMS.filter((system) => (entered[system] ?? null) === null)
    return {
      on,
      text: `Case note not in ${places.map((system) => NOTE_SYSTEM_WORDS[system]).join(' and ')}: ${midSentence(title)}`,
      where: 'in Case notes',
    }
  })

/** Of one case as one, as its list has it: the day is that of what became due last, and older work says its own. */
function unrecordedWork({ tasks, tabs }: UnitCase, today: CivilDate): Unsaid[] {
  if (!tabs.has('tasks_overdue')) return []
  const late = tasks
    .flatMap(({ entry, state, due, title }) =>
      entry === null && state === 'overdue' && due !== null ? [{ due, title }] : [],
    )
    .sort((a, b) => (a.due > b.due ? -1 : a.due < b.due ? 1 : 0))
  const [last] = late
  if (last === undefined) return []
  const titles = late.map(({ due, title }, at) => {
    const said = at === 0 ? title : midSentence(title)
    return due === last.due ? said : `${said} (due ${dayOnSheet(due, today)})`
  })
  return [{ on: last.due, text: `${titles.join('; ')}: not recorded`, where: 'in Handovers, tasks overdue' }]
}
