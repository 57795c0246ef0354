import type { CivilDate } from '../dates/civil-date.ts'
import { PERSON_FIELDS, type PersonField } from '../model/person-record.ts'
import { formatDate } from '../text/dates.ts'

/** Facts written in a closed list of codes, each with its words. */
export const FACT_CHOICES: Partial<Record<PersonField, Record<string, string>>> = {
  sex: { male: 'Male', female: 'Female' },
  rosh: { low: 'Low', medium: 'Medium', high: 'High', very_high: 'Very high' },
  legal_status: {
    sentenced: 'Sentenced',
    remand: 'Remand',
    unsentenced: 'Convicted, unsentenced',
    civil: 'Civil',
    immigration: 'Immigration detainee',
    recall: 'Recalled',
  },
  resourcing: { enhanced: 'Enhanced', standard: 'Standard' },
  legacy_cohort: { nps: 'NPS', crc: 'CRC' },
  mappa_level: { 0: 'Not a MAPPA case', 1: 'Level 1', 2: 'Level 2', 3: 'Level 3' },
  category: {
    A: 'A',
    B: 'B',
    C: 'C',
    D: 'D (open)',
    E: 'E (escape list)',
    H: 'A, high risk',
    I: 'YOI closed',
    J: 'YOI open',
    P: 'A, provisional',
    Q: 'Women’s restricted',
    R: 'Women’s closed',
    S: 'Women’s semi-open',
    T: 'Women’s open',
    U: 'Unsentenced',
    V: 'YOI restricted',
    X: 'Uncategorised, sentenced male',
    Z: 'Unclassified',
  },
}

/** A fact as it is printed: dates in words, codes spelled out, true as Yes. */
export function factText(field: PersonField, value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (PERSON_FIELDS[field].kind === 'date') return formatDate(value as CivilDate)
  return FACT_CHOICES[field]?.[String(value)] ?? String(value)
}
