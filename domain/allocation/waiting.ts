import type { CivilDate } from '../dates/civil-date.ts'
import { workingDaysBetween } from '../dates/working-days.ts'
import type { CaseFacts } from '../model/case-facts.ts'

/** Since when a case without a POM has waited: arrival here, or the sentence where that came later. Null where neither is known. */
export function waitingSince({
  prison_arrival_date: arrived,
  reception_date: received,
  sentence_start_date: sentenced,
}: CaseFacts): CivilDate | null {
  const here = arrived ?? received ?? null
  if (here === null || sentenced === null || sentenced === undefined) return here ?? sentenced ?? null
  return sentenced > here ? sentenced : here
}

/** Working days waited: weekends and bank holidays of England and Wales left out. Never below 0; null where no day is known. */
export function workingDaysWaited(since: CivilDate | null, today: CivilDate): number | null {
  return since === null ? null : Math.max(0, workingDaysBetween(since, today))
}
