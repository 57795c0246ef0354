import type { Store } from '../../../../db/types.ts'
import { addDays, weekdayOf } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { holidaysBetween, isWorkingDay, latestWorkingDay } from '../../../../domain/dates/working-days.ts'
import { plainStaffName } from '../../../../domain/model/staff-name.ts'
import { EMPTY_ROW, type SheetRow } from '../../../../domain/sheets/sheet.ts'
import { formatDayAndDate, formatWeekday } from '../../../../domain/text/dates.ts'
import { dayInTag } from '../../../../domain/text/status-tags.ts'
import { rosterOf } from '../allocation/roster.ts'
import { isOverToday } from './not-entered.ts'
import { datedBetween, datedRow } from './sheet-rows.ts'
import type { SheetScope } from './sheet-scope.ts'

/** The days round a Friday: the week it tells, the weekend to the next working day, and the week after. */
export interface FridayDays {
  /** The day after the last close, which was made on the Friday before, or the last working day before that. */
  from: CivilDate
  monday: CivilDate
  friday: CivilDate
  saturday: CivilDate
  /** The first working day after the weekend. */
  back: CivilDate
  nextSunday: CivilDate
}

export function fridayDays(today: CivilDate): FridayDays {
  const monday = addDays(today, 1 - weekdayOf(today))
  let back = addDays(monday, 7)
  while (!isWorkingDay(back)) back = addDays(back, 1)
  return {
    from: addDays(latestWorkingDay(addDays(monday, -3)).date, 1),
    monday,
    friday: addDays(monday, 4),
    saturday: addDays(monday, 5),
    back,
    nextSunday: addDays(monday, 13),
  }
}

/** What is left of the week on the day the sheet is made. Handovers of that day and meetings that are over are told already. */
export function restOfWeek(scope: SheetScope, { friday }: FridayDays): SheetRow[] {
  const { unit, cases, markOf } = scope
  const { today } = unit
  return datedBetween(cases, today, friday, today, ({ date, kind, key }, one) => {
    if (date !== today) return true
    if (kind === 'handover') return false
    const meeting = one.tasks.find(({ task }) => task === key)
    return meeting === undefined || !isOverToday(meeting, scope)
  }).map((each) => datedRow(each, markOf(each.one), today))
}

/** What falls from Saturday to the next working day, which has to be ready before the weekend. */
export function overTheWeekend(
  { unit, cases, markOf }: SheetScope,
  { saturday, back }: FridayDays,
): SheetRow[] {
  const { today } = unit
  return datedBetween(
    cases,
    saturday > today ? saturday : today,
    back,
    today,
    ({ date, kind }) => !(date === today && kind === 'handover'),
  ).map((each) => datedRow(each, markOf(each.one), today))
}

/** `Mon 28 Dec 2026 is a bank holiday (Boxing Day).`; empty where there is none. */
export function holidaysInWords({ saturday, nextSunday }: FridayDays): string {
  return holidaysBetween(saturday, nextSunday)
    .map(({ date, title }) => `${formatDayAndDate(date)} is a bank holiday (${title}).`)
    .join(' ')
}

/** Next week’s handovers and meetings, after what the weekend already lists. */
export function nextWeek({ unit, cases, markOf }: SheetScope, { back, nextSunday }: FridayDays): SheetRow[] {
  return datedBetween(
    cases,
    addDays(back, 1),
    nextSunday,
    unit.today,
    ({ kind }) => kind === 'handover' || kind === 'meeting',
  ).map((each) => datedRow(each, markOf(each.one), unit.today))
}

/** Who is away next week and who covers: for one POM, whom they cover and who covers them. */
export function coverNextWeek(
  store: Store,
  { monday, nextSunday }: FridayDays,
  only: string | null,
): SheetRow[] {
  const roster = rosterOf(store)
  const from = addDays(monday, 7)
  return roster.list
    .filter(({ body }) => body.status !== 'left')
    .flatMap(({ body }) =>
      body.absences
        .filter((absence) => absence.from <= nextSunday && absence.to >= from)
        .map((absence) => ({ absence, name: body.name, cover: coverName(absence.coverId) })),
    )
    .filter(({ name, cover }) => only === null || isOf(only, name) || (cover !== null && isOf(only, cover)))
    .sort((a, b) => (a.absence.from < b.absence.from ? -1 : 1))
    .map(({ absence: { from: first, to }, name, cover }) => {
      const text = `away ${dayAndMonth(first)} to ${dayAndMonth(to)}. ${cover === null ? 'Nobody covers' : `${cover} covers`}`
      return Object.assign({}, EMPTY_ROW, { name, text })
    })

  function coverName(coverId: string | null): string | null {
    return coverId === null ? null : (roster.byId.get(coverId)?.body.name ?? null)
  }
}

/** `Fri 4 Dec`: an absence may reach into another month. */
const dayAndMonth = (day: CivilDate) => `${formatWeekday(day).slice(0, 3)} ${dayInTag(day)}`

const isOf = (a: string, b: string) => plainStaffName(a) === plainStaffName(b)
