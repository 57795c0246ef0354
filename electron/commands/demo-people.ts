import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { daysBetween } from '../../domain/dates/arithmetic.ts'
import type { PlannedCase } from '../app/services/planning/planned-case.ts'

type Wanted = (planned: PlannedCase, daysToHandover: number | null) => boolean

/** One of each kind of pack a reader should see, most pressing first. */
const WANTED: readonly Wanted[] = [
  ({ plan }) => plan?.flags.includes('release_before_handover') === true,
  ({ plan }, days) => plan?.reason === 'determinate' && days !== null && days >= 0 && days <= 14,
  ({ plan }, days) => plan?.reason === 'determinate_parole' && days !== null && days >= 0,
  ({ plan }, days) => plan?.reason === 'indeterminate' && days !== null && days >= 0,
  ({ plan }) => plan?.reason === 'recall_case',
]

const NEVER = 1_000_000

/** Prison numbers of a handful of people, nearest handover first; the same for the same store and day. */
export function choosePeople(cases: readonly PlannedCase[], today: CivilDate): string[] {
  const byHandover = cases
    .map((planned) => ({ planned, days: daysToHandover(planned, today) }))
    .sort((a, b) => Math.abs(a.days ?? NEVER) - Math.abs(b.days ?? NEVER))
  const chosen: string[] = []
  for (const wanted of WANTED) {
    const found = byHandover.find(
      ({ planned, days }) => !chosen.includes(numberOf(planned)) && wanted(planned, days),
    )
    if (found !== undefined) chosen.push(numberOf(found.planned))
  }
  return chosen
}

const numberOf = ({ person }: PlannedCase): string => person.record.prison_number ?? ''

function daysToHandover({ plan }: PlannedCase, today: CivilDate): number | null {
  const handover = plan?.handover_date ?? null
  return handover === null ? null : daysBetween(today, handover)
}
