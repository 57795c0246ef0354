import { NOTE_SYSTEM_WORDS, NOTE_SYSTEMS } from '../../../../domain/case-notes/case-note.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { MOVEMENT_WORDS } from '../../../../domain/model/movement.ts'
import { isArrival } from '../../../../domain/movements/presence.ts'
import type { SheetRow } from '../../../../domain/sheets/sheet.ts'
import { midSentence } from '../../../../domain/text/status-tags.ts'
import { notesToEnter } from '../case-notes/notes-of.ts'
import { isRecorded, meetingStateOf } from '../caseload/tasks.ts'
import { byWorry, type UnitCase } from '../caseload/unit-view.ts'
import { whoOf } from '../diary/events.ts'
import { movementsIn } from '../planning/decided.ts'
import { caseRow, shortDay } from './sheet-rows.ts'
import type { SheetScope } from './sheet-scope.ts'

/** From the Monday to the day asked about. */
export interface WeekSoFar {
  from: CivilDate
  to: CivilDate
}

interface OnDay {
  on: CivilDate
  one: UnitCase
  row: SheetRow
}

const byDay = (a: OnDay, b: OnDay) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0) || byWorry(a.one, b.one)
const inWeek = (day: CivilDate | null | undefined, { from, to }: WeekSoFar): day is CivilDate =>
  day !== null && day !== undefined && day >= from && day <= to

export interface MeetingsOfWeek {
  held: number
  notHeld: SheetRow[]
  missed: SheetRow[]
  heldRows: SheetRow[]
}

/** Mandated meetings held this week, not held and why, and those whose last day went by with nothing recorded. */
export function meetingsOfWeek({ cases, markOf, unit }: SheetScope, week: WeekSoFar): MeetingsOfWeek {
  const held: OnDay[] = []
  const notHeld: OnDay[] = []
  const missed: OnDay[] = []
  for (const one of cases)
    for (const task of one.tasks) {
      if (!task.task.startsWith('mt-')) continue
      const { doneOn, notDone, due, title } = task
      const say = (on: CivilDate, text: string) => ({
        on,
        one,
        row: caseRow(one, markOf(one), { when: shortDay(on), text, aside: whoOf(one) }),
      })
      if (inWeek(doneOn, week)) held.push(say(doneOn, `${title} held`))
      else if (notDone !== null && inWeek(notDone.on, week))
        notHeld.push(say(notDone.on, `${title} not held: ${midSentence(notDone.words)}`))
      else if (meetingStateOf(task, unit.today) === 'missed' && inWeek(due, week))
        missed.push(say(due, `${title} missed: nothing is recorded`))
    }
  const rows = (some: OnDay[]) => some.sort(byDay).map(({ row }) => row)
  return { held: held.length, heldRows: rows(held), notHeld: rows(notHeld), missed: rows(missed) }
}

/** Handovers whose day came this week, each with what is still open. */
export function handoversOfWeek({ cases, markOf }: SheetScope, week: WeekSoFar): SheetRow[] {
  return cases
    .flatMap((one): OnDay[] => {
      const on = one.planned.plan?.handover_date ?? null
      if (!inWeek(on, week)) return []
      const open = one.tasks.filter(
        (task) =>
          task.due !== null && task.due <= week.to && !isRecorded(task) && task.state !== 'not_needed',
      )
      const left =
        open.length === 0
          ? 'nothing left open'
          : `open: ${open.map(({ title }) => midSentence(title)).join('; ')}`
      const aside = one.com.name === null ? `No COM named, ${whoOf(one)}` : whoOf(one)
      return [
        { on, one, row: caseRow(one, markOf(one), { when: shortDay(on), text: `Handover; ${left}`, aside }) },
      ]
    })
    .sort(byDay)
    .map(({ row }) => row)
}

/** Who came and who left this week, as confirmed. */
export function movedInWeek(
  { everybody }: SheetScope,
  week: WeekSoFar,
): { came: number; left: number; rows: SheetRow[] } {
  let came = 0
  let left = 0
  const moved = everybody.flatMap((one) =>
    movementsIn(one.planned.decisions).flatMap((movement): OnDay[] => {
      const { kind, on, where } = movement
      if (kind === 'still_here' || !inWeek(on, week)) return []
      if (isArrival(movement)) came += 1
      else if (kind === 'transfer_out' || kind === 'release' || kind === 'died') left += 1
      const place = where === '' ? '' : `, ${where}`
      const text = `${midSentence(MOVEMENT_WORDS[kind])}${place}, ${shortDay(on)}`
      return [{ on, one, row: caseRow(one, '', { text }) }]
    }),
  )
  return { came, left, rows: moved.sort(byDay).map(({ row }) => row) }
}

/** What should be on the record by now and is not, newest first: meetings whose booked day has come, and work whose day passed. */
export function notEntered({ cases, markOf }: SheetScope, { to }: WeekSoFar): SheetRow[] {
  return cases
    .flatMap((one) =>
      [...unsaidMeetings(one, to), ...unrecordedWork(one), ...unwrittenNotes(one)].map(
        ({ on, text }): OnDay => {
          const row = caseRow(one, markOf(one), { when: shortDay(on), text, aside: whoOf(one) })
          return { on, one, row }
        },
      ),
    )
    .sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : 0) || byWorry(a.one, b.one))
    .map(({ row }) => row)
}

interface Unsaid {
  on: CivilDate
  text: string
}

function unsaidMeetings({ tasks }: UnitCase, to: CivilDate): Unsaid[] {
  return tasks.flatMap((task) =>
    isRecorded(task) || task.booking === null || task.booking.on > to
      ? []
      : [{ on: task.booking.on, text: `${task.title}: booked, not said whether it was held` }],
  )
}

/** Notes of what was recorded here that the national systems do not have yet. */
const unwrittenNotes = (one: UnitCase): Unsaid[] =>
  notesToEnter(one).map(({ on, title, entered }) => {
    const places = NOTE_SYSTEMS.filter((system) => (entered[system] ?? null) === null)
    return {
      on,
      text: `Case note not in ${places.map((system) => NOTE_SYSTEM_WORDS[system]).join(' and ')}: ${midSentence(title)}`,
    }
  })

/** Of one day as one: whoever enters it does so in one go. */
function unrecordedWork({ tasks }: UnitCase): Unsaid[] {
  const byDay = new Map<CivilDate, string[]>()
  for (const { entry, state, due, title } of tasks) {
    if (entry !== null || state !== 'overdue' || due === null) continue
    byDay.set(due, [...(byDay.get(due) ?? []), title])
  }
  return [...byDay].map(([on, titles]) => ({
    on,
    text: `${titles.map((title, at) => (at === 0 ? title : midSentence(title))).join('; ')}: not recorded`,
  }))
}
