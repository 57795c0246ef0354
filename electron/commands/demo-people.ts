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

/** Prison numbers of a handful of people, the same for the same store and day. */
export function choosePeople(cases: readonly PlannedCase[], today: CivilDate): string[] {
  const chosen: string[] = []
  for (const wanted of WANTED) {
    const found = cases.find((planned) => {
      const number = planned.person.record.prison_number
      const handover = planned.plan?.handover_date ?? null
      const days = handover === null ? null : daysBetween(today, handover)
      return number && !chosen.includes(number) && wanted(planned, days)
    })
    if (found?.person.record.prison_number) chosen.push(found.person.record.prison_number)
  }
  return chosen
}
