import { dayInLondon } from '../../../../db/london-day.ts'
import { listTasks } from '../../../../db/repositories/tasks.ts'
import type { Store } from '../../../../db/types.ts'
import { addDays } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { MOVEMENT_WORDS, type Movement } from '../../../../domain/model/movement.ts'
import { isArrival } from '../../../../domain/movements/presence.ts'
import { dayOnSheet } from '../../../../domain/sheets/day-words.ts'
import type { SheetRow } from '../../../../domain/sheets/sheet.ts'
import { midSentence } from '../../../../domain/text/status-tags.ts'
import { isRecorded, meetingStateOf } from '../caseload/tasks.ts'
import { byWorry, type UnitCase } from '../caseload/unit-view.ts'
import { whoOf } from '../diary/events.ts'
import { caseRow } from './sheet-rows.ts'
import type { SheetScope } from './sheet-scope.ts'

/** From the day after the last close to the day asked about. */
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

/** The later of the day something was and the day it was recorded: what is told late is told, and once. */
const toldOn = (on: CivilDate, at: string | undefined): CivilDate => {
  const recorded = at === undefined ? on : dayInLondon(new Date(at))
  return recorded > on ? recorded : on
}

/** Mandated meetings held this week, not held and why, and those whose last day went by with nothing recorded. */
export function meetingsOfWeek(
  store: Store,
  { cases, markOf, unit }: SheetScope,
  week: WeekSoFar,
): MeetingsOfWeek {
  const recordedAt = new Map(listTasks(store.read).map(({ seq, at }) => [seq, at]))
  const held: OnDay[] = []
  const notHeld: OnDay[] = []
  const missed: OnDay[] = []
  for (const one of cases)
    for (const task of one.tasks) {
      if (!task.task.startsWith('mt-')) continue
      const { doneOn, notDone, due, title, seq } = task
      const isOfWeek = (on: CivilDate) => inWeek(toldOn(on, recordedAt.get(seq ?? -1)), week)
      const say = (on: CivilDate, text: string) => ({
        on,
        one,
        row: caseRow(one, markOf(one), { when: dayOnSheet(on, unit.today), text, aside: whoOf(one) }),
      })
      if (doneOn !== null && isOfWeek(doneOn)) held.push(say(doneOn, `${title} held`))
      else if (notDone !== null && isOfWeek(notDone.on))
        notHeld.push(say(notDone.on, `${title} not held: ${midSentence(notDone.words)}`))
      // It is missed from the day after its last day: a last day that is a Friday is told a week later.
      else if (meetingStateOf(task, unit.today) === 'missed' && due !== null && inWeek(addDays(due, 1), week))
        missed.push(say(due, `${title} missed: nothing is recorded`))
    }
  const rows = (some: OnDay[]) => some.sort(byDay).map(({ row }) => row)
  return { held: held.length, heldRows: rows(held), notHeld: rows(notHeld), missed: rows(missed) }
}

/** Handovers whose day came this week, each with what is still open. */
export function handoversOfWeek({ cases, markOf, unit }: SheetScope, week: WeekSoFar): SheetRow[] {
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
      const row = { when: dayOnSheet(on, unit.today), text: `Handover; ${left}`, aside }
      return [{ on, one, row: caseRow(one, markOf(one), row) }]
    })
    .sort(byDay)
    .map(({ row }) => row)
}

/** Who came and who left, by the later of the day it was and the day it was recorded. */
export function movedInWeek(
  { everybody, unit }: SheetScope,
  week: WeekSoFar,
): { came: number; left: number; rows: SheetRow[] } {
  let came = 0
  let left = 0
  const moved = everybody.flatMap((one) =>
    one.planned.decisions.flatMap((record): OnDay[] => {
      if (record.kind !== 'movement') return []
      const movement = record.body as Movement
      const { kind, on, where } = movement
      if (kind === 'still_here' || !inWeek(toldOn(on, record.at), week)) return []
      if (isArrival(movement)) came += 1
      else if (kind === 'transfer_out' || kind === 'release' || kind === 'died') left += 1
      const place = where === '' ? '' : `, ${where}`
      const text = `${midSentence(MOVEMENT_WORDS[kind])}${place}, ${dayOnSheet(on, unit.today)}`
      return [{ on, one, row: caseRow(one, '', { text }) }]
    }),
  )
  return { came, left, rows: moved.sort(byDay).map(({ row }) => row) }
}
