import type { Area, MethodName } from '../../domain/contract/index.ts'

const CASES: readonly Area[] = ['session', 'caseload', 'tasks', 'imports', 'decisions', 'rules']

/**
 * The queries, and the areas whose change makes each answer old. Methods not named here are commands: they are run by
 * `useCommand` and never asked again on their own.
 */
export const QUERY_AREAS = {
  // Its counts of areas rest on decisions too: allocations, chases.
  'session.status': ['session', 'caseload', 'tasks', 'imports', 'users', 'decisions'],
  'today.show': CASES,
  'today.administration': CASES,
  'handovers.list': CASES,
  'caseload.list': CASES,
  'caseload.views': ['session', 'views'],
  'case.show': CASES,
  'calendar.show': CASES,
  'calendar.month': CASES,
  'compare.show': CASES,
  'compare.people': CASES,
  'pack.show': [...CASES, 'packs'],
  'decisions.show': CASES,
  'parole.list': CASES,
  'parole.show': CASES,
  'records.show': CASES,
  'rules.show': ['session', 'rules'],
  'changes.list': CASES,
  'quality.list': CASES,
  'differences.list': CASES,
  'import.history': ['session', 'imports'],
  'import.newFiles': ['session', 'imports'],
  'import.showUndo': ['session', 'imports'],
  'staff.list': CASES,
  'staff.show': CASES,
  'allocation.list': CASES,
  'allocation.show': CASES,
  'meetings.show': CASES,
  'meetings.list': CASES,
  'meetings.steps': CASES,
  'meetings.log': CASES,
  'invitations.show': CASES,
  'notes.list': CASES,
  'drafts.list': CASES,
  'movements.list': CASES,
  'sources.show': CASES,
  'ready.board': CASES,
  'ready.show': CASES,
  'chases.show': CASES,
  'chases.ladder': CASES,
  'sheets.show': CASES,
  'letter.show': CASES,
  'users.list': ['session', 'users'],
} as const satisfies Partial<Record<MethodName, readonly Area[]>>

export type QueryName = keyof typeof QUERY_AREAS
