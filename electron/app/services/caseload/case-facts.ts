import { TYPED_HERE } from '../../../../db/repositories/change-log.ts'
import type { DecisionRecord, PersonChange } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { KeptOurs } from '../../../../domain/model/kept-ours.ts'
import { PERSON_FIELDS, type PersonField, type PersonRecord } from '../../../../domain/model/person-record.ts'
import { findImprisonmentStatus } from '../../../../domain/reference/imprisonment-statuses.ts'
import { findPrison } from '../../../../domain/reference/prisons.ts'
import { factText } from '../../../../domain/pack/fact-text.ts'
import { systemOf } from '../../../../domain/pack/sources.ts'

type Fact = OutputOf<'case.show'>['facts'][number]

const GROUPS: [title: string, fields: PersonField[]][] = [
  [
    'Who',
    ['prison_number', 'last_name', 'first_name', 'middle_names', 'date_of_birth', 'sex', 'crn', 'pnc', 'cro'],
  ],
  ['Who', ['booking_id', 'booking_number', 'nationality', 'ethnicity', 'religion', 'languages']],
  [
    'In custody',
    ['prison_code', 'location', 'category', 'category_active_since', 'reception_date', 'arrival_date'],
  ],
  [
    'In custody',
    ['legal_status', 'imprisonment_status', 'imprisonment_status_description', 'restricted_patient'],
  ],
  ['In custody', ['supporting_prison', 'incentive_level', 'csra', 'alerts', 'keyworker']],
  [
    'Sentence',
    ['main_offence', 'sentence_start_date', 'sentence_length', 'indeterminate', 'additional_isp', 'recall'],
  ],
  ['Sentence', ['sed', 'led', 'tused', 'additional_days_awarded']],
  [
    'Release dates',
    ['crd', 'ard', 'npd', 'hdced', 'hdcad', 'prrd', 'ersed', 'etd', 'mtd', 'ltd', 'rotl_date'],
  ],
  ['Release dates', ['confirmed_release_date', 'earliest_release_date', 'licence_status']],
  ['Parole', ['ted', 'ped', 'thd', 'apd', 'review_type', 'review_status', 'review_id', 'custody_report_due']],
  ['Parole', ['parole_outcome']],
  [
    'Risk',
    [
      'rosh',
      'rosh_date',
      'mappa_level',
      'mappa_category',
      'tier',
      'complexity',
      'oasys_date',
      'vlo_assigned',
    ],
  ],
  [
    'People and handover',
    ['pom_name', 'pom_email', 'pom_staff_id', 'co_pom_name', 'pom_role', 'allocation_date'],
  ],
  ['People and handover', ['com_name', 'com_email', 'team_name', 'ldu_name', 'ldu_code', 'ldu_email']],
  [
    'People and handover',
    ['probation_region', 'resourcing', 'early_allocation', 'legacy_cohort', 'handover_date'],
  ],
]

/** The last thing learned that set each field. */
export function latestByField(history: readonly PersonChange[]): Map<PersonField, PersonChange> {
  const latest = new Map<PersonField, PersonChange>()
  for (const change of history)
    for (const field of Object.keys(change.delta) as PersonField[]) latest.set(field, change)
  return latest
}

/** Codes whose words are in the reference lists. */
function codeInWords(field: PersonField, value: string | number | boolean): string | null {
  if (field === 'prison_code') return findPrison(String(value))?.name ?? null
  if (field !== 'imprisonment_status') return null
  const status = findImprisonmentStatus(String(value))
  return status === null ? null : `${status.description} (${status.code})`
}

/** Every fact recorded, group by group, each with where it came from, the day its source speaks of and since when it is known. */
export function factsShown(
  record: PersonRecord,
  history: readonly PersonChange[],
  decisions: readonly DecisionRecord[],
): Fact[] {
  const latest = latestByField(history)
  const facts: Fact[] = []
  for (const [group, fields] of GROUPS) {
    for (const field of fields) {
      const value = record[field]
      if (value === undefined || value === null) continue
      const change = latest.get(field)
      facts.push({
        group,
        field,
        label: PERSON_FIELDS[field].label,
        value: codeInWords(field, value) ?? factText(field, value),
        source: change === undefined ? 'Not known' : systemOf(change.source),
        asAt: change?.asAt ?? null,
        knownFrom: change?.at ?? '',
        raw: String(value),
        reason: change?.reason ?? null,
        listed: change?.source === TYPED_HERE ? listedOf(field, value, decisions) : null,
      })
    }
  }
  return facts
}

/** What a list says of a fact typed here, where it says otherwise and was not taken. */
function listedOf(
  field: PersonField,
  value: string | number | boolean,
  decisions: readonly DecisionRecord[],
): Fact['listed'] {
  const kept = decisions.findLast(({ kind, subject }) => kind === 'kept_ours' && subject === field)
  if (kept === undefined || kept.body === null) return null
  const { listed, source, asAt } = kept.body as KeptOurs
  if (listed === value) return null
  return { value: listed === null ? 'nobody' : factText(field, listed), source: systemOf(source), asAt }
}

/** What is not recorded of somebody and could be, in the order of the groups. */
export function unrecordedOf(record: PersonRecord): { group: string; field: string; label: string }[] {
  return GROUPS.flatMap(([group, fields]) =>
    fields
      .filter((field) => field !== 'prison_number' && (record[field] ?? null) === null)
      .map((field) => ({ group, field, label: PERSON_FIELDS[field].label })),
  )
}

/** The day the source of one field speaks of. */
export function asAtOf(history: readonly PersonChange[], field: PersonField): CivilDate | null {
  return latestByField(history).get(field)?.asAt ?? null
}
