import type { Responsibility } from '../model/plan.ts'

/** What somebody found a difference from the national record to be. */
export const DIFFERENCE_MARKS = ['national_to_correct', 'ours_to_correct', 'both_right'] as const
export type DifferenceMark = (typeof DIFFERENCE_MARKS)[number]

export const DIFFERENCE_MARK_WORDS: Readonly<Record<DifferenceMark, string>> = {
  national_to_correct: 'National record to be corrected',
  ours_to_correct: 'Ours to be corrected',
  both_right: 'Both right, different model',
}

/** What of a case the two records can differ in. */
export const DIFFERENCE_SUBJECTS = ['handover_date', 'responsibility'] as const
export type DifferenceSubject = (typeof DIFFERENCE_SUBJECTS)[number]

/** A mark as it was made: it speaks of the two values that were compared, and of no later ones. */
export interface DifferenceMarked {
  mark: DifferenceMark
  note: string
  national: string | null
  ours: string | null
}

/** Whether a mark still speaks of what is compared now: once either value has moved, the question is open again. */
export function markStands(
  marked: DifferenceMarked | null,
  national: string | null,
  ours: string | null,
): marked is DifferenceMarked {
  return marked !== null && marked.national === national && marked.ours === ours
}

/**
 * Who is responsible by the national list, from its words for the POM's part: `Responsible` is the prison, `Supporting` the
 * community. Null where it says neither. The national list does not tell a COM who supports from none.
 */
export function nationalResponsibility(pomRole: string | null | undefined): 'pom' | 'com' | null {
  const word = pomRole?.trim().toLowerCase() ?? ''
  if (/^(pom )?responsible$|^custody(only|withcom)?$/.test(word)) return 'pom'
  if (/^(pom )?supporting$|^community$|^com responsible$/.test(word)) return 'com'
  return null
}

/** Ours in the two words the national list has: a POM with a COM supporting is a POM responsible. */
export function comparableResponsibility(ours: Responsibility | null): 'pom' | 'com' | null {
  return ours === null ? null : ours === 'com' ? 'com' : 'pom'
}
