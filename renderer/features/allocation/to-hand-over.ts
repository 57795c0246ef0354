import type { OutputOf } from '../../../domain/contract/index.ts'
import { KIND_WORDS, type Pom } from './pom-table.tsx'

// What the steps of handing cases over share.

export type Proposal = OutputOf<'allocation.propose'>
export type CaseToChoose = Pick<
  Proposal['rows'][number],
  'personId' | 'name' | 'prisonNumber' | 'role' | 'tier' | 'rosh' | 'handover' | 'recommended'
>

/** Whose cases; null in its place stands for cases that wait for a POM. */
export interface From {
  staffId: string
  name: string
}

/** What was chosen in the first step: kept while the second is looked at. */
export interface Chosen {
  cases: readonly string[]
  to: readonly string[]
  reason: string
}

/** Stands in a choice for ending a second POM's part. */
export const NOBODY = 'nobody'

/** A case with whoever is to have it. */
export type Row = Proposal['rows'][number] & {
  key: string
  /** A staff id, `NOBODY`, or empty where nobody is chosen. */
  receiver: string
  pom: Pom | null
  against: boolean
}

/** What was written, for telling the POMs. */
export interface Done {
  rows: readonly (Pick<CaseToChoose, 'personId' | 'name' | 'prisonNumber' | 'role'> & { to: string | null })[]
}

/** A case in one role: somebody may be POM of one case and second POM of another. */
export const keyOf = ({ personId, role }: Pick<CaseToChoose, 'personId' | 'role'>) => `${personId} ${role}`

export const riskWords = ({ tier, rosh }: Pick<CaseToChoose, 'tier' | 'rosh'>) =>
  `${tier ?? 'no tier'} · ${rosh ?? 'not known'}`

export function recommendedWords({ role, recommended }: Pick<CaseToChoose, 'role' | 'recommended'>): string {
  if (role === 'co_pom') return 'Either'
  return recommended === null ? 'Neither' : KIND_WORDS[recommended]
}
