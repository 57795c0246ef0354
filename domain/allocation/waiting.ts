import type { CivilDate } from '../dates/civil-date.ts'
import { workingDaysBetween } from '../dates/working-days.ts'
import type { CaseFacts } from '../model/case-facts.ts'

/**
 * Since when a case without a POM has waited: arrival here, or the sentence where that came later. `movedIn` is the day of the
 * arrival somebody confirmed here, which holds over what lists say. Null where nothing is known.
 */
export function waitingSince(
  {
    prison_arrival_date: arrived,
    reception_date: received,
    sentence_start_date: sentenced,
  }: Pick<CaseFacts, 'prison_arrival_date' | 'reception_date' | 'sentence_start_date'>,
  movedIn: CivilDate | null = null,
): CivilDate | null {
  const here = movedIn ?? arrived ?? received ?? null
  if (here === null || sentenced === null || sentenced === undefined) return here ?? sentenced ?? null
  return sentenced > here ? sentenced : here
}

/** Working days waited: weekends and bank holidays of England and Wales left out. Never below 0; null where no day is known. */
export function workingDaysWaited(since: CivilDate | null, today: CivilDate): number | null {
  return since === null ? null : Math.max(0, workingDaysBetween(since, today))
}
