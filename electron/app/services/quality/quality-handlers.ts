import type { Desk, Handlers } from '../../context.ts'
import { scopedCases } from '../caseload/caseload-handlers.ts'
import { differencesListOf } from './differences.ts'
import { markDifference } from './mark-difference.ts'
import { qualityListOf } from './quality-list.ts'

/** What to check in the data, and where the national record and ours disagree. */
export function qualityHandlers(
  desk: Desk,
): Pick<Handlers, 'quality.list' | 'differences.list' | 'differences.mark'> {
  return {
    'quality.list': async ({ scope, code }, { session }) => {
      const { unit, cases } = scopedCases(desk, session, scope)
      return qualityListOf(unit, cases, code)
    },
    'differences.list': async ({ scope }, { session }) => {
      const { unit, cases } = scopedCases(desk, session, scope)
      return differencesListOf(desk.planning, session.store, cases, unit.today)
    },
    'differences.mark': async (input, { session }) => {
      await markDifference(desk, session, input)
      return {}
    },
  }
}
