import type { CivilDate } from '../dates/civil-date.ts'

export const LEGAL_STATUSES = [
  'sentenced',
  'remand',
  'unsentenced',
  'civil',
  'immigration',
  'recall',
] as const
export type LegalStatus = (typeof LEGAL_STATUSES)[number]

export const ROSH_LEVELS = ['low', 'medium', 'high', 'very_high'] as const
export type RoshLevel = (typeof ROSH_LEVELS)[number]

export const RECALL_TYPES = ['standard', 'fixed_term_14', 'fixed_term_28', 'fixed_term_56'] as const
export const NATIONS = ['england', 'wales'] as const
export const LEGACY_COHORTS = ['nps', 'crc'] as const
export const SEXES = ['male', 'female'] as const
export const NEEDS = [
  'accommodation',
  'ete',
  'personal_wellbeing',
  'womens_services',
  'approved_premises',
  'universal_credit',
  'duty_to_refer',
] as const

/**
 * What the policy engine may know about one person in custody. Everything is optional: absent or null means
 * unknown, or the default where one is named (see `domain/planning/README.md`). Names are those of `desk plan`.
 */
export interface CaseFacts {
  date_of_birth?: CivilDate | null
  sentence_start_date?: CivilDate | null
  reception_date?: CivilDate | null
  conditional_release_date?: CivilDate | null
  automatic_release_date?: CivilDate | null
  parole_eligibility_date?: CivilDate | null
  tariff_expiry_date?: CivilDate | null
  target_hearing_date?: CivilDate | null
  home_detention_curfew_eligibility_date?: CivilDate | null
  home_detention_curfew_actual_date?: CivilDate | null
  confirmed_release_date?: CivilDate | null
  approved_parole_date?: CivilDate | null
  post_recall_release_date?: CivilDate | null
  early_removal_scheme_eligibility_date?: CivilDate | null
  last_oasys_date?: CivilDate | null
  is_indeterminate?: boolean | null
  is_early_allocation?: boolean | null
  recalled?: boolean | null
  immigration?: boolean | null
  additional_isp?: boolean | null
  legal_status?: LegalStatus | null
  in_open_conditions?: boolean | null
  open_prison_rules_apply?: boolean | null
  womens_prison?: boolean | null
  category_active_since?: CivilDate | null
  prison_arrival_date?: CivilDate | null
  mappa_level?: 0 | 1 | 2 | 3 | null
  parole_outcome_release?: boolean | null
  legacy_cohort?: (typeof LEGACY_COHORTS)[number] | null
  short_sentence_function?: boolean | null
  enhanced_resourcing?: boolean | null
  rosh_level?: RoshLevel | null
  com_name?: string | null
  com_email?: string | null
  sex?: (typeof SEXES)[number] | null
  recall_type?: (typeof RECALL_TYPES)[number] | null
  restricted_patient?: boolean | null
  destination_nation?: (typeof NATIONS)[number] | null
  prison_nation?: (typeof NATIONS)[number] | null
  needs?: readonly (typeof NEEDS)[number][] | null
}
