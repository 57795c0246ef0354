import type { LegalStatus } from '../model/case-facts.ts'
import data from './imprisonment-statuses.json' with { type: 'json' }

export interface ImprisonmentStatus {
  code: string
  description: string
  indeterminate: boolean
  /** What the status says of somebody's legal standing; null where it says nothing the rules know. */
  legalStatus: LegalStatus | null
}

const LEGAL: Record<string, LegalStatus> = {
  SENTENCED: 'sentenced',
  INDETERMINATE_SENTENCE: 'sentenced',
  CONVICTED_UNSENTENCED: 'unsentenced',
  REMAND: 'remand',
  RECALL: 'recall',
  CIVIL_PRISONER: 'civil',
}

function legalStatusOf(row: (typeof data.statuses)[number]): LegalStatus | null {
  if (row.civil_for_omic) return 'civil'
  // Of the four immigration statuses the national service treats only DET as an immigration case; the others may be
  // serving a sentence, so they say nothing here.
  if (row.immigration_for_omic) return 'immigration'
  return LEGAL[row.legal_status] ?? null
}

const statuses: ImprisonmentStatus[] = data.statuses.map((row) => ({
  code: row.code,
  description: row.description,
  indeterminate: row.indeterminate,
  legalStatus: legalStatusOf(row),
}))

const known = new Map(
  statuses.flatMap(
    (status) =>
      [
        [status.code, status],
        [status.description.toUpperCase(), status],
      ] as const,
  ),
)

/** A NOMIS imprisonment status by its code or description; null for the newer ones the list lacks. */
export const findImprisonmentStatus = (text: string): ImprisonmentStatus | null =>
  known.get(text.trim().toUpperCase()) ?? null
