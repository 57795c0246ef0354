import type { CivilDate } from '../dates/civil-date.ts'

/** How the value of a field is written once it has been read and checked. */
export type FieldKind = 'date' | 'text' | 'boolean' | 'integer'

/**
 * Everything kept about a person that an extract can bring, in the order it is shown, with its label. `full_name` and
 * `sled` are headings, not fields: they fill the name parts, and SED with LED.
 */
export const PERSON_FIELDS = {
  prison_number: { label: 'Prison number', kind: 'text' },
  last_name: { label: 'Surname', kind: 'text' },
  first_name: { label: 'First name', kind: 'text' },
  date_of_birth: { label: 'Date of birth', kind: 'date' },
  sex: { label: 'Sex', kind: 'text' },
  crn: { label: 'CRN', kind: 'text' },
  pnc: { label: 'PNC', kind: 'text' },
  cro: { label: 'CRO', kind: 'text' },
  booking_id: { label: 'Booking ID', kind: 'integer' },
  booking_number: { label: 'Booking number', kind: 'text' },
  prison_code: { label: 'Prison', kind: 'text' },
  location: { label: 'Location', kind: 'text' },
  category: { label: 'Security category', kind: 'text' },
  imprisonment_status: { label: 'Imprisonment status', kind: 'text' },
  legal_status: { label: 'Legal status', kind: 'text' },
  main_offence: { label: 'Main offence', kind: 'text' },
  sentence_start_date: { label: 'Sentence start date', kind: 'date' },
  sentence_length: { label: 'Sentence length', kind: 'text' },
  sed: { label: 'SED', kind: 'date' },
  led: { label: 'LED', kind: 'date' },
  crd: { label: 'CRD', kind: 'date' },
  ard: { label: 'ARD', kind: 'date' },
  npd: { label: 'NPD', kind: 'date' },
  ped: { label: 'PED', kind: 'date' },
  apd: { label: 'APD', kind: 'date' },
  ted: { label: 'TED', kind: 'date' },
  thd: { label: 'Target hearing date', kind: 'date' },
  hdced: { label: 'HDCED', kind: 'date' },
  hdcad: { label: 'HDCAD', kind: 'date' },
  tused: { label: 'TUSED', kind: 'date' },
  prrd: { label: 'PRRD', kind: 'date' },
  ersed: { label: 'ERSED', kind: 'date' },
  rotl_date: { label: 'ROTL date', kind: 'date' },
  confirmed_release_date: { label: 'Confirmed release date', kind: 'date' },
  earliest_release_date: { label: 'Earliest release date', kind: 'date' },
  recall: { label: 'Recall', kind: 'boolean' },
  indeterminate: { label: 'Indeterminate', kind: 'boolean' },
  reception_date: { label: 'Reception date', kind: 'date' },
  arrival_date: { label: 'Arrived at this prison', kind: 'date' },
  category_active_since: { label: 'Category since', kind: 'date' },
  middle_names: { label: 'Middle names', kind: 'text' },
  aliases: { label: 'Also known as', kind: 'text' },
  restricted_patient: { label: 'Restricted patient', kind: 'boolean' },
  supporting_prison: { label: 'Supporting prison', kind: 'text' },
  licence_status: { label: 'Licence status', kind: 'text' },
  imprisonment_status_description: { label: 'Imprisonment status description', kind: 'text' },
  additional_days_awarded: { label: 'Additional days', kind: 'integer' },
  etd: { label: 'ETD', kind: 'date' },
  mtd: { label: 'MTD', kind: 'date' },
  ltd: { label: 'LTD', kind: 'date' },
  alerts: { label: 'Alerts', kind: 'text' },
  religion: { label: 'Religion', kind: 'text' },
  rosh: { label: 'RoSH level', kind: 'text' },
  rosh_date: { label: 'RoSH date', kind: 'date' },
  rosh_children: { label: 'RoSH to children', kind: 'text' },
  rosh_public: { label: 'RoSH to the public', kind: 'text' },
  rosh_known_adult: { label: 'RoSH to a known adult', kind: 'text' },
  rosh_staff: { label: 'RoSH to staff', kind: 'text' },
  rosh_prisoners: { label: 'RoSH to prisoners', kind: 'text' },
  tier: { label: 'Tier', kind: 'text' },
  mappa_level: { label: 'MAPPA level', kind: 'integer' },
  mappa_category: { label: 'MAPPA category', kind: 'text' },
  oasys_date: { label: 'Last OASys completed', kind: 'date' },
  complexity: { label: 'Complexity of need', kind: 'text' },
  pom_staff_id: { label: 'POM staff ID', kind: 'integer' },
  pom_name: { label: 'POM', kind: 'text' },
  pom_email: { label: 'POM email', kind: 'text' },
  co_pom_name: { label: 'Co-working POM', kind: 'text' },
  pom_role: { label: 'POM role', kind: 'text' },
  allocation_date: { label: 'Allocation date', kind: 'date' },
  com_name: { label: 'COM', kind: 'text' },
  com_email: { label: 'COM email', kind: 'text' },
  team_name: { label: 'Probation team', kind: 'text' },
  ldu_code: { label: 'LDU/PDU code', kind: 'text' },
  ldu_name: { label: 'LDU/PDU name', kind: 'text' },
  ldu_email: { label: 'LDU email', kind: 'text' },
  probation_region: { label: 'Probation region', kind: 'text' },
  resourcing: { label: 'Resourcing', kind: 'text' },
  handover_date: { label: 'Handover date', kind: 'date' },
  vlo_assigned: { label: 'VLO assigned', kind: 'boolean' },
  tact: { label: 'TACT offender', kind: 'boolean' },
  cppc: { label: 'CPPC case', kind: 'boolean' },
  keyworker: { label: 'Key worker', kind: 'text' },
  review_type: { label: 'Parole review type', kind: 'text' },
  review_status: { label: 'Parole review status', kind: 'text' },
  review_id: { label: 'Parole review ID', kind: 'text' },
  parole_outcome: { label: 'Parole outcome', kind: 'text' },
  early_allocation: { label: 'Early allocation', kind: 'boolean' },
  additional_isp: { label: 'Further indeterminate sentence', kind: 'boolean' },
  legacy_cohort: { label: 'Legacy provider', kind: 'text' },
  custody_report_due: { label: 'Custody report due', kind: 'date' },
  incentive_level: { label: 'Incentive level', kind: 'text' },
  csra: { label: 'Cell sharing risk', kind: 'text' },
  languages: { label: 'Languages', kind: 'text' },
  nationality: { label: 'Nationality', kind: 'text' },
  ethnicity: { label: 'Ethnicity', kind: 'text' },
} as const satisfies Record<string, { label: string; kind: FieldKind }>

export type PersonField = keyof typeof PERSON_FIELDS
export const PERSON_FIELD_NAMES = Object.keys(PERSON_FIELDS) as PersonField[]

type ValueOf<K extends FieldKind> = K extends 'date'
  ? CivilDate
  : K extends 'boolean'
    ? boolean
    : K extends 'integer'
      ? number
      : string

/**
 * What is known of a person, field by field. A field that is absent has never been recorded; null means that somebody
 * said it has no value (a blank that was told to clear). Codes are normalised: `rosh` and `rosh_…` are
 * `RoshLevel`s, `sex` is
 * `male` or `female`, `legal_status` a `LegalStatus`, `mappa_level` 0 to 3, `resourcing` `enhanced` or `standard`,
 * `legacy_cohort` `nps` or `crc`, `category` a NOMIS category code, `tier` the raw tier as written.
 */
export type PersonRecord = {
  -readonly [F in PersonField]?: ValueOf<(typeof PERSON_FIELDS)[F]['kind']> | null
}
