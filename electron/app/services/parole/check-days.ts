import { isCivilDate, type CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { CaseFacts } from '../../../../domain/model/case-facts.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { refuseField } from '../decisions/case-of.ts'

/** One day as typed: its field, and what it is called where it is refused. */
export interface TypedDay {
  field: string
  name: string
  date: CivilDate | null
}

/** Refuses a day that is none, or one before the sentence: no review of it can have had it. */
export function checkDay(
  { field, name, date }: TypedDay,
  { sentence_start_date: start, date_of_birth: birth }: CaseFacts,
): void {
  if (date === null) return
  if (!isCivilDate(date)) refuseField(field, `${name} must be a real date, like 27 3 2026`)
  if (start && date < start)
    refuseField(field, `${name}, ${formatDate(date)}, is before the sentence started, ${formatDate(start)}`)
  // All there is to hold it to where no list says when the sentence started.
  if (birth && date < birth)
    refuseField(field, `${name}, ${formatDate(date)}, is before the date of birth, ${formatDate(birth)}`)
}

/** The same of a day on which something has happened. */
export function checkPastDay(typed: TypedDay, facts: CaseFacts, today: CivilDate): void {
  checkDay(typed, facts)
  const { field, name, date } = typed
  if (date !== null && date > today)
    refuseField(field, `${name} must be today or in the past, and ${formatDate(date)} is not`)
}
