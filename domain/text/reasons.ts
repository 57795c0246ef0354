import type { Reason, ReleaseType, Responsibility } from '../model/plan.ts'

/** Why the plan is as it is, in words a POM would use. */
export const REASON_TEXT: Record<Reason, string> = {
  outside_omic: 'Outside offender management in custody: no handover to plan',
  additional_isp: 'Serving an indeterminate sentence with another still to start',
  recall_thd_over_12_months: 'Recalled on an indeterminate sentence, hearing 12 months or more away',
  parole_mappa_2_3: 'Release refused, next hearing 12 months or more away, MAPPA level 2 or 3',
  thd_over_12_months: 'Release refused, next hearing 12 months or more away',
  recall_case: 'Recalled to custody',
  immigration_case: 'Immigration detainee',
  release_date_unknown: 'No release date known yet',
  early_allocation: 'Early allocation agreed',
  indeterminate: 'Indeterminate sentence',
  indeterminate_open: 'Indeterminate sentence, in open conditions',
  determinate_short: '10 months or less to serve: with the COM from sentence',
  determinate_parole: 'Determinate sentence with a parole eligibility date',
  determinate: 'Determinate sentence',
  nps_determinate: 'Determinate sentence, legacy NPS case',
  crc_determinate: 'Determinate sentence, legacy CRC case',
}

export const RESPONSIBILITY_TEXT: Record<Responsibility, string> = {
  pom: 'POM responsible',
  pom_with_com: 'POM responsible, COM supports',
  com: 'COM responsible',
}

export const RELEASE_TYPE_TEXT: Record<ReleaseType, string> = {
  CRD: 'Conditional release date (CRD)',
  ARD: 'Automatic release date (ARD)',
  PED: 'Parole eligibility date (PED)',
  TED: 'Tariff expiry date (TED)',
  THD: 'Target hearing date (THD)',
}

export function describeReason(reason: Reason): string {
  return REASON_TEXT[reason]
}

/** Nobody under offender management in custody is responsible where it is null. */
export function describeResponsibility(responsibility: Responsibility | null): string {
  return responsibility === null
    ? 'Outside offender management in custody'
    : RESPONSIBILITY_TEXT[responsibility]
}
