import type { ComposedSection, PackGap, PackValue } from '../pack.ts'
import { packValue } from '../section-values.ts'
import supportNeeds from '../support-needs.json' with { type: 'json' }

interface Asked {
  key: string
  label: string
  oasysRef: string
}

const PATHWAY_REFS: Record<string, { oasysRef: string; sanRef: string }> = {
  ACCOMMODATION: { oasysRef: '3.97', sanRef: 'accommodation' },
  ATTITUDES_THINKING_AND_BEHAVIOUR: { oasysRef: '11.97', sanRef: 'thinking-behaviours-attitudes' },
  CHILDREN_FAMILIES_AND_COMMUNITY: { oasysRef: '6.97', sanRef: 'personal-relationships-community' },
  DRUGS_AND_ALCOHOL: { oasysRef: '8.97', sanRef: 'drug-use' },
  EDUCATION_SKILLS_AND_WORK: { oasysRef: '4.94', sanRef: 'employment-education' },
  FINANCE_AND_ID: { oasysRef: '5.97', sanRef: 'finance' },
  HEALTH: { oasysRef: '13.1.t', sanRef: 'health-wellbeing' },
}

/** The least a COM has to know for the day of release. */
const RELEASE_FACTS: readonly Asked[] = [
  { key: 'discharge_address', label: 'Proposed address and who lives there', oasysRef: 'RM28' },
  { key: 'cas_route', label: 'CAS2, CAS3 or approved premises', oasysRef: 'RM28' },
  { key: 'tenancy', label: 'Tenancy to keep or end', oasysRef: 'RM28' },
  { key: 'identification', label: 'Identification held', oasysRef: 'RM28.1' },
  { key: 'bank_account', label: 'Bank account', oasysRef: 'RM28.1' },
  { key: 'benefits', label: 'Benefits', oasysRef: 'RM28.1' },
  { key: 'debts', label: 'Debts', oasysRef: 'RM28.1' },
  { key: 'gp', label: 'GP', oasysRef: 'RM28.1' },
  { key: 'prescriptions', label: 'Prescriptions on release', oasysRef: 'RM28.1' },
  { key: 'treatment_start', label: 'First treatment appointment', oasysRef: 'RM28.1' },
  { key: 'family_contact', label: 'Family contact', oasysRef: 'RM28' },
  { key: 'transport', label: 'Transport on the day', oasysRef: 'RM28.1' },
  { key: 'clothing', label: 'Clothing', oasysRef: 'RM28.1' },
  { key: 'crs_referrals', label: 'Referrals to commissioned services (made by the COM)', oasysRef: 'RM28' },
]

/**
 * Section 14: the seven pathways and what release day needs. None of it reaches the desk yet: every line is a gap. What a
 * pathway could ask about is no fact about the person, so it is in no pack.
 */
export function resettlement(): ComposedSection {
  const pathways = supportNeeds.pathways.map(({ code, title }) =>
    packValue({
      key: `pathway.${code}`,
      label: title,
      group: 'Support needs by pathway',
      value: null,
      oasys_ref: PATHWAY_REFS[code]?.oasysRef ?? null,
      san_ref: PATHWAY_REFS[code]?.sanRef ?? null,
      psfr_ref: code,
    }),
  )
  const facts = RELEASE_FACTS.map(({ key, label, oasysRef }) =>
    packValue({
      key: `release.${key}`,
      label,
      group: 'For the day of release',
      value: null,
      oasys_ref: oasysRef,
    }),
  )
  return {
    section: {
      key: '14',
      title: 'Resettlement and release needs',
      oasys_refs: ['RM28.1', 'RM28', ...Object.values(PATHWAY_REFS).map(({ oasysRef }) => oasysRef)],
      san_refs: Object.values(PATHWAY_REFS).map(({ sanRef }) => sanRef),
      values: [...pathways, ...facts],
      table: null,
    },
    gaps: [
      ...pathways.map((value) => gap(value, 'no status or owner recorded for its support needs.')),
      ...facts.map((value) => gap(value, 'not recorded. Ask the person.')),
    ],
  }
}

const gap = ({ key, label }: PackValue, what: string): PackGap => ({
  section: '14',
  key,
  message: `${label}: ${what}`,
})
