import type { Desk, Handlers } from '../../context.ts'
import { scopedCases } from '../caseload/caseload-handlers.ts'
import { caseOf } from '../decisions/case-of.ts'
import { paroleListOf } from './parole-list.ts'
import { paroleShown } from './parole-shown.ts'
import { saveReview, saveStep, setOffsets, takeBackReview } from './record-review.ts'

type ParoleMethods =
  | 'parole.list'
  | 'parole.show'
  | 'parole.saveReview'
  | 'parole.saveStep'
  | 'parole.takeBack'
  | 'parole.setOffsets'

/** Parole reviews, their steps, and the unit's own timetable for them. */
export function paroleHandlers(desk: Desk): Pick<Handlers, ParoleMethods> {
  return {
    'parole.list': async ({ scope }, { session }) => {
      const { unit, cases } = scopedCases(desk, session, scope)
      return paroleListOf(session.store, cases, unit.today)
    },
    'parole.show': async ({ personId }, { session }) =>
      paroleShown(session.store, caseOf(desk, session, personId), desk.clock.today()),
    'parole.saveReview': async (input, { session }) => {
      await saveReview(desk, session, input)
      return {}
    },
    'parole.saveStep': async (input, { session }) => {
      await saveStep(desk, session, input)
      return {}
    },
    'parole.takeBack': async (input, { session }) => {
      await takeBackReview(desk, session, input)
      return {}
    },
    'parole.setOffsets': async (input, { session }) => {
      await setOffsets(desk, session, input)
      return {}
    },
  }
}
