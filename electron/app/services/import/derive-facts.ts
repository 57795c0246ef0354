import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import { findImprisonmentStatus } from '../../../../domain/reference/imprisonment-statuses.ts'
import { regionOfUnit } from '../../../../domain/reference/probation-regions.ts'

const LIFE = /\b(life|ipp|dpp|public protection|majesty|indeterminate)\b/i

/**
 * Fills what one cell says of another field, in rows that have no value for it: an indeterminate sentence from a sentence
 * or status in words no list knows (of those it knows, the planner reads the code), and the home region from the unit.
 */
export function deriveFacts(record: PersonRecord): void {
  if (record.indeterminate === undefined) {
    const status = record.imprisonment_status ?? ''
    const known = status !== '' && findImprisonmentStatus(status) !== null
    if (!known && (LIFE.test(status) || LIFE.test(record.sentence_length ?? ''))) record.indeterminate = true
  }
  if (
    record.probation_region === undefined &&
    (record.ldu_code !== undefined || record.ldu_name !== undefined)
  ) {
    const region = regionOfUnit({ code: record.ldu_code, name: record.ldu_name })
    if (region !== null) record.probation_region = region.name
  }
}
