import type { DecisionKind } from '../model/decision.ts'

/** How NDelius files a contact, where a code is known. Source: the published code of the national services, read August 2026. */
export interface ContactCode {
  code: string
  means: string
}

const PRISON_LIAISON: ContactCode = { code: 'C202', means: 'prison liaison' }
const REPORT_RECEIVED: ContactCode = { code: 'POM4', means: 'standard handover, information received' }
const PAROLE_OUTCOME: ContactCode = { code: 'C395', means: 'parole outcome' }

/** What a case note is of. */
export type NoteAbout =
  | { kind: 'meeting' | 'contact' | 'report' }
  | { kind: 'decision'; decision: DecisionKind }

/** The national code of a note; null where none is known, which is said rather than guessed. */
export function contactCodeOf(about: NoteAbout): ContactCode | null {
  if (about.kind === 'contact') return PRISON_LIAISON
  if (about.kind === 'report') return REPORT_RECEIVED
  return about.kind === 'decision' && about.decision === 'parole_review' ? PAROLE_OUTCOME : null
}
