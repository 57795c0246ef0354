import type { CivilDate } from '../dates/civil-date.ts'

/**
 * A list said otherwise than what was typed here, and the typed value was kept: the body of a decision whose subject is the
 * field. Until the list says something else again nobody is asked anew.
 */
export interface KeptOurs {
  /** What the list said. */
  listed: string | number | boolean | null
  source: string
  asAt: CivilDate
}
