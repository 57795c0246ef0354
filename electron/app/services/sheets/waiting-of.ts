import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { formatDayAndDate } from '../../../../domain/text/dates.ts'
import { byHandover, type UnitCase } from '../caseload/unit-view.ts'
import { whoOf } from '../diary/events.ts'

/** Something somebody outside the unit owes. */
export interface Waiting {
  personId: string
  name: string
  number: string
  /** `COM`, `COM by Mon 30 Nov 2026` */
  what: string
  /** Whom it is owed by: a team, a region, a person. */
  who: string
  /** How long it is overdue; null where it is not yet, or the day it was due is not known. */
  days: number | null
}

/** What is overdue, longest first; then what is wanted by a day still ahead, soonest first. */
const byUrgency = (a: UnitCase, b: UnitCase) =>
  Number(b.com.state === 'overdue') - Number(a.com.state === 'overdue') ||
  (b.com.daysOverdue ?? -1) - (a.com.daysOverdue ?? -1) ||
  byHandover(a, b)

function owed(one: UnitCase, today: CivilDate): Waiting {
  const { personId, name, prisonNumber: number, com, planned } = one
  const handover = planned.plan?.handover_date ?? null
  const ahead = com.state === 'missing' && handover !== null && handover >= today
  return {
    personId,
    name,
    number,
    what: ahead ? `COM by ${formatDayAndDate(handover)}` : 'COM',
    who: whoOf(one),
    days: com.daysOverdue,
  }
}

/** Who is waited for in these cases: the COM of each that should have one by now. */
export function waitingOf(cases: readonly UnitCase[], today: CivilDate): Waiting[] {
  return cases
    .filter(({ com }) => com.state === 'overdue' || com.state === 'missing')
    .sort(byUrgency)
    .map((one) => owed(one, today))
}
