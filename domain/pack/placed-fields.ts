import type { PersonField, PersonRecord } from '../model/person-record.ts'
import type { Plan } from '../model/plan.ts'
import type { SourceCode } from './sources.ts'

/** When a blank is a gap: always, never, or where the rest of the record says the fact must exist. */
export type Need = 'always' | 'if_known' | ((record: PersonRecord, plan: Plan | null) => boolean)

export interface PlacedField {
  field: PersonField
  need: Need
  /** The system a reader looks in for it. */
  from: SourceCode
  group: string
}

type Line = readonly [field: PersonField, need: Need, from: SourceCode]

const place = (group: string, lines: readonly Line[]): PlacedField[] =>
  lines.map(([field, need, from]) => ({ field, need, from, group }))

const indeterminate = (record: PersonRecord) => record.indeterminate === true
const noReleaseDateAtAll = (record: PersonRecord) =>
  record.indeterminate !== true && ![record.crd, record.ard, record.ped, record.prrd].some(Boolean)
const determinate = (record: PersonRecord) => record.indeterminate !== true
const handsOver = (_record: PersonRecord, plan: Plan | null) => Boolean(plan?.handover_date)
const inPrison = (record: PersonRecord) => record.restricted_patient !== true

/** Each thing kept about a person stands in one section only, so that no fact is carried twice. */
export const PLACED_FIELDS: Record<'0' | '1' | '2' | '3' | '4' | '9', readonly PlacedField[]> = {
  '0': place('The case', [
    ['prison_number', 'always', 'N'],
    ['crn', 'always', 'D'],
    ['date_of_birth', 'always', 'N'],
    ['prison_code', 'if_known', 'N'],
  ]),
  '1': place('Risk and resourcing', [
    ['rosh', 'always', 'D'],
    ['rosh_date', 'if_known', 'D'],
    ['rosh_children', 'if_known', 'D'],
    ['rosh_public', 'if_known', 'D'],
    ['rosh_known_adult', 'if_known', 'D'],
    ['rosh_staff', 'if_known', 'D'],
    ['rosh_prisoners', 'if_known', 'D'],
    ['mappa_level', 'always', 'D'],
    ['mappa_category', ({ mappa_level }) => (mappa_level ?? 0) > 0, 'D'],
    ['tier', 'always', 'D'],
    ['resourcing', 'always', 'D'],
    ['complexity', ({ sex }) => sex === 'female', 'U'],
    ['vlo_assigned', 'always', 'D'],
    ['tact', 'if_known', 'N'],
    ['cppc', 'if_known', 'D'],
  ]),
  '2': [
    ...place('Identity', [
      ['middle_names', 'if_known', 'N'],
      ['aliases', 'always', 'N'],
      ['sex', 'always', 'N'],
      ['pnc', 'always', 'N'],
      ['cro', 'if_known', 'N'],
      ['booking_number', 'if_known', 'N'],
      ['booking_id', 'if_known', 'N'],
      ['nationality', 'always', 'N'],
      ['languages', 'always', 'N'],
      ['ethnicity', 'if_known', 'N'],
      ['religion', 'if_known', 'N'],
      ['location', inPrison, 'N'],
      ['restricted_patient', 'if_known', 'N'],
      ['supporting_prison', ({ restricted_patient }) => restricted_patient === true, 'N'],
    ]),
    ...place('In prison', [
      ['pom_name', 'always', 'U'],
      ['pom_role', 'if_known', 'U'],
      ['pom_email', 'if_known', 'U'],
      ['co_pom_name', 'if_known', 'U'],
      ['keyworker', 'always', 'N'],
    ]),
    ...place('In the community', [
      ['com_name', 'always', 'D'],
      ['com_email', 'always', 'D'],
      ['team_name', 'always', 'D'],
      ['ldu_name', 'always', 'D'],
      ['ldu_code', 'if_known', 'D'],
      ['ldu_email', 'if_known', 'D'],
      ['probation_region', 'always', 'D'],
    ]),
  ],
  '3': [
    ...place('Sentence', [
      ['imprisonment_status', 'always', 'N'],
      ['imprisonment_status_description', 'if_known', 'N'],
      ['legal_status', 'always', 'N'],
      ['indeterminate', 'if_known', 'N'],
      ['additional_isp', 'if_known', 'N'],
      ['recall', 'if_known', 'N'],
      ['main_offence', 'always', 'N'],
      ['sentence_start_date', 'always', 'N'],
      ['sentence_length', determinate, 'N'],
      ['reception_date', 'if_known', 'N'],
      ['arrival_date', 'if_known', 'N'],
      ['category', 'always', 'N'],
      ['category_active_since', 'if_known', 'N'],
      ['early_allocation', 'if_known', 'U'],
      ['legacy_cohort', 'if_known', 'D'],
    ]),
    ...place('Key dates', [
      ['confirmed_release_date', 'if_known', 'N'],
      ['crd', noReleaseDateAtAll, 'N'],
      ['ard', 'if_known', 'N'],
      ['npd', 'if_known', 'N'],
      ['ped', 'if_known', 'N'],
      ['apd', 'if_known', 'N'],
      ['ted', indeterminate, 'N'],
      ['thd', 'if_known', 'P'],
      ['hdced', 'if_known', 'N'],
      ['hdcad', 'if_known', 'N'],
      ['prrd', ({ recall }) => recall === true, 'N'],
      ['ersed', 'if_known', 'N'],
      ['rotl_date', 'if_known', 'N'],
      ['etd', 'if_known', 'N'],
      ['mtd', 'if_known', 'N'],
      ['ltd', 'if_known', 'N'],
      ['sed', determinate, 'N'],
      ['led', determinate, 'N'],
      ['tused', 'if_known', 'N'],
      ['additional_days_awarded', 'if_known', 'N'],
      ['earliest_release_date', 'if_known', 'N'],
      ['custody_report_due', 'if_known', 'P'],
    ]),
    ...place('Parole and licence', [
      ['review_type', 'if_known', 'P'],
      ['review_status', 'if_known', 'P'],
      ['review_id', 'if_known', 'P'],
      ['parole_outcome', ({ ped }) => ped !== undefined && ped !== null, 'P'],
      ['licence_status', 'if_known', 'N'],
    ]),
    ...place('National record', [['handover_date', handsOver, 'M']]),
  ],
  '4': place('Allocation', [['allocation_date', 'always', 'U']]),
  '9': place('Last OASys', [['oasys_date', 'always', 'O']]),
}

/** The two halves of the name are printed as one, in section 0. */
export const NAME_FIELDS: readonly PersonField[] = ['last_name', 'first_name']

/** What is kept and not printed, with why. */
export const HELD_BACK: Partial<Record<PersonField, string>> = {
  alerts:
    'free text that may speak of a victim or of intelligence; for the risk sections, read by a person first',
  csra: 'belongs to custodial behaviour, a section the pack does not have yet',
  incentive_level: 'belongs to custodial behaviour, a section the pack does not have yet',
  pom_staff_id: 'a number of the staff system, of no use to the reader',
}
