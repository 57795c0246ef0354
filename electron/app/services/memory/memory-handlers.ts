import type { Desk, Handlers } from '../../context.ts'
import { scopedCases } from '../caseload/caseload-handlers.ts'
import { changesListOf } from './changes-list.ts'

/** What the plans of the unit were before they changed, and what changed them. */
export function memoryHandlers(desk: Desk): Pick<Handlers, 'changes.list'> {
  return {
    'changes.list': async ({ scope, kind }, { session }) => {
      const { unit, cases } = scopedCases(desk, session, scope)
      return changesListOf(session.store, unit, cases, kind)
    },
  }
}
