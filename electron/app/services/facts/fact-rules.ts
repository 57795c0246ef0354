import type { PersonField } from '../../../../domain/model/person-record.ts'
import { KEY_DATES } from '../import/plan-effects.ts'

/** Facts a plan rests on: changing one by hand needs a reason. */
export const NEEDS_REASON: ReadonlySet<string> = new Set<string>([
  ...KEY_DATES,
  'date_of_birth',
  'legal_status',
  'imprisonment_status',
  'indeterminate',
  'recall',
  'early_allocation',
  'additional_isp',
  'probation_region',
  'legacy_cohort',
])

/** Dates of what has happened. */
export const PAST_FIELDS: ReadonlySet<string> = new Set<PersonField>([
  'date_of_birth',
  'reception_date',
  'arrival_date',
  'category_active_since',
  'rosh_date',
  'oasys_date',
  'allocation_date',
])
