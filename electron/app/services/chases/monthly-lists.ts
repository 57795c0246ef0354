import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { addDays } from '../../../../domain/dates/arithmetic.ts'
import {
  monthlySubjectLine,
  monthlyText,
  personInMessage,
  type MessageNames,
} from '../../../../domain/chases/message.ts'
import { isInMonthly, MONTHLY_DAYS } from '../../../../domain/chases/monthly.ts'
import { formatMonth } from '../../../../domain/text/dates.ts'
import type { Session } from '../../context.ts'
import { toCsv } from '../../documents/spreadsheet.ts'
import { byHandover, type Unit, type UnitCase } from '../caseload/unit-view.ts'
import { messageFrom, messagePerson } from './drafts.ts'
import { isSomewhere, placeOf, type Place } from './place.ts'

export interface MonthlyRow {
  one: UnitCase
  handover: CivilDate
  com: string | null
}
export interface MonthlyList {
  place: Place
  rows: MonthlyRow[]
}

/** Whether a case stands in the list of its place: its handover within 45 days, in scope, not in hospital under restrictions. */
export const isHandoverNear = ({ planned: { plan, facts } }: UnitCase, today: CivilDate): boolean =>
  plan?.in_scope === true && isInMonthly(plan.handover_date, today) && facts.restricted_patient !== true

const remembered = new WeakMap<Unit, MonthlyList[]>()

/**
 * The handovers of the next 45 days, with a COM or without, by place and in date order. Of the whole unit, for a place is sent one
 * list; nobody in hospital under restrictions, nobody whose place is not known. Remembered with the unit.
 */
export function monthlyListsOf(unit: Unit): MonthlyList[] {
  const before = remembered.get(unit)
  if (before !== undefined) return before
  const lists = new Map<string, MonthlyList>()
  for (const one of unit.cases) {
    const { plan, person } = one.planned
    const handover = plan?.handover_date ?? null
    if (handover === null || !isHandoverNear(one, unit.today)) continue
    const place = placeOf(person.record)
    if (!isSomewhere(place)) continue
    let list = lists.get(place.key)
    if (list === undefined) lists.set(place.key, (list = { place, rows: [] }))
    list.place.email ??= place.email
    list.rows.push({ one, handover, com: one.com.name })
  }
  const sorted = [...lists.values()].sort((a, b) => a.place.name.localeCompare(b.place.name, 'en-GB'))
  for (const { rows } of sorted) rows.sort((a, b) => byHandover(a.one, b.one))
  remembered.set(unit, sorted)
  return sorted
}

export function monthlyMessage(
  session: Session,
  { place, rows }: MonthlyList,
  today: CivilDate,
): { subject: string; text: string } {
  const from = messageFrom(session)
  return {
    subject: monthlySubjectLine(from.establishment, place.name, formatMonth(today)),
    text: monthlyText(rows, { place: place.name, until: addDays(today, MONTHLY_DAYS), from }),
  }
}

/** The list as a spreadsheet reads it; dates in a form that sorts. */
export function monthlyCsv({ rows }: MonthlyList, names: MessageNames): Uint8Array {
  const headings = ['Prison number', 'CRN', 'Name', 'Handover date', 'COM', 'POM']
  return toCsv(
    headings,
    rows.map(({ one, handover, com }) => {
      const { record } = one.planned.person
      const who = messagePerson(record)
      const name = personInMessage({ ...who, prisonNumber: '-', crn: null }, names).slice('-, '.length)
      return [who.prisonNumber, who.crn, name, handover, com ?? 'None named', record.pom_name ?? null]
    }),
  )
}
