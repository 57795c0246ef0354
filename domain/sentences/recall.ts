import type { CivilDate } from '../dates/civil-date.ts'
import { formatDate } from '../text/dates.ts'

/** Kinds of recall, as the national services name them. */
export const RECALL_TYPES = ['standard', 'hdc', 'fixed_14', 'fixed_28', 'fixed_56', 'other'] as const
export type RecallType = (typeof RECALL_TYPES)[number]
export const RECALL_WORDS: Record<RecallType, string> = {
  standard: 'Standard recall',
  hdc: 'Recall from home detention curfew',
  fixed_14: 'Fixed term, 14 days',
  fixed_28: 'Fixed term, 28 days',
  fixed_56: 'Fixed term, 56 days',
  other: 'Another kind',
}

/** One recall to custody. It moves no plan: the fact *Recall* does. */
export interface Recall {
  type: RecallType
  recalledOn: CivilDate
  /** Back in custody; null while at large. */
  returnedOn: CivilDate | null
  releasedAgainOn: CivilDate | null
  /** In words, never about a victim. */
  reason: string
}

/** What is wrong with a recall, by field; empty where nothing is. `sentenced` is the start of the sentence, where it is known. */
export function recallMistakes(
  { recalledOn, returnedOn, releasedAgainOn }: Recall,
  { today, sentenced }: { today: CivilDate; sentenced: CivilDate | null },
): Record<string, string> {
  const wrong: Record<string, string> = {}
  if (recalledOn > today) wrong['recalledOn'] = 'The day of the recall must be today or in the past'
  else if (sentenced !== null && recalledOn < sentenced)
    wrong['recalledOn'] =
      `The day of the recall must be on or after the start of the sentence, ${formatDate(sentenced)}`
  if (returnedOn !== null && returnedOn > today)
    wrong['returnedOn'] = 'The day back in custody must be today or in the past'
  else if (returnedOn !== null && returnedOn < recalledOn)
    wrong['returnedOn'] = 'The day back in custody must be on or after the recall'
  if (releasedAgainOn !== null && returnedOn === null)
    wrong['releasedAgainOn'] = 'Enter the day back in custody first'
  else if (releasedAgainOn !== null && returnedOn !== null && releasedAgainOn < returnedOn)
    wrong['releasedAgainOn'] = 'The new release must be on or after the day back in custody'
  return wrong
}
