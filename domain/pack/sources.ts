export type SourceCode = 'N' | 'D' | 'O' | 'P' | 'M' | 'U' | 'C'

export const SOURCE_NAMES: Record<SourceCode, string> = {
  N: 'NOMIS',
  D: 'Delius',
  O: 'OASys',
  P: 'Parole (PPUD)',
  M: 'Manage POM cases',
  U: 'OMU',
  C: 'Worked out',
}

/** Beginnings of the ids of extracts, and the system each comes from. */
const systems: readonly (readonly [prefix: string, name: string])[] = [
  ['nomis', SOURCE_NAMES.N],
  ['prisoner_search', SOURCE_NAMES.N],
  ['dpr', SOURCE_NAMES.N],
  ['delius', SOURCE_NAMES.D],
  ['ppud', SOURCE_NAMES.P],
  ['oasys', SOURCE_NAMES.O],
  ['cvl', 'Create and vary a licence'],
  ['mpc', SOURCE_NAMES.M],
  ['typed', SOURCE_NAMES.U],
]

/** `nomis_report` → `NOMIS`. A source of no known system is shown as it was named: `other_extract` → `Other extract`. */
export function systemOf(source: string): string {
  const found = systems.find(([prefix]) => source.toLowerCase().startsWith(prefix))
  if (found) return found[1]
  const words = source.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const DOUBTS: Partial<Record<string, string>> = {
  [SOURCE_NAMES.N]: 'who is here, release dates and sentences, and so every handover date',
  [SOURCE_NAMES.D]: 'COM names, risk, tier and home regions, and so which rules apply and whom to ask',
  [SOURCE_NAMES.M]: 'POM allocations, early allocation and what the national record shows',
  [SOURCE_NAMES.P]: 'parole hearings, reports and outcomes',
}

/** What stands in doubt while a system's newest list is old, as part of a sentence. */
export const doubtOf = (system: string): string => DOUBTS[system] ?? 'what it says of people'

/** Whether an extract is a list of who is held here. */
export const isCustodyList = (source: string): boolean => systemOf(source) === SOURCE_NAMES.N
