import { isCivilDate } from '../../../../domain/dates/civil-date.ts'
import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import { formatShortDate } from '../../../../domain/text/dates.ts'

/** A value as the preview shows it; null where there is none. */
export function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return isCivilDate(value) ? formatShortDate(value) : String(value)
}

/** `Surname, Forename`, or as much of it as is known. */
export const nameOf = ({ last_name: last, first_name: first }: PersonRecord): string =>
  [last, first].filter((part) => (part ?? '') !== '').join(', ')
