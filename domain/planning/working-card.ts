import type { CivilDate } from '../dates/civil-date.ts'
import type { Confidence, MandatedMeetingId } from '../model/plan.ts'
import { formatMonth } from '../text/dates.ts'

/** One line of a sum: what is taken off (`−`) or comes out (`=`), and the day reached. */
export interface SumLine {
  sign: '' | '−' | '='
  label: string
  date: CivilDate | null
  note: string
}

/** One date of a case page, with everything needed to check it by hand. */
export interface WorkingCard {
  key: 'handover' | MandatedMeetingId
  title: string
  /** Null where no source gives one: the user sets it. */
  date: CivilDate | null
  windowFrom: CivilDate | null
  windowTo: CivilDate | null
  latestWorkingDay: CivilDate | null
  confidence: Confidence
  provisional: boolean
  sum: SumLine[]
  /** The tests that chose the rule. */
  checks: string[]
  rule: string
  source: string
}

/** Why the day of the month changed, where the month reached has no such day: `February 2027 has 28 days`. */
export function clampNote(from: CivilDate, reached: CivilDate): string {
  return from.slice(8) === reached.slice(8)
    ? ''
    : `${formatMonth(reached)} has ${Number(reached.slice(8))} days`
}
